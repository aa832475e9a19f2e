/** Sending to an address that somebody else has given: nothing of its answer is trusted or waited for long. */
import type { Sent } from './transport.ts'

const PATIENCE_MS = 10_000
const MOST_BYTES = 64 * 1024

export interface Answer {
  status: number
  headers: Headers
  /** The first 64 KiB of it. */
  text: string
}

/** No answer, and why, in words for whoever set the address up. */
export interface NoAnswer {
  status: null
  why: string
}

export function post(
  address: string,
  headers: Record<string, string>,
  body: string | Uint8Array,
): Promise<Answer | NoAnswer> {
  return send(address, { method: 'POST', headers, body })
}

export function get(address: string): Promise<Answer | NoAnswer> {
  return send(address, { method: 'GET', headers: {} })
}

/** Sends once: no redirect is followed, and after 10 s it is given up. */
async function send(
  address: string,
  { headers, ...rest }: { method: string; headers: Record<string, string>; body?: BodyInit },
): Promise<Answer | NoAnswer> {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  try {
    const answer = await fetch(address, {
      ...{ ...rest, headers: { 'user-agent': 'Eleventh-Hour', ...headers } },
      ...{ redirect: 'manual', signal },
    })
    const { status } = answer
    return { status, headers: answer.headers, text: await firstOf(answer.body) }
  } catch {
    const why = signal.aborted
      ? `it did not answer within ${PATIENCE_MS / 1000} s`
      : 'no connection could be made'
    return { status: null, why }
  }
}

/** What broke off or is still coming after 10 s is as long as it is: the status has said enough. */
async function firstOf(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let room = MOST_BYTES
  try {
    for await (const piece of body ?? []) {
      text += decoder.decode(piece.subarray(0, room), { stream: true })
      room -= piece.length
      if (room <= 0) break
    }
  } catch {
    // It broke off.
  }
  return text + decoder.decode()
}

/** What an answer says of a delivery: taken, not now, or never again (410 Gone). */
export function sentBy(answer: Answer | NoAnswer): Sent {
  if (answer.status === null) return { outcome: 'failed', why: answer.why, retryAfter: null }
  const { status, headers } = answer
  if (status >= 200 && status < 300) return { outcome: 'delivered' }
  if (status === 410) return { outcome: 'gone', why: 'it answered 410: gone' }
  const isRedirect = status >= 300 && status < 400
  const why = `it answered ${status}${isRedirect ? ', and redirects are not followed' : ''}`
  return { outcome: 'failed', why, retryAfter: secondsOf(headers.get('retry-after')) }
}

/** Whole seconds, up to a day; a date, or anything else, is not heeded. */
function secondsOf(retryAfter: string | null): number | null {
  if (!/^\d{1,9}(\.\d{1,9})?$/.test(retryAfter ?? '')) return null
  return Math.min(Math.ceil(Number(retryAfter)), 24 * 3600)
}
