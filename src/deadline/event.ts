/** What those who follow a deadline are told of: which of a deadline's changes are news, and of what kind. */
import type { MilestoneName } from './milestone.ts'
import { moveKind } from './move.ts'
import type { Report } from './report.ts'
import type { State } from './timeline.ts'

/** In the order in which one that is several is called by the first. */
export const EVENTS = [
  'outcome',
  'moved',
  'contested',
  'retracted',
  'due',
  'passed',
  'milestone',
] as const
export type EventKind = (typeof EVENTS)[number]

/**
 * What it is to those who follow a deadline that one state comes after another (null: nothing was
 * reported before); nothing where the countdown, its end and the agreement on it stay as they were.
 * A deadline that is set anew after its end has moved, whatever its date.
 */
export function eventsBetween(before: State | null, after: State): EventKind[] {
  if (after.outcome) {
    return after.outcome.report === before?.outcome?.report ? [] : ['outcome']
  }
  const wasOpen = before !== null && before.outcome === null
  const isContested = after.certainty === 'contested'
  const reopened = before !== null && before.outcome !== null
  const moved = reopened || moveKind(before?.leading ?? null, after.leading) !== null
  return [
    ...(moved ? (['moved'] as const) : []),
    ...(isContested && !(wasOpen && before.certainty === 'contested')
      ? (['contested'] as const)
      : []),
  ]
}

/** What of the events between two states each of the reports has made that were made at that instant. */
export function eventsBy(report: Report, said: Report[], events: EventKind[], state: State) {
  const isLast = report === said.at(-1)
  const cause: Partial<Record<EventKind, boolean>> = {
    outcome: state.outcome?.report === report.id,
    moved: state.moves.some((move) => said.some(({ id }) => id === move.report))
      ? state.moves.some((move) => move.report === report.id)
      : isLast,
    contested: isLast,
  }
  const own = events.filter((event) => cause[event])
  return inOrder(report.says === 'retraction' ? [...own, 'retracted'] : own)
}

/** The window's opening and its closing are called by what the deadline then is. */
export function milestoneEvent(name: MilestoneName): EventKind {
  if (name === 'opens') return 'due'
  return name === 'closes' ? 'passed' : 'milestone'
}

/** Each once, the weightiest first. */
export function inOrder(events: EventKind[]): EventKind[] {
  return EVENTS.filter((event) => events.includes(event))
}
