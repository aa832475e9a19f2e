/** What a calendar tells: deadlines and the states that they are in, a page at a time. */
import type { D1Database } from '@cloudflare/workers-types'
import { NEVER } from '../deadline/board.ts'
import type { Certainty } from '../deadline/claim.ts'
import type { Deadline, Kind } from '../deadline/deadline.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import type { Report } from '../deadline/report.ts'
import { reportsBy } from '../deadline/status.ts'
import { type State, timeline } from '../deadline/timeline.ts'
import { isExact } from '../deadline/window.ts'
import { select } from './busy.ts'
import { asOf } from './kept.ts'
import { deadlinesBySlug, reportsOf, slugsKnownAfter } from './read.ts'

export interface CalendarQuery {
  now: EpochSeconds
  knownAt: EpochSeconds | null
  /** Null where it is not narrowed. */
  topic: string | null
  kind: Kind | null
  certainty: Certainty | null
}

/** A deadline of which something was said, what it comes to, and all that was said, oldest first. */
export interface ToldState {
  deadline: Deadline
  state: State
  log: Report[]
}

const AT_ONCE = 200

/**
 * Everything of which something was said by an instant, undated or not, in the order of the slugs,
 * which time does not change. What is held at once is a page.
 */
export async function* tellReported(
  db: D1Database,
  query: CalendarQuery,
  atOnce = AT_ONCE,
): AsyncGenerator<ToldState[]> {
  let after = ''
  for (;;) {
    const slugs = await reportedAfter(db, query, after, atOnce)
    if (slugs.length === 0) return
    const told = await tellStates(db, slugs, query)
    yield told.filter((each) => isAsked(each, query))
    after = slugs[slugs.length - 1]
  }
}

/** The deadlines of these slugs, in their order, but for those of which nothing was said by then. */
export async function tellStates(
  db: D1Database,
  slugs: string[],
  { now, knownAt }: Pick<CalendarQuery, 'now' | 'knownAt'>,
): Promise<ToldState[]> {
  const [deadlines, reports] = await Promise.all([deadlinesBySlug(db, slugs), reportsOf(db, slugs)])
  const bySlug = new Map(deadlines.map((deadline) => [deadline.slug, deadline]))
  const said = Map.groupBy(reports, (report) => report.deadline)
  return slugs.flatMap((slug) => {
    const deadline = bySlug.get(slug)
    const log = reportsBy(said.get(slug) ?? [], now, knownAt)
    const state = deadline && timeline(deadline.kind, log).at(-1)
    return state ? [{ deadline, state, log }] : []
  })
}

/** Whether a deadline is among what was asked for. */
export function isAsked(
  { deadline, state }: ToldState,
  { topic, kind, certainty }: Pick<CalendarQuery, 'topic' | 'kind' | 'certainty'>,
): boolean {
  return (
    (topic === null || deadline.topic === topic) &&
    (kind === null || deadline.kind === kind) &&
    (certainty === null || state.certainty === certainty)
  )
}

/** The first and the last moment that anything is set for, from an instant up to another. */
export async function momentsWithin(
  db: D1Database,
  query: CalendarQuery,
  { from, until }: { from: EpochSeconds; until: EpochSeconds },
): Promise<{ first: EpochSeconds; last: EpochSeconds } | null> {
  if (query.knownAt !== null) return knownMomentsWithin(db, query, { from, until })
  const sql = `SELECT min(opens) AS first, max(opens) AS last ${HELD}
    AND opens = closes AND opens >= ?5 AND opens < ?6`
  const values = [...(await heldValues(db, query)), from, until]
  const [{ first, last }] = await select<{ first: number | null; last: number | null }>(
    db.prepare(sql).bind(...values),
  )
  return first === null || last === null ? null : { first, last }
}

/** The states follow from all that is recorded, so here they are made anew, as board-known.ts does. */
async function knownMomentsWithin(
  db: D1Database,
  query: CalendarQuery,
  { from, until }: { from: EpochSeconds; until: EpochSeconds },
) {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for await (const told of tellReported(db, query)) {
    for (const moment of momentsOf(told)) {
      if (moment < from || moment >= until) continue
      first = Math.min(first, moment)
      last = Math.max(last, moment)
    }
  }
  return first > last ? null : { first, last }
}

/** The moments that deadlines are set for, of those that are set for one. */
export function momentsOf(told: ToldState[]): EpochSeconds[] {
  return told.flatMap(({ state: { window } }) =>
    window && isExact(window) ? [Number(window.opens)] : [],
  )
}

/** When anything was last reported by an instant; null where nothing was. */
export async function lastReported(
  db: D1Database,
  { now, knownAt }: Pick<CalendarQuery, 'now' | 'knownAt'>,
): Promise<EpochSeconds | null> {
  const sql = `SELECT reported_at AS at FROM reports WHERE reported_at <= ?1 AND recorded_at <= ?2
    ORDER BY reported_at DESC LIMIT 1`
  return first(db, sql, await asOf(db, now), knownAt ?? NEVER)
}

/** When the last line of the ledger was recorded; null where it has no report. */
export function lastRecorded(db: D1Database): Promise<EpochSeconds | null> {
  return first(db, 'SELECT recorded_at AS at FROM reports ORDER BY seq DESC LIMIT 1')
}

/** When the time of anything that has no outcome was last up, as of an instant. */
export async function lastOver(db: D1Database, now: EpochSeconds): Promise<EpochSeconds | null> {
  const sql = `SELECT max(at) AS at FROM (${['counted', 'uncounted'].map(overOn).join(' UNION ALL ')})`
  return first(db, sql, await asOf(db, now))
}

function overOn(shelf: string): string {
  return `SELECT * FROM (SELECT closes AS at FROM states
    WHERE shelf = '${shelf}' AND closes <= ?1 AND held_from <= ?1
    AND (held_until IS NULL OR held_until > ?1) ORDER BY closes DESC LIMIT 1)`
}

async function first(
  db: D1Database,
  sql: string,
  ...values: (string | number)[]
): Promise<number | null> {
  const [row] = await select<{ at: number | null }>(db.prepare(sql).bind(...values))
  return row?.at ?? null
}

async function reportedAfter(
  db: D1Database,
  query: CalendarQuery,
  after: string,
  limit: number,
): Promise<string[]> {
  const { knownAt } = query
  if (knownAt !== null) return slugsKnownAfter(db, { knownAt, after, limit })
  const sql = `SELECT deadline ${HELD} AND deadline > ?5 ORDER BY deadline LIMIT ?6`
  const rows = await select<{ deadline: string }>(
    db.prepare(sql).bind(...(await heldValues(db, query)), after, limit),
  )
  return rows.map(({ deadline }) => deadline)
}

/** The states that hold at the instant, narrowed as asked; the values are ?1 to ?4. */
const HELD = `FROM states
  WHERE held_from <= ?1 AND (held_until IS NULL OR held_until > ?1)
  AND (?2 IS NULL OR topic = ?2) AND (?3 IS NULL OR kind = ?3)
  AND (?4 IS NULL OR certainty = ?4)`

async function heldValues(db: D1Database, { now, topic, kind, certainty }: CalendarQuery) {
  return [await asOf(db, now), topic, kind, certainty]
}
