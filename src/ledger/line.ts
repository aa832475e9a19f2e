/**
 * The ledger's lines, as NDJSON carries them: a line that `says` something is a report, any
 * other opens a deadline. A line has one spelling: every key, in the schema's order, absent ones
 * null; so that what is exported, imported and exported again is the same to the byte.
 */
import type { Deadline } from '../deadline/deadline.ts'
import type { Report, ReportInput } from '../deadline/report.ts'
import { nameBasedUuid } from '../href.ts'

export type Line = Opening | Reporting
export type Opening = { opens: Deadline }
export type Reporting = { reports: Report }

export const isOpening = (line: Line): line is Opening => 'opens' in line
export const isReport = (line: Line): line is Reporting => 'reports' in line

/** What the tracker itself puts on a line that comes without it. */
export interface Recording {
  recordedAt: string
  recordedBy: string
}

/** Stands in a report's id until withId has made one. */
export const NO_ID = '00000000-0000-0000-0000-000000000000'

/** An editor's report on a deadline as a line; without an id it gets one made from what it says. */
export async function reportLine(
  deadline: string,
  { id, ...input }: ReportInput,
  recording: Recording,
): Promise<Reporting> {
  return { reports: await withId({ deadline, id: id ?? NO_ID, ...input, ...recording }) }
}

export function writeLine(line: Line): string {
  return JSON.stringify(isOpening(line) ? line.opens : line.reports)
}

/** A line as writeLine wrote it: it was checked before, and is not checked again. */
export function rereadLine(text: string): Line {
  const json = JSON.parse(text)
  return 'says' in json ? { reports: json } : { opens: json }
}

/** What may be in the ledger but once: a deadline's slug, a report's id. */
export function lineKey(line: Line): string {
  return isOpening(line) ? `deadline ${line.opens.slug}` : `report ${line.reports.id}`
}

/** What a line says, apart from when the tracker recorded it and for whom. */
export function said(line: Line): string {
  const { recordedAt, recordedBy, ...rest } = isOpening(line) ? line.opens : line.reports
  return JSON.stringify(rest)
}

/** A report that has no id yet gets one made from what it says: the same each time. */
export async function withId(report: Report): Promise<Report> {
  if (report.id !== NO_ID) return report
  return { ...report, id: await nameBasedUuid(said({ reports: report })) }
}
