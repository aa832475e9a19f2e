/** One runtime, and in it the tracker, the bare Worker beside it, and a tracker that counts rows. */
import { createHash, createHmac } from 'node:crypto'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare, type V4WorkerOptions } from 'miniflare'
import {
  unstable_getMiniflareWorkerOptions as miniflareOptions,
  unstable_readConfig as readConfig,
} from 'wrangler'
import { fromRoot } from '../../scripts/project.ts'
import { BUNDLE, ownModule, workerModules } from './bundle.ts'
import { childrenCalled } from './processor.ts'
import { SITE_URL, TOKEN } from './wire.ts'

export interface Runtime {
  tracker: URL
  bare: URL
  counting: URL
  /** The process that all three run in. */
  pid: number
  stop(): Promise<void>
}

const EDITORS = `bench:${createHash('sha256').update(TOKEN).digest('hex')}`

/**
 * The runtime, with nobody at its standard output. A tracker logs each request, and Miniflare would
 * parse each of these lines in this process: on two processors that takes a sixth of its answers.
 */
const UNHEARD = fromRoot('test/bench/unheard-workerd.sh')

/** Of an alarm that was moved, or of a database that another had for a moment, the runtime says so. */
const OF_NO_CONCERN = /NOSENTRY/

/** `state` holds the databases of the tracker and of the bare Worker, at databaseIn. */
export async function startRuntime(
  state: string,
  settings: Record<string, string> = {},
): Promise<Runtime> {
  const before = childrenCalled('workerd')
  process.env.MINIFLARE_WORKERD_PATH = UNHEARD
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      resourcePersistencePath: state,
      ...{ host: '127.0.0.1', port: 0, cf: false, telemetry: { enabled: false } },
      handleStructuredLogs: ({ level, message }) => {
        if (level === 'error' && !OF_NO_CONCERN.test(message)) process.stderr.write(`${message}\n`)
      },
      workers: await workers(settings),
    }),
  )
  await runtime.ready
  delete process.env.MINIFLARE_WORKERD_PATH
  const at = (name: string) => runtime.unsafeGetDirectURL(name)
  return {
    tracker: await at('tracker'),
    bare: await at('bare'),
    counting: await at('counting'),
    pid: childrenCalled('workerd').find((pid) => !before.includes(pid)) ?? 0,
    stop: () => runtime.dispose(),
  }
}

/**
 * Each listens at a port of its own, with nothing in between. The browser's files, which the
 * platform serves by itself, are left out: their router would stand before the tracker here.
 */
async function workers(settings: Record<string, string>): Promise<V4WorkerOptions[]> {
  const config = readConfig({ config: fromRoot('wrangler.jsonc') })
  const { modulesRules, assets, ...options } = miniflareOptions(config).workerOptions
  const bindings = { ...config.vars, SITE_URL, EDITORS, ...settings }
  const base = { ...options, bindings, modulesRoot: BUNDLE, unsafeDirectSockets: [{ port: 0 }] }
  const durableObjects = {
    TIMEKEEPER: { className: 'Timekeeper', scriptName: 'tracker' },
    AUDIENCE: { className: 'Audience', scriptName: 'tracker' },
  }
  const modules = workerModules()
  return [
    { ...base, name: 'tracker', modules, d1Databases: { DB: 'tracker' } },
    {
      ...base,
      ...{ name: 'counting', modules: [await ownModule('counting'), ...modules] },
      ...{ d1Databases: { DB: 'tracker' }, durableObjects },
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
