import type { D1Database, DurableObjectId, Fetcher, Queue } from '@cloudflare/workers-types'
import type { EpochSeconds } from './deadline/instant.ts'
import { parseZone, type Zone } from './deadline/zone.ts'
import type { Subject } from './href.ts'

/** What wrangler binds: the types of wrangler.jsonc. */
export interface Bindings {
  DB: D1Database
  TIMEKEEPER: { getByName(name: string): TimekeeperCalls }
  AUDIENCE: {
    getByName(name: string): Pick<Fetcher, 'fetch'>
    get(id: DurableObjectId): AudienceCalls
    idFromString(id: string): DurableObjectId
  }
  DELIVERIES: Queue<QueueMessage>
  SITE_URL?: string
  SITE_TITLE?: string
  DESK_ZONE?: string
  /** Over how many audiences those who listen to `/live` are spread. */
  LIVE_AUDIENCES?: string
  /** A secret: `name:sha256-hex-of-token`, comma-separated. Without it nobody can write. */
  EDITORS?: string
  /** `1` for local work: webhooks may then go to this machine. Never in production. */
  OPEN_LOOPBACK?: string
}

/** What can be asked of the timekeeper (src/timekeeper/timekeeper.ts). */
export interface TimekeeperCalls {
  expectWrite(): Promise<void>
  wakeBy(at: EpochSeconds): Promise<void>
  wake(): Promise<void>
  check(): Promise<void>
  /** Somebody listens in an audience, by its id. */
  attend(audience: string): Promise<void>
  /** How many streams of `/live` are open. */
  listening(): Promise<number>
}

/** What can be asked of an audience (src/timekeeper/audience.ts). */
export interface AudienceCalls {
  /** False where nobody listens. */
  tell(): Promise<boolean>
  listening(): Promise<number>
}

/** What a stream of `/live` is to tell; sent to the `fetch` of an audience, as JSON. */
export interface Listening {
  subject: Subject
  /** The place of the last event that is known already; null for whatever comes from now on. */
  after: number | null
  /** What comes while nothing happens: a comment, or the ledger's head. */
  heartbeat: 'comment' | 'head'
  site: Configuration['site']
}

/** There is one timekeeper, by this name. */
export const timekeeperOf = ({ TIMEKEEPER }: Pick<Bindings, 'TIMEKEEPER'>) =>
  TIMEKEEPER.getByName('timekeeper')

/** One of the audiences, whichever: so they are about as large. */
export const anyAudienceOf = (bindings: Pick<Bindings, 'AUDIENCE' | 'LIVE_AUDIENCES'>) =>
  bindings.AUDIENCE.getByName(`audience-${Math.floor(Math.random() * countAudiences(bindings))}`)

/** Says that something is due to a subscription, and by which life of the timekeeper it was sent. */
export interface DeliveryMessage {
  subscription: number
  /** Of two lives, the name of the later one sorts after the other's. */
  run: string
}

/** Says that a subscriber is to be asked whether it wants what was asked for in its name. */
export interface IntentMessage {
  intent: number
}

export type QueueMessage = DeliveryMessage | IntentMessage

export interface Configuration {
  site: { url: string; title: string }
  deskZone: Zone
}

/**
 * Checks the configuration. Without SITE_URL the site is where the request came to, which suits
 * local work; a bad setting is a fault that names itself.
 */
export function readConfiguration(bindings: Bindings, requestUrl: string): Configuration {
  countAudiences(bindings)
  const zone = parseZone(bindings.DESK_ZONE || 'UTC')
  if (!zone.ok) throw new Error(`DESK_ZONE: ${zone.why}`)
  return {
    site: {
      url: siteUrl(bindings.SITE_URL || new URL(requestUrl).origin),
      title: siteTitle(bindings),
    },
    deskZone: zone.value,
  }
}

/** The timekeeper calls each of them. */
const MOST_AUDIENCES = 100

/** Over how many audiences those who listen are spread. */
export function countAudiences({ LIVE_AUDIENCES }: Pick<Bindings, 'LIVE_AUDIENCES'>): number {
  const text = LIVE_AUDIENCES || '1'
  if (/^[1-9]\d{0,2}$/.test(text) && Number(text) <= MOST_AUDIENCES) return Number(text)
  throw new Error(`LIVE_AUDIENCES: "${text}" is not a number from 1 to ${MOST_AUDIENCES}`)
}

/** What the tracker is called. */
export function siteTitle({ SITE_TITLE }: Pick<Bindings, 'SITE_TITLE'>): string {
  return SITE_TITLE || 'Eleventh Hour'
}

/** Whether subscribers may be on this machine. */
export function opensLoopback({ OPEN_LOOPBACK = '' }: Pick<Bindings, 'OPEN_LOOPBACK'>): boolean {
  if (!['', '0', '1'].includes(OPEN_LOOPBACK)) {
    throw new Error(`OPEN_LOOPBACK: "${OPEN_LOOPBACK}" is neither 1 nor empty`)
  }
  return OPEN_LOOPBACK === '1'
}

function siteUrl(text: string): string {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/') {
    throw new Error(`SITE_URL: "${text}" is not an origin such as https://eleventh-hour.example`)
  }
  return url.origin
}
