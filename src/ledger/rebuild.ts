import type { D1Database } from '@cloudflare/workers-types'
import { select } from './busy.ts'
import type { CaseRow } from './cases.ts'
import { type Counted, replaceDerived, sumAllAnew } from './derived.ts'
import { writeAtHead } from './head.ts'
import { deadlinesBySlug, reportsOf } from './read.ts'
import type { StateRow } from './states.ts'
import { indexWords, unindexed } from './trigrams.ts'

const DEADLINES_AT_ONCE = 200

/**
 * Makes all that is derived anew from the reports; gives how many deadlines there are. Readers see
 * what follows for each deadline as it was or as it is now; a rebuild that is cut off is finished by
 * another.
 */
export async function rebuild(db: D1Database): Promise<number> {
  let rebuilt = 0
  let after = ''
  await writeAtHead(db, async () => ({ lines: 0, statements: sumAllAnew(db) }))
  for (;;) {
    const slugs = await slugsAfter(db, after)
    if (slugs.length === 0) return rebuilt
    await writeAtHead(db, async () => ({
      lines: 0,
      statements: [
        ...replaceDerived(
          db,
          await deadlinesBySlug(db, slugs),
          await reportsOf(db, slugs),
          await countedAs(db, slugs),
        ),
        ...indexWords(db, await unindexed(db, slugs)),
      ],
    }))
    rebuilt += slugs.length
    after = slugs[slugs.length - 1]
  }
}

async function slugsAfter(db: D1Database, after: string): Promise<string[]> {
  const sql = 'SELECT slug FROM deadlines WHERE slug > ?1 ORDER BY slug LIMIT ?2'
  const rows = await select<{ slug: string }>(db.prepare(sql).bind(after, DEADLINES_AT_ONCE))
  return rows.map(({ slug }) => slug)
}

async function countedAs(db: D1Database, slugs: string[]): Promise<Counted> {
  const rowsOf = <Row>(table: string) => {
    const sql = `SELECT * FROM ${table} WHERE deadline IN (SELECT value FROM json_each(?1))`
    return select<Row>(db.prepare(sql).bind(JSON.stringify(slugs)))
  }
  const [states, cases] = await Promise.all([rowsOf<StateRow>('states'), rowsOf<CaseRow>('cases')])
  return { states, cases }
}
