/** The board at an instant: which deadlines, in which order, without reading the whole ledger. */
import type { D1Database } from '@cloudflare/workers-types'
import { type Narrowing, PLACES, PLACES_OF, type Place, type Placed } from '../deadline/board.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import type { Phase } from '../deadline/phase.ts'
import { censusAt } from './census.ts'
import { foundBoard } from './found.ts'
import type { WholeBoard } from './gathering.ts'
import { inPlace } from './in-place.ts'
import { asOf } from './kept.ts'

export interface BoardQuery extends Narrowing {
  now: EpochSeconds
  /** Whether deadlines stand on the board that nobody has said anything of yet. */
  unreported: boolean
  limit: number
  /** The last deadline of the page before; null for the first page. */
  after: Placed | null
}

/** Words are not looked for: that is found.ts. */
export type Unsearched = Omit<BoardQuery, 'q'>

export type Counts = Record<Phase, number>

export interface BoardPage {
  placed: Placed[]
  /** Whether there are more after these. */
  more: boolean
}

/** A page of the board, with what is due first and the numbers of all. */
export async function presentBoard(db: D1Database, query: BoardQuery): Promise<WholeBoard> {
  const { q } = query
  if (q !== null) return foundBoard(db, { ...query, q })
  const page = boardPage(db, query)
  // The whole board begins with what is due first, if there is any.
  const isBeginning = query.after === null && query.phase === null
  const next = isBeginning ? page.then(firstCounted) : nextDue(db, query)
  const [{ placed, more }, slug, counts] = await Promise.all([page, next, countPhases(db, query)])
  return { placed, more, next: slug, counts }
}

function firstCounted({ placed }: BoardPage): string | null {
  const first = placed.at(0)
  return first?.place === 'counted' ? first.slug : null
}

/** A page of some places of the board, filled from one after the other; each is an indexed look-up. */
export async function boardPage(
  db: D1Database,
  asked: Unsearched,
  places: readonly Place[] = PLACES,
): Promise<BoardPage> {
  const query = { ...asked, now: await asOf(db, asked.now) }
  const wanted = query.limit + 1
  const placed: Placed[] = []
  const start = query.after ? PLACES.indexOf(query.after.place) : 0
  const possible = query.phase === null ? PLACES : PLACES_OF[query.phase]
  const isAsked = (place: Place) => possible.includes(place) && places.includes(place)
  for (const place of PLACES.slice(start).filter(isAsked)) {
    if (placed.length >= wanted) break
    placed.push(...(await inPlace(db, place, query, wanted - placed.length)))
  }
  return { placed: placed.slice(0, query.limit), more: placed.length > query.limit }
}

/** The one that is due first: the first that is counted to, whatever phase was asked for. */
export async function nextDue(db: D1Database, query: Unsearched): Promise<string | null> {
  const now = await asOf(db, query.now)
  const first = await inPlace(db, 'counted', { ...query, now, phase: null, after: null }, 1)
  return first[0]?.slug ?? null
}

/** How many there are in each phase, whatever phase and page were asked for. */
export async function countPhases(db: D1Database, asked: Unsearched): Promise<Counts> {
  return censusAt(db, { ...asked, now: await asOf(db, asked.now) })
}
