/**
 * The board as it was known at an earlier instant. The states in the database follow from all
 * that is recorded, so here they are made anew from what had been recorded by then: the cost is
 * that of the ledger up to that instant.
 */
import type { D1Database } from '@cloudflare/workers-types'
import { compareOnBoard, PLACES, type Place, type Placed, placeOnBoard } from '../deadline/board.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import { type Phase, phaseAt } from '../deadline/phase.ts'
import { reportsBy } from '../deadline/status.ts'
import { NOTHING_KNOWN, timeline } from '../deadline/timeline.ts'
import type { BoardPage, BoardQuery, Counts } from './board.ts'
import { type Recorded, recordedBy } from './read.ts'
import { searchable } from './rows.ts'

export interface KnownBoard extends BoardPage {
  next: string | null
  counts: Counts
}

export async function knownBoard(
  db: D1Database,
  query: BoardQuery,
  knownAt: EpochSeconds,
  places: readonly Place[] = PLACES,
): Promise<KnownBoard> {
  const found = (await placedAt(db, query, knownAt)).sort(compareOnBoard)
  const counts: Counts = { upcoming: 0, due: 0, passed: 0, closed: 0 }
  for (const { phase } of found) counts[phase]++
  const { after, phase: asked, limit } = query
  const rest = found
    .filter(({ phase, place }) => (asked === null || phase === asked) && places.includes(place))
    .filter((placed) => after === null || compareOnBoard(after, placed) < 0)
  return {
    placed: rest.slice(0, limit),
    more: rest.length > limit,
    next: found.find(({ place }) => place === 'counted')?.slug ?? null,
    counts,
  }
}

async function placedAt(
  db: D1Database,
  { now, unreported, topic, kind, q, certainty }: BoardQuery,
  knownAt: EpochSeconds,
): Promise<(Placed & { phase: Phase })[]> {
  const place = ({ deadline: { slug, kind }, reports }: Recorded) => {
    const state = timeline(kind, reportsBy(reports, now, knownAt)).at(-1) ?? null
    if (!state && !unreported) return []
    if (certainty !== null && (state ?? NOTHING_KNOWN).certainty !== certainty) return []
    const phase = state ? phaseAt(state, now) : 'upcoming'
    return [{ ...placeOnBoard(slug, state, now), phase }]
  }
  const placed: (Placed & { phase: Phase })[] = []
  for await (const recorded of recordedBy(db, { knownAt, topic, kind, q: q && searchable(q) })) {
    placed.push(...recorded.flatMap(place))
  }
  return placed
}
