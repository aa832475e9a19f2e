/** What is asked of both Workers, and how the bare one comes to know what to answer. */
import { createHash } from 'node:crypto'
import { formatInstant } from '../../src/deadline/instant.ts'
import type { Runtime } from './runtime.ts'
import { AUTHORIZED, getRequest, postRequest } from './wire.ts'
import { KEPT_ANSWER, type KeptAnswer, ROWS_READ, ROWS_WRITTEN } from './workers/answers.ts'

export interface Probe {
  method: 'GET' | 'POST'
  /** As it is listed. */
  address: string
  path: string
  /** What the asker has already; null: nothing. */
  tag: string | null
  status: 200 | 201 | 304
  /** The next requests: `count` of those that change something, or one that can be sent again. */
  requests(count: number): string[]
  /** So many are sent at most before the ledger would be another: each deadline is written to once. */
  most: number
}

export interface Rows {
  read: number
  written: number
}

/** What a probe was answered by both Workers. */
export interface Answers {
  bytes: { tracker: number; bare: number; areSame: boolean }
  rows: { tracker: Rows; bare: Rows }
  /** How long the tracker took, the first time. */
  seconds: number
  tag: string | null
}

/** The addresses that are asked for; S is a deadline. */
export const ADDRESSES = [
  ...['/', '/status.json', '/deadlines/S', '/deadlines/S.json', '/feed.atom', '/calendar.ics'],
]

export function reading(address: string, slug: string): Probe {
  const path = address.replace('S', slug)
  return {
    ...{ method: 'GET', address, path, tag: null, status: 200 },
    ...{ requests: () => [getRequest(path, null)], most: Number.POSITIVE_INFINITY },
  }
}

/**
 * The same, by who has it as of `tag`. Where a second later it is another, what is asked for is the
 * address as of an instant, which stays as it is.
 */
export async function unchanged(
  runtime: Runtime,
  { address, path }: Probe,
  tag: string | null,
): Promise<Probe> {
  const probe = (address: string, path: string, tag: string | null): Probe => ({
    ...{ method: 'GET', address, path, tag, status: 304 },
    ...{ requests: () => [getRequest(path, tag)], most: Number.POSITIVE_INFINITY },
  })
  const again = await ask(runtime.tracker, path, tag)
  if (again.status === 304) return probe(address, path, tag)
  const past = `${path}?at=${formatInstant(Math.floor(Date.now() / 1000) - 1)}`
  return probe(`${address}?at=`, past, (await ask(runtime.tracker, past, null)).tag)
}

/** A date, said of one deadline after the other. */
export function writing(slugs: string[]): Probe {
  let said = 0
  const next = () => {
    const slug = slugs[said++ % slugs.length]
    return postRequest(`/deadlines/${slug}/reports`, saying(crypto.randomUUID()))
  }
  const path = `/deadlines/${slugs[0]}/reports`
  return {
    ...{ method: 'POST', address: '/deadlines/S/reports', path, tag: null, status: 201 },
    ...{ requests: (count: number) => Array.from({ length: count }, next), most: slugs.length },
  }
}

export function saying(id: string) {
  return {
    id,
    says: 'date' as const,
    when: '2027-02-03',
    zone: 'Europe/Kyiv',
    source: { name: 'The Morning Wire', standing: 'media' as const, url: 'https://news.example/1' },
    quote: 'They meet on the third of February, two officials said.',
    lang: 'en',
    reportedAt: formatInstant(Math.floor(Date.now() / 1000)),
  }
}

/** Asks the tracker once, has the bare Worker answer the same, and asks that once as well. */
export async function acquaint(runtime: Runtime, probe: Probe): Promise<Answers> {
  const { method, path, tag, status } = probe
  const body = method === 'POST' ? JSON.stringify(saying(crypto.randomUUID())) : null
  const start = performance.now()
  const told = await ask(runtime.counting, path, tag, body)
  const seconds = (performance.now() - start) / 1000
  if (told.status !== status) throw new Error(`${path} answers ${told.status}: ${told.body}`)
  const kept = { method, tag, status, headers: told.headers }
  await teach(runtime.bare, path, kept, told.body)
  // A write to many addresses is answered at each.
  const bare = await ask(runtime.bare, path, tag, body)
  return {
    bytes: {
      ...{ tracker: told.body.length, bare: bare.body.length },
      areSame: bare.status === status && digest(told.body) === digest(bare.body),
    },
    rows: { tracker: told.rows, bare: bare.rows },
    ...{ seconds, tag: told.tag },
  }
}

function teach(
  bare: URL,
  path: string,
  kept: KeptAnswer & { method: string; tag: string | null },
  body: Buffer,
): Promise<Response> {
  const headers = { [KEPT_ANSWER]: JSON.stringify(kept) }
  return fetch(new URL(path, bare), { method: 'PUT', headers, body: new Uint8Array(body) })
}

const OWN_HEADERS = [ROWS_READ, ROWS_WRITTEN]
const CONNECTION = ['content-length', 'transfer-encoding', 'date', 'connection', 'keep-alive']

async function ask(origin: URL, path: string, tag: string | null, body: string | null = null) {
  const answer = await fetch(new URL(path, origin), {
    method: body === null ? 'GET' : 'POST',
    headers: {
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
