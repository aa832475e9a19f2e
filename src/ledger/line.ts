/**
 * The ledger's lines, as NDJSON carries them: a line that `says` something is a report, any
 * other opens a deadline. A line has one spelling: every key, in the schema's order, absent ones
 * null; so that what is exported, imported and exported again is the same to the byte.
 */
import { type Deadline, deadlineSchema } from '../deadline/deadline.ts'
import { type Refusal, refusals } from '../deadline/refusal.ts'
import { type Report, reportSchema } from '../deadline/report.ts'

export type Line = { opens: Deadline } | { reports: Report }

export type ReadLine = { ok: true; value: Line } | { ok: false; refusals: Refusal[] }

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
    return { ok: false, refusals: [{ pointer: '', detail: 'must be a JSON object' }] }
  }
  if (!('says' in json)) {
    const deadline = deadlineSchema.safeParse({ ...recording, ...json })
    if (!deadline.success) return { ok: false, refusals: refusals(deadline.error) }
    return { ok: true, value: { opens: deadline.data } }
  }
  const report = reportSchema.safeParse({ id: NO_ID, ...recording, ...json })
  if (!report.success) return { ok: false, refusals: refusals(report.error) }
  return { ok: true, value: { reports: await withId(report.data) } }
}

export function writeLine(line: Line): string {
  return JSON.stringify('opens' in line ? line.opens : line.reports)
}

/** What a line says, apart from when the tracker recorded it and for whom. */
export function said({ recordedAt, recordedBy, ...rest }: Deadline | Report): string {
  return JSON.stringify(rest)
}

async function withId(report: Report): Promise<Report> {
  if (report.id !== NO_ID) return report
  return { ...report, id: await nameBasedUuid(said(report)) }
}

/** This ledger's own namespace for ids made from what a report says. */
const NAMESPACE = 'c0de11e0-11e0-5a11-9a11-e1e7e471b0a5'

/** A UUID of version 5: the same name always gives the same id (RFC 9562, section 5.5). */
async function nameBasedUuid(name: string): Promise<string> {
  const namespace = Uint8Array.from(NAMESPACE.replaceAll('-', '').match(/../g) ?? [], (hex) =>
    Number.parseInt(hex, 16),
  )
  const bytes = new Uint8Array([...namespace, ...new TextEncoder().encode(name)])
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes)).slice(0, 16)
  hash[6] = (hash[6] & 0x0f) | 0x50
  hash[8] = (hash[8] & 0x3f) | 0x80
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
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
