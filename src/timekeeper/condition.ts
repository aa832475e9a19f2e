/** How the timekeeper and its deliveries are doing: read from the rows, so that it can be told of an object that is down. */
import type { D1Database } from '@cloudflare/workers-types'
import type { EpochSeconds } from '../deadline/instant.ts'
import { type Backlog, backlog, nextDueAfter } from '../ledger/deliveries.ts'
import { nextChangeAfter, rung, waitingSince } from '../ledger/events.ts'
import { intentDueSince, nextIntentAfter } from '../ledger/intents.ts'
import { nextWake, type Wake } from './next-wake.ts'

export interface Condition {
  /** Null before the first time. */
  lastRang: EpochSeconds | null
  /** What it rings for next; null where nothing is ahead. */
  waitsFor: Wake | null
  /** Since when something should have been seen to; null where all is. */
  lateSince: Record<'change' | 'delivery' | 'intent', EpochSeconds | null>
  backlog: Backlog
}

/** What is so much past is not just about to be seen to. */
const GRACE = 30

export async function condition(db: D1Database, now: EpochSeconds): Promise<Condition> {
  const [last, deliveries, undelivered, delivery, intent, asked] = await Promise.all([
    rung(db),
    backlog(db, now),
    waitingSince(db, now),
    nextDueAfter(db, now),
    nextIntentAfter(db, now),
    intentDueSince(db, now),
  ])
  const dueSince = earliest(deliveries.dueSince, undelivered)
  const change = await nextChangeAfter(db, last?.until ?? now)
  const late = (since: EpochSeconds | null) =>
    since !== null && since < now - GRACE ? since : null
  return {
    lastRang: last?.rangAt ?? null,
    waitsFor: nextWake({ change, delivery, intent, nudge: null, asked: null }),
    lateSince: { change: late(change), delivery: late(dueSince), intent: late(asked) },
    backlog: { ...deliveries, dueSince },
  }
}

function earliest(...instants: (EpochSeconds | null)[]): EpochSeconds | null {
  const known = instants.filter((each) => each !== null)
  return known.length > 0 ? Math.min(...known) : null
}
