/** An event in full, as every subscriber is told of it: its words, and the status as it was then. */
import type { D1Database } from '@cloudflare/workers-types'
import type { Report } from '../deadline/report.ts'
import { type Status, status } from '../deadline/status.ts'
import { type Entry, entryOf } from '../feed/entries.ts'
import { absolute, deadlinePath, urn } from '../href.ts'
import type { LedgerEvent } from '../ledger/events.ts'
import { deadlinesBySlug, reportsUpTo } from '../ledger/read.ts'
import { writeStated } from '../page/words/stated.ts'

export interface Telling {
  event: LedgerEvent
  /** The same as the feeds have. */
  entry: Entry
  /** The report that made it; a milestone has none. */
  report: Report | null
  /** As of when the tracker took note of it, by what it had recorded then: the same however late it is delivered. */
  status: Status & { url: string }
  /** The page of what it is about, absolute. */
  url: string
}

export async function tellEvent(
  db: D1Database,
  event: LedgerEvent,
  site: { url: string; title: string },
): Promise<Telling> {
  const [[deadline], reports] = await Promise.all([
    deadlinesBySlug(db, [event.deadline]),
    reportsUpTo(db, event.deadline, event.head),
  ])
  const now = Math.max(event.recordedAt, event.change.at)
  const report = reports.find(({ id }) => id === event.change.key) ?? null
  const telling = { deadline, change: event.change, report }
  const page = absolute(site.url, deadlinePath(deadline.slug))
  return {
    event,
    entry: entryOf(urn(event.id), telling, { now, site: site.title, date: writeStated }),
    report,
    status: { ...status(deadline, reports, now, null), url: page },
    url: report ? `${page}#${report.id}` : page,
  }
}
