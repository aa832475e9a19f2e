import type { D1Database } from '@cloudflare/workers-types'
import { select } from './busy.ts'

const PAGE = 500

/** Both tables in one order, a page at a time: each look-up starts where the last one ended. */
const LINES_AFTER = `
  SELECT seq, line FROM (SELECT seq, line FROM deadlines WHERE seq > ?1 ORDER BY seq LIMIT ?2)
  UNION ALL
  SELECT seq, line FROM (SELECT seq, line FROM reports WHERE seq > ?1 ORDER BY seq LIMIT ?2)
  ORDER BY seq LIMIT ?2`

/** Every line of the ledger in the order in which it was recorded, each without its line break. */
export async function* exportLedger(db: D1Database): AsyncGenerator<string> {
  let after = 0
  for (;;) {
    const page = db.prepare(LINES_AFTER).bind(after, PAGE)
    const rows = await select<{ seq: number; line: string }>(page)
    for (const { line } of rows) yield line
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = last.seq
  }
}
