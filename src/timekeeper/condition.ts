/** How the timekeeper and its deliveries are doing: read from the rows, so that it can be told of an object that is down. */
import type { D1Database } from '@cloudflare/workers-types'
import type { EpochSeconds } from '../deadline/instant.ts'
import { type Backlog, backlog, nextDueAfter } from '../ledger/deliveries.ts'
import { nextChangeAfter, rung } from '../ledger/events.ts'
import { nextIntentAfter } from '../ledger/intents.ts'
import { nextWake, type Wake } from './next-wake.ts'

export interface Condition {
  /** Null before the first time. */
  lastRang: EpochSeconds | null
  /** What it rings for next; null where nothing is ahead. */
  waitsFor: Wake | null
  /** Since when something should have been seen to; null where all is. */
  lateSince: { change: EpochSeconds | null; delivery: EpochSeconds | null }
  backlog: Backlog
}

/** What is so much past is not just about to be seen to. */
const GRACE = 30

export async function condition(db: D1Database, now: EpochSeconds): Promise<Condition> {
  const [last, deliveries, delivery, intent] = await Promise.all([
    rung(db),
    backlog(db, now),
    nextDueAfter(db, now),
    nextIntentAfter(db, now),
  ])
  const change = await nextChangeAfter(db, last?.until ?? now)
  const late = (since: EpochSeconds | null) =>
    since !== null && since < now - GRACE ? since : null
  return {
    lastRang: last?.rangAt ?? null,
    waitsFor: nextWake({ change, delivery, intent, nudge: null, asked: null }),
    lateSince: { change: late(change), delivery: late(deliveries.dueSince) },
    backlog: deliveries,
  }
}
