/** What is sent on a stream of Server-Sent Events (HTML, section 9.2.6). Pure. */
import type { LedgerEvent } from '../../ledger/events.ts'
import type { Envelope } from '../envelope.ts'

/** How long who was cut off waits before it comes back. */
const RETRY_MS = 2000

/** Whoever is cut off before its first event comes back with the place that it began at. */
export function openingMessage(place: number): string {
  return `retry: ${RETRY_MS}\nid: ${place}\n\n`
}

/** All that is said to whoever cannot be heard now. */
export const COME_BACK = `retry: ${RETRY_MS}\n\n`

/** How long who is one too many waits before it asks again; pages look for themselves meanwhile. */
const FULL_RETRY_MS = 60_000

/** All that is said to who is one too many: it will be told what comes after that place. */
export function fullMessage(place: number): string {
  return `: too many listen here; ask again in a minute\nretry: ${FULL_RETRY_MS}\nid: ${place}\n\n`
}

/** For who comes back with a place that there is none of: the database was restored since. */
export function outrunMessage(after: number): string {
  return `: there is no event ${after} here yet; this begins with the next one\n`
}

export function eventMessage({ seq, events }: LedgerEvent, envelope: Envelope): string {
  return `id: ${seq}\nevent: ${events[0] ?? 'report'}\ndata: ${JSON.stringify(envelope)}\n\n`
}

/** Keeps what lies between from closing a silent connection; who listens is told nothing. */
export const HEARTBEAT = ':\n\n'

/** The same for a browser's EventSource, which does not show a comment to the page. */
export function headMessage(head: number): string {
  return `event: head\ndata: ${JSON.stringify({ head })}\n\n`
}
