/** How the bare Worker comes to know what to answer, and what both answer. */
import { createHash } from 'node:crypto'
import { formatInstant } from '../../src/deadline/instant.ts'
import type { Bench } from './pairs.ts'
import { conditional, type Probe, saying } from './probes.ts'
import type { Runtime } from './runtime.ts'
import { AUTHORIZED } from './wire.ts'
import { AGAIN, KEPT_ANSWER, ROWS_READ, ROWS_WRITTEN, type ToldAnswer } from './workers/answers.ts'

export interface Rows {
  read: number
  written: number
}

/** What a probe was answered by both Workers. */
export interface Answers {
  bytes: { tracker: number; bare: number; areSame: boolean }
  /** The first time, when nothing of it has been read yet. */
  rows: { tracker: Rows; bare: Rows }
  /** Rows that each of many requests reads after that, while nothing happens in the ledger; null: not asked. */
  rowsAgain: number | null
  /** How long the tracker takes, about. */
  seconds: number
  tag: string | null
}

type Asking = Pick<Bench, 'runtime' | 'plan' | 'quiet'>

/** Asks the tracker once, has the bare Worker answer the same, and asks that once as well. */
export async function acquaint(asking: Asking, probe: Probe): Promise<Answers> {
  const { runtime } = asking
  const { method, path, tag, status } = probe
  const body = method === 'POST' ? JSON.stringify(saying(crypto.randomUUID())) : null
  const [told, first] = await timed(() => ask(runtime.counting, path, tag, body))
  if (told.status !== status) throw new Error(`${path} answers ${told.status}: ${told.body}`)
  const { headers } = told
  await teach(runtime.bare, path, { method, tag, status, headers }, told.body)
  const rowsAgain = first > LONG_SECONDS ? null : await usualRows(asking, probe)
  // A write to many addresses is answered at each.
  const bare = await ask(runtime.bare, path, tag, body)
  return {
    bytes: {
      ...{ tracker: told.body.length, bare: bare.body.length },
      areSame: bare.status === status && digest(told.body) === digest(bare.body),
    },
    rows: { tracker: told.rows, bare: bare.rows },
    rowsAgain,
    ...{ seconds: await usualSeconds(runtime, probe, first), tag: told.tag },
  }
}

const LONG_SECONDS = 1

/** At first much is loaded and compiled; what takes long then takes long ever after. */
async function usualSeconds(runtime: Runtime, probe: Probe, first: number): Promise<number> {
  if (probe.method === 'POST' || first > LONG_SECONDS) return first
  const again = () => ask(runtime.tracker, probe.path, probe.tag)
  await again()
  return (await timed(again))[1]
}

async function usualRows(
  { runtime: { counting }, plan: { againSeconds }, quiet }: Asking,
  probe: Probe,
): Promise<number | null> {
  if (probe.method === 'POST') return null
  await quiet(againSeconds + 2 * LONG_SECONDS)
  // Left to itself, fetch asks for the newest where it is given a tag.
  const headers = { [AGAIN]: '1', 'cache-control': 'max-stale' }
  const again = () => ask(counting, probe.path, probe.tag, null, headers)
  await again()
  let [asked, read] = [0, 0]
  for (const until = Date.now() + againSeconds * 1000; Date.now() < until; asked++) {
    read += (await again()).rows.read
  }
  return read / asked
}

async function timed<T>(work: () => Promise<T>): Promise<[T, seconds: number]> {
  const start = performance.now()
  const done = await work()
  return [done, (performance.now() - start) / 1000]
}

function teach(bare: URL, path: string, told: ToldAnswer, body: Buffer): Promise<Response> {
  const headers = { [KEPT_ANSWER]: JSON.stringify(told) }
  return fetch(new URL(path, bare), { method: 'PUT', headers, body: new Uint8Array(body) })
}

const OWN_HEADERS = [ROWS_READ, ROWS_WRITTEN]
const CONNECTION = ['content-length', 'transfer-encoding', 'date', 'connection', 'keep-alive']

async function ask(
  origin: URL,
  path: string,
  tag: string | null,
  body: string | null = null,
  more: Record<string, string> = {},
) {
  const answer = await fetch(new URL(path, origin), {
    method: body === null ? 'GET' : 'POST',
    headers: {
      ...more,
      ...(tag === null ? {} : { 'if-none-match': tag }),
      ...(body === null ? {} : { 'content-type': 'application/json', ...AUTHORIZED }),
    },
    body,
  })
  const headers = [...answer.headers].filter(
    ([name]) => ![...OWN_HEADERS, ...CONNECTION].includes(name),
  )
  return {
    status: answer.status,
    tag: answer.headers.get('etag'),
    headers,
    rows: {
      read: Number(answer.headers.get(ROWS_READ) ?? 0),
      written: Number(answer.headers.get(ROWS_WRITTEN) ?? 0),
    },
    body: Buffer.from(await answer.arrayBuffer()),
  }
}

function digest(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex')
}

/**
 * The same, of who has it as of `tag`. Where a second later it is another, what is asked for is the
 * address as of an instant, which stays as it is.
 */
export async function unchanged(
  runtime: Runtime,
  { address, path }: Probe,
  tag: string | null,
): Promise<Probe> {
  const again = await ask(runtime.tracker, path, tag)
  if (again.status === 304) return conditional(address, path, tag)
  const past = `${path}?at=${formatInstant(Math.floor(Date.now() / 1000) - 1)}`
  return conditional(`${address}?at=`, past, (await ask(runtime.tracker, past, null)).tag)
}
