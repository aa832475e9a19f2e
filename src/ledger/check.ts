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
} from './line.ts'
import { deadlinesBySlug, reportsById } from './read.ts'
import { recordedLines } from './record.ts'

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
  texts: Iterable<string> | AsyncIterable<string>,
  recording: Recording,
): Promise<CheckedLedger> {
  const refused: LineRefusal[] = []
  const unopened = new Set<unknown>()
  const numbered: NumberedLine[] = []
  let number = 0
  for await (const text of texts) {
    number++
    if (IGNORED.test(text)) continue
    const read = text.length > LINE_LENGTH ? refuseLine(TOO_LONG) : await readLine(text, recording)
    if (read.ok) {
      numbered.push({ number, line: read.value })
      continue
    }
    unopened.add(read.opens)
    refused.push(...read.refusals.map((refusal) => ({ line: number, ...refusal })))
  }
  const blameless = numbered.filter(
    ({ line }) => !isReport(line) || !unopened.has(line.reports.deadline),
  )
  refused.push(...(await misfits(db, blameless)))
  if (refused.length > 0) return { ok: false, refusals: refused.sort((a, b) => a.line - b.line) }
  return { ok: true, lines: numbered.map(({ line }) => line) }
}

/** Blank lines, and npm's own (`> eleventh-hour …`) in what `npm run ledger -- export` printed. */
const IGNORED = /^\s*$|^> /

const TOO_LONG = [{ pointer: '', detail: `must have at most ${LINE_LENGTH} characters` }]

/** What lines get wrong about one another and about the ledger. */
async function misfits(db: D1Database, numbered: NumberedLine[]): Promise<LineRefusal[]> {
  const surroundings = await surroundingsOf(
    db,
    numbered.map(({ line }) => line),
  )
  return numbered.flatMap(({ number, line }) => {
    const refusal = misfit(line, surroundings)
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

function misfit(line: Line, surroundings: Surroundings): Refusal | null {
  const recorded = surroundings.said.get(lineKey(line))
  if (recorded !== undefined && recorded !== said(line)) {
    const pointer = isOpening(line) ? '/slug' : '/id'
    return { pointer, detail: `${lineKey(line)} is in the ledger already and says something else` }
  }
  return isOpening(line) ? null : misfitReport(line.reports, surroundings)
}

function misfitReport(report: Report, { kinds, reports }: Surroundings): Refusal | null {
  const kind = kinds.get(report.deadline)
  if (!kind) {
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
