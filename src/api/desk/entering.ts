/** What an editor's request records, and how it is answered. */
import type { Context } from 'hono'
import { formatInstant } from '../../deadline/instant.ts'
import type { Editor } from '../../editors.ts'
import { deadlinePath } from '../../href.ts'
import type { Entered } from '../../ledger/enter.ts'
import { isOpening, type Line, type Recording, writeLine } from '../../ledger/line.ts'
import type { AppEnv } from '../context.ts'
import { Problem } from '../problem.ts'
import { refuse } from './body.ts'

/** What the tracker puts on what is recorded: now, and the editor's name. */
export function recordingOf(c: Context<AppEnv>, editor: Editor): Recording {
  return { recordedAt: formatInstant(c.var.clock), recordedBy: editor.name }
}

/** 201 and the line as it is recorded, 200 where it stood there before, 409 where another does. */
export function answerEntered(c: Context<AppEnv>, entered: Entered): Response {
  if (entered.ok) {
    const [line] = entered.lines
    return c.body(writeLine(line), entered.isNew[0] ? 201 : 200, {
      'content-type': 'application/json',
      location: placeOf(line),
    })
  }
  const errors = entered.misfits.map(({ refusal }) => refusal)
  if (!entered.misfits.some(({ isTaken }) => isTaken)) throw refuse(errors)
  throw new Problem(409, `Nothing is stored: ${errors[0].detail}.`, { errors })
}

/** Where a line is read: a report among those of its deadline. */
function placeOf(line: Line): string {
  if (isOpening(line)) return deadlinePath(line.opens.slug)
  return `${deadlinePath(line.reports.deadline)}#${line.reports.id}`
}
