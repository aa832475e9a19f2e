/** How a countdown stands at an instant. Pure, and shared with the browser's script. */
import type { EpochSeconds } from '../deadline/instant.ts'
import { daysInRange, daysUntil } from '../deadline/remaining.ts'
import { isExact, lastInstant, type Window } from '../deadline/window.ts'
import type { Zone } from '../deadline/zone.ts'

/** What a countdown counts: talks to their opening, everything else to its close. */
export interface Counted extends Window {
  zone: Zone | null
  to: 'opens' | 'closes'
}

export type Count =
  /** To an instant. */
  | { form: 'clock'; seconds: number }
  /** To a day whose hour nobody said. */
  | { form: 'days'; days: number }
  /** Between two days; null where that end is past or unbounded. */
  | { form: 'range'; least: number | null; most: number | null }
  /** The last hours of the last day. */
  | { form: 'hours'; seconds: number }
  /** Talks on their day. */
  | { form: 'today' }
  /** Inside a window that nobody closed. */
  | { form: 'any-day' }
  | { form: 'over' }

/** A day counts days, and hours only on its last one; only an instant counts seconds. */
export function countAt(counted: Counted, now: EpochSeconds): Count {
  const { opens, closes, zone, to } = counted
  if (closes !== null && closes <= now) return { form: 'over' }
  if (isExact(counted)) return { form: 'clock', seconds: (closes ?? now) - now }
  const range = daysInRange(counted, zone, now)
  if (range) return countRange(range.least, range.most, closes, now)
  const target = to === 'opens' ? opens : lastInstant(counted)
  const days = target === null ? 0 : daysUntil(target, zone, now)
  if (days > 0) return { form: 'days', days }
  if (to === 'closes' && closes !== null) return { form: 'hours', seconds: closes - now }
  return opens !== null && opens > now ? { form: 'hours', seconds: opens - now } : { form: 'today' }
}

function countRange(
  least: number | null,
  most: number | null,
  closes: EpochSeconds | null,
  now: EpochSeconds,
): Count {
  if (most === 0 && closes !== null) return { form: 'hours', seconds: closes - now }
  return least === null && most === null ? { form: 'any-day' } : { form: 'range', least, most }
}
