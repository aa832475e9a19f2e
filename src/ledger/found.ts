/** The board of what has some words in it: those deadlines alone are gone through, and not all there are. */
import type { D1Database } from '@cloudflare/workers-types'
import type { Placed, Shelf } from '../deadline/board.ts'
import type { Phase } from '../deadline/phase.ts'
import type { BoardQuery } from './board.ts'
import { select } from './busy.ts'
import { Gathering, type WholeBoard } from './gathering.ts'
import { holding, PHASE } from './in-place.ts'
import { once } from './kept.ts'
import { searchable } from './rows.ts'
import { rarestTrigram } from './trigrams.ts'

export interface Search extends BoardQuery {
  q: string
}

/** A page of what is found, with what is due first of it and the numbers of all of it. */
export function foundBoard(db: D1Database, search: Search, atOnce = 2000): Promise<WholeBoard> {
  const { now, ...asked } = search
  const look = () => lookFor(db, search, atOnce)
  return once(db, `found ${JSON.stringify(asked)}`, now, look)
}

/** Deadlines that are found are held so many at once. */
async function lookFor(db: D1Database, search: Search, atOnce: number): Promise<WholeBoard> {
  const gathering = new Gathering(search)
  const q = searchable(search.q)
  const trigram = await rarestTrigram(db, q)
  for (let after = 0; ; ) {
    const found = await findAfter(db, { search, q, trigram, after, atOnce })
    for (const { state } of found) if (state) gathering.add(placedBy(state), state.phase)
    if (found.length < atOnce) return gathering.board()
    after = Math.max(...found.map(({ seq }) => seq))
  }
}

interface Found {
  seq: number
  /** Null where it has none that is asked for. */
  state: FoundState | null
}

interface FoundState {
  slug: string
  shelf: Shelf
  key: number
  closes: number | null
  phase: Phase
}

interface Look {
  search: Search
  q: string
  trigram: string | null
  /** A deadline's place in the ledger. */
  after: number
  atOnce: number
}

/** The next ones in the order of the ledger. Being no SELECT, it is not kept (kept.ts): what follows from it is. */
async function findAfter(
  db: D1Database,
  { search, q, trigram, after, atOnce }: Look,
): Promise<Found[]> {
  const { where, values } = holding({ ...search, phase: null })
  const candidates =
    trigram === null
      ? 'deadlines WHERE ?8 IS NULL'
      : 'trigrams CROSS JOIN deadlines ON seq = trigrams.deadline WHERE trigram = ?8'
  const seq = trigram === null ? 'seq' : 'trigrams.deadline'
  const sql = `WITH found AS (
      SELECT seq, slug FROM ${candidates} AND ${seq} > ?6 AND instr(words, ?7) > 0
      ORDER BY ${seq} LIMIT ?9
    ) SELECT seq, slug, shelf, key, closes, ${PHASE} AS phase FROM found
    LEFT JOIN states INDEXED BY states_of_a_deadline ON states.deadline = found.slug AND ${where}`
  const statement = db.prepare(sql).bind(...values, after, q, trigram, atOnce)
  const rows = await select<FoundState & { seq: number; shelf: Shelf | null }>(statement)
  return rows.map(({ seq, ...state }) => ({ seq, state: state.shelf === null ? null : state }))
}

/** placeOnBoard (deadline/board.ts), by a row of `states`. */
function placedBy({ slug, shelf, key, closes, phase }: FoundState): Placed {
  return phase === 'passed'
    ? { slug, place: phase, key: -(closes ?? 0) }
    : { slug, place: shelf, key }
}
