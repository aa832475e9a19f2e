/** An answer as it is kept, and given to all who ask for it. */

/** Bytes of one answer: what is larger goes to who asked alone. */
const MOST_BYTES = 4_000_000

/** What says nothing of an answer that has not changed: the rest is sent with a 304 as well. */
const OF_THE_BODY = ['content-type', 'content-language', 'content-disposition', 'last-modified']

export interface KeptAnswer extends Validators {
  body: Uint8Array
  headers: Headers
}

interface Validators {
  headersUnchanged: Headers
  /** Without `W/`: compared weakly. */
  tag: string | null
  /** In milliseconds. */
  modified: number | null
}

/** Keeps an answer, or gives it back, as good as it was, where it is not one to keep. */
export async function keep(response: Response): Promise<KeptAnswer | Response> {
  const { status, headers, body } = response
  const isForAll = !/no-store|private/.test(headers.get('cache-control') ?? '')
  if (status !== 200 || !body || !isForAll || headers.has('set-cookie')) return response
  const read = await readUpTo(MOST_BYTES, body)
  if (read instanceof ReadableStream) return new Response(read, response)
  return { body: read, headers: new Headers(headers), ...validatorsOf(headers) }
}

function validatorsOf(headers: Headers): Validators {
  const headersUnchanged = new Headers(headers)
  for (const name of OF_THE_BODY) headersUnchanged.delete(name)
  const modified = Date.parse(headers.get('last-modified') ?? '')
  return {
    headersUnchanged,
    tag: headers.get('etag')?.replace(/^W\//, '') ?? null,
    modified: Number.isNaN(modified) ? null : modified,
  }
}

/** Answers as the request's conditions have it (RFC 9110, section 13.2.2). */
export function give(kept: KeptAnswer, { method, headers }: Request): Response {
  if (isUnchanged(kept, headers)) {
    return new Response(null, { status: 304, headers: kept.headersUnchanged })
  }
  return new Response(method === 'HEAD' ? null : kept.body, { headers: kept.headers })
}

/** The same with an answer that is not kept. */
export async function giveUnkept(response: Response, { headers }: Request): Promise<Response> {
  const validators = validatorsOf(response.headers)
  if (response.status !== 200 || !isUnchanged(validators, headers)) return response
  await response.body?.cancel()
  return new Response(null, { status: 304, headers: validators.headersUnchanged })
}

function isUnchanged({ tag, modified }: Validators, asked: Headers): boolean {
  const tags = asked.get('if-none-match')
  if (tags !== null) {
    return tags.split(',').some((each) => ['*', tag].includes(each.trim().replace(/^W\//, '')))
  }
  const since = asked.get('if-modified-since')
  return since !== null && modified !== null && modified <= Date.parse(since)
}

/** All of a stream, or one that is as good, where it is longer than so many bytes. */
async function readUpTo(
  most: number,
  body: ReadableStream<Uint8Array>,
): Promise<Uint8Array | ReadableStream<Uint8Array>> {
  const reader = body.getReader()
  const pieces: Uint8Array[] = []
  for (let size = 0; size <= most; ) {
    const { done, value } = await reader.read()
    if (done) return joined(pieces, size)
    pieces.push(value)
    size += value.length
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = pieces.shift() ?? (await reader.read()).value
        if (piece) controller.enqueue(piece)
        else controller.close()
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}

function joined(pieces: Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
