/** Writing to the ledger: lines and all that follows from them, in one batch or not at all. */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Deadline } from '../deadline/deadline.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import { newsOf } from '../deadline/news.ts'
import type { Report } from '../deadline/report.ts'
import { countedOf, replaceDerived } from './derived.ts'
import { eventOf, insertEvents, type NewEvent, rung } from './events.ts'
import { writeAtHead } from './head.ts'
import { isOpening, isReport, type Line, lineKey, said } from './line.ts'
import { deadlinesBySlug, reportsById, reportsOf } from './read.ts'
import { deadlineRow, insertRows, reportRow } from './rows.ts'
import { indexWords } from './trigrams.ts'

/** Another line is in the ledger already under the slug or the id of this one. */
export class Taken extends Error {
  readonly line: Line

  constructor(line: Line) {
    super(`the ledger has another line as ${lineKey(line)}`)
    this.line = line
  }
}

/**
 * Records lines that check.ts has passed, and all that follows from them, and at `now` the events
 * that they make; gives how many were new. A line that is there already is left as it stands.
 *
 * @throws Taken where what is there under a slug or an id says something else.
 */
export async function record(db: D1Database, lines: Line[], now: EpochSeconds): Promise<number> {
  const written = await writeAtHead(db, async (head) => {
    const fresh = await withoutRecorded(db, lines)
    const numbered = fresh.map((line, index) => ({ line, seq: head + 1 + index }))
    const opened = numbered.flatMap(({ line, seq }) =>
      isOpening(line) ? [deadlineRow(line, seq)] : [],
    )
    const reported = numbered.flatMap(({ line, seq }) =>
      isReport(line) ? [reportRow(line, seq)] : [],
    )
    return {
      lines: fresh.length,
      statements: [
        ...insertRows(db, 'deadlines', opened),
        ...insertRows(db, 'reports', reported),
        ...indexWords(db, opened),
        ...(await followingFrom(db, fresh, now)),
      ],
    }
  })
  return written.lines
}

async function withoutRecorded(db: D1Database, lines: Line[]): Promise<Line[]> {
  const recorded = await recordedLines(db, lines)
  return lines.filter((line) => {
    const there = recorded.get(lineKey(line))
    if (there && said(there) !== said(line)) throw new Taken(line)
    return !there
  })
}

/** What the ledger already has under the lines' slugs and ids, by lineKey. */
export async function recordedLines(db: D1Database, lines: Line[]): Promise<Map<string, Line>> {
  const slugs = lines.filter(isOpening).map((line) => line.opens.slug)
  const ids = lines.filter(isReport).map((line) => line.reports.id)
  const [deadlines, reports] = await Promise.all([deadlinesBySlug(db, slugs), reportsById(db, ids)])
  const found: Line[] = [
    ...deadlines.map((opens) => ({ opens })),
    ...reports.map((reports) => ({ reports })),
  ]
  return new Map(found.map((line) => [lineKey(line), line]))
}

/** What follows for every deadline that the lines touch, once they are recorded. */
async function followingFrom(
  db: D1Database,
  lines: Line[],
  now: EpochSeconds,
): Promise<D1PreparedStatement[]> {
  const opened = lines.filter(isOpening).map((line) => line.opens)
  const added = lines.filter(isReport).map((line) => line.reports)
  const slugs = [...new Set(added.map((report) => report.deadline))]
  const deadlines = [...opened, ...(await deadlinesBySlug(db, slugs))]
  const [before, last] = await Promise.all([reportsOf(db, slugs), rung(db)])
  const until = last?.until ?? now
  const events = news(deadlines, before, added, now).filter((event) => isForNow(event, until))
  const known = deadlines.filter((deadline) => !opened.includes(deadline))
  return [
    ...replaceDerived(db, deadlines, [...before, ...added], countedOf(known, before)),
    ...(await insertEvents(db, events)),
  ]
}

/**
 * The clock makes no event of what is recorded as one already. So the reports that are not told
 * have to be, if it is yet to pass them; and a milestone must not be, unless it has passed it.
 */
function isForNow({ isTold, change }: NewEvent, until: EpochSeconds): boolean {
  if (change.milestone) return change.at <= until
  return isTold || change.at > until
}

/** What each deadline has that is new by `now`; one report of it is told. */
function news(deadlines: Deadline[], before: Report[], added: Report[], now: EpochSeconds) {
  const [old, fresh] = [before, added].map((reports) =>
    Map.groupBy(reports, (report) => report.deadline),
  )
  return deadlines.flatMap((deadline) =>
    newsOf(deadline.kind, old.get(deadline.slug) ?? [], fresh.get(deadline.slug) ?? [], now).map(
      (each) => eventOf(deadline, each, now),
    ),
  )
}
