/** What came to pass, in the order in which the tracker took note of it: what subscribers are told from. */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Change } from '../deadline/change.ts'
import type { Deadline } from '../deadline/deadline.ts'
import type { EventKind } from '../deadline/event.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import type { News } from '../deadline/news.ts'
import { changeId, type Subject } from '../href.ts'
import { select } from './busy.ts'
import { insertRows } from './rows.ts'

/** Something that happened to a deadline while the tracker was there. */
export interface LedgerEvent {
  /** Its place among all; it rises. */
  seq: number
  /** A UUID: the one of its entry in the feeds. */
  id: string
  deadline: string
  topic: string | null
  /** The weightiest first; none where the feeds have something new that is no news. */
  events: EventKind[]
  /** False where it was recorded only: a later one had come to pass by then. */
  isTold: boolean
  /** When the tracker took note of it: later than `change.at` where it came late. */
  recordedAt: EpochSeconds
  /**
   * The ledger's head then: of reports beyond it nothing is told. The instant would not do, since more
   * is recorded within the same second, and imported lines bring theirs. Null: of an earlier version.
   */
  head: number | null
  change: Change
}

/** An event before it has its place. */
export type NewEvent = Omit<LedgerEvent, 'seq' | 'id' | 'head'>

interface EventRow {
  seq: number
  id: string
  deadline: string
  topic: string | null
  events: string
  is_told: number
  recorded_at: EpochSeconds
  head: number | null
  change: string
}

/** Statements that record events; one that is recorded already stays as it is. */
export async function insertEvents(
  db: D1Database,
  events: NewEvent[],
): Promise<D1PreparedStatement[]> {
  const rows = await Promise.all(
    events.map(async ({ deadline, topic, events, isTold, recordedAt, change }) => ({
      ...{ id: await changeId(deadline, change), deadline, topic, events: JSON.stringify(events) },
      ...{ is_told: Number(isTold), recorded_at: recordedAt, change: JSON.stringify(change) },
      fanned_to: isTold ? 0 : null,
    })),
  )
  const computed = { head: '(SELECT seq FROM head)' }
  return insertRows(db, 'events', rows, { orElse: 'OR IGNORE', computed })
}

/** What has come to pass of a deadline that was just written to. */
export function eventOf({ slug, topic }: Deadline, news: News, now: EpochSeconds): NewEvent {
  const { change, isTold } = news
  return { deadline: slug, topic, events: change.events, isTold, recordedAt: now, change }
}

/** Up to where the clock's own changes are events. */
export interface Rung {
  /** Everything before this instant, */
  until: EpochSeconds
  /** and of what is at it all up to this place; none where these are empty. */
  deadline: string
  key: string
  /** When the timekeeper last looked. */
  rangAt: EpochSeconds
}

/** Null before the first ring. */
export async function rung(db: D1Database): Promise<Rung | null> {
  const [found] = await select<Rung>(
    db.prepare('SELECT until, deadline, key, rang_at AS rangAt FROM rung'),
  )
  return found ?? null
}

/** Changes recorded at one ring: more are left to the next, which follows at once. */
const CROSSED_AT_ONCE = 200

/**
 * Makes events of what the clock has passed since the last ring, each with its own instant, and
 * gives whether that is all. At the first ring of all nothing has been passed. What is older than
 * its successor is recorded and not told. Run twice, late, or cut off, it records each once.
 */
export async function ring(db: D1Database, now: EpochSeconds): Promise<{ isDone: boolean }> {
  const before = (await rung(db)) ?? { until: now, deadline: '', key: '' }
  const crossed = await crossedSince(db, before, now)
  const last = crossed.at(-1)
  const isDone = crossed.length < CROSSED_AT_ONCE || !last
  const reached = isDone
    ? { until: Math.max(now, before.until), deadline: '', key: '' }
    : { until: last.change.at, deadline: last.deadline, key: last.change.key }
  const move = `INSERT INTO rung (only_one, until, deadline, key, rang_at) VALUES (1, ?1, ?2, ?3, ?4)
    ON CONFLICT DO UPDATE SET until = excluded.until, deadline = excluded.deadline,
      key = excluded.key, rang_at = excluded.rang_at`
  await db.batch([
    ...(await insertEvents(db, [...(await lateMilestones(db, before, now)), ...crossed])),
    db.prepare(move).bind(reached.until, reached.deadline, reached.key, now),
  ])
  return { isDone }
}

const IS_OLD = `EXISTS (SELECT 1 FROM changes AS later WHERE later.deadline = changes.deadline
  AND later.at > changes.at AND later.at <= ?1 AND later.events <> '[]') AS is_old`

type Mark = Omit<Rung, 'rangAt'>

async function crossedSince(db: D1Database, mark: Mark, now: EpochSeconds): Promise<NewEvent[]> {
  const sql = `SELECT *, ${IS_OLD} FROM changes
    WHERE at <= ?1 AND (at, deadline, key) > (?2, ?3, ?4) ORDER BY at, deadline, key LIMIT ?5`
  const values = [now, mark.until, mark.deadline, mark.key, CROSSED_AT_ONCE]
  const rows = await select<CrossedRow>(db.prepare(sql).bind(...values))
  return rows.map((row) => newEventOf(row, now))
}

