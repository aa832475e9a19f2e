/**
 * The ledger's lines, as NDJSON carries them: a line that `says` something is a report, any
 * other opens a deadline. A line has one spelling: every key, in the schema's order, absent ones
 * null; so that what is exported, imported and exported again is the same to the byte.
 */
import { type Deadline, deadlineSchema } from '../deadline/deadline.ts'
import { type Refusal, refusals } from '../deadline/refusal.ts'
import { type Report, type ReportInput, reportSchema } from '../deadline/report.ts'
import { nameBasedUuid } from '../href.ts'

export type Line = Opening | Reporting
export type Opening = { opens: Deadline }
export type Reporting = { reports: Report }

export const isOpening = (line: Line): line is Opening => 'opens' in line
export const isReport = (line: Line): line is Reporting => 'reports' in line

export type ReadLine = { ok: true; value: Line } | RefusedLine

export interface RefusedLine {
  ok: false
  refusals: Refusal[]
  /** The deadline that the line would have opened, so that its reports are not blamed too. */
  opens: unknown
}

/** What the tracker itself puts on a line that comes without it. */
export interface Recording {
  recordedAt: string
  recordedBy: string
}

const NO_ID = '00000000-0000-0000-0000-000000000000'

/** Reads one line; a report without an id gets one made from what it says. */
export async function readLine(text: string, recording: Recording): Promise<ReadLine> {
  const json = parseJson(text)
  if (!isObject(json)) {
    return refuseLine('must be a JSON object on one line')
  }
  if (!('says' in json)) {
    const deadline = deadlineSchema.safeParse({ ...recording, ...given(json) })
    if (!deadline.success)
      return { ok: false, refusals: refusals(deadline.error), opens: json.slug }
    return { ok: true, value: { opens: deadline.data } }
  }
  const report = reportSchema.safeParse({ id: NO_ID, ...recording, ...given(json) })
  if (!report.success) return { ok: false, refusals: refusals(report.error), opens: null }
  return { ok: true, value: { reports: await withId(report.data) } }
}

/** An editor's report on a deadline as a line; without an id it gets one made from what it says. */
export async function reportLine(
  deadline: string,
  { id, ...input }: ReportInput,
  recording: Recording,
): Promise<Reporting> {
  return { reports: await withId({ deadline, id: id ?? NO_ID, ...input, ...recording }) }
}

/** What a line opens of which nothing can be read: it might be anything. */
export const UNREADABLE = Symbol('unreadable')

/** Refuses a line as a whole. */
export function refuseLine(detail: string): RefusedLine {
  return { ok: false, refusals: [{ pointer: '', detail }], opens: UNREADABLE }
}

/** The keys that have a value: what is null is as absent, and gets what the tracker gives. */
function given(json: Record<string, unknown>): Record<string, unknown> {
  const left = ['id', 'recordedAt', 'recordedBy'].filter((key) => json[key] === null)
  return Object.fromEntries(Object.entries(json).filter(([key]) => !left.includes(key)))
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
async function withId(report: Report): Promise<Report> {
  if (report.id !== NO_ID) return report
  return { ...report, id: await nameBasedUuid(said({ reports: report })) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}
