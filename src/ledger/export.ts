import type { D1Database } from '@cloudflare/workers-types'

const PAGE = 500

/** Every line of the ledger in the order in which it was recorded, each without its line break. */
export async function* exportLedger(db: D1Database): AsyncGenerator<string> {
  let after = 0
  for (;;) {
    const { results } = await db
      .prepare(
        `SELECT seq, line FROM (SELECT seq, line FROM deadlines WHERE seq > ?1 ORDER BY seq LIMIT ?2)
        UNION ALL
        SELECT seq, line FROM (SELECT seq, line FROM reports WHERE seq > ?1 ORDER BY seq LIMIT ?2)
        ORDER BY seq LIMIT ?2`,
      )
      .bind(after, PAGE)
      .all<{ seq: number; line: string }>()
    for (const { line } of results) yield line
    const last = results.at(-1)
    if (!last || results.length < PAGE) return
    after = last.seq
  }
}
