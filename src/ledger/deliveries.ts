/**
 * What is still to be delivered to whom. These rows are the work; a message in a queue only says
 * that there is some, and may be lost or come twice.
 */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { EpochSeconds } from '../deadline/instant.ts'
import { select } from './busy.ts'
import { eventsBySeq, type LedgerEvent } from './events.ts'
import { type Subscription, type SubscriptionRow, subscriptionOf } from './subscriptions.ts'

/** So many places of subscriptions are looked at in one batch; the next ones follow in the next. */
const SUBSCRIPTIONS_AT_ONCE = 5000

/**
 * Gives each subscription of the next event that has not been fanned out its delivery, and whether
 * there is nothing left to fan out. Cut off, it goes on where it stood.
 */
export async function fanOut(db: D1Database, now: EpochSeconds): Promise<{ isDone: boolean }> {
  const [event] = await select<{ seq: number; fanned_to: number }>(
    db.prepare(
      'SELECT seq, fanned_to FROM events WHERE fanned_to IS NOT NULL ORDER BY seq LIMIT 1',
    ),
  )
  if (!event) return { isDone: true }
  const [last] = await select<{ seq: number | null }>(
    db.prepare('SELECT max(seq) AS seq FROM subscriptions'),
  )
  const to = event.fanned_to + SUBSCRIPTIONS_AT_ONCE
  const isWhole = to >= (last?.seq ?? 0)
  const reached = 'UPDATE events SET fanned_to = ?2 WHERE seq = ?1'
  await db.batch([
    db.prepare(TO_A_BATCH).bind(now, event.seq, event.fanned_to, to),
    db.prepare(reached).bind(event.seq, isWhole ? null : to),
  ])
  return { isDone: false }
}

const DELIVER = `INSERT OR IGNORE INTO deliveries (subscription, event, deadline, next_at)
  SELECT subscriptions.seq, events.seq, events.deadline, ?1 FROM events JOIN subscriptions
  WHERE subscriptions.state = 'active' AND subscriptions.created_at <= events.recorded_at
    AND (subscriptions.expires_at IS NULL OR subscriptions.expires_at > ?1)
    AND (subscriptions.deadline IS NULL OR subscriptions.deadline = events.deadline)
    AND (subscriptions.topic IS NULL OR subscriptions.topic = events.topic)
    AND (subscriptions.events = 'null' OR EXISTS (
      SELECT 1 FROM json_each(events.events) AS is_of
      WHERE instr(subscriptions.events, '"' || is_of.value || '"') > 0))`

const TO_A_BATCH = `${DELIVER} AND events.seq = ?2
  AND subscriptions.seq > ?3 AND subscriptions.seq <= ?4`

const TO_A_NEWCOMER = `${DELIVER} AND events.seq > ?2 AND events.is_told = 1 AND subscriptions.id = ?3`

/**
 * Gives a subscription that was just added what came to pass while it was being proven, and gives
 * whether there was anything: that may have been fanned out before it was there.
 */
export async function catchUp(
  db: D1Database,
  id: string,
  { after, now }: { after: number; now: EpochSeconds },
): Promise<boolean> {
  const { meta } = await db.prepare(TO_A_NEWCOMER).bind(now, after, id).run()
  return meta.changes > 0
}

/** A subscription that has something due, and what of it is the newest. */
export interface Due {
  subscription: number
  event: number
  nextAt: EpochSeconds
}

/** Everybody who has something due. */
export function dueSubscriptions(db: D1Database, now: EpochSeconds): Promise<Due[]> {
  const sql = `SELECT subscription, max(event) AS event, max(next_at) AS nextAt FROM deliveries
    WHERE state = 'waiting' AND next_at <= ?1 GROUP BY subscription`
  return select<Due>(db.prepare(sql).bind(now))
}

/** When the next delivery comes due after an instant; null where none does. */
export async function nextDueAfter(
  db: D1Database,
  instant: EpochSeconds,
): Promise<EpochSeconds | null> {
  const sql =
    "SELECT next_at FROM deliveries WHERE state = 'waiting' AND next_at > ?1 ORDER BY next_at LIMIT 1"
  const [next] = await select<{ next_at: number }>(db.prepare(sql).bind(instant))
  return next?.next_at ?? null
}

/** What is due to a subscription, oldest first. */
export type Work = { event: LedgerEvent; attempts: number }[]

/** Events that are looked at together. */
const EVENTS_AT_ONCE = 20

const DUE = `SELECT event, attempts FROM deliveries AS due
  WHERE subscription = ?1 AND state = 'waiting' AND next_at <= ?2`

/** The first of each deadline: the next one waits until it has arrived, or was given up. */
const IS_FIRST = `NOT EXISTS (SELECT 1 FROM deliveries AS before WHERE before.subscription = ?1
  AND before.deadline = due.deadline AND before.state = 'waiting' AND before.event < due.event)`

