/** The board at an instant: which deadlines, in which order, without reading the whole ledger. */
import type { D1Database } from '@cloudflare/workers-types'
import {
  type Narrowing,
  NEVER,
  PLACES,
  PLACES_OF,
  type Place,
  type Placed,
} from '../deadline/board.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import type { Phase } from '../deadline/phase.ts'
import { select } from './busy.ts'
import { asOf } from './kept.ts'
import { searchable } from './rows.ts'

export interface BoardQuery extends Narrowing {
  now: EpochSeconds
  /** Whether deadlines stand on the board that nobody has said anything of yet. */
  unreported: boolean
  limit: number
  /** The last deadline of the page before; null for the first page. */
  after: Placed | null
}

export type Counts = Record<Phase, number>

export interface BoardPage {
  placed: Placed[]
  /** Whether there are more after these. */
  more: boolean
}

/** A page of the board, filled from one place after the other; each is an indexed look-up. */
export async function boardPage(db: D1Database, asked: BoardQuery): Promise<BoardPage> {
  const query = { ...asked, now: await asOf(db, asked.now) }
  const wanted = query.limit + 1
  const placed: Placed[] = []
  const start = query.after ? PLACES.indexOf(query.after.place) : 0
  const possible = query.phase === null ? PLACES : PLACES_OF[query.phase]
  for (const place of PLACES.slice(start).filter((each) => possible.includes(each))) {
    if (placed.length >= wanted) break
    placed.push(...(await inPlace(db, place, query, wanted - placed.length)))
  }
  return { placed: placed.slice(0, query.limit), more: placed.length > query.limit }
}

/** The one that is due first: the first that is counted to, whatever phase was asked for. */
export async function nextDue(db: D1Database, query: BoardQuery): Promise<string | null> {
  const now = await asOf(db, query.now)
  const first = await inPlace(db, 'counted', { ...query, now, phase: null, after: null }, 1)
  return first[0]?.slug ?? null
}

/** How many there are in each phase, whatever phase and page were asked for. */
export async function countPhases(db: D1Database, asked: BoardQuery): Promise<Counts> {
  const { sql, values } = narrowed({ ...asked, now: await asOf(db, asked.now), phase: null })
  const query = `SELECT ${PHASE} AS phase, count(*) AS count FROM ${sql} GROUP BY 1`
  const rows = await select<{ phase: Phase; count: number }>(db.prepare(query).bind(...values))
  const counts: Counts = { upcoming: 0, due: 0, passed: 0, closed: 0 }
  for (const { phase, count } of rows) counts[phase] = count
  return counts
}

/** phaseAt (phase.ts), as SQL; ?1 is the instant. */
const PHASE = `CASE
  WHEN shelf = 'closed' THEN 'closed'
  WHEN shelf = 'undated' THEN 'upcoming'
  WHEN closes <= ?1 THEN 'passed'
  WHEN opens IS NULL OR opens <= ?1 THEN 'due'
  ELSE 'upcoming' END`

interface PlaceLookup {
  where: string
  column: 'target' | 'closes' | 'held_from' | 'ended_at'
  order: 'ASC' | 'DESC'
}

/** placeOnBoard (deadline/board.ts), as SQL: what stands in a place, and its order there. */
const LOOKUPS: Record<Place, PlaceLookup> = {
  counted: {
    where: "shelf = 'counted' AND (closes IS NULL OR closes > ?1)",
    column: 'target',
    order: 'ASC',
  },
  uncounted: {
    where: "shelf = 'uncounted' AND (closes IS NULL OR closes > ?1)",
    column: 'closes',
    order: 'ASC',
  },
  undated: { where: "shelf = 'undated'", column: 'held_from', order: 'DESC' },
  passed: {
    where: "shelf IN ('counted', 'uncounted') AND closes <= ?1",
    column: 'closes',
    order: 'DESC',
  },
  closed: { where: "shelf = 'closed'", column: 'ended_at', order: 'DESC' },
}

async function inPlace(
  db: D1Database,
  place: Place,
  query: BoardQuery,
  limit: number,
): Promise<Placed[]> {
  const { where, column, order } = LOOKUPS[place]
  const { sql, values } = narrowed(query)
  const start = query.after?.place === place ? startAfter(query.after, LOOKUPS[place]) : null
  const rows = await select<{ deadline: string; value: number | null }>(
    db
      .prepare(
        `SELECT deadline, ${column} AS value FROM ${sql} AND ${where} ${start?.sql ?? ''}
        ORDER BY ${column} ${order} NULLS LAST, deadline LIMIT ${limit}`,
      )
      .bind(...values, ...(start?.values ?? [])),
  )
  return rows.map(({ deadline, value }) => ({ slug: deadline, place, key: keyOf(value, order) }))
}

/** The key that placeOnBoard gives: the smaller first, and nothing last. */
function keyOf(value: number | null, order: 'ASC' | 'DESC'): number {
  if (value === null) return NEVER
  return order === 'ASC' ? value : -value
}

function startAfter({ key, slug }: Placed, { column, order }: PlaceLookup) {
  if (key === NEVER) return { sql: `AND ${column} IS NULL AND deadline > ?7`, values: [slug] }
  const beyond = order === 'ASC' ? '>' : '<'
  return {
    sql: `AND (${column} ${beyond} ?8 OR ${column} IS NULL OR (${column} = ?8 AND deadline > ?7))`,
    values: [slug, order === 'ASC' ? key : -key],
  }
}

/** The states that hold at the instant, narrowed as asked; the values are ?1 to ?6. */
function narrowed({ now, unreported, topic, kind, q, phase, certainty }: BoardQuery) {
  return {
    sql: `states JOIN deadlines ON deadlines.slug = states.deadline
      WHERE (held_from <= ?1 ${unreported ? 'OR held_from IS NULL' : ''})
      AND (held_until IS NULL OR held_until > ?1)
      AND (?2 IS NULL OR topic = ?2) AND (?3 IS NULL OR kind = ?3)
      AND (?4 IS NULL OR instr(words, ?4) > 0)
      AND (?5 IS NULL OR ${PHASE} = ?5) AND (?6 IS NULL OR certainty = ?6)`,
    values: [now, topic, kind, q && searchable(q), phase, certainty],
  }
}
