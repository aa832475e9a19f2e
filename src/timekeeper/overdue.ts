import type { D1Database } from '@cloudflare/workers-types'
import { type EpochSeconds, formatInstant } from '../deadline/instant.ts'
import { backlog } from '../ledger/deliveries.ts'
import { nextChangeAfter, rungUntil } from '../ledger/events.ts'

/** What is so much past is not just about to be seen to. */
const GRACE = 30

/** What should have been seen to before now, and when; null where nothing should have. */
export async function overdue(
  db: D1Database,
  now: EpochSeconds,
): Promise<{ change: string | null; delivery: string | null } | null> {
  const [until, { dueSince }] = await Promise.all([rungUntil(db), backlog(db, now)])
  const change = until === null ? null : await nextChangeAfter(db, until)
  const late = [change, dueSince].map((at) => (at !== null && at < now - GRACE ? at : null))
  if (late.every((at) => at === null)) return null
  const [lateChange, lateDelivery] = late.map((at) => at && formatInstant(at))
  return { change: lateChange || null, delivery: lateDelivery || null }
}
