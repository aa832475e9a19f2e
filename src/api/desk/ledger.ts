/** The whole ledger, in and out, as NDJSON. */
import type { Context } from 'hono'
import { timekeeperOf } from '../../env.ts'
import { exportLedger } from '../../ledger/export.ts'
import { importLedger } from '../../ledger/import.ts'
import { Taken } from '../../ledger/record.ts'
import type { AppEnv } from '../context.ts'
import type { ImportedAnswer } from '../contract/shapes/ledger.ts'
import { Problem } from '../problem.ts'
import { streamOf } from '../stream.ts'
import { refuse } from './body.ts'
import { expectEditor } from './editor.ts'
import { recordingOf } from './entering.ts'
import { telling } from './telling.ts'

/** `POST /ledger`: all the lines of a file that are not recorded yet, or where one is wrong none. */
export async function importLines(c: Context<AppEnv>): Promise<Response> {
  const editor = await expectEditor(c)
  const timekeeper = timekeeperOf(c.env)
  // Batch by batch: what was stored before an import is cut off is told of too.
  const expected = () => timekeeper.expectWrite()
  const bytes = c.req.raw.body ?? []
  const imported = await telling(c, () =>
    importLedger(c.env.DB, bytes, recordingOf(c, editor), expected).catch((error) => {
      throw error instanceof Taken ? overtaken(error) : error
    }),
  )
  if (imported.ok && imported.lines === 0) throw refuse([NO_LINE])
  if (imported.ok) {
    return c.json<ImportedAnswer>({ lines: imported.lines, recorded: imported.recorded })
  }
  const { refusals, refused } = imported
  const [{ line, pointer, detail }] = refusals
  const more = refused > 1 ? ` There are ${refused} faults in all.` : ''
  const first = `line ${line}: ${pointer && `${pointer} `}${detail}`
  throw new Problem(400, `Nothing is stored. The first fault is in ${first}.${more}`, {
    errors: refusals,
  })
}

/** What was sent by mistake for a ledger is not taken for an empty one. */
const NO_LINE = {
  pointer: '',
  detail: 'there is no line in it: send NDJSON, a deadline or a report on each line',
}

/** Somebody recorded something else under one of the file's ids while it was being stored. */
function overtaken({ message }: Taken): Problem {
  return new Problem(409, `The import stopped: ${message}. Send the file again to see its line.`)
}

/** `GET /ledger.ndjson`: every line in its order, read as it is sent. */
export async function exportLines(c: Context<AppEnv>): Promise<Response> {
  await expectEditor(c)
  return c.body(streamOf(c, linesOf(exportLedger(c.env.DB))), 200, {
    'content-type': 'application/x-ndjson',
    'cache-control': 'no-store',
  })
}

/** Pieces of about this many characters: a stream of many small ones is slow. */
const PIECE_LENGTH = 64 * 1024

async function* linesOf(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = ''
  for await (const line of lines) {
    piece += `${line}\n`
    if (piece.length < PIECE_LENGTH) continue
    yield piece
    piece = ''
  }
  if (piece) yield piece
}
