/**
 * Wall-clock readings, apart from any zone.
 *
 * A `LocalSeconds` counts seconds from 1970-01-01T00:00:00 on a wall clock that
 * never changes: it is what an epoch count would be if the clock ran on UTC. The
 * calendar is the proleptic Gregorian one (ISO 8601-1).
 */
export type LocalSeconds = number

export const DAY_SECONDS = 86_400

export interface LocalDate {
  year: number
  /** 1 to 12 */
  month: number
  /** 1 to 31 */
  day: number
}

/** Days in a month of the proleptic Gregorian calendar; `month` runs from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(utcMilliseconds(year, month + 1, 0)).getUTCDate()
}

/** Midnight of a date. Months and days out of range carry over, as `Date.UTC` carries them. */
export function localMidnight({ year, month, day }: LocalDate): LocalSeconds {
  return utcMilliseconds(year, month, day) / 1000
}

export function localDate(local: LocalSeconds): LocalDate {
  const date = new Date(local * 1000)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** Seconds since the midnight before: 0 to 86,399. */
export function secondOfDay(local: LocalSeconds): number {
  return local - midnightBefore(local)
}

export function midnightBefore(local: LocalSeconds): LocalSeconds {
  return Math.floor(local / DAY_SECONDS) * DAY_SECONDS
}

/** Whole calendar days from one reading's date to another's; negative where the second is earlier. */
export function calendarDaysBetween(from: LocalSeconds, to: LocalSeconds): number {
  return (midnightBefore(to) - midnightBefore(from)) / DAY_SECONDS
}

/** `2025-09-02`; four digits for years 0 to 9999. */
export function formatLocalDate(local: LocalSeconds): string {
  return new Date(local * 1000).toISOString().slice(0, -'T00:00:00.000Z'.length)
}

/** `2025-07-23T19:00`, with seconds only where there are any. */
export function formatLocalTime(local: LocalSeconds): string {
  const text = new Date(local * 1000).toISOString().slice(0, -'.000Z'.length)
  return text.endsWith(':00') ? text.slice(0, -':00'.length) : text
}

/** `Date.UTC` reads years 0 to 99 as 1900 to 1999; this one does not. */
function utcMilliseconds(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime()
}
