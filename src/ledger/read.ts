/** Reading deadlines and reports back, as they were recorded. */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Deadline, Kind } from '../deadline/deadline.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import type { Report } from '../deadline/report.ts'
import { select } from './busy.ts'
import { countOpened } from './census.ts'
import { readHead } from './head.ts'

/** In the order of the ledger, not of the slugs; unknown slugs are passed over. */
export function deadlinesBySlug(db: D1Database, slugs: string[]): Promise<Deadline[]> {
  return linesIn(db, 'deadlines.slug', slugs)
}

export interface Recorded {
  deadline: Deadline
  /** All that were recorded of it, in the order of the ledger. */
  reports: Report[]
}

/** The deadlines of these slugs, in their order; unknown ones are passed over. */
export async function recordedOf(db: D1Database, slugs: string[]): Promise<Recorded[]> {
  const [deadlines, reports] = await Promise.all([deadlinesBySlug(db, slugs), reportsOf(db, slugs)])
  const bySlug = new Map(deadlines.map((deadline) => [deadline.slug, deadline]))
  const said = Map.groupBy(reports, (report) => report.deadline)
  return slugs.flatMap((slug) => {
    const deadline = bySlug.get(slug)
    return deadline ? [{ deadline, reports: said.get(slug) ?? [] }] : []
  })
}

export interface Known {
  knownAt: EpochSeconds
  topic: string | null
  kind: Kind | null
  /** As rows.ts makes words searchable. */
  q: string | null
}

/**
 * The deadlines that had been recorded by an instant, in the order of their slugs. The walk costs as much as
 * was recorded; what is held at once is a page.
 */
export async function* recordedBy(
  db: D1Database,
  { knownAt, topic, kind, q }: Known,
  atOnce = 200,
): AsyncGenerator<Recorded[]> {
  const query = db.prepare(`SELECT slug FROM deadlines WHERE recorded_at <= ?1 AND slug > ?2
    AND (?3 IS NULL OR topic = ?3) AND (?4 IS NULL OR kind = ?4)
    AND (?5 IS NULL OR instr(words, ?5) > 0) ORDER BY slug LIMIT ?6`)
  let after = ''
  for (;;) {
    const rows = await select<{ slug: string }>(query.bind(knownAt, after, topic, kind, q, atOnce))
    if (rows.length === 0) return
    const slugs = rows.map(({ slug }) => slug)
    yield recordedOf(db, slugs)
    after = slugs[slugs.length - 1]
  }
}

/** Whether any deadline is of a topic. */
export async function isTopic(db: D1Database, topic: string): Promise<boolean> {
  const sql = 'SELECT 1 FROM deadlines WHERE topic = ?1 LIMIT 1'
  return (await select(db.prepare(sql).bind(topic))).length > 0
}

/** Every topic there is. */
export async function topicsOf(db: D1Database): Promise<string[]> {
  // From each topic to the next, past all that have the same.
  const sql = `WITH RECURSIVE topics (topic) AS (
      SELECT min(topic) FROM deadlines
      UNION ALL
      SELECT (SELECT min(deadlines.topic) FROM deadlines WHERE deadlines.topic > topics.topic)
      FROM topics WHERE topics.topic IS NOT NULL
    ) SELECT topic FROM topics WHERE topic IS NOT NULL`
  return (await select<{ topic: string }>(db.prepare(sql))).map(({ topic }) => topic)
}

/** All reports of some deadlines, in the order of the ledger. */
export function reportsOf(db: D1Database, slugs: string[]): Promise<Report[]> {
  return linesIn(db, 'reports.deadline', slugs)
}

/** A deadline's reports up to a place in the ledger (null: all of them), in its order. */
export function reportsUpTo(db: D1Database, slug: string, head: number | null): Promise<Report[]> {
  const sql =
    'SELECT line FROM reports WHERE deadline = ?1 AND seq <= coalesce(?2, seq) ORDER BY seq'
  return readLines(db.prepare(sql).bind(slug, head))
}

/** The reports with these ids; unknown ones are passed over. */
export function reportsById(db: D1Database, ids: string[]): Promise<Report[]> {
  return linesIn(db, 'reports.id', ids)
}

/** The reports that were recorded last, the last one first. */
export function lastRecorded(db: D1Database, limit: number): Promise<Report[]> {
  return readLines(db.prepare('SELECT line FROM reports ORDER BY seq DESC LIMIT ?1').bind(limit))
}

export interface Counted {
  deadlines: number
  reports: number
}

/** How much there is, for the health check: the lines are numbered without a gap. */
export async function countLedger(db: D1Database): Promise<Counted> {
  const [deadlines, lines] = await Promise.all([countOpened(db), readHead(db)])
  return { deadlines, reports: lines - deadlines }
}

/** The lines whose column, as `table.column`, is one of the values; in the order of the ledger. */
async function linesIn<T>(db: D1Database, place: string, values: string[]): Promise<T[]> {
  if (values.length === 0) return []
  const [table] = place.split('.')
  // Not by IN, which would list the values once more: each row of that counts as well.
  const sql = `SELECT seq, line FROM json_each(?1) CROSS JOIN ${table} ON ${place} = value`
  const query = db.prepare(sql).bind(JSON.stringify([...new Set(values)]))
  const rows = await select<{ seq: number; line: string }>(query)
  // In the database, each row that is sorted counts twice.
  return rows.toSorted((a, b) => a.seq - b.seq).map(({ line }) => JSON.parse(line) as T)
}

/** Lines were checked before they were recorded, and what is recorded never changes. */
async function readLines<T>(query: D1PreparedStatement): Promise<T[]> {
  const rows = await select<{ line: string }>(query)
  return rows.map(({ line }) => JSON.parse(line) as T)
}
