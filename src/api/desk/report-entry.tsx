/** `/desk/deadlines/S/date`, `outcome`, `note`, `retract/ID`: a report by a form. */
import { formatInstant } from '../../deadline/instant.ts'
import { refusals } from '../../deadline/refusal.ts'
import type { Report } from '../../deadline/report.ts'
import { reportInputSchema } from '../../deadline/report-schema.ts'
import type { Status } from '../../deadline/status.ts'
import { zoneNames } from '../../deadline/zone.ts'
import { deskDeadlinePath } from '../../href.ts'
import { type Line, reportLine } from '../../ledger/line.ts'
import { pristine, type Values } from '../../page/desk/filled.ts'
import { ReportEntry } from '../../page/desk/report-entry.tsx'
import { tellOne } from '../deadlines.tsx'
import { Problem } from '../problem.ts'
import type { Visit } from './browser.tsx'
import { recordingOf } from './entering.ts'
import { asItIs, type EntryForm, type ReadForm, takeForm } from './entry-form.ts'
import { reportInput } from './form-input.ts'

export interface AskedReport {
  slug: string
  says: Report['says']
  /** The id of the report that a retraction takes back. */
  retracts: string | null
}

/** The form, with what is usual in it. */
export async function askReport(visit: Visit, asked: AskedReport): Promise<Response> {
  const { c } = visit
  const { form, status } = await reportForm(visit, asked)
  return c.html(form.show(pristine(usualValues(visit, status, asked.says)), null))
}

export async function takeReport(visit: Visit, asked: AskedReport): Promise<Response> {
  const { form } = await reportForm(visit, asked)
  return takeForm(visit, form)
}

async function reportForm(
  { c, view, editor }: Visit,
  { slug, says, retracts }: AskedReport,
): Promise<{ form: EntryForm; status: Status }> {
  const { status, log } = await tellOne(c, slug, { now: c.var.clock, knownAt: null })
  const retracted = log.find(({ id }) => id === retracts) ?? null
  if (retracts !== null && !retracted) throw new Problem(404, `${slug} has no report ${retracts}.`)
  const common = { view, editor: editor.name, status, says, retracted, zones: zoneNames() }
  const form: EntryForm = {
    read: (values) => readReport(slug, reportInput(values, says, retracts), recordingOf(c, editor)),
    show: (filled, preview) => <ReportEntry {...common} form={filled} preview={preview} />,
    onward: recordedPath,
  }
  return { form, status }
}

async function readReport(
  slug: string,
  input: unknown,
  recording: Parameters<typeof reportLine>[2],
): Promise<ReadForm> {
  const read = reportInputSchema.safeParse(input)
  if (!read.success) return { ok: false, refusals: refusals(read.error) }
  return {
    ok: true,
    lines: [{ line: await reportLine(slug, read.data, recording), fieldAt: asItIs }],
  }
}

/** An id, so that a form sent twice records once; now, and the zone of what was said before. */
function usualValues(visit: Visit, status: Status, says: Report['says']): Values {
  const isOurs = says === 'retraction' || says === 'note'
  return {
    id: crypto.randomUUID(),
    reportedAt: formatInstant(visit.c.var.clock),
    zone: status.zone ?? undefined,
    ...(isOurs && { 'source.name': visit.view.site.title, 'source.standing': 'desk' }),
  }
}

/** The deadline's page of the desk, which tells that it is recorded. */
function recordedPath([line]: Line[]): string {
  const slug = 'opens' in line ? line.opens.slug : line.reports.deadline
  return `${deskDeadlinePath(slug)}?recorded`
}
