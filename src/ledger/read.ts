/** Reading deadlines and reports back, as they were recorded. */
import type { D1Database } from '@cloudflare/workers-types'
import { NEVER } from '../deadline/board.ts'
import type { Deadline, Kind } from '../deadline/deadline.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import type { Report } from '../deadline/report.ts'

/** In the order of the ledger, not of the slugs; unknown slugs are passed over. */
export function deadlinesBySlug(db: D1Database, slugs: string[]): Promise<Deadline[]> {
  return readLines<Deadline>(
    db,
    'SELECT line FROM deadlines WHERE slug IN (SELECT value FROM json_each(?1)) ORDER BY seq',
    slugs,
  )
}

export interface KnownDeadlines {
  knownAt: EpochSeconds
  topic: string | null
  kind: Kind | null
  /** As rows.ts makes words searchable. */
  q: string | null
}

/** The deadlines that had been recorded by an instant. */
export async function deadlinesKnownBy(
  db: D1Database,
  { knownAt, topic, kind, q }: KnownDeadlines,
): Promise<Deadline[]> {
  const { results } = await db
    .prepare(
      `SELECT line FROM deadlines WHERE recorded_at <= ?1 AND (?2 IS NULL OR topic = ?2)
      AND (?3 IS NULL OR kind = ?3) AND (?4 IS NULL OR instr(words, ?4) > 0) ORDER BY seq`,
    )
    .bind(knownAt, topic, kind, q)
    .all<{ line: string }>()
  return results.map(({ line }) => JSON.parse(line))
}

/** All reports of some deadlines, in the order of the ledger. */
export function reportsOf(db: D1Database, slugs: string[]): Promise<Report[]> {
  return readLines<Report>(
    db,
    'SELECT line FROM reports WHERE deadline IN (SELECT value FROM json_each(?1)) ORDER BY seq',
    slugs,
  )
}

/** The reports with these ids; unknown ones are passed over. */
export function reportsById(db: D1Database, ids: string[]): Promise<Report[]> {
  return readLines<Report>(
    db,
    'SELECT line FROM reports WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY seq',
    ids,
  )
}

export interface LatestReports {
  /** One deadline's, or null for everyone's. */
  slug: string | null
  now: EpochSeconds
  knownAt: EpochSeconds | null
  limit: number
}

/** The latest reports made by `now` and recorded by `knownAt` (null: ever), newest first. */
export async function latestReports(
  db: D1Database,
  { slug, now, knownAt, limit }: LatestReports,
): Promise<Report[]> {
  const { results } = await db
    .prepare(
      `SELECT line FROM reports
      WHERE reported_at <= ?1 AND recorded_at <= ?2 ${slug === null ? '' : 'AND deadline = ?4'}
      ORDER BY reported_at DESC, seq DESC LIMIT ?3`,
    )
    .bind(now, knownAt ?? NEVER, limit, ...(slug === null ? [] : [slug]))
    .all<{ line: string }>()
  return results.map(({ line }) => JSON.parse(line))
}

/** How much there is: for the page's foot and the health check. */
export async function countLedger(db: D1Database): Promise<{ deadlines: number; reports: number }> {
  const row = await db
    .prepare(
      'SELECT (SELECT count(*) FROM deadlines) deadlines, (SELECT count(*) FROM reports) reports',
    )
    .first<{ deadlines: number; reports: number }>()
  return row ?? { deadlines: 0, reports: 0 }
}

/** Lines were checked before they were recorded, and what is recorded never changes. */
async function readLines<T>(db: D1Database, sql: string, values: string[]): Promise<T[]> {
  if (values.length === 0) return []
  const { results } = await db.prepare(sql).bind(JSON.stringify(values)).all<{ line: string }>()
  return results.map(({ line }) => JSON.parse(line) as T)
}
