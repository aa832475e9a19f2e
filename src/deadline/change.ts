/**
 * Everything that happens to a deadline, one after the other: each report, told by what it changed,
 * and each milestone. What people are told of a deadline is made from these (feeds, deliveries).
 */
import type { Certainty } from './claim.ts'
import type { Kind } from './deadline.ts'
import { type EventKind, eventsBetween, eventsBy, milestoneEvent } from './event.ts'
import type { EpochSeconds } from './instant.ts'
import { type MilestoneName, milestonesOf } from './milestone.ts'
import type { MoveKind } from './move.ts'
import type { Report } from './report.ts'
import { inOrder, retracted, type State, timeline, timeOf } from './timeline.ts'
import type { Window } from './window.ts'

export const CHANGES = ['report', 'move', 'outcome', 'milestone'] as const
export type ChangeType = (typeof CHANGES)[number]

/** A date as somebody states it: EDTF, and its zone. */
export interface StatedDate {
  when: string
  zone: string | null
}

export interface Change {
  type: ChangeType
  at: EpochSeconds
  /** The report's id, or the milestone's name and instant: one of its deadline's has it alone. */
  key: string
  milestone: MilestoneName | null
  /** What it is to those who follow the deadline, the weightiest first; nothing where it is no news. */
  events: EventKind[]
  /** How the leading claim moved; null for "no date". */
  move: { kind: MoveKind; from: StatedDate | null; to: StatedDate | null } | null
  /** How the deadline stood once it had happened. */
  certainty: Certainty
  date: StatedDate | null
  /** Whose date that is. */
  by: string | null
  window: Window | null
  target: EpochSeconds | null
  isClosed: boolean
  /** Who says what, where they differ. */
  claims: { source: string; date: StatedDate | null }[]
  /** When the report was taken back, or put back, and by whom; oldest first. */
  takings: Taking[]
}

export interface Taking {
  at: EpochSeconds
  /** Null where a retraction was itself taken back, and the report stands again. */
  by: string | null
}

/**
 * All that happens to a deadline by what is reported, oldest first; milestones that are still ahead
 * among them. What has happened by an instant follows from what was reported by then alone.
 */
export function changesOf(kind: Kind, reports: Report[]): Change[] {
  const ordered = inOrder(reports)
  const states = timeline(kind, ordered)
  const takings = takingsOf(ordered)
  return states.flatMap((state, index) => {
    const said = ordered.filter((report) => timeOf(report) === state.from)
    const before = states[index - 1] ?? null
    const events = eventsBetween(before, state)
    return [
      ...said.map((report) => ({
        ...reportChange(report, state, before),
        events: eventsBy(report, said, events, state),
        takings: takings.get(report.id) ?? [],
      })),
      ...milestonesOf(kind, state, states[index + 1]?.from ?? null).map(({ name, at }) => ({
        ...standing(state),
        ...{ type: 'milestone' as const, at, key: `${name}@${at}`, milestone: name },
        ...{ events: [milestoneEvent(name)], move: null, takings: [] },
      })),
    ]
  })
}

function reportChange(
  report: Report,
  state: State,
  before: State | null,
): Omit<Change, 'events' | 'takings'> {
  const move = state.moves.find((each) => each.report === report.id)
  const type = move ? 'move' : report.says === 'outcome' ? 'outcome' : 'report'
  return {
    ...standing(state),
    ...{ type, at: state.from, key: report.id, milestone: null },
    move: move
      ? { kind: move.kind, from: dateOf(before, move.from), to: dateOf(state, move.to) }
      : null,
  }
}

/** The leading claim's, if a move names one. */
function dateOf(state: State | null, when: string | null): StatedDate | null {
  return when === null ? null : { when, zone: state?.leading?.when.zone ?? null }
}

function standing({ certainty, leading, claims, window, target, outcome }: State) {
  const differing = certainty === 'contested' ? claims : []
  return {
    certainty,
    date: leading && { when: leading.when.text, zone: leading.when.zone },
    by: leading?.source.name ?? null,
    window,
    target,
    isClosed: outcome !== null,
    claims: differing.map(({ source, when }) => ({
      source: source.name,
      date: when && { when: when.text, zone: when.zone },
    })),
  }
}

/** For each report that was ever taken back: when that changed, and by whom. */
function takingsOf(ordered: Report[]): Map<string, Taking[]> {
  const takings = new Map<string, Taking[]>()
  const retractions = ordered.filter(({ says }) => says === 'retraction')
  let before = new Set<string>()
  for (const at of new Set(retractions.map(timeOf))) {
    const known = ordered.filter((report) => timeOf(report) <= at)
    const after = retracted(known)
    for (const { id } of known.filter(({ id }) => before.has(id) !== after.has(id))) {
      const standing = known.findLast((each) => each.retracts === id && !after.has(each.id))
      const by = after.has(id) ? (standing?.source.name ?? null) : null
      takings.set(id, [...(takings.get(id) ?? []), { at, by }])
    }
    before = after
  }
  return takings
}
