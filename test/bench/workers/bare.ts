/**
 * What the tracker is held against: a Worker that does nothing but answer, with the bytes that the
 * tracker gave, and insert rows that are there already made.
 */
import type {
  Response as Answer,
  D1Database,
  ExportedHandler,
  Request,
} from '@cloudflare/workers-types'
import { type Batch, KEPT_ANSWER, KEPT_ROWS, type KeptAnswer, ROWS_WRITTEN } from './answers.ts'

interface Kept extends KeptAnswer {
  body: ArrayBuffer | null
}

const answers = new Map<string, Kept>()
let rows: Batch = []

/** A 304 is another answer than the one it stands for; a write is answered alike wherever it goes. */
const nameOf = (method: string, address: string, tag: string | null) =>
  [method, method === 'POST' ? '' : address, tag].join(' ')

export default {
  async fetch(request, { DB }) {
    const { pathname, search } = new URL(request.url)
    const address = pathname + search
    if (request.method === 'PUT') return keep(request, address)
    if (address === '/ledger') return insertAll(request, DB)
    const tag = request.headers.get('if-none-match')
    const kept = answers.get(nameOf(request.method, address, tag))
    return request.method === 'POST' ? write(request, DB, kept) : answer(kept)
  },
} satisfies ExportedHandler<{ DB: D1Database }>

function answer(kept: Kept | undefined): Answer {
  const { body, status, headers } = kept ?? { body: null, status: 404, headers: [] }
  return new Response(body, { status, headers }) as unknown as Answer
}

async function write(request: Request, db: D1Database, kept: Kept | undefined): Promise<Answer> {
  await request.arrayBuffer()
  const results = await insert(db, rows)
  const written = results.reduce((sum, { meta }) => sum + meta.rows_written, 0)
  const made = answer(kept)
  made.headers.set(ROWS_WRITTEN, String(written))
  return made
}

async function keep(request: Request, address: string): Promise<Answer> {
  const body = await request.arrayBuffer()
  if (address === KEPT_ROWS) {
    rows = JSON.parse(new TextDecoder().decode(body))
  } else {
    const { method, tag, ...kept } = JSON.parse(request.headers.get(KEPT_ANSWER) ?? '')
    answers.set(nameOf(method, address, tag), { ...kept, body: kept.status === 304 ? null : body })
  }
  return new Response() as unknown as Answer
}

function insert(db: D1Database, batch: Batch) {
  return db.batch(batch.map(([sql, ...values]) => db.prepare(sql).bind(...values)))
}

/** A file of batches, one on each line. */
async function insertAll(request: Request, db: D1Database): Promise<Answer> {
  let rest = ''
  for await (const piece of request.body?.pipeThrough(new TextDecoderStream() as never) ?? []) {
    const lines = `${rest}${piece}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) await insert(db, JSON.parse(line))
  }
  return new Response() as unknown as Answer
}
