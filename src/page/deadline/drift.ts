/** How a deadline's date moved, by source: what the drift chart draws and its table tells. Pure. */
import { type Certainty, sourceKey } from '../../deadline/claim.ts'
import type { EpochSeconds } from '../../deadline/instant.ts'
import { DAY_SECONDS } from '../../deadline/local.ts'
import { type MoveKind, windowMove } from '../../deadline/move.ts'
import type { Report, Source } from '../../deadline/report.ts'
import type { Status } from '../../deadline/status.ts'
import { inOrder, retracted, timeline, timeOf } from '../../deadline/timeline.ts'
import { type ResolvedWhen, resolveWhen } from '../../deadline/when.ts'
import type { Window } from '../../deadline/window.ts'

/** One thing that a source said of the date, and for how long it was the source's last word. */
export interface Word {
  report: Report
  /** Null: it said that there is no date. */
  when: ResolvedWhen | null
  from: EpochSeconds
  until: EpochSeconds
  /** Against the same source's word before; null where that is the same date, or none. */
  change: Change | null
  /** How sure the deadline's date was, as it last stood while this was the source's word. */
  certainty: Certainty
}

export interface Change {
  kind: MoveKind
  /** The date before; null where there was none. */
  before: ResolvedWhen | null
}

export interface Line {
  source: Source
  isLeading: boolean
  /** Oldest first; at least one. */
  words: Word[]
}

/**
 * A line for each source that spoke of the date, the leading source's first, so that it is drawn
 * under the others' outlines. Words that were taken back are left out; a word lasts until the source's next,
 * or else until `end`.
 */
export function linesOf(status: Status, log: Report[], end: EpochSeconds): Line[] {
  const ordered = inOrder(log)
  const without = retracted(ordered)
  const said = ordered.filter(({ says, id }) => says === 'date' && !without.has(id))
  const states = timeline(status.kind, log)
  const certaintyBefore = (until: EpochSeconds, from: EpochSeconds): Certainty =>
    states.findLast((state) => state.from < until || state.from === from)?.certainty ?? 'undated'
  const leading = leadingSource(status)
  const lines = [...Map.groupBy(said, ({ source }) => sourceKey(source))].map(([key, reports]) => ({
    source: (reports.at(-1) ?? reports[0]).source,
    isLeading: key === leading,
    words: wordsOf(reports, end, certaintyBefore),
  }))
  return lines.sort((a, b) => Number(b.isLeading) - Number(a.isLeading))
}

/** Who leads now; where nobody does, who last gave the date that led. */
function leadingSource({ claims, moves }: Status): string | null {
  const claim = claims.find((each) => each.leading)
  const source = claim?.source ?? moves.findLast((move) => move.to !== null)?.source
  return source ? sourceKey(source) : null
}

function wordsOf(
  reports: Report[],
  end: EpochSeconds,
  certaintyBefore: (until: EpochSeconds, from: EpochSeconds) => Certainty,
): Word[] {
  // Of two words in one instant the later recorded stands, as in the fold.
  const standing = reports.filter(
    (report, index) => reports[index + 1]?.reportedAt !== report.reportedAt,
  )
  let before: ResolvedWhen | null = null
  return standing.map((report, index) => {
    const [from, next] = [timeOf(report), standing[index + 1]]
    const until = next ? timeOf(next) : Math.max(end, from)
    const when = resolvedOf(report)
    const change = changeOf(before, when)
    before = when
    return { report, when, from, until, change, certainty: certaintyBefore(until, from) }
  })
}

/** It was checked when it was recorded, so a bad date here is a fault. */
function resolvedOf({ id, when, zone }: Report): ResolvedWhen | null {
  const resolved = resolveWhen(when, zone)
  if (!resolved.ok) throw new Error(`report ${id}: ${resolved.why}`)
  return resolved.value
}

function changeOf(before: ResolvedWhen | null, when: ResolvedWhen | null): Change | null {
  if (!before) return when && { kind: 'set', before }
  if (!when) return { kind: 'withdrawn', before }
  const kind = windowMove(before.window, when.window)
  return kind && { kind, before }
}

/** By how many whole days a window moved, its ends apart: the least and the most. */
export function daysMoved(from: Window, to: Window): [number, number] | null {
  const ends = [
    [from.opens, to.opens],
    [from.closes, to.closes],
  ]
  const days = ends.flatMap(([before, after]) =>
    before === null || after === null ? [] : [Math.round(Math.abs(after - before) / DAY_SECONDS)],
  )
  const [least, most] = [Math.min(...days), Math.max(...days)]
  return days.length > 0 && most > 0 ? [Math.max(least, 1), most] : null
}
