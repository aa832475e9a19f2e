/** A form of the desk: filled in, looked at, recorded; what is wrong with it stands beside it. */
import { setCookie } from 'hono/cookie'
import type { Refusal } from '../../deadline/refusal.ts'
import { enter, findMisfits, type Misfit } from '../../ledger/enter.ts'
import type { Line } from '../../ledger/line.ts'
import { type Filled, fieldOf, pristine, type Values } from '../../page/desk/filled.ts'
import type { Preview } from '../../page/desk/preview.tsx'
import { RECORDED } from '../answers/keepable.ts'
import { readForm } from '../form.ts'
import type { Visit } from './browser.tsx'
import { foresee } from './foresee.ts'
import { previewOf } from './looked-at.ts'
import { telling } from './telling.ts'

export interface EntryForm {
  /** What the fields say as lines of the ledger, none of them recorded yet. */
  read(values: Values): Promise<ReadForm>
  show(form: Filled, preview: Preview | null): Page
  /** Where an editor goes once the lines are recorded. */
  onward(lines: Line[]): string
}

export type ReadForm = { ok: true; lines: EntryLine[] } | { ok: false; refusals: Refusal[] }

export interface EntryLine {
  line: Line
  /** Which of the form's fields a pointer into the line means. */
  fieldAt: (pointer: string) => string
}

/** Where a form has one line alone, and its fields are called as the line's keys. */
export const asItIs = (pointer: string): string => pointer

type Page = Parameters<Visit['c']['html']>[0]

/** Answers a form that was sent: with what is wrong, with what it would change, or by recording it. */
export async function takeForm(visit: Visit, form: EntryForm): Promise<Response> {
  return takeValues(visit, form, await readForm(visit.c))
}

/** The same of one whose fields are read. */
export async function takeValues({ c }: Visit, form: EntryForm, values: Values): Promise<Response> {
  const wrong = (refusals: Refusal[]) =>
    c.html(form.show(withFreshIds({ values, refusals }), null), 400)
  const read = await form.read(values)
  if (!read.ok) return wrong(read.refusals)
  const lines = read.lines.map(({ line }) => line)
  const misfits = await findMisfits(c.env.DB, lines)
  if (misfits.length > 0) return wrong(placed(misfits, read.lines))
  const preview = await previewOf(values, lines, await foresee(c.env.DB, lines, c.var.clock))
  if (preview) return c.html(form.show(pristine(values), preview))
  const entered = await telling(c, () => enter(c.env.DB, lines, c.var.clock))
  if (!entered.ok) return wrong(placed(entered.misfits, read.lines))
  // Wherever the editor looks next, the lines are there.
  const { cookie, seconds } = RECORDED
  setCookie(c, cookie, '1', {
    ...{ path: '/', maxAge: seconds, secure: true, httpOnly: true, sameSite: 'Strict' },
  })
  return c.redirect(form.onward(lines), 303)
}

function placed(misfits: Misfit[], lines: EntryLine[]): Refusal[] {
  return misfits.map(({ index, refusal: { pointer, detail } }) => ({
    pointer: lines[index].fieldAt(pointer),
    detail,
  }))
}

const ID = /\/id$/

/**
 * Nobody types an id. Where it is taken, the form was recorded before and has been changed since:
 * with another id it is another report, for the editor to look at.
 */
function withFreshIds({ values, refusals }: Filled): Filled {
  const ids = refusals.filter(({ pointer }) => ID.test(pointer)).map(({ pointer }) => pointer)
  const fresh = ids.map((pointer) => [fieldOf(pointer), crypto.randomUUID()])
  return {
    values: { ...values, ...Object.fromEntries(fresh) },
    refusals: refusals.map((each) => (ID.test(each.pointer) ? recordedBefore(each) : each)),
  }
}

/** Said of the whole form, or of a draft where it begins. */
function recordedBefore({ pointer }: Refusal): Refusal {
  return {
    pointer: pointer === '/id' ? '' : pointer.replace(ID, '/of'),
    detail:
      'This was recorded as it was before; look at it again to record what it says now as well',
  }
}
