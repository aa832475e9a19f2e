import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

export function fromRoot(path: string): string {
  return join(root, path)
}

/** Where wrangler keeps the local database unless it is told otherwise. */
export const LOCAL_STATE = fromRoot('.wrangler/state')

/**
 * The environment that wrangler runs in: nothing is asked, sent or looked up, and the Node that
 * the project installs comes first, whatever the system has.
 */
export function wranglerEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PATH: `${fromRoot('node_modules/.bin')}${delimiter}${process.env.PATH}`,
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_SEND_ERROR_REPORTS: 'false',
    WRANGLER_HIDE_BANNER: 'true',
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    NO_UPDATE_NOTIFIER: '1',
    // serve.ts waits for a line of this level.
    WRANGLER_LOG: 'info',
  }
}
