/** Counted periods, as ISO 8601-1 writes durations: `P50D`, `P1Y2M`, `PT48H`. */
import {
  DAY_SECONDS,
  daysInMonth,
  type LocalSeconds,
  localDate,
  localMidnight,
  secondOfDay,
} from './local.ts'
import { accept, type Parsed, refuse } from './parsed.ts'

export interface Period {
  /** These move the calendar: years and months together, then weeks and days together. */
  months: number
  days: number
  /** These are exact. */
  seconds: number
}

const DURATION =
  /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/** Reads a duration of whole, forward counts. Refuses fractions, signs and lower case. */
export function parsePeriod(text: string): Parsed<Period> {
  const parts = DURATION.exec(text)
  if (!parts) return refuse(hint(text))
  const [years, months, weeks, days, hours, minutes, seconds] = parts
    .slice(1)
    .map((part) => Number(part ?? 0))
  const period = {
    months: years * 12 + months,
    days: weeks * 7 + days,
    seconds: hours * 3600 + minutes * 60 + seconds,
  }
  const tooLong = period.months > 120_000 || period.days > 3_700_000 || period.seconds > 3.2e11
  return tooLong ? refuse(`"${text}" ends after the year 9999`) : accept(period)
}

/**
 * Moves a wall-clock reading by the period's calendar part. A day that the month reached
 * does not have becomes its last: 31 January + P1M is 28 or 29 February.
 */
export function addCalendar(local: LocalSeconds, { months, days }: Period): LocalSeconds {
  const { year, month, day } = localDate(local)
  const reached = localDate(localMidnight({ year, month: month + months, day: 1 }))
  const last = daysInMonth(reached.year, reached.month)
  const midnight = localMidnight({ ...reached, day: Math.min(day, last) })
  return midnight + days * DAY_SECONDS + secondOfDay(local)
}

function hint(text: string): string {
  const example = 'write an ISO 8601 duration such as P50D or PT48H'
  if (/^[-+]/.test(text)) return `"${text}": a period counts forward, without a sign`
  if (/\d[.,]\d/.test(text))
    return `"${text}" has a fraction: write whole numbers, as PT36H for 1.5 days`
  if (/^P?T?\d+[HS]$/.test(text)) return `"${text}" lacks its PT: ${example}`
  return `"${text}" is not a period: ${example}`
}