/** A write takes a while: a milestone of the date that it sets may have passed by its end. */
const WRITTEN_WITHIN = 60

/**
 * Milestones that were not there yet when the clock passed them. While it is in the middle of what
 * it has to pass, those of that instant are still before it.
 */
async function lateMilestones(
  db: D1Database,
  { until, deadline }: Mark,
  now: EpochSeconds,
): Promise<NewEvent[]> {
  if (deadline !== '') return []
  const sql = `SELECT *, ${IS_OLD} FROM changes WHERE type = 'milestone' AND at > ?3 AND at <= ?2
    AND NOT EXISTS (SELECT 1 FROM events WHERE events.deadline = changes.deadline
      AND events.change ->> 'key' = changes.key)`
  const query = db.prepare(sql).bind(now, until, until - WRITTEN_WITHIN)
  return (await select<CrossedRow>(query)).map((row) => newEventOf(row, now))
}

interface CrossedRow extends Pick<Change, 'at' | 'key' | 'type' | 'certainty'> {
  deadline: string
  topic: string | null
  events: string
  is_old: number
  change: string
}

function newEventOf(row: CrossedRow, now: EpochSeconds): NewEvent {
  const { deadline, topic, at, key, type, certainty, is_old, change } = row
  const events: EventKind[] = JSON.parse(row.events)
  return {
    ...{ deadline, topic, events, isTold: is_old === 0, recordedAt: now },
    change: { at, key, type, certainty, events, ...JSON.parse(change) },
  }
}

/** When the next thing comes to pass of itself; null where nothing is ahead. */
export async function nextChangeAfter(
  db: D1Database,
  instant: EpochSeconds,
): Promise<EpochSeconds | null> {
  const sql = 'SELECT at FROM changes WHERE at > ?1 ORDER BY at LIMIT 1'
  const [next] = await select<{ at: EpochSeconds }>(db.prepare(sql).bind(instant))
  return next?.at ?? null
}

/** Since when the oldest event waits to be given to who is told of it; null where none does. */
export async function waitingSince(
  db: D1Database,
  now: EpochSeconds,
): Promise<EpochSeconds | null> {
  const sql = `SELECT min(recorded_at) AS since FROM events
    WHERE fanned_to IS NOT NULL AND recorded_at <= ?1`
  const [oldest] = await select<{ since: EpochSeconds | null }>(db.prepare(sql).bind(now))
  return oldest?.since ?? null
}

/** The events told of a subject after a place, in their order. */
export async function eventsAfter(
  db: D1Database,
  { seq, subject, limit }: { seq: number; subject: Subject; limit: number },
): Promise<LedgerEvent[]> {
  const [sql, value] =
    subject === 'everything'
      ? ['', null]
      : 'topic' in subject
        ? ['AND topic = ?3', subject.topic]
        : ['AND deadline = ?3', subject.slug]
  const query = `SELECT * FROM events WHERE seq > ?1 AND is_told = 1 AND ?3 IS ?3 ${sql} ORDER BY seq LIMIT ?2`
  return (await select<EventRow>(db.prepare(query).bind(seq, limit, value))).map(eventOfRow)
}

export async function eventsBySeq(db: D1Database, seqs: number[]): Promise<LedgerEvent[]> {
  const sql = 'SELECT * FROM events WHERE seq IN (SELECT value FROM json_each(?1)) ORDER BY seq'
  return (await select<EventRow>(db.prepare(sql).bind(JSON.stringify(seqs)))).map(eventOfRow)
}

/** The place of the last event; 0 where there is none. */
export async function lastEvent(db: D1Database): Promise<number> {
  const [last] = await select<{ seq: number | null }>(
    db.prepare('SELECT max(seq) AS seq FROM events'),
  )
  return last?.seq ?? 0
}

/** The id of the last event; null where there is none. */
export async function lastEventId(db: D1Database): Promise<string | null> {
  const [last] = await select<{ id: string }>(
    db.prepare('SELECT id FROM events ORDER BY seq DESC LIMIT 1'),
  )
  return last?.id ?? null
}

function eventOfRow({ is_told, recorded_at, events, change, ...row }: EventRow): LedgerEvent {
  return {
    ...{ seq: row.seq, id: row.id, deadline: row.deadline, topic: row.topic },
    ...{ events: JSON.parse(events), isTold: is_told === 1 },
    ...{ recordedAt: recorded_at, head: row.head, change: JSON.parse(change) },
  }
}

/** The place of the last event that was recorded by an instant; 0 where there is none. */
export async function lastEventBy(db: D1Database, instant: EpochSeconds): Promise<number> {
  const sql = 'SELECT seq FROM events WHERE recorded_at <= ?1 ORDER BY seq DESC LIMIT 1'
  const [last] = await select<{ seq: number }>(db.prepare(sql).bind(instant))
  return last?.seq ?? 0
}
