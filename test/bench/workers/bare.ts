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
import { type Batch, KEPT_ANSWER, KEPT_ROWS, ROWS_WRITTEN, type ToldAnswer } from './answers.ts'

interface Kept {
  body: ArrayBuffer | null
  head: { status: number; headers: Headers }
}

/** By address and tag: a 304 is another answer than the one it stands for. */
const answers = new Map<string, Kept>()
/** A write is answered alike wherever it goes. */
let written: Kept | undefined
let rows: Batch = []

function nameOf(url: string, tag: string | null): string {
  const address = url.slice(url.indexOf('/', 'https://'.length))
  return tag ? `${tag} ${address}` : address
}

export default {
  // No promise, no URL, no headers that are made anew: what is not needed would be no fair measure.
  fetch(request, { DB }) {
    const { method, url } = request
    if (method === 'PUT') return keep(request)
    if (method === 'GET') {
      return answer(answers.get(nameOf(url, request.headers.get('if-none-match'))))
    }
    return url.endsWith('/ledger') ? insertAll(request, DB) : write(request, DB)
  },
} satisfies ExportedHandler<{ DB: D1Database }>

function answer(kept: Kept | undefined): Answer {
  return new Response(kept?.body, kept?.head ?? { status: 404 }) as unknown as Answer
}

async function write(request: Request, db: D1Database): Promise<Answer> {
  await request.arrayBuffer()
  const results = await insert(db, rows)
  const rowsWritten = results.reduce((sum, { meta }) => sum + meta.rows_written, 0)
  const made = answer(written)
  made.headers.set(ROWS_WRITTEN, String(rowsWritten))
  return made
}

async function keep(request: Request): Promise<Answer> {
  const body = await request.arrayBuffer()
  if (request.url.endsWith(KEPT_ROWS)) {
    rows = JSON.parse(new TextDecoder().decode(body))
  } else {
    const told: ToldAnswer = JSON.parse(request.headers.get(KEPT_ANSWER) ?? '')
    const { method, tag, status } = told
    const head = { status, headers: new Headers(told.headers) }
    const kept = { body: status === 304 ? null : body, head }
    if (method === 'POST') written = kept
    else answers.set(nameOf(request.url, tag), kept)
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
