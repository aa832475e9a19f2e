/** A whole file is checked before anything of it is stored: every bad line is named. */
import type { D1Database } from '@cloudflare/workers-types'
import type { Kind } from '../deadline/deadline.ts'
import type { Refusal } from '../deadline/refusal.ts'
import { type Report, wrongOutcome } from '../deadline/report.ts'
import {
  isOpening,
  isReport,
  type Line,
  lineKey,
  type Recording,
  readLine,
  refuseLine,
  said,
  UNREADABLE,
} from './line.ts'
import { deadlinesBySlug, reportsById } from './read.ts'
import { recordedLines } from './record.ts'
import { type Bytes, type TextLine, textLines } from './text-lines.ts'

export interface LineRefusal extends Refusal {
  /** Counted from 1, as editors count. */
  line: number
}

export type CheckedLedger = { ok: true; lines: Line[] } | { ok: false; refusals: LineRefusal[] }

/** As much as the API takes in one request's body. */
const LINE_LENGTH = 65_536

interface NumberedLine {
  number: number
  line: Line
}

/** Checks each line by itself, then against the lines before it and what is recorded. */
export async function checkLedger(
  db: D1Database,
  bytes: Bytes,
  recording: Recording,
): Promise<CheckedLedger> {
  const refused: LineRefusal[] = []
  const unopened = new Set<unknown>()
  const numbered: NumberedLine[] = []
  let number = 0
  for await (const line of textLines(bytes)) {
    number++
    if (IGNORED.test(line.text)) continue
    const read = await readTextLine(line, recording)
    if (read.ok) {
      numbered.push({ number, line: read.value })
      continue
    }
    unopened.add(read.opens)
    refused.push(...read.refusals.map((refusal) => ({ line: number, ...refusal })))
  }
  refused.push(...(await misfits(db, numbered, unopened)))
  if (refused.length > 0) return { ok: false, refusals: refused.sort((a, b) => a.line - b.line) }
  return { ok: true, lines: numbered.map(({ line }) => line) }
}

/** Blank lines, and npm's own (`> eleventh-hour …`) in what `npm run ledger -- export` printed. */
const IGNORED = /^\s*$|^> /

function readTextLine({ text, isUtf8 }: TextLine, recording: Recording) {
  if (!isUtf8) return refuseLine('must be UTF-8')
  if (text.length > LINE_LENGTH) return refuseLine(`must have at most ${LINE_LENGTH} characters`)
  return readLine(text, recording)
}

/** What lines get wrong about one another and about the ledger. */
async function misfits(
  db: D1Database,
  numbered: NumberedLine[],
  unopened: Set<unknown>,
): Promise<LineRefusal[]> {
  const surroundings = await surroundingsOf(
    db,
    numbered.map(({ line }) => line),
  )
  const isBlamed = ({ deadline }: Report) => !unopened.has(deadline) && !unopened.has(UNREADABLE)
  return numbered.flatMap(({ number, line }) => {
    const refusal = misfit(line, surroundings, isBlamed)
    if (isOpening(line)) surroundings.kinds.set(line.opens.slug, line.opens.kind)
    else surroundings.reports.set(line.reports.id, line.reports.deadline)
    surroundings.said.set(lineKey(line), said(line))
    return refusal ? [{ line: number, ...refusal }] : []
  })
}

/** What a line can refer to: as recorded, and then as the lines before it add. */
interface Surroundings {
  /** By lineKey: what is said under that slug or id. */
  said: Map<string, string>
  /** The kind of each deadline, by slug. */
  kinds: Map<string, Kind>
  /** The deadline of each report, by id. */
  reports: Map<string, string>
}

async function surroundingsOf(db: D1Database, lines: Line[]): Promise<Surroundings> {
  const reports = lines.filter(isReport).map((line) => line.reports)
  const slugs = [...new Set(reports.map((report) => report.deadline))]
  const retracted = reports.flatMap((report) => report.retracts ?? [])
  const deadlines = await deadlinesBySlug(db, slugs)
  return {
    said: await recordedLines(db, lines),
    kinds: new Map(deadlines.map(({ slug, kind }) => [slug, kind])),
    reports: new Map((await reportsById(db, retracted)).map(({ id, deadline }) => [id, deadline])),
  }
}

/** Whether a report whose deadline is not there is at fault, and not the line that would open it. */
type IsBlamed = (report: Report) => boolean

function misfit(line: Line, surroundings: Surroundings, isBlamed: IsBlamed): Refusal | null {
  const recorded = surroundings.said.get(lineKey(line))
  if (recorded !== undefined && recorded !== said(line)) {
    const pointer = isOpening(line) ? '/slug' : '/id'
    const key = isOpening(line) ? line.opens.slug : line.reports.id
    return { pointer, detail: `${key} is in the ledger already and says something else` }
  }
  return isOpening(line) ? null : misfitReport(line.reports, surroundings, isBlamed)
}

function misfitReport(
  report: Report,
  { kinds, reports }: Surroundings,
  isBlamed: IsBlamed,
): Refusal | null {
  const kind = kinds.get(report.deadline)
  if (!kind) {
    if (!isBlamed(report)) return null
    return { pointer: '/deadline', detail: `no deadline ${report.deadline} is opened before it` }
  }
  const wrong = wrongOutcome(report, kind)
  if (wrong) return { pointer: '/outcome/result', detail: wrong }
  if (report.retracts !== null && reports.get(report.retracts) !== report.deadline) {
    const detail = `must be the id of a report of ${report.deadline} that came before it`
    return { pointer: '/retracts', detail }
  }
  return null
}
