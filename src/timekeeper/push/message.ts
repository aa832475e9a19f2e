/** What a browser is sent of an event, and what the push service is told of it (RFC 8030). Pure. */
import type { EpochSeconds } from '../../deadline/instant.ts'
import { absolute, deadlinePath } from '../../href.ts'
import type { LedgerEvent } from '../../ledger/events.ts'
import type { Telling } from '../telling.ts'
import { base64url } from './base64url.ts'
import { cutToFit } from './cut.ts'

/** As the service worker reads it (src/page/client/service-worker/notify.ts). */
export interface PushMessage {
  title: string
  body: string
  /** The page that it leads to, absolute. */
  url: string
  id: string
  /** Whatever has the same replaces it. */
  tag: string
  /** The language of its words: sources are told of in English. */
  lang: string
  /** When it came to pass, in milliseconds since 1970. */
  at: number
  /** To be sent back, by which a browser shows that it is one. */
  proof?: string
}

export interface Sending {
  ttl: number
  topic: string
  urgency: 'normal' | 'high'
}

/** A push service takes 4,096 bytes; what encryption adds, and the rest of the JSON, is in that. */
const MOST_BYTES = 3900

export function messageOf({ event, entry, status, url }: Telling): PushMessage {
  const message = {
    ...{ title: status.title, body: entry.text, url, id: event.id },
    ...{ tag: deadlinePath(event.deadline), lang: 'en', at: event.change.at * 1000 },
  }
  return cutToFit(message, MOST_BYTES)
}

/** The message by which a browser is asked to prove itself, which it has to show as well. */
export function provingMessage(
  {
    id,
    proof,
    title,
    body,
    lang,
  }: Pick<PushMessage, 'id' | 'title' | 'body' | 'lang'> & {
    proof: string
  },
  { site, path, now }: { site: string; path: string; now: number },
): PushMessage {
  const url = absolute(site, path)
  return cutToFit({ title, body, url, id, tag: path, lang, at: now * 1000, proof }, MOST_BYTES)
}

const MINUTE = 60
const WEEK = 7 * 24 * 3600

/**
 * From when on it is no use to tell of an event: how long is left says nothing once the time is up,
 * and a week later the page is what to look at.
 */
export function staleAt({ change: { milestone, target, at } }: LedgerEvent): EpochSeconds {
  const isCount = milestone !== null && target !== null && target > at
  return isCount ? Math.min(target, at + WEEK) : at + WEEK
}

/**
 * How it is to be sent. A device that is off for longer than `ttl` is not told. While it is off, the
 * newest of a deadline is kept for it and the older ones are not.
 */
export async function sendingOf(event: LedgerEvent, now: EpochSeconds): Promise<Sending> {
  return {
    ttl: Math.max(staleAt(event) - now, MINUTE),
    topic: await topicOf(event.deadline),
    urgency: isUrgent(event) ? 'high' : 'normal',
  }
}

const URGENT = ['outcome', 'moved', 'due', 'passed']

/** Whether a phone that saves its battery is to be woken. */
function isUrgent({ events, change: { milestone } }: LedgerEvent): boolean {
  return milestone === '24h' || milestone === '1h' || events.some((kind) => URGENT.includes(kind))
}

/** At most 32 characters of the URL's base64 (RFC 8030, section 5.4), whatever a slug has. */
export async function topicOf(slug: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(slug))
  return base64url(new Uint8Array(digest)).slice(0, 32)
}
