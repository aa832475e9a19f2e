/** An event as programs are told of it: one envelope, whichever way it comes. */
import { formatInstant } from '../deadline/instant.ts'
import type { Telling } from './telling.ts'

/** Rises when a key changes its meaning or goes; keys may come without it. */
export const ENVELOPE_VERSION = 1

export function envelopeOf({ event, entry, report, status, url }: Telling) {
  const { change, events, recordedAt } = event
  return {
    type: `deadline.${events[0] ?? 'report'}`,
    timestamp: formatInstant(change.at),
    version: ENVELOPE_VERSION,
    data: {
      id: event.id,
      events,
      title: entry.title,
      text: entry.text,
      url,
      milestone: change.milestone,
      move: change.move,
      report,
      now: formatInstant(Math.max(recordedAt, change.at)),
      deadline: status,
    },
  }
}

export type Envelope = ReturnType<typeof envelopeOf>