/**
 * Takes a subscription's work, for so many seconds or until it is let go; null where another has it
 * or there is none. What an earlier run of the timekeeper had taken is free, and never what a later
 * one has: a message outlives the run that sent it.
 */
export async function claim(
  db: D1Database,
  seq: number,
  { now, run, seconds }: { now: EpochSeconds; run: string; seconds: number },
): Promise<Subscription | null> {
  const sql = `UPDATE subscriptions SET claimed_until = ?2, claim = ?3
    WHERE seq = ?1 AND state = 'active' AND (claimed_until <= ?4 OR claim < ?3) RETURNING *`
  const query = db.prepare(sql).bind(seq, now + seconds, run, now)
  const [row] = await select<SubscriptionRow>(query)
  return row ? subscriptionOf(row) : null
}

/** What is due to a subscription now; `isInOrder`: of each deadline the first alone. */
export async function dueTo(
  db: D1Database,
  seq: number,
  now: EpochSeconds,
  { isInOrder }: { isInOrder: boolean },
): Promise<Work> {
  const sql = `${DUE} ${isInOrder ? `AND ${IS_FIRST}` : ''} ORDER BY event LIMIT ?3`
  return workOf(db, await select<DueRow>(db.prepare(sql).bind(seq, now, EVENTS_AT_ONCE)))
}

/** Deadlines that are looked at together. */
const DEADLINES_AT_ONCE = 20

/**
 * All that waits to be told to a subscription of deadlines of which something is due now: also what is
 * to be tried again later, since the newest stands for all before it.
 */
export async function dueByDeadline(db: D1Database, seq: number, now: EpochSeconds): Promise<Work> {
  const sql = `SELECT event, attempts FROM deliveries
    WHERE subscription = ?1 AND state = 'waiting' AND deadline IN (
      SELECT deadline FROM deliveries
      WHERE subscription = ?1 AND state = 'waiting' AND next_at <= ?2
      GROUP BY deadline ORDER BY min(event) LIMIT ?3)`
  return workOf(db, await select<DueRow>(db.prepare(sql).bind(seq, now, DEADLINES_AT_ONCE)))
}

interface DueRow {
  event: number
  attempts: number
}

async function workOf(db: D1Database, rows: DueRow[]): Promise<Work> {
  if (rows.length === 0) return []
  const attempts = new Map(rows.map((row) => [row.event, row.attempts]))
  const events = await eventsBySeq(db, [...attempts.keys()])
  return events.map((event) => ({ event, attempts: attempts.get(event.seq) ?? 0 }))
}

/** What has come since is due with the first of its deadline, which it has to wait for. */
const WAIT_FOR_FIRST = `UPDATE deliveries AS due SET next_at = (
    SELECT next_at FROM deliveries AS before WHERE before.subscription = ?1
      AND before.deadline = due.deadline AND before.state = 'waiting' ORDER BY before.event LIMIT 1)
  WHERE subscription = ?1 AND state = 'waiting' AND next_at <= ?2 AND NOT ${IS_FIRST}
    AND EXISTS (SELECT 1 FROM subscriptions WHERE seq = ?1 AND claim = ?3)`

/**
 * Lets a subscription go, and gives whether more is due to it: whoever came meanwhile was sent away.
 * In order, nothing is due any more that cannot be sent yet, or the timekeeper would look for it
 * without an end.
 */
export async function letGo(
  db: D1Database,
  seq: number,
  { now, run, isInOrder }: { now: EpochSeconds; run: string; isInOrder: boolean },
): Promise<boolean> {
  const free = 'UPDATE subscriptions SET claimed_until = 0 WHERE seq = ?1 AND claim = ?2'
  await db.batch([
    ...(isInOrder ? [db.prepare(WAIT_FOR_FIRST).bind(seq, now, run)] : []),
    db.prepare(free).bind(seq, run),
  ])
  return (await dueTo(db, seq, now, { isInOrder })).length > 0
}

/** What became of an attempt to deliver some events. */
export type Attempt =
  | { outcome: 'delivered' }
  /** Not sent, and not to be: something newer stands for it, or there were enough for a day. */
  | { outcome: 'skipped' }
  /** Nothing is wrong, but it is not the time. */
  | { outcome: 'later'; at: EpochSeconds }
  /** `at` null: that was the last attempt. `isOff`: so will be all others. */
  | { outcome: 'failed'; why: string; at: EpochSeconds | null; isOff: boolean }

/**
 * Writes down what became of an attempt, and gives the subscription as it is from then on; null where
 * it has ended, is switched off, or a later run of the timekeeper has taken it.
 */
