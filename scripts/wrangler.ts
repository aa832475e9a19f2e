import { spawnSync } from 'node:child_process'
import { fromRoot, wranglerEnvironment } from './project.ts'

export interface Said {
  ok: boolean
  /** All that it printed, of both kinds. */
  text: string
}

const WRANGLER = fromRoot('node_modules/.bin/wrangler')

/** With all that it says: results are of a lower level than what it says on the way. */
const environment = () => ({ ...wranglerEnvironment(), WRANGLER_LOG: 'log' })

/** Runs wrangler for what it says. It asks nothing, and goes on as if it had been agreed to. */
export function askWrangler(args: string[]): Said {
  const env = { ...environment(), CI: 'true', NO_COLOR: '1' }
  const cwd = fromRoot('.')
  const { status, stdout, stderr } = spawnSync(WRANGLER, args, {
    ...{ cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  })
  return { ok: status === 0, text: `${stdout}\n${stderr}` }
}

/** Runs wrangler before a person's eyes, who answers what it asks; gives its exit status. */
export function showWrangler(args: string[]): number {
  const { status } = spawnSync(WRANGLER, args, {
    ...{ cwd: fromRoot('.'), env: environment(), stdio: 'inherit' },
  })
  return status ?? 1
}
