/** What is sent to a webhook: the same for programs and for people. */
import { type EpochSeconds, formatInstant } from '../../deadline/instant.ts'
import { ENVELOPE_VERSION } from '../envelope.ts'
import type { Telling } from '../telling.ts'
import { envelopeOf } from './envelope.ts'

export interface Parcel {
  /** Standard Webhooks’ id: stable, however often it is sent. */
  id: string
  /** For programs, to be sent as JSON. */
  envelope: Envelope
  /** For people, in chat services. */
  message: Message
}

interface Envelope {
  type: string
  timestamp: string
  version: number
  data: object
  subscription?: string
}

/** Its words are others’: whoever writes it in a markup has to escape them. */
export interface Message {
  title: string
  text: string
  /** Our own addresses; the first is what it is about. */
  links: { name: string; url: string }[]
  isUrgent: boolean
}

/** An event that has come to pass; `page` is the subscription's own. */
export function eventParcel(telling: Telling, page: string): Parcel {
  const { event, entry, url } = telling
  const { events, change } = event
  return {
    id: event.id,
    envelope: envelopeOf(telling, page),
    message: {
      ...{ title: entry.title, text: entry.text },
      links: [
        { name: 'See the deadline', url },
        { name: 'Change or end this', url: page },
      ],
      isUrgent: change.milestone === '1h' || events.includes('due') || events.includes('passed'),
    },
  }
}

interface Asking {
  id: string
  now: EpochSeconds
  /** The tracker's own name. */
  title: string
  /** Of what it would be told. */
  subject: string
}

/** Asks an address whether it agrees: a program by an echo, people by a link. */
export function challengeParcel(
  { id, now, title, subject }: Asking,
  { challenge, confirm }: { challenge: string; confirm: string },
): Parcel {
  return {
    id,
    envelope: envelope('webhook.challenge', now, { challenge, confirm }),
    message: {
      title: `${title}: is this to come here?`,
      text: `Somebody has asked to have this place told of ${subject}. If you agree, open the link within 24 hours and press its button. If not, do nothing.`,
      links: [{ name: 'Agree', url: confirm }],
      isUrgent: false,
    },
  }
}

/** So that whoever subscribed sees that it arrives. */
export function testParcel({ id, now, title, subject }: Asking, page: string): Parcel {
  const text = `This is a test. What comes of ${subject} will look like it.`
  return {
    id,
    envelope: { ...envelope('webhook.test', now, { text }), subscription: page },
    message: {
      ...{ title: `${title}: a test`, text, isUrgent: false },
      links: [{ name: 'Change or end this', url: page }],
    },
  }
}

function envelope(type: string, now: EpochSeconds, data: object): Envelope {
  return { type, timestamp: formatInstant(now), version: ENVELOPE_VERSION, data }
}
