/** What of the past stays as it was told, though something more is recorded. Pure. */
import { checkedInstant, type EpochSeconds } from '../../deadline/instant.ts'
import type { Arrived } from '../../ledger/arrived.ts'
import { readInstant } from '../parameters.ts'
import { SLUG } from '../slug.ts'

/** Not among them: calendars, which say when the ledger last grew, and feeds, when an entry was taken back. */
const OF_ALL = /^\/($|(status|next)\.json$|(archive|record)$|topics\/)/
const OF_A_DEADLINE = new RegExp(`^/(?:deadlines|embed)/(${SLUG})(?:\\.(?:json|svg|png))?$`)
const OF_A_FORM_THAT_CHANGES = /\.(ics|atom|rss|feed\.json)$/

/**
 * Whether what was answered as of an instant would be answered still, now that some reports have
 * arrived: none of them was made by then. And none is of the deadline whose page it is, which says
 * when more was said of it.
 */
export function outlives(address: string, arrived: Arrived[]): boolean {
  const { pathname, searchParams } = new URL(address)
  const at = instantOf(searchParams)
  if (at === null || OF_A_FORM_THAT_CHANGES.test(pathname)) return false
  const slug = OF_A_DEADLINE.exec(pathname)?.[1] ?? null
  if (slug === null && !OF_ALL.test(pathname)) return false
  return arrived.every((report) => report.at > at && report.deadline !== slug)
}

function instantOf(parameters: URLSearchParams): EpochSeconds | null {
  const at = readInstant(parameters.get('at') ?? '')
  return at.ok ? checkedInstant(at.value) : null
}
