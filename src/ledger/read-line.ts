/** Reading the ledger's lines as they come from outside, each checked by its schema. */
import { deadlineSchema } from '../deadline/deadline-schema.ts'
import { type Refusal, refusals } from '../deadline/refusal.ts'
import { reportSchema } from '../deadline/report-schema.ts'
import { type Line, NO_ID, type Recording, withId } from './line.ts'

export type ReadLine = { ok: true; value: Line } | RefusedLine

export interface RefusedLine {
  ok: false
  refusals: Refusal[]
  /** The deadline that the line would have opened, so that its reports are not blamed too. */
  opens: unknown
}

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
