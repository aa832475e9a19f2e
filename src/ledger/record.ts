/** Writing to the ledger: lines and all that follows from them, in one batch or not at all. */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { replaceDerived } from './derived.ts'
import { writeAtHead } from './head.ts'
import { isOpening, isReport, type Line, lineKey, said } from './line.ts'
import { deadlinesBySlug, reportsById, reportsOf } from './read.ts'
import { insertRows, rowOf } from './rows.ts'

/**
 * Records lines that check.ts has passed, and all that follows from them; gives how many
 * were new. A line that is there already is left as it stands.
 */
export async function record(db: D1Database, lines: Line[]): Promise<number> {
  const written = await writeAtHead(db, async (head) => {
    const fresh = await withoutRecorded(db, lines)
    const rows = (kind: (line: Line) => boolean) =>
      fresh.flatMap((line, index) => (kind(line) ? [rowOf(line, head + 1 + index)] : []))
    return {
      lines: fresh.length,
      statements: [
        ...insertRows(db, 'deadlines', rows(isOpening)),
        ...insertRows(db, 'reports', rows(isReport)),
        ...(await derivedAfter(db, fresh)),
      ],
    }
  })
  return written.lines
}

async function withoutRecorded(db: D1Database, lines: Line[]): Promise<Line[]> {
  const recorded = await recordedLines(db, lines)
  return lines.filter((line) => !recorded.has(lineKey(line)))
}

/** What the ledger already has under the lines' slugs and ids, by lineKey: what each line says. */
export async function recordedLines(db: D1Database, lines: Line[]): Promise<Map<string, string>> {
  const slugs = lines.filter(isOpening).map((line) => line.opens.slug)
  const ids = lines.filter(isReport).map((line) => line.reports.id)
  const found: Line[] = [
    ...(await deadlinesBySlug(db, slugs)).map((opens) => ({ opens })),
    ...(await reportsById(db, ids)).map((reports) => ({ reports })),
  ]
  return new Map(found.map((line) => [lineKey(line), said(line)]))
}

/** What follows for every deadline that the lines touch, once they are recorded. */
async function derivedAfter(db: D1Database, lines: Line[]): Promise<D1PreparedStatement[]> {
  const opened = lines.filter(isOpening).map((line) => line.opens)
  const added = lines.filter(isReport).map((line) => line.reports)
  const slugs = [...new Set(added.map((report) => report.deadline))]
  const deadlines = [...opened, ...(await deadlinesBySlug(db, slugs))]
  return replaceDerived(db, deadlines, [...(await reportsOf(db, slugs)), ...added])
}
