import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killGroup, start } from '../scripts/run.ts'

export interface RunningTracker {
  origin: string
  /** What it has printed up to now. */
  readonly said: string
  stop: () => Promise<void>
  /** Ends it in the middle of whatever it does; gives what starts it again, at the same address. */
  kill: () => Promise<() => Promise<RunningTracker>>
}

/** What the editor of every tracker started here signs in with. */
export const EDITOR_TOKEN = 'a-token-for-tests'

const PATIENCE_MS = 60_000

/** Starts the tracker as `npm start` does, on a free port, with a state and with settings of its own. */
export async function startTracker(
  state = mkdtempSync(join(tmpdir(), 'eleventh-hour-')),
  settings: Record<string, string> = {},
): Promise<RunningTracker> {
  try {
    return await startOn(await freePort(), state, settings)
  } catch (error) {
    // Between asking for a free port and taking it, another test may have taken it.
    if (!/address already in use|EADDRINUSE/i.test(String(error))) throw error
    return startOn(await freePort(), state, settings)
  }
}

async function startOn(
  port: number,
  state: string,
  settings: Record<string, string>,
): Promise<RunningTracker> {
  const on = ['--ip', '127.0.0.1', '--port', String(port), '--persist-to', state]
  const args = [...on, '--env-file', writeSettings(state, settings)]
  const child = start('serve.ts', args)
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  let said = ''
  await new Promise<void>((resolve, reject) => {
    setTimeout(() => reject(new Error(`The tracker does not start:\n${said}`)), PATIENCE_MS).unref()
    child.stdout?.on('data', (chunk) => {
      said += chunk
      if (said.includes('Stop with Ctrl+C')) resolve()
    })
    child.stderr?.on('data', (chunk) => {
      said += chunk
    })
    child.on('exit', (code) => reject(new Error(`The tracker ended with ${code}:\n${said}`)))
  })
  return {
    origin: `http://127.0.0.1:${port}`,
    get said() {
      return said
    },
    stop: async () => {
      killGroup(child, 'SIGTERM')
      await ended
      rmSync(state, { recursive: true, force: true })
    },
    kill: async () => {
      killGroup(child)
      await ended
      return () => startOn(port, state, settings)
    },
  }
}

/** In place of the .dev.vars of whoever runs the tests; whoever is told is on this machine. */
function writeSettings(state: string, settings: Record<string, string>): string {
  const file = join(state, 'settings.env')
  const digest = createHash('sha256').update(EDITOR_TOKEN).digest('hex')
  const all = { EDITORS: `Ada Lovelace:${digest}`, OPEN_LOOPBACK: '1', ...settings }
  const lines = Object.entries(all).map(([name, value]) => `${name}=${value}\n`)
  writeFileSync(file, lines.join(''))
  return file
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
