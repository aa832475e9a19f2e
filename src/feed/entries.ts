/**
 * What a feed tells, whatever its format: one entry a report, with what the report changed. An
 * entry's time is that of the change, never that of the deadline.
 */
import { compareReports } from '../deadline/claim.ts'
import type { Deadline } from '../deadline/deadline.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import type { Move } from '../deadline/move.ts'
import type { Report } from '../deadline/report.ts'
import { type Status, status } from '../deadline/status.ts'
import { retracted, timeOf } from '../deadline/timeline.ts'

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
  return reports.flatMap((report) => {
    const telling = tellings.get(report.deadline)
    return telling ? [entryOf(report, telling, writeDate)] : []
  })
}

function entryOf(report: Report, { deadline, reports }: Telling, writeDate: WriteDate): Entry {
  const published = timeOf(report)
  const then = status(deadline, reports, published, null)
  const retraction = retractionOf(report, reports)
  const change = changeText(report, then, writeDate)
  return {
    id: report.id,
    slug: deadline.slug,
    title: `${retraction ? 'Retracted: ' : ''}${deadline.title}: ${change}`,
    summary: [
      `${sourceText(report)}: ${change}.`,
      remainingText(then),
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

function changeText(report: Report, then: Status, writeDate: WriteDate): string {
  if (report.says === 'outcome') return outcomeText(report)
  if (report.says === 'note') return `a note by ${report.source.name}`
  if (report.says === 'retraction') return `${report.source.name} takes a report back`
  const move = then.moves.find((each) => each.report === report.id)
  return move ? moveText(move, report, then, writeDate) : claimText(report, then, writeDate)
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

function moveText({ kind, from, to }: Move, report: Report, then: Status, writeDate: WriteDate) {
  const [before, after] = [from, to].map((edtf) => edtf && writeDate(edtf, then.zone))
  return `${MOVED[kind](before ?? 'no date', after ?? 'no date')}, says ${report.source.name}`
}

function claimText(report: Report, then: Status, writeDate: WriteDate): string {
  const claim = then.claims.find((each) => each.report === report.id)
  if (!claim?.when) return `no date, says ${report.source.name}`
  return `${writeDate(claim.when, claim.zone)}, says ${report.source.name}`
}

function sourceText({ source }: Report): string {
  return source.via
    ? `${source.name} (${source.standing}), by way of ${source.via}`
    : `${source.name} (${source.standing})`
}

/** How long was left, and how sure that was, when it was said. */
function remainingText({ phase, certainty, remaining }: Status): string {
  if (phase === 'closed') return ''
  if (!remaining) return `The date is ${certainty}.`
  if (remaining.seconds < 0) return `The date is ${certainty}; it was due ${remaining.text}.`
  return `The date is ${certainty}, with ${remaining.text} left.`
}
