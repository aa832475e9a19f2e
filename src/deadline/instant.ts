import { daysInMonth, localMidnight } from './local.ts'
import { accept, type Parsed, refuse } from './parsed.ts'

/** Seconds since 1970-01-01T00:00:00Z, without leap seconds (POSIX time). */
export type EpochSeconds = number

const RFC_3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:([Zz])|([+-])(\d{2}):(\d{2}))$/

/**
 * Reads an instant as RFC 3339, section 5.6, writes it; seconds may be left out,
 * fractions of a second are cut off. Refuses whatever names no instant: a day, a
 * time without an offset, 30 February, second 60.
 */
export function parseInstant(text: string): Parsed<EpochSeconds> {
  const parts = RFC_3339.exec(text)
  if (!parts) return refuse('must be an instant with its offset, such as 2025-07-21T20:00:00Z')
  const [year, month, day, hour, minute, second] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  const wrong = wrongDate(year, month, day) ?? wrongTime(hour, minute, second)
  if (wrong) return refuse(wrong)
  const offset = parseOffset(parts[8], parts[9], parts[10])
  if (offset === null) return refuse('must have an offset between -23:59 and +23:59')
  const local = localMidnight({ year, month, day }) + hour * 3600 + minute * 60 + second
  return withinYears(local - offset)
}

/** An offset may carry the last hours of 9999 or the first of 0001 beyond what can be written. */
function withinYears(instant: EpochSeconds): Parsed<EpochSeconds> {
  const first = localMidnight({ year: 1, month: 1, day: 1 })
  const end = localMidnight({ year: 10_000, month: 1, day: 1 })
  if (instant >= first && instant < end) return accept(instant)
  return refuse('must lie in the years 0001 to 9999 of UTC')
}

/**
 * Writes an instant as RFC 3339 in UTC, to the second. The close of the year 9999
 * lies outside of RFC 3339 and gets ISO 8601's expanded form, `+010000-01-01T00:00:00Z`.
 */
export function formatInstant(instant: EpochSeconds): string {
  return new Date(instant * 1000).toISOString().replace('.000Z', 'Z')
}

/** Why a date does not exist, or null where it does. Years run from 1 to 9999. */
export function wrongDate(year: number, month: number, day: number): string | null {
  if (year < 1) return 'the year 0000 is outside of 0001 to 9999'
  if (month < 1 || month > 12) return `there is no month ${pad(month)}: months run from 01 to 12`
  const last = daysInMonth(year, month)
  if (day < 1 || day > last) {
    return `there is no ${year}-${pad(month)}-${pad(day)}: that month's days run from 01 to ${last}`
  }
  return null
}

/** Reads an instant that was checked before it was recorded or asked with; a bad one is a fault. */
export function checkedInstant(text: string): EpochSeconds {
  const parsed = parseInstant(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.why}`)
  return parsed.value
}

/** Why a time of day does not exist, or null where it does. */
export function wrongTime(hour: number, minute: number, second: number): string | null {
  if (hour > 23) return `there is no hour ${hour}: hours run from 00 to 23`
  if (minute > 59) return `there is no minute ${minute}: minutes run from 00 to 59`
  if (second > 59) return `there is no second ${second}: seconds run from 00 to 59`
  return null
}

/** Seconds east of UTC; 0 where there is no sign (that is `Z`), null beyond ±23:59. */
export function parseOffset(sign?: string, hours?: string, minutes?: string): number | null {
  if (!sign) return 0
  const hour = Number(hours)
  const minute = Number(minutes ?? 0)
  if (hour > 23 || minute > 59) return null
  const seconds = hour * 3600 + minute * 60
  return sign === '-' ? -seconds : seconds
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
