import type { Context } from 'hono'
import { deadlineInputSchema } from '../../deadline/deadline-schema.ts'
import { enterDeadline, NO_SLUG } from '../../ledger/enter.ts'
import type { AppEnv } from '../context.ts'
import { readBody, refuse } from './body.ts'
import { expectEditor } from './editor.ts'
import { answerEntered, recordingOf } from './entering.ts'

/** `POST /deadlines`: opens one. The same once more changes nothing. */
export async function openDeadline(c: Context<AppEnv>): Promise<Response> {
  const editor = await expectEditor(c)
  const input = await readBody(c, deadlineInputSchema)
  const entered = await enterDeadline(c.env.DB, input, recordingOf(c, editor))
  if (entered === null) throw refuse([NO_SLUG])
  return answerEntered(c, entered)
}
