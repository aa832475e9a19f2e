import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

/** What a test of the whole says may take long: a fresh process, a browser. */
const PATIENT = 120_000

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          include: ['test/{deadline,feed,page,project}/**/*.test.{ts,tsx}'],
          exclude: ['test/**/*.oracle.test.ts'],
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            main: './src/worker.ts',
            wrangler: { configPath: './wrangler.jsonc' },
            miniflare: {
              bindings: { MIGRATIONS: await readD1Migrations('src/ledger/migrations') },
            },
          })),
        ],
        test: {
          name: 'workerd',
          // The zones and their rules are the runtime's own, so they are held against the oracle here too.
          include: [
            'test/{ledger,api,journeys}/**/*.test.{ts,tsx}',
            'test/deadline/{zone,oracle}.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'machine',
          include: ['test/{scripts,browser}/**/*.test.ts'],
          testTimeout: PATIENT,
          hookTimeout: PATIENT,
          // Each starts servers of its own: one after the other, on two cores.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'oracle',
          include: ['test/**/*.oracle.test.ts'],
          testTimeout: 30 * 60_000,
        },
      },
    ],
  },
})
