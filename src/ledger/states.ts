import { endedAt, type Shelf, shelfOf } from '../deadline/board.ts'
import type { Certainty } from '../deadline/claim.ts'
import type { Deadline } from '../deadline/deadline.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import type { Report, Result } from '../deadline/report.ts'
import { type State, timeline } from '../deadline/timeline.ts'

/** A row of `states`: what a deadline's reports come to, over the span in which it held. */
export interface StateRow {
  deadline: string
  held_from: EpochSeconds | null
  held_until: EpochSeconds | null
  certainty: Certainty
  opens: EpochSeconds | null
  closes: EpochSeconds | null
  target: EpochSeconds | null
  result: Result | null
  ended_at: EpochSeconds | null
  shelf: Shelf
}

/** Every state that a deadline has been in, the one before its first report included. */
export function stateRows({ slug, kind }: Deadline, reports: Report[]): StateRow[] {
  const states = timeline(kind, reports)
  const rows = states.map((state, index) => rowOf(slug, state, states[index + 1]?.from ?? null))
  return [beforeAnyReport(slug, states[0]?.from ?? null), ...rows]
}

function beforeAnyReport(deadline: string, until: EpochSeconds | null): StateRow {
  return {
    deadline,
    held_from: null,
    held_until: until,
    certainty: 'undated',
    opens: null,
    closes: null,
    target: null,
    result: null,
    ended_at: null,
    shelf: 'undated',
  }
}

function rowOf(deadline: string, state: State, until: EpochSeconds | null): StateRow {
  return {
    deadline,
    held_from: state.from,
    held_until: until,
    certainty: state.certainty,
    opens: state.window?.opens ?? null,
    closes: state.window?.closes ?? null,
    target: state.target,
    result: state.outcome?.result ?? null,
    ended_at: endedAt(state),
    shelf: shelfOf(state),
  }
}
