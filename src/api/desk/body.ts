/** A request's body as JSON that fits a schema; whatever does not is named field by field. */
import type { Context } from 'hono'
import type * as z from 'zod/mini'
import { type Refusal, refusals } from '../../deadline/refusal.ts'
import type { AppEnv } from '../context.ts'
import { Problem } from '../problem.ts'

const LONGEST_BODY = 64 * 1024

export async function readBody<T extends z.ZodMiniType>(
  c: Context<AppEnv>,
  schema: T,
): Promise<z.output<T>> {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type)) {
    throw new Problem(415, 'Send JSON, and say so: Content-Type: application/json.')
  }
  const read = schema.safeParse(parseJson(await readText(c)))
  if (read.success) return read.data
  throw refuse(refusals(read.error))
}

/** The problem that says what is wrong with which field. */
export function refuse(errors: Refusal[]): Problem {
  const told = errors.map(({ pointer, detail }) => (pointer ? `${pointer} ${detail}` : detail))
  const more = told.length > TOLD_AT_MOST ? `; and ${told.length - TOLD_AT_MOST} more` : ''
  const detail = `Nothing is stored: ${told.slice(0, TOLD_AT_MOST).join('; ')}${more}.`
  return new Problem(400, detail, { errors })
}

const TOLD_AT_MOST = 3

/** Reads no more of a body than is allowed, whatever its length is said to be. */
export async function readText(c: Context<AppEnv>): Promise<string> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of c.req.raw.body ?? []) {
    length += piece.length
    if (length > LONGEST_BODY) {
      throw new Problem(413, `The body must have at most ${LONGEST_BODY} bytes.`)
    }
    pieces.push(piece)
  }
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
    return decoder.decode(await new Blob(pieces).arrayBuffer())
  } catch {
    throw new Problem(400, 'The body is not UTF-8.')
  }
}

function parseJson(text: string): unknown {
  if (text.trim() === '') throw new Problem(400, 'The body is empty: send a JSON object.')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Problem(400, `The body is not JSON: ${(error as Error).message}.`)
  }
}
