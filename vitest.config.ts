import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { fromRoot } from './scripts/project.ts'

/** Long enough on a machine that has other things to do: what is slow is not thereby wrong. */
const USUAL = 30_000
/** A fresh process, a browser. */
const PATIENT = 120_000

/** Files at a time: many start a server, a runtime or a browser, and there may be but two cores. */
const WORKERS = 2

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          include: [
            'test/{deadline,feed,intake,page,project}/**/*.test.{ts,tsx}',
            'test/*.test.ts',
          ],
          exclude: ['test/**/*.{oracle,nu}.test.ts'],
          setupFiles: 'test/page/words/load.ts',
          testTimeout: USUAL,
          maxWorkers: WORKERS,
          // Pure code has nothing that one file could leave behind for the next.
          isolate: false,
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
            'test/{ledger,api,journeys,timekeeper}/**/*.test.{ts,tsx}',
            'test/deadline/{zone,zone-changes,oracle}.test.ts',
          ],
          testTimeout: USUAL,
          hookTimeout: USUAL,
          maxWorkers: WORKERS,
        },
      },
      {
        // What makes a client's types writes them by the compiler's API, which TypeScript 7 has not.
        resolve: { alias: { typescript: fromRoot('test/scripts/typescript-api.ts') } },
        test: {
          name: 'machine',
          server: { deps: { inline: ['openapi-typescript'] } },
          include: ['test/{scripts,browser,deliveries,bench}/**/*.test.ts'],
          exclude: ['test/**/*.long.test.ts'],
          globalSetup: 'test/browser/unpack-chromium.ts',
          testTimeout: PATIENT,
          hookTimeout: PATIENT,
          expect: { poll: { timeout: USUAL } },
          maxWorkers: WORKERS,
        },
      },
      {
        test: {
          name: 'long',
          include: ['test/**/*.long.test.ts'],
          testTimeout: 30 * 60_000,
        },
      },
      {
        test: {
          name: 'oracle',
          include: ['test/**/*.oracle.test.ts'],
          testTimeout: 30 * 60_000,
        },
      },
      {
        test: {
          name: 'nu',
          include: ['test/**/*.nu.test.ts'],
          testTimeout: 10 * 60_000,
        },
      },
    ],
  },
})
