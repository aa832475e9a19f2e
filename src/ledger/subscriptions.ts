/** Who is told of what: webhooks, WebSub subscribers and browsers, in one table. */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { EventKind } from '../deadline/event.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import type { Subject } from '../href.ts'
import { select } from './busy.ts'

export type Transport = 'webhook' | 'websub' | 'push'

/** `pending` until the address has proven that it wants this; `off` once it failed for too long. */
export type SubscriptionState = 'pending' | 'active' | 'off'

/** `Details` is what the transport needs, kept as JSON. */
export interface Subscription<Details = unknown> {
  seq: number
  id: string
  transport: Transport
  address: string
  subject: Subject
  /** Null: all there is, and what is no news as well. */
  events: EventKind[] | null
  /** The tracker's own address, as the subscriber knows it. */
  site: string
  state: SubscriptionState
  details: Details
  /** The SHA-256 of the key that its page is opened by; null where it has no page. */
  keyDigest: string | null
  createdAt: EpochSeconds
  /** Null: never. */
  expiresAt: EpochSeconds | null
  delivered: number
  deliveredAt: EpochSeconds | null
  /** Since when every try has failed; null where the last one has not, or nothing more was to be tried. */
  failingSince: EpochSeconds | null
  /** What was last wrong, in words. */
  failure: string | null
}

export type NewSubscription<Details = unknown> = Pick<
  Subscription<Details>,
  | 'id'
  | 'transport'
  | 'address'
  | 'subject'
  | 'events'
  | 'site'
  | 'state'
  | 'details'
  | 'keyDigest'
  | 'createdAt'
  | 'expiresAt'
>

/** A row of `subscriptions`. */
export interface SubscriptionRow {
  seq: number
  id: string
  transport: Transport
  address: string
  topic: string | null
  deadline: string | null
  events: string
  site: string
  state: SubscriptionState
  details: string
  key_digest: string | null
  created_at: number
  expires_at: number | null
  delivered: number
  delivered_at: number | null
  failing_since: number | null
  failure: string | null
}

export function subscriptionOf<Details>(row: SubscriptionRow): Subscription<Details> {
  return {
    ...{ seq: row.seq, id: row.id, transport: row.transport, address: row.address },
    subject: row.deadline
      ? { slug: row.deadline }
      : row.topic
        ? { topic: row.topic }
        : 'everything',
    events: JSON.parse(row.events),
    ...{ site: row.site, state: row.state, details: JSON.parse(row.details) },
    ...{ keyDigest: row.key_digest, createdAt: row.created_at, expiresAt: row.expires_at },
    ...{ delivered: row.delivered, deliveredAt: row.delivered_at },
    ...{ failingSince: row.failing_since, failure: row.failure },
  }
}

/**
 * How many a place has at an instant that have agreed, as SQL: strangers can ask for as many others as
 * they like. One that is switched off is among them, since it can be switched on at any time.
 */
export function agreedAt(place: string, instant: string): string {
  return `(SELECT count(*) FROM subscriptions AS there
    WHERE (there.address = ${place} OR there.address >= ${place} || '?' AND there.address < ${place} || '@')
      AND there.state <> 'pending' AND (there.expires_at IS NULL OR there.expires_at > ${instant}))`
}

/**
 * Adds a subscription, unless as many at its place have agreed already (null: as many as there may
 * be); gives whether it did.
 */
export async function addSubscription(
  db: D1Database,
  subscription: NewSubscription,
  most: number | null = null,
): Promise<boolean> {
  const { subject } = subscription
  const sql = `INSERT INTO subscriptions (id, transport, address, topic, deadline, events, site, state,
      details, key_digest, created_at, expires_at)
    SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12
    WHERE ?13 IS NULL OR ${agreedAt('?14', '?11')} < ?13`
  const { meta } = await db
    .prepare(sql)
    .bind(
      subscription.id,
      subscription.transport,
      subscription.address,
      subject !== 'everything' && 'topic' in subject ? subject.topic : null,
      subject !== 'everything' && 'slug' in subject ? subject.slug : null,
      JSON.stringify(subscription.events),
      subscription.site,
      subscription.state,
      JSON.stringify(subscription.details),
      subscription.keyDigest,
      subscription.createdAt,
      subscription.expiresAt,
      most,
      placeOf(subscription),
    )
    .run()
  return meta.changes > 0
}

