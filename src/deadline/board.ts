/**
 * The order of the board: what is counted, soonest target first; what is dated but has no target;
 * what is undated, the latest word first; what has passed and what is closed, the latest first.
 */
import type { Certainty } from './claim.ts'
import type { Deadline, Kind } from './deadline.ts'
import { type EpochSeconds, parseInstant } from './instant.ts'
import type { Phase } from './phase.ts'
import type { State } from './timeline.ts'
import { highest } from './window.ts'

/** What of the board is asked for; null where it is not narrowed. */
export interface Narrowing {
  topic: string | null
  kind: Kind | null
  certainty: Certainty | null
  phase: Phase | null
  /** Words to find in a deadline's own words. */
  q: string | null
}

export const NOT_NARROWED: Narrowing = {
  ...{ topic: null, kind: null, certainty: null },
  ...{ phase: null, q: null },
}

/** Which list a state stands in whatever the time is, */
export const SHELVES = ['counted', 'uncounted', 'undated', 'closed'] as const
export type Shelf = (typeof SHELVES)[number]

/** and which at an instant: a dated one moves on when its time is up. */
export const PLACES = ['counted', 'uncounted', 'undated', 'passed', 'closed'] as const
export type Place = (typeof PLACES)[number]

/** Where on the board the deadlines of a phase can stand. */
export const PLACES_OF: Record<Phase, readonly Place[]> = {
  upcoming: ['counted', 'uncounted', 'undated'],
  due: ['counted', 'uncounted'],
  passed: ['passed'],
  closed: ['closed'],
}

/** Beyond any instant: sorts what has no time of its own after what has. */
export const NEVER = 1e15

export function shelfOf({ outcome, window, target }: State): Shelf {
  if (outcome) return 'closed'
  if (!window) return 'undated'
  return target === null ? 'uncounted' : 'counted'
}

export interface Placed {
  slug: Deadline['slug']
  place: Place
  /** Seconds; the smaller comes first within a place. */
  key: number
}

/** Where a deadline stands on the board at an instant; without a state it has no report yet. */
export function placeOnBoard(
  slug: Deadline['slug'],
  state: State | null,
  now: EpochSeconds,
): Placed {
  if (!state) return { slug, place: 'undated', key: NEVER }
  const shelf = shelfOf(state)
  const closes = state.window ? highest(state.window) : NEVER
  if (shelf === 'closed') return { slug, place: shelf, key: -(endedAt(state) ?? 0) }
  if (shelf === 'undated') return { slug, place: shelf, key: -state.from }
  if (closes <= now) return { slug, place: 'passed', key: -closes }
  return { slug, place: shelf, key: state.target ?? Math.min(closes, NEVER) }
}

/** When a state's outcome was reported; null where it has none. */
export function endedAt({ outcome }: State): EpochSeconds | null {
  const reported = outcome && parseInstant(outcome.reportedAt)
  return reported?.ok ? reported.value : null
}

export function compareOnBoard(a: Placed, b: Placed): number {
  return (
    PLACES.indexOf(a.place) - PLACES.indexOf(b.place) ||
    a.key - b.key ||
    (a.slug < b.slug ? -1 : Number(a.slug > b.slug))
  )
}
