/** Deliveries that wait, or that were given up, and giving those another chance. */
import type { D1Database } from '@cloudflare/workers-types'
import type { EventKind } from '../deadline/event.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import { select } from './busy.ts'
import type { SubscriptionState, Transport } from './subscriptions.ts'

export const DELIVERY_STATES = ['waiting', 'dead'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** One that has not arrived. */
export interface Undelivered {
  subscription: string
  transport: Transport
  address: string
  subscriptionState: SubscriptionState
  /** The event's id, as in the feeds. */
  event: string
  deadline: string
  events: EventKind[]
  recordedAt: EpochSeconds
  state: DeliveryState
  attempts: number
  /** What was last wrong, in words; null where nothing was tried yet. */
  failure: string | null
  /** When one that waits is tried next. */
  nextAt: EpochSeconds
}

/** The newest first; of either state, or of both. */
export async function undelivered(
  db: D1Database,
  { state, limit }: { state: DeliveryState | null; limit: number },
): Promise<Undelivered[]> {
  const sql = `SELECT subscriptions.id AS subscription, transport, address,
      subscriptions.state AS subscriptionState, events.id AS event, events.deadline, events.events,
      events.recorded_at AS recordedAt, deliveries.state, attempts, deliveries.failure,
      next_at AS nextAt
    FROM deliveries JOIN events ON events.seq = deliveries.event
      JOIN subscriptions ON subscriptions.seq = deliveries.subscription
    WHERE deliveries.state IN (SELECT value FROM json_each(?1))
    ORDER BY deliveries.event DESC, deliveries.subscription LIMIT ?2`
  const states = JSON.stringify(state ? [state] : DELIVERY_STATES)
  const query = db.prepare(sql).bind(states, limit)
  const rows = await select<Omit<Undelivered, 'events'> & { events: string }>(query)
  return rows.map((row) => ({ ...row, events: JSON.parse(row.events) }))
}

/** How much of a subscription's has not arrived. */
export async function countUndelivered(
  db: D1Database,
  seq: number,
): Promise<Record<DeliveryState, number>> {
  const sql = `SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting,
    count(*) FILTER (WHERE state = 'dead') AS dead FROM deliveries WHERE subscription = ?1`
  const [counted] = await select<Record<DeliveryState, number>>(db.prepare(sql).bind(seq))
  return counted
}

/**
 * Has what was given up delivered again, of one subscription or of all (null), and gives how much
 * that is. What is switched off is told nothing, and keeps it until it is switched on. It is due a
 * second later: what a queue was told of in this one is taken for that message's (Nudges).
 */
export async function replay(
  db: D1Database,
  seq: number | null,
  now: EpochSeconds,
): Promise<number> {
  const sql = `UPDATE deliveries SET state = 'waiting', attempts = 0, next_at = ?2
    WHERE state = 'dead' AND (?1 IS NULL OR subscription = ?1)
      AND subscription IN (SELECT seq FROM subscriptions WHERE state = 'active')`
  const { meta } = await db
    .prepare(sql)
    .bind(seq, now + 1)
    .run()
  return meta.changes
}
