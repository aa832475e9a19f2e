/** What happened, newest first: looked up, or with `knownAt` worked out from what was recorded. */
import type { D1Database } from '@cloudflare/workers-types'
import { type Change, type ChangeType, changesOf } from '../deadline/change.ts'
import { type Certainty, compareText } from '../deadline/claim.ts'
import type { Deadline, Kind } from '../deadline/deadline.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import type { Report } from '../deadline/report.ts'
import { reportsBy } from '../deadline/status.ts'
import type { Subject } from '../href.ts'
import { select } from './busy.ts'
import { asOf } from './kept.ts'
import { type Recorded, recordedBy, recordedOf } from './read.ts'

/** A row of `changes`. */
interface ChangeRow {
  deadline: string
  at: EpochSeconds
  key: string
  type: ChangeType
  topic: string | null
  kind: Kind
  certainty: Certainty
  /** As JSON. */
  events: string
  change: string
}

export function changeRows(deadline: Deadline, reports: Report[]): ChangeRow[] {
  const { slug, kind, topic } = deadline
  return changesOf(kind, reports).map((change) => {
    const { at, key, type, certainty, events, ...facts } = change
    return {
      ...{ deadline: slug, at, key, type, topic, kind, certainty },
      ...{ events: JSON.stringify(events), change: JSON.stringify(facts) },
    }
  })
}

/** A change, with its deadline and the report that made it; a milestone has none. */
export interface ToldChange {
  deadline: Deadline
  change: Change
  report: Report | null
}

/** Where a page of changes ended: the next one starts with what comes after, which is older. */
export interface Place {
  at: EpochSeconds
  deadline: string
  key: string
}

export interface ChangeQuery {
  subject: Subject
  now: EpochSeconds
  knownAt: EpochSeconds | null
  kind: Kind | null
  certainty: Certainty | null
  /** Null: of every type. */
  types: ChangeType[] | null
  /** Null: from the newest. */
  before: Place | null
  limit: number
}

export interface ChangePage {
  changes: ToldChange[]
  /** Where an older page starts; null where there is none. */
  last: Place | null
}

/** The latest changes by `now`, newest first. The cost is the page's, whatever the ledger's. */
export async function tellChanges(db: D1Database, query: ChangeQuery): Promise<ChangePage> {
  const wanted = { ...query, limit: query.limit + 1 }
  const found = query.knownAt === null ? await present(db, wanted) : await known(db, wanted)
  const changes = found.slice(0, query.limit)
  const oldest = changes.at(-1)
  return { changes, last: found.length > query.limit && oldest ? placeOf(oldest) : null }
}

/** When the next milestone of a subject falls after an instant; null where none is known of. */
export async function nextMilestone(
  db: D1Database,
  { subject, now }: Pick<ChangeQuery, 'subject' | 'now'>,
): Promise<EpochSeconds | null> {
  const { sql, value } = about(subject)
  const turn = await asOf(db, now)
  const [next] = await select<{ at: EpochSeconds }>(
    db
      .prepare(
        `SELECT at FROM changes WHERE type = 'milestone' AND at > ?1 ${sql} ORDER BY at LIMIT 1`,
      )
      .bind(turn, ...value),
  )
  return next?.at ?? null
}

async function present(db: D1Database, query: ChangeQuery): Promise<ToldChange[]> {
  const { subject, now, kind, certainty, types, before, limit } = query
  const { sql, value } = about(subject)
  const turn = await asOf(db, now)
  const rows = await select<Told>(
    db
      .prepare(
        `SELECT changes.*, deadlines.line AS deadline_line, reports.line AS report_line
        FROM (SELECT * FROM changes WHERE at <= ?1 ${sql}
          AND (?3 IS NULL OR (at, deadline, key) < (?3, ?4, ?5))
          AND (?6 IS NULL OR kind = ?6) AND (?7 IS NULL OR certainty = ?7)
          AND (?8 IS NULL OR type IN (SELECT value FROM json_each(?8)))
          ORDER BY at DESC, deadline DESC, key DESC LIMIT ?9) AS changes
        JOIN deadlines ON deadlines.slug = changes.deadline
        LEFT JOIN reports ON reports.id = changes.key
        ORDER BY at DESC, changes.deadline DESC, key DESC`,
      )
      .bind(
        turn,
        value[0] ?? null,
        before?.at ?? null,
        before?.deadline ?? null,
        before?.key ?? null,
        kind,
        certainty,
        types && JSON.stringify(types),
        limit,
      ),
  )
  return rows.map(toldOf)
}

type Told = ChangeRow & { deadline_line: string; report_line: string | null }

function toldOf({
  at,
  key,
  type,
  certainty,
  events,
  change,
  deadline_line,
  report_line,
}: Told): ToldChange {
  return {
    deadline: JSON.parse(deadline_line),
    change: { at, key, type, certainty, events: JSON.parse(events), ...JSON.parse(change) },
    report: report_line && JSON.parse(report_line),
  }
}

function about(subject: Subject): { sql: string; value: string[] } {
  if (subject === 'everything') return { sql: '', value: [] }
  return 'topic' in subject
    ? { sql: 'AND topic = ?2', value: [subject.topic] }
    : { sql: 'AND deadline = ?2', value: [subject.slug] }
}

/** From what had been recorded by an instant: as much work as there was recorded of the subject. */
async function known(db: D1Database, query: ChangeQuery): Promise<ToldChange[]> {
  let latest: ToldChange[] = []
  for await (const recorded of subjectsKnown(db, query)) {
    const told = recorded.flatMap((each) => changesKnown(each, query))
    latest = [...latest, ...told]
      .sort((a, b) => comparePlaces(placeOf(b), placeOf(a)))
      .slice(0, query.limit)
  }
  return latest
}

function changesKnown(
  { deadline, reports }: Recorded,
  { now, knownAt, certainty, types, before }: ChangeQuery,
): ToldChange[] {
  const own = reportsBy(reports, now, knownAt)
  const byId = new Map(own.map((report) => [report.id, report]))
  return changesOf(deadline.kind, own)
    .filter((change) => change.at <= now)
    .filter((change) => certainty === null || change.certainty === certainty)
    .filter((change) => types === null || types.includes(change.type))
    .map((change) => ({ deadline, change, report: byId.get(change.key) ?? null }))
    .filter((told) => before === null || comparePlaces(placeOf(told), before) < 0)
}

async function* subjectsKnown(db: D1Database, query: ChangeQuery): AsyncGenerator<Recorded[]> {
  const { subject, kind } = query
  if (subject !== 'everything' && 'slug' in subject) {
    const found = await recordedOf(db, [subject.slug])
    yield found.filter(({ deadline }) => kind === null || deadline.kind === kind)
    return
  }
  const topic = subject === 'everything' ? null : subject.topic
  yield* recordedBy(db, { knownAt: query.knownAt ?? 0, topic, kind, q: null })
}

function placeOf({ change: { at, key }, deadline }: ToldChange): Place {
  return { at, deadline: deadline.slug, key }
}

function comparePlaces(a: Place, b: Place): number {
  return a.at - b.at || compareText(a.deadline, b.deadline) || compareText(a.key, b.key)
}
