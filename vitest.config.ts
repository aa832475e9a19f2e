import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          include: ['test/{deadline,feed,page,rooms}/**/*.test.{ts,tsx}'],
          exclude: ['test/**/*.oracle.test.ts'],
        },
      },
    ],
  },
})