export async function settle(
  db: D1Database,
  { seq, run }: { seq: number; run: string },
  events: number[],
  attempt: Attempt,
  now: EpochSeconds,
): Promise<Subscription | null> {
  const list = JSON.stringify(events)
  const taken = "SELECT * FROM subscriptions WHERE seq = ?1 AND state = 'active' AND claim = ?2"
  const results = await db.batch<SubscriptionRow>([
    ...deliveriesAfter(db, seq, list, attempt),
    ...subscriptionAfter(db, seq, attempt, events.length, now),
    tally(db, `deliveries_${attempt.outcome}`, attempt.outcome === 'failed' ? 1 : events.length),
    db.prepare(taken).bind(seq, run),
  ])
  const [row] = results[results.length - 1].results
  return row ? subscriptionOf(row) : null
}

const OF_ATTEMPT = 'subscription = ?1 AND event IN (SELECT value FROM json_each(?2))'

function deliveriesAfter(db: D1Database, seq: number, list: string, attempt: Attempt) {
  const write = (sql: string, ...more: unknown[]) => db.prepare(sql).bind(seq, list, ...more)
  if (attempt.outcome === 'later') {
    return [write(`UPDATE deliveries SET next_at = ?3 WHERE ${OF_ATTEMPT}`, attempt.at)]
  }
  if (attempt.outcome !== 'failed') return [write(`DELETE FROM deliveries WHERE ${OF_ATTEMPT}`)]
  const { why, at } = attempt
  const failed = `UPDATE deliveries SET attempts = attempts + 1, failure = ?3,
    next_at = coalesce(?4, next_at), state = CASE WHEN ?4 IS NULL THEN 'dead' ELSE state END
    WHERE ${OF_ATTEMPT}`
  return [write(failed, why, at), ...(attempt.isOff ? [giveUp(db, seq, why)] : [])]
}

function giveUp(db: D1Database, seq: number, why: string): D1PreparedStatement {
  const sql = `UPDATE deliveries SET state = 'dead', failure = coalesce(failure, ?2)
    WHERE subscription = ?1 AND state = 'waiting'`
  return db.prepare(sql).bind(seq, why)
}

/** Where nothing is tried any more nothing fails: what comes after a quiet month begins anew. */
const IS_TRIED_AGAIN =
  "EXISTS (SELECT 1 FROM deliveries WHERE subscription = ?1 AND state = 'waiting')"

function subscriptionAfter(
  db: D1Database,
  seq: number,
  attempt: Attempt,
  count: number,
  now: EpochSeconds,
): D1PreparedStatement[] {
  if (attempt.outcome === 'delivered') {
    const sql = `UPDATE subscriptions SET delivered = delivered + ?2, delivered_at = ?3,
      failing_since = NULL, failure = NULL WHERE seq = ?1`
    return [db.prepare(sql).bind(seq, count, now)]
  }
  if (attempt.outcome === 'later') return []
  if (attempt.outcome === 'skipped') {
    const sql = `UPDATE subscriptions SET failing_since = NULL
      WHERE seq = ?1 AND failing_since IS NOT NULL AND NOT ${IS_TRIED_AGAIN}`
    return [db.prepare(sql).bind(seq)]
  }
  const sql = `UPDATE subscriptions SET failure = ?3,
    failing_since = CASE WHEN ?4 OR ${IS_TRIED_AGAIN} THEN coalesce(failing_since, ?2) END,
    state = CASE WHEN ?4 THEN 'off' ELSE state END WHERE seq = ?1`
  return [db.prepare(sql).bind(seq, now, attempt.why, Number(attempt.isOff))]
}

function tally(db: D1Database, name: string, count: number): D1PreparedStatement {
  const sql = `INSERT INTO tallies (name, count) VALUES (?1, ?2)
    ON CONFLICT DO UPDATE SET count = count + excluded.count`
  return db.prepare(sql).bind(name, count)
}

/** How deliveries stand, for whoever watches the tracker. */
export interface Backlog {
  waiting: number
  dead: number
  /** Since when the one that has been due for longest is due; null where none is. */
  dueSince: EpochSeconds | null
}

export async function backlog(db: D1Database, now: EpochSeconds): Promise<Backlog> {
  const sql = `SELECT
    (SELECT count(*) FROM deliveries WHERE state = 'waiting') AS waiting,
    (SELECT count(*) FROM deliveries WHERE state = 'dead') AS dead,
    (SELECT min(next_at) FROM deliveries WHERE state = 'waiting' AND next_at <= ?1) AS dueSince`
  const [found] = await select<Backlog>(db.prepare(sql).bind(now))
  return found
}

/** What has been counted since the beginning, by name. */
export async function tallies(db: D1Database): Promise<Record<string, number>> {
  const rows = await select<{ name: string; count: number }>(
    db.prepare('SELECT name, count FROM tallies ORDER BY name'),
  )
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
}
