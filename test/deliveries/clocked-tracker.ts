/** A tracker that a test can kill, start again, and set the clock of. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { unstable_readConfig as readConfig } from 'wrangler'
import { fromRoot, wranglerEnvironment } from '../../scripts/project.ts'
import { killGroup } from '../scripts/run.ts'

export const EDITOR_TOKEN = 'a-token-for-tests'

const PATIENCE_MS = 60_000

export class ClockedTracker {
  readonly origin: string
  /** When it was started each time, and found to answer: by its own clock, in milliseconds. */
  readonly lives: { startedAt: number; upAt: number }[] = []
  /** All that it said on standard error. */
  log = ''
  #child: ChildProcess | null = null
  #offset: number
  readonly #state: string
  readonly #port: number

  /** `now`: an instant that its clock is set to. */
  constructor(state: string, port: number, now: string) {
    this.#state = state
    this.#port = port
    this.origin = `http://127.0.0.1:${port}`
    this.#offset = Date.parse(now) - Date.now()
    writeFileSync(join(state, 'wrangler.json'), JSON.stringify(configuration()))
  }

  /** Its clock, in milliseconds. */
  now(): number {
    return Date.now() + this.#offset
  }

  /** Starts it, with its clock as it would have gone on. */
  async start(): Promise<void> {
    const startedAt = this.now()
    this.#child = spawn(fromRoot('node_modules/.bin/wrangler'), this.#arguments(), {
      cwd: fromRoot('.'),
      env: wranglerEnvironment(),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child.stdout?.on('data', (text) => {
      this.log += text
    })
    this.#child.stderr?.on('data', (text) => {
      this.log += text
    })
    await this.#answers()
    this.lives.push({ startedAt, upAt: this.now() })
  }

  /** Ends all of it at once, as when the machine is gone. */
  async kill(): Promise<void> {
    const child = this.#child
    if (!child) return
    const ended = new Promise((resolve) => child.once('close', resolve))
    killGroup(child, 'SIGKILL')
    await ended
    this.#child = null
  }

  /** Sets its clock to an instant, in milliseconds. */
  async jumpTo(instant: number): Promise<void> {
    this.#offset += instant - this.now()
    const answer = await fetch(`${this.origin}/clock`, {
      method: 'POST',
      body: String(this.#offset),
    })
    if (!answer.ok) throw new Error(`the clock is not set: ${await answer.text()}`)
  }

  /** Records as an editor's program would: again and again until it is told that it is recorded. */
  async post(path: string, body: object): Promise<void> {
    const headers = {
      authorization: `Bearer ${EDITOR_TOKEN}`,
      'content-type': 'application/json',
    }
    const until = Date.now() + PATIENCE_MS
    while (Date.now() < until) {
      const init = { method: 'POST', headers, body: JSON.stringify(body) }
      const answer = await fetch(this.origin + path, init).catch(() => null)
      if (answer?.ok) return
      if (answer && answer.status < 500) throw new Error(await answer.text())
      await pause(50)
    }
    throw new Error(`${path} cannot be recorded`)
  }

  async #answers(): Promise<void> {
    const until = Date.now() + PATIENCE_MS
    while (Date.now() < until) {
      const answer = await fetch(`${this.origin}/head.json`).catch(() => null)
      if (answer?.ok) return
      await pause(20)
    }
    throw new Error(`the tracker does not start:\n${this.log}`)
  }

  #arguments(): string[] {
    const digest = createHash('sha256').update(EDITOR_TOKEN).digest('hex')
    const variables = {
      CLOCK_OFFSET_MS: String(this.#offset),
      EDITORS: `Ada:${digest}`,
      OPEN_LOOPBACK: '1',
    }
    return [
      ...['dev', '--config', join(this.#state, 'wrangler.json'), '--persist-to', this.#state],
      ...['--ip', '127.0.0.1', '--port', String(this.#port)],
      ...['--show-interactive-dev-session=false', '--log-level', 'error'],
      ...Object.entries(variables).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
    ]
  }
}

/** As it is deployed, but for the entry and what is built before. */
function configuration(): object {
  const {
    name,
    compatibility_date,
    rules,
    assets,
    d1_databases,
    durable_objects,
    migrations,
    queues,
    vars,
  } = readConfig({ config: fromRoot('wrangler.jsonc') })
  return {
    ...{ name, compatibility_date, rules, d1_databases, durable_objects, migrations, queues, vars },
    main: fromRoot('test/deliveries/clocked-worker.ts'),
    assets: { directory: fromRoot('dist/public'), html_handling: assets?.html_handling },
    send_metrics: false,
  }
}
