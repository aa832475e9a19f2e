/**
 * The board as it was known at an earlier instant. The states in the database follow from all
 * that is recorded, so here they are made anew from what had been recorded by then: the cost is
 * that of the ledger up to that instant.
 */
import type { D1Database } from '@cloudflare/workers-types'
import { PLACES, type Place, placeOnBoard } from '../deadline/board.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import { phaseAt } from '../deadline/phase.ts'
import { reportsBy } from '../deadline/status.ts'
import { NOTHING_KNOWN, timeline } from '../deadline/timeline.ts'
import type { BoardQuery } from './board.ts'
import { Gathering, type WholeBoard } from './gathering.ts'
import { type Recorded, recordedBy } from './read.ts'
import { searchable } from './rows.ts'

export async function knownBoard(
  db: D1Database,
  query: BoardQuery,
  knownAt: EpochSeconds,
  places: readonly Place[] = PLACES,
): Promise<WholeBoard> {
  const { now, unreported, topic, kind, q, certainty } = query
  const gathering = new Gathering(query, places)
  const place = ({ deadline: { slug, kind }, reports }: Recorded) => {
    const state = timeline(kind, reportsBy(reports, now, knownAt)).at(-1) ?? null
    if (!state && !unreported) return
    if (certainty !== null && (state ?? NOTHING_KNOWN).certainty !== certainty) return
    gathering.add(placeOnBoard(slug, state, now), state ? phaseAt(state, now) : 'upcoming')
  }
  for await (const recorded of recordedBy(db, { knownAt, topic, kind, q: q && searchable(q) })) {
    recorded.forEach(place)
  }
  return gathering.board()
}
