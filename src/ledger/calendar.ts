/** What a calendar tells: deadlines that have dates, and the states that they are in. */
import type { D1Database } from '@cloudflare/workers-types'
import { type Narrowing, NEVER, NOT_NARROWED, PLACES } from '../deadline/board.ts'
import type { Deadline } from '../deadline/deadline.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import type { Report } from '../deadline/report.ts'
import { reportsBy } from '../deadline/status.ts'
import { type State, timeline } from '../deadline/timeline.ts'
import { boardPage } from './board.ts'
import { knownBoard } from './board-known.ts'
import { select } from './busy.ts'
import { asOf } from './kept.ts'
import { recordedOf } from './read.ts'

export interface CalendarQuery extends Pick<Narrowing, 'topic' | 'kind' | 'certainty'> {
  now: EpochSeconds
  knownAt: EpochSeconds | null
  /** Whether `now` is the clock's, and not an instant that was asked for. */
  isPresent: boolean
}

/** A deadline of which something was said, what it comes to, and all that was said, oldest first. */
export interface ToldState {
  deadline: Deadline
  state: State
  log: Report[]
}

/** Where the board has dates: first what is to come, soonest first, then what is over, the latest first. */
const DATED = PLACES.filter((place) => place !== 'undated')

export interface Dated {
  /** In their own order, which time does not change. */
  slugs: string[]
  /** Whether there are more. */
  more: boolean
}

/** The deadlines that have a date at an instant: at most so many, the first on the board. */
export async function datedAt(
  db: D1Database,
  { knownAt, isPresent, ...asked }: CalendarQuery,
  limit: number,
): Promise<Dated> {
  const query = { ...boardOf(isPresent), ...asked, limit }
  const { placed, more } =
    knownAt === null
      ? await boardPage(db, query, DATED)
      : await knownBoard(db, query, knownAt, DATED)
  return { slugs: placed.map(({ slug }) => slug).sort(), more }
}

/** What nobody has said anything of has no date: with it or without, the same are found. */
function boardOf(isPresent: boolean) {
  return { ...NOT_NARROWED, unreported: isPresent, after: null }
}

/** The deadlines of these slugs, in their order, but for those of which nothing was said by then. */
export async function tellStates(
  db: D1Database,
  slugs: string[],
  { now, knownAt }: Pick<CalendarQuery, 'now' | 'knownAt'>,
): Promise<ToldState[]> {
  const recorded = await recordedOf(db, slugs)
  return recorded.flatMap(({ deadline, reports }) => {
    const log = reportsBy(reports, now, knownAt)
    const state = timeline(deadline.kind, log).at(-1)
    return state ? [{ deadline, state, log }] : []
  })
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
export async function lastOver(
  db: D1Database,
  { now, isPresent }: Pick<CalendarQuery, 'now' | 'isPresent'>,
): Promise<EpochSeconds | null> {
  const query = { ...boardOf(isPresent), now, limit: 1 }
  const [last] = (await boardPage(db, query, ['passed'])).placed
  return last ? -last.key : null
}

async function first(
  db: D1Database,
  sql: string,
  ...values: (string | number)[]
): Promise<number | null> {
  const [row] = await select<{ at: number | null }>(db.prepare(sql).bind(...values))
  return row?.at ?? null
}
