/** An answer as it is kept, and given to all who ask for it. */

/** Bytes of one answer: what is larger goes to who asked alone. */
const MOST_BYTES = 4_000_000

/** What says nothing of an answer that has not changed: the rest is sent with a 304 as well. */
const OF_THE_BODY = ['content-type', 'content-language', 'content-disposition', 'last-modified']

export interface KeptAnswer extends Validators {
  /** All who ask are given the same bytes: of an array, the runtime would give each a copy. */
  body: Blob
  /** Status and headers, as a response without a body: of an object, the runtime would look for each of its keys. */
  head: Response
  language: string | null
}

/** What an answer is known by without its bytes. */
interface Validators {
  /** The same for who has it as it is: of a 304. */
  headUnchanged: Response
  /** Without `W/`: compared weakly. */
  tag: string | null
  /** In milliseconds. */
  modified: number | null
}

/** Whether whoever asks the same is answered the same. */
function isForAll(headers: Headers): boolean {
  const isShared = !/no-store|private/.test(headers.get('cache-control') ?? '')
  return isShared && !headers.has('set-cookie')
}

/** Keeps an answer, or gives it back, as good as it was, where it is not one to keep. */
export async function keep(response: Response): Promise<KeptAnswer | Response> {
  const { status, headers, body } = response
  if (status !== 200 || !body || !isForAll(headers)) return response
  const read = await readUpTo(MOST_BYTES, body)
  if (!(read instanceof Blob)) return new Response(read, response)
  const language = headers.get('content-language')
  return { body: read, head: new Response(null, { headers }), language, ...validatorsOf(headers) }
}

function validatorsOf(headers: Headers): Validators {
  const headersUnchanged = new Headers(headers)
  for (const name of OF_THE_BODY) headersUnchanged.delete(name)
  const modified = Date.parse(headers.get('last-modified') ?? '')
  return {
    headUnchanged: new Response(null, { status: 304, headers: headersUnchanged }),
    tag: headers.get('etag')?.replace(/^W\//, '') ?? null,
    modified: Number.isNaN(modified) ? null : modified,
  }
}

/** Answers as the request's conditions have it. */
export function give(kept: KeptAnswer, request: Request): Response {
  const body = request.method === 'HEAD' ? null : kept.body
  return notModified(kept, request) ?? new Response(body, kept.head)
}

/** The same with an answer that is not kept. */
export async function giveUnkept(response: Response, request: Request): Promise<Response> {
  const unchanged = response.status === 200 && notModified(validatorsOf(response.headers), request)
  if (!unchanged) return response
  await response.body?.cancel()
  return unchanged
}

/** A 304 for who has what there is, by the request's conditions (RFC 9110, section 13.2.2). */
function notModified(
  { tag, modified, headUnchanged }: Validators,
  { headers }: Request,
): Response | null {
  const tags = headers.get('if-none-match')
  const since = headers.get('if-modified-since')
  const isUnchanged =
    tags === null
      ? since !== null && modified !== null && modified <= Date.parse(since)
      : tags.split(',').some((each) => ['*', tag].includes(each.trim().replace(/^W\//, '')))
  return isUnchanged ? new Response(null, headUnchanged) : null
}

/** All of a stream, or one that is as good, where it is longer than so many bytes. */
async function readUpTo(
  most: number,
  body: ReadableStream<Uint8Array>,
): Promise<Blob | ReadableStream<Uint8Array>> {
  const reader = body.getReader()
  const pieces: Uint8Array[] = []
  for (let size = 0; size <= most; ) {
    const { done, value } = await reader.read()
    if (done) return new Blob(pieces)
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
