/**
 * What a feed tells, whatever its format: one entry a report, with what the report changed. An
 * entry's time is that of the change, never that of the deadline.
 */
import { claimOf, compareReports } from '../deadline/claim.ts'
import type { Deadline } from '../deadline/deadline.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import type { Move } from '../deadline/move.ts'
import { phaseAt } from '../deadline/phase.ts'
import { remainingUntil } from '../deadline/remaining.ts'
import type { Report } from '../deadline/report.ts'
import { retracted, type State, timeline, timeOf } from '../deadline/timeline.ts'

export interface Entry {
  /** The report's id: the entry's, too, in every format and on every host. */
  id: string
  slug: string
  title: string
  /** A sentence or two that make sense alone. */
  summary: string
  report: Report
  published: EpochSeconds
  /** Later than `published` where the report was taken back. */
  updated: EpochSeconds
}

/** How a date in EDTF is written for people, in its zone. */
export type WriteDate = (edtf: string, zone: string | null) => string

/** A deadline and everything said of it by the feed's instant. */
export interface Telling {
  deadline: Deadline
  reports: Report[]
}

/** The entries of some reports, in the order given; each told as it stood when it was made. */
export function entriesOf(
  reports: Report[],
  tellings: Map<string, Telling>,
  writeDate: WriteDate,
): Entry[] {
  const timelines = new Map<string, State[]>()
  return reports.flatMap((report) => {
    const telling = tellings.get(report.deadline)
    if (!telling) return []
    const { slug, kind } = telling.deadline
    const states = timelines.get(slug) ?? timeline(kind, telling.reports)
    timelines.set(slug, states)
    return [entryOf(report, telling, states, writeDate)]
  })
}

function entryOf(
  report: Report,
  { deadline, reports }: Telling,
  states: State[],
  writeDate: WriteDate,
): Entry {
  const published = timeOf(report)
  const then = states.findLast((state) => state.from <= published) ?? states[0]
  const retraction = retractionOf(report, reports)
  const change = changeText(report, then, writeDate)
  const says = report.says === 'date' ? `, says ${report.source.name}` : ''
  return {
    id: report.id,
    slug: deadline.slug,
    title: `${retraction ? 'Retracted: ' : ''}${deadline.title}: ${change}${says}`,
    summary: [
      `${sourceText(report)}: ${change}.`,
      standingText(then, published),
      report.quote && `“${report.quote}”`,
      report.note,
      retraction && `This report was taken back by ${retraction.source.name}.`,
    ]
      .filter(Boolean)
      .join(' '),
    report,
    published,
    updated: retraction ? timeOf(retraction) : published,
  }
}

/** The retraction that takes a report back, where one stands. */
function retractionOf({ id }: Report, reports: Report[]): Report | null {
  const ordered = reports.toSorted(compareReports)
  const gone = retracted(ordered)
  if (!gone.has(id)) return null
  return ordered.find((report) => report.retracts === id && !gone.has(report.id)) ?? null
}

function changeText(report: Report, then: State, writeDate: WriteDate): string {
  if (report.says === 'outcome') return outcomeText(report)
  if (report.says === 'note') return `a note by ${report.source.name}`
  if (report.says === 'retraction') return 'an earlier report is taken back'
  const move = then.moves.find((each) => each.report === report.id)
  return move ? moveText(move, then, writeDate) : claimText(report, writeDate)
}

function outcomeText({ outcome }: Report): string {
  const [result, consequence] = [outcome?.result, outcome?.consequence].map((word) =>
    word?.replaceAll('-', ' '),
  )
  return consequence ? `${result}; consequence ${consequence}` : `${result}`
}

const MOVED: Record<Move['kind'], (from: string, to: string) => string> = {
  set: (_, to) => `set for ${to}`,
  slip: (from, to) => `moved back from ${from} to ${to}`,
  'pull-in': (from, to) => `pulled in from ${from} to ${to}`,
  firmed: (from, to) => `firmed from ${from} to ${to}`,
  loosened: (from, to) => `loosened from ${from} to ${to}`,
  withdrawn: (from) => `${from} withdrawn, now without a date`,
  adjusted: (from, to) => `restated from ${from} to ${to}`,
}

function moveText({ kind, from, to }: Move, then: State, writeDate: WriteDate): string {
  const [before, after] = [from, to].map(
    (edtf) => edtf && writeDate(edtf, then.leading?.when.zone ?? null),
  )
  return MOVED[kind](before ?? 'no date', after ?? 'no date')
}

function claimText(report: Report, writeDate: WriteDate): string {
  const { when } = claimOf(report)
  return when ? writeDate(when.text, when.zone) : 'no date'
}

function sourceText({ source: { name, standing, via } }: Report): string {
  return `${name} (${standing}${via ? `, by way of ${via}` : ''})`
}

/** How sure the date was, and how long was left, when the report was made. */
function standingText(then: State, now: EpochSeconds): string {
  const { certainty, target, window, leading } = then
  const phase = phaseAt(then, now)
  if (phase === 'closed') return ''
  if (!window || !leading) return 'There is no date.'
  if (phase === 'passed') return `The date is ${certainty}, and past.`
  if (phase === 'due') return `The date is ${certainty}, and due.`
  if (target === null) return `The date is ${certainty}.`
  const { text } = remainingUntil(target, window, leading.when.zone, now)
  return `The date is ${certainty}, with ${text} left.`
}
