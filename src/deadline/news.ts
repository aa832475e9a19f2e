/** What a write is to those who follow a deadline. */
import { type Change, changesOf } from './change.ts'
import type { Kind } from './deadline.ts'
import { eventsBetween, inOrder } from './event.ts'
import type { EpochSeconds } from './instant.ts'
import type { Report } from './report.ts'
import { reportsBy } from './status.ts'
import { timeline } from './timeline.ts'

/** Clocks differ: what was reported in so few seconds is told with what was reported now. */
const SKEW = 60

/**
 * The one thing to tell at `now` of reports that were just added to those before: the latest of
 * what they changed, by what is new about the present. One that came late, after others that are
 * later, is news only as far as it changes how the deadline stands now: its events are then those,
 * or none. Null where all that was added is yet to be reported, more than a minute after `now`.
 */
export function newsOf(
  kind: Kind,
  before: Report[],
  added: Report[],
  now: EpochSeconds,
): Change | null {
  const after = [...before, ...added]
  const past = changesOf(kind, after).filter(({ at }) => at <= now + SKEW)
  const ids = new Set(added.map(({ id }) => id))
  const index = past.findLastIndex(({ key }) => ids.has(key))
  if (index < 0) return null
  const change = past[index]
  const isLatest = past.slice(index + 1).every(({ events }) => events.length === 0)
  const stateBy = (reports: Report[]) => timeline(kind, reportsBy(reports, now + SKEW, null)).at(-1)
  const standing = stateBy(after)
  const present = standing ? eventsBetween(stateBy(before) ?? null, standing) : []
  return { ...change, events: inOrder([...(isLatest ? change.events : []), ...present]) }
}
