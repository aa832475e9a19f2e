/** `/desk/new`: a deadline by a form. */
import { deadlineInputSchema } from '../../deadline/deadline-schema.ts'
import { refusals } from '../../deadline/refusal.ts'
import { deskDeadlinePath } from '../../href.ts'
import { deadlineLine, NO_SLUG } from '../../ledger/enter.ts'
import { topicsOf } from '../../ledger/read.ts'
import { DeadlineEntry } from '../../page/desk/deadline-entry.tsx'
import { pristine, type Values } from '../../page/desk/filled.ts'
import type { Visit } from './browser.tsx'
import { recordingOf } from './entering.ts'
import { asItIs, type EntryForm, type ReadForm, takeForm } from './entry-form.ts'
import { deadlineInput } from './form-input.ts'

export async function askDeadline(visit: Visit): Promise<Response> {
  const form = await deadlineForm(visit)
  return visit.c.html(form.show(pristine({}), null))
}

export async function takeDeadline(visit: Visit): Promise<Response> {
  return takeForm(visit, await deadlineForm(visit))
}

async function deadlineForm(visit: Visit): Promise<EntryForm> {
  const { c, view, editor } = visit
  const topics = await topicsOf(c.env.DB)
  return {
    read: (values) => readDeadline(visit, values),
    show: (form, preview) => (
      <DeadlineEntry {...{ view, editor: editor.name, form, preview, topics }} />
    ),
    onward: ([line]) => ('opens' in line ? `${deskDeadlinePath(line.opens.slug)}?recorded` : ''),
  }
}

async function readDeadline({ c, editor }: Visit, values: Values): Promise<ReadForm> {
  const read = deadlineInputSchema.safeParse(deadlineInput(values))
  if (!read.success) return { ok: false, refusals: refusals(read.error) }
  const line = await deadlineLine(c.env.DB, read.data, recordingOf(c, editor))
  return line
    ? { ok: true, lines: [{ line, fieldAt: asItIs }] }
    : { ok: false, refusals: [NO_SLUG] }
}