/**
 * What may have so many subscriptions: an address, whatever its query, with which anybody could make
 * many of one. But a browser's may have all that tells it from others' there, as Edge's do.
 */
export function placeOf({
  transport,
  address,
}: Pick<Subscription, 'transport' | 'address'>): string {
  return transport === 'push' ? address : address.replace(/\?.*$/s, '')
}

/** Null where there is none of that id. */
export async function findSubscription<Details>(
  db: D1Database,
  id: string,
): Promise<Subscription<Details> | null> {
  const query = db.prepare('SELECT * FROM subscriptions WHERE id = ?1').bind(id)
  const [row] = await select<SubscriptionRow>(query)
  return row ? subscriptionOf<Details>(row) : null
}

/** Changes what is named of a subscription, and leaves the rest. */
export async function changeSubscription(
  db: D1Database,
  id: string,
  changed: Partial<
    Pick<Subscription, 'state' | 'details' | 'events' | 'expiresAt' | 'failingSince' | 'failure'>
  >,
): Promise<void> {
  const columns = {
    ...('state' in changed && { state: changed.state }),
    ...('details' in changed && { details: JSON.stringify(changed.details) }),
    ...('events' in changed && { events: JSON.stringify(changed.events) }),
    ...('expiresAt' in changed && { expires_at: changed.expiresAt }),
    ...('failingSince' in changed && { failing_since: changed.failingSince }),
    ...('failure' in changed && { failure: changed.failure }),
  }
  const set = Object.keys(columns).map((column, index) => `${column} = ?${index + 2}`)
  await db
    .prepare(`UPDATE subscriptions SET ${set} WHERE id = ?1`)
    .bind(id, ...Object.values(columns))
    .run()
}

/** Notes one of a subscription's details, and leaves the others as they are by then. */
export async function noteDetail(
  db: D1Database,
  id: string,
  name: string,
  value: unknown,
): Promise<void> {
  const sql =
    "UPDATE subscriptions SET details = json_set(details, '$.' || ?2, json(?3)) WHERE id = ?1"
  await db.prepare(sql).bind(id, name, JSON.stringify(value)).run()
}

/** Something has arrived there, which need not have been a delivery: it does not fail any more. */
export async function noteArrival(db: D1Database, id: string): Promise<void> {
  const sql = `UPDATE subscriptions SET failing_since = NULL, failure = NULL
    WHERE id = ?1 AND state = 'active'`
  await db.prepare(sql).bind(id).run()
}

/** Ends a subscription, and drops all that was still to be delivered to it. */
export async function dropSubscription(db: D1Database, id: string): Promise<void> {
  await db.batch([
    db
      .prepare(
        'DELETE FROM deliveries WHERE subscription = (SELECT seq FROM subscriptions WHERE id = ?1)',
      )
      .bind(id),
    db.prepare('DELETE FROM subscriptions WHERE id = ?1').bind(id),
  ])
}

/** Drops those that have come to their end: never proven, or not renewed. */
export async function dropExpired(db: D1Database, now: EpochSeconds): Promise<void> {
  const expired = 'SELECT seq FROM subscriptions WHERE expires_at <= ?1'
  const drop = (sql: string): D1PreparedStatement => db.prepare(sql).bind(now)
  await db.batch([
    drop(`DELETE FROM deliveries WHERE subscription IN (${expired})`),
    drop('DELETE FROM subscriptions WHERE expires_at <= ?1'),
  ])
}

/** How many there are, by transport and state. */
export async function countSubscriptions(
  db: D1Database,
): Promise<{ transport: Transport; state: SubscriptionState; count: number }[]> {
  const sql = `SELECT transport, state, count(*) AS count FROM subscriptions
    GROUP BY transport, state ORDER BY transport, state`
  return select(db.prepare(sql))
}
