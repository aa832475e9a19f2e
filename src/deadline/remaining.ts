import { parseEdtf } from './edtf.ts'
import type { EpochSeconds } from './instant.ts'
import { calendarDaysBetween, DAY_SECONDS } from './local.ts'
import { isExact, lastInstant, resolveWindow, type Window } from './window.ts'
import { dateAt, type Zone } from './zone.ts'

export interface Remaining {
  /** To the target; negative once it is past. */
  seconds: number
  /** Calendar days to the target's day in the deadline's zone; negative once it is past. */
  days: number
  /** For people, in English. */
  text: string
}

/**
 * How long is left until a target, in the deadline's zone (UTC where that is null). A window that
 * closes at midnight ends on the day before it, so that 2 September's end is on 2 September.
 */
export function remainingUntil(
  target: EpochSeconds,
  window: Window,
  zone: Zone | null,
  now: EpochSeconds,
): Remaining {
  const seconds = target - now
  const onTarget = target === window.opens ? target : (lastInstant(window) ?? target)
  const days = daysUntil(onTarget, zone, now)
  const text = rangeText(window, zone, now) ?? dueText(seconds, window, now)
  return { seconds, days, text: text ?? durationText(seconds) }
}

/** What is counted to its opening is not "ago" while it is still open. */
function dueText(seconds: number, { closes }: Window, now: EpochSeconds): string | null {
  return seconds <= 0 && closes !== null && now < closes ? 'due now' : null
}

/** Calendar days from one instant's day to another's, in a zone (UTC where that is null); negative where that is past. */
export function daysUntil(instant: EpochSeconds, zone: Zone | null, now: EpochSeconds): number {
  const where = zone ?? 'UTC'
  return calendarDaysBetween(dateAt(where, now), dateAt(where, instant))
}

/** The least and the most days that a window wider than a day leaves. */
export interface DayRange {
  /** Null where the window has no opening, or it is past; */
  least: number | null
  /** null where it has no closing. */
  most: number | null
}

/** Null for a window of a single day or less, and for one that is over. */
export function daysInRange(window: Window, zone: Zone | null, now: EpochSeconds): DayRange | null {
  const last = lastInstant(window)
  if (isExact(window) || (last !== null && last < now)) return null
  const least = window.opens === null ? null : daysUntil(window.opens, zone, now)
  const most = last === null ? null : daysUntil(last, zone, now)
  const longerThanADay =
    window.opens === null || window.closes === null || window.closes - window.opens > DAY_SECONDS
  if (!longerThanADay || least === most) return null
  return { least: least !== null && least > 0 ? least : null, most }
}

function rangeText(window: Window, zone: Zone | null, now: EpochSeconds): string | null {
  const range = daysInRange(window, zone, now)
  if (!range) return null
  const { least, most } = range
  if (least !== null && most !== null) return `between ${least} and ${count(most, 'day')}`
  if (most !== null) return most === 0 ? 'today at the latest' : `at most ${count(most, 'day')}`
  return least === null ? null : `at least ${count(least, 'day')}`
}

/**
 * A duration's two largest units, `43 days 8 hours`, of which the second is left out where it is
 * nothing. Negative seconds are `… ago`. Cut, never rounded: there is at least so much left.
 */
export function durationText(seconds: number): string {
  const left = Math.abs(seconds)
  const [days, hours, minutes] = [
    Math.floor(left / DAY_SECONDS),
    Math.floor(left / 3600) % 24,
    Math.floor(left / 60) % 60,
  ]
  const text =
    days > 0
      ? pair(days, 'day', hours, 'hour')
      : hours > 0
        ? pair(hours, 'hour', minutes, 'minute')
        : minutes > 0
          ? count(minutes, 'minute')
          : count(left, 'second')
  return seconds < 0 ? `${text} ago` : text
}

function pair(large: number, unit: string, small: number, smallUnit: string): string {
  return small > 0 ? `${count(large, unit)} ${count(small, smallUnit)}` : count(large, unit)
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`
}

/**
 * The share of the time from the issue to the target that is gone: 0 to 1, to three decimals.
 * Null where the issue date says nothing, or the target is not after it.
 */
export function elapsedShare(
  issued: EpochSeconds,
  target: EpochSeconds,
  now: EpochSeconds,
): number | null {
  if (target <= issued) return null
  const share = (now - issued) / (target - issued)
  return Math.round(Math.min(Math.max(share, 0), 1) * 1000) / 1000
}

/** Which day of how many: day 7 of 50 is a week after the day of issue. Days in the zone, or UTC. */
export interface DayCount {
  day: number
  of: number
}

export function dayCount(
  issued: EpochSeconds,
  window: Window,
  zone: Zone | null,
  now: EpochSeconds,
): DayCount | null {
  const last = lastInstant(window)
  if (last === null) return null
  const where = zone ?? 'UTC'
  const of = calendarDaysBetween(dateAt(where, issued), dateAt(where, last))
  const day = calendarDaysBetween(dateAt(where, issued), dateAt(where, now))
  return of > 0 ? { day: Math.min(Math.max(day, 0), of), of } : null
}

/** When a deadline was issued: the start of its issue date, in the zone or UTC; null if unknown. */
export function issueInstant(issuedAt: string | null, zone: Zone | null): EpochSeconds | null {
  if (issuedAt === null) return null
  const edtf = parseEdtf(issuedAt)
  if (!edtf.ok) throw new Error(`issue date ${issuedAt}: ${edtf.why}`)
  return resolveWindow(edtf.value, zone ?? 'UTC').opens
}
