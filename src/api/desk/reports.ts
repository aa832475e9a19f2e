import type { Context } from 'hono'
import { reportInputSchema } from '../../deadline/report-schema.ts'
import { enter } from '../../ledger/enter.ts'
import { reportLine } from '../../ledger/line.ts'
import type { AppEnv } from '../context.ts'
import { expectDeadline } from '../subject.ts'
import { readBody } from './body.ts'
import { expectEditor } from './editor.ts'
import { answerEntered, recordingOf } from './entering.ts'
import { telling } from './telling.ts'

/** `POST /deadlines/S/reports`: records one. The same once more changes nothing. */
export async function addReport(c: Context<AppEnv>, slug: string): Promise<Response> {
  const editor = await expectEditor(c)
  await expectDeadline(c, slug)
  const input = await readBody(c, reportInputSchema)
  const line = await reportLine(slug, input, recordingOf(c, editor))
  return answerEntered(c, await telling(c, () => enter(c.env.DB, [line], c.var.clock)))
}
