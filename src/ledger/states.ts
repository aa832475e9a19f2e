import { endedAt, NEVER, type Shelf, shelfOf } from '../deadline/board.ts'
import type { Certainty } from '../deadline/claim.ts'
import type { Deadline, Kind } from '../deadline/deadline.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import type { Result } from '../deadline/report.ts'
import type { State } from '../deadline/timeline.ts'

/** A row of `states`: what a deadline's reports come to, over the span in which it held. */
export interface StateRow {
  deadline: string
  topic: string | null
  kind: Kind
  held_from: EpochSeconds | null
  held_until: EpochSeconds | null
  certainty: Certainty
  opens: EpochSeconds | null
  closes: EpochSeconds | null
  target: EpochSeconds | null
  result: Result | null
  ended_at: EpochSeconds | null
  shelf: Shelf
  /** Its order on its shelf, the smaller first. */
  key: number
  span: number | null
}

/** Every state that a deadline has been in, the one before its first report included. */
export function stateRows(deadline: Deadline, states: State[]): StateRow[] {
  return [
    beforeAnyReport(deadline, states[0]?.from ?? null),
    ...states.map((state, index) => rowOf(deadline, state, states[index + 1]?.from ?? null)),
  ]
}

function beforeAnyReport({ slug, topic, kind }: Deadline, until: EpochSeconds | null): StateRow {
  return {
    ...{ deadline: slug, topic, kind, held_from: null, held_until: until, certainty: 'undated' },
    ...{ opens: null, closes: null, target: null, result: null, ended_at: null },
    ...{ shelf: 'undated', key: NEVER, span: null },
  }
}

function rowOf(
  { slug, topic, kind }: Deadline,
  state: State,
  until: EpochSeconds | null,
): StateRow {
  const row = {
    ...{ deadline: slug, topic, kind, held_from: state.from, held_until: until },
    certainty: state.certainty,
    opens: state.window?.opens ?? null,
    closes: state.window?.closes ?? null,
    target: state.target,
    result: state.outcome?.result ?? null,
    ended_at: endedAt(state),
    shelf: shelfOf(state),
  }
  return { ...row, key: keyOf(row), span: spanOf(row) }
}

/** The key that placeOnBoard gives (deadline/board.ts), for as long as its time is not up. */
function keyOf({ shelf, target, closes, held_from, ended_at }: Omit<StateRow, 'key' | 'span'>) {
  if (shelf === 'closed') return -(ended_at ?? 0)
  if (shelf === 'undated') return -(held_from ?? 0)
  return target ?? closes ?? NEVER
}

/** What of a window is not bounded: its opening, or its closing. */
const OPENS_NEVER = 63
export const CLOSES_NEVER = 62

/** The least power of two that the window is no longer than, in seconds; null where there is none. */
function spanOf({ shelf, opens, closes }: Omit<StateRow, 'key' | 'span'>): number | null {
  if (shelf !== 'counted' && shelf !== 'uncounted') return null
  if (closes === null) return CLOSES_NEVER
  if (opens === null) return OPENS_NEVER
  let power = 0
  while (2 ** power < closes - opens) power++
  return power
}
