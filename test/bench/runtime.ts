/** One runtime, and in it the tracker, the bare Worker beside it, and a tracker that counts rows. */
import { createHash, createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare, type V4WorkerOptions } from 'miniflare'
import {
  unstable_getMiniflareWorkerOptions as miniflareOptions,
  unstable_readConfig as readConfig,
} from 'wrangler'
import { fromRoot } from '../../scripts/project.ts'
import { BUNDLE, ownModule, workerModules } from './bundle.ts'

export interface Runtime {
  tracker: URL
  bare: URL
  counting: URL
  /** The process that all three run in. */
  pid: number
  stop(): Promise<void>
}

/** Who writes to it. */
export const TOKEN = 'a-token-of-the-bench'
/** The public address, so that all answers are alike, whichever port they come from. */
const SITE_URL = 'http://tracker.example'
const EDITORS = `bench:${createHash('sha256').update(TOKEN).digest('hex')}`

/** `state` holds the databases of the tracker and of the bare Worker, at databaseIn. */
export async function startRuntime(state: string): Promise<Runtime> {
  const before = new Set(children())
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      resourcePersistencePath: state,
      ...{ host: '127.0.0.1', port: 0, cf: false, telemetry: { enabled: false } },
      workers: await workers(),
    }),
  )
  await runtime.ready
  const at = (name: string) => runtime.unsafeGetDirectURL(name)
  return {
    tracker: await at('tracker'),
    bare: await at('bare'),
    counting: await at('counting'),
    pid: children().find((pid) => !before.has(pid) && commandOf(pid) === 'workerd') ?? 0,
    stop: () => runtime.dispose(),
  }
}

/**
 * Each listens at a port of its own, with nothing in between. The browser's files, which the
 * platform serves by itself, are left out: their router would stand before the tracker here.
 */
async function workers(): Promise<V4WorkerOptions[]> {
  const config = readConfig({ config: fromRoot('wrangler.jsonc') })
  const { modulesRules, assets, ...options } = miniflareOptions(config).workerOptions
  const bindings = { ...config.vars, SITE_URL, EDITORS }
  const base = { ...options, bindings, modulesRoot: BUNDLE, unsafeDirectSockets: [{ port: 0 }] }
  const timekeeper = { className: 'Timekeeper', scriptName: 'tracker' }
  const modules = workerModules()
  return [
    { ...base, name: 'tracker', modules, d1Databases: { DB: 'tracker' } },
    {
      ...base,
      ...{ name: 'counting', modules: [await ownModule('counting'), ...modules] },
      ...{ d1Databases: { DB: 'tracker' }, durableObjects: { TIMEKEEPER: timekeeper } },
      queueConsumers: {},
    },
    {
      ...{ name: 'bare', modules: [await ownModule('bare')], modulesRoot: BUNDLE },
      ...{ d1Databases: { DB: 'bare' }, unsafeDirectSockets: base.unsafeDirectSockets },
      compatibilityDate: options.compatibilityDate,
    },
  ] as V4WorkerOptions[]
}

const STORE = 'miniflare-D1DatabaseObject'

/** The file of a database: the runtime names an object's after its class and its name. */
export function databaseIn(state: string, name: 'tracker' | 'bare'): string {
  const key = createHash('sha256').update(STORE).digest()
  const sign = (what: string | Buffer) =>
    createHmac('sha256', key).update(what).digest().subarray(0, 16)
  const id = Buffer.concat([sign(name), sign(sign(name))]).toString('hex')
  return join(state, 'd1', STORE, `${id}.sqlite`)
}

function children(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && statOf(name)[1] === String(process.pid))
    .map(Number)
}

function commandOf(pid: number): string {
  return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
}

/** What follows a process's name in its `stat` (proc(5)): its state, its parent … */
export function statOf(pid: number | string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
  } catch {
    return []
  }
}
