/** What was asked of the hub in a subscriber's name, and is yet to be confirmed by the subscriber. */
import type { D1Database } from '@cloudflare/workers-types'
import type { EpochSeconds } from '../deadline/instant.ts'
import { select } from './busy.ts'

export const MODES = ['subscribe', 'unsubscribe'] as const

export interface Intent {
  /** Its place among all; it rises. */
  seq: number
  mode: (typeof MODES)[number]
  callback: string
  /** In the subscriber's own spelling. */
  topic: string
  secret: string | null
  leaseSeconds: number
  /** The tracker's own address, as the subscriber knows it. */
  site: string
}

/** Keeps what was asked at `now`, unless as many wait for the same host; gives whether it did. */
export async function addIntent(
  db: D1Database,
  intent: Omit<Intent, 'seq'>,
  { now, most }: { now: EpochSeconds; most: number },
): Promise<boolean> {
  const { mode, callback, topic, secret, leaseSeconds, site } = intent
  const sql = `INSERT INTO intents (mode, callback, host, topic, secret, lease_seconds, site, next_at)
    SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
    WHERE (SELECT count(*) FROM intents WHERE host = ?3) < ?9`
  const { host } = new URL(callback)
  const values = [mode, callback, host, topic, secret, leaseSeconds, site, now, most]
  const { meta } = await db
    .prepare(sql)
    .bind(...values)
    .run()
  return meta.changes > 0
}

/** A subscriber that does not answer is asked again after so long, */
const AGAIN_AFTER = 30
/** and so often in all. */
const TRIES = 3

/** What is asked for one subscription is confirmed in the order in which it was asked. */
const IS_FIRST = `NOT EXISTS (SELECT 1 FROM intents AS before WHERE before.callback = intents.callback
  AND before.topic = intents.topic AND before.seq < intents.seq)`

/**
 * Those that are due, by their places. Whoever takes them is to ask the subscribers now: they come
 * due again later, for the case that nothing comes of it, and are dropped after the last try.
 */
export async function takeIntents(db: D1Database, now: EpochSeconds): Promise<number[]> {
  const drop = 'DELETE FROM intents WHERE next_at <= ?1 AND tries >= ?2'
  const take = `UPDATE intents SET next_at = ?1 + ?2
    WHERE next_at <= ?1 AND ${IS_FIRST} RETURNING seq`
  const [, taken] = await db.batch<{ seq: number }>([
    db.prepare(drop).bind(now, TRIES),
    db.prepare(take).bind(now, AGAIN_AFTER),
  ])
  return taken.results.map(({ seq }) => seq)
}

/** When the next one comes due after an instant; null where none does. */
export async function nextIntentAfter(
  db: D1Database,
  instant: EpochSeconds,
): Promise<EpochSeconds | null> {
  const sql = 'SELECT next_at FROM intents WHERE next_at > ?1 ORDER BY next_at LIMIT 1'
  const [next] = await select<{ next_at: EpochSeconds }>(db.prepare(sql).bind(instant))
  return next?.next_at ?? null
}

/** Since when the one that has been due for longest is due; null where none is. */
export async function intentDueSince(
  db: D1Database,
  now: EpochSeconds,
): Promise<EpochSeconds | null> {
  const sql = 'SELECT min(next_at) AS since FROM intents WHERE next_at <= ?1'
  const [oldest] = await select<{ since: EpochSeconds | null }>(db.prepare(sql).bind(now))
  return oldest?.since ?? null
}

/** Gives an intent to who is about to ask its subscriber, and counts that; null where it is concluded already. */
export async function tryIntent(db: D1Database, seq: number): Promise<Intent | null> {
  const sql = `UPDATE intents SET tries = tries + 1 WHERE seq = ?1
    RETURNING seq, mode, callback, topic, secret, lease_seconds AS leaseSeconds, site`
  const [intent] = await select<Intent>(db.prepare(sql).bind(seq))
  return intent ?? null
}

/** Is done with an intent, and gives whether another was waiting for that. */
export async function concludeIntent(
  db: D1Database,
  { seq, callback, topic }: Intent,
): Promise<boolean> {
  const [, waiting] = await db.batch([
    db.prepare('DELETE FROM intents WHERE seq = ?1').bind(seq),
    db
      .prepare('SELECT 1 FROM intents WHERE callback = ?1 AND topic = ?2 LIMIT 1')
      .bind(callback, topic),
  ])
  return waiting.results.length > 0
}
