/**
 * What a stated date means, told again with Temporal: from the parts of a date and not from its
 * text, so that nothing of ours checks itself.
 */
import { Temporal } from 'temporal-polyfill'

export type Bounds = { opens: number | null; closes: number | null }

/** One date as a source may state it, in parts. */
export type StatedDate =
  | { form: 'day'; day: Temporal.PlainDate }
  | { form: 'time'; time: Temporal.PlainDateTime }
  | { form: 'offset'; time: Temporal.PlainDateTime; offset: string }
  | { form: 'month'; month: Temporal.PlainYearMonth }
  | { form: 'year'; year: number }

export type Stated =
  | StatedDate
  | { form: 'interval'; from: StatedDate | null; to: StatedDate | null }
  | { form: 'one-of'; choices: StatedDate[] }
  | { form: 'counted'; from: StatedDate; period: Temporal.Duration }

/** Where a day starts first, and where it ends last. */
const EARLIEST = 'Etc/GMT-14'
const LATEST = 'Etc/GMT+12'

export function expectedBounds(stated: Stated, zone: string | null): Bounds {
  switch (stated.form) {
    case 'interval':
      return {
        opens: stated.from && expectedBounds(stated.from, zone).opens,
        closes: stated.to && expectedBounds(stated.to, zone).closes,
      }
    case 'one-of': {
      const each = stated.choices.map((choice) => expectedBounds(choice, zone))
      return {
        opens: Math.min(...each.map(({ opens }) => Number(opens))),
        closes: Math.max(...each.map(({ closes }) => Number(closes))),
      }
    }
    case 'counted':
      return countedBounds(stated.from, stated.period, zone)
    case 'time':
      return timeBounds(stated.time, zone)
    case 'offset':
      return exactly(offsetInstant(stated.time, stated.offset))
    default:
      return dayBounds(firstDay(stated), dayAfter(stated), zone)
  }
}

/** Whether an interval is refused: its ends are out of order on the wall clock, or in the zone. */
export function endsBeforeItStarts(stated: Stated, zone: string | null): boolean {
  if (stated.form !== 'interval' || !stated.from || !stated.to) return false
  const { opens, closes } = expectedBounds(stated, zone)
  if (Number(closes) < Number(opens)) return true
  if (stated.from.form === 'offset' || stated.to.form === 'offset') return false
  const onTheWall = expectedBounds(stated, 'UTC')
  const length = Number(onTheWall.closes) - Number(onTheWall.opens)
  return stated.to.form === 'time' ? length < 0 : length <= 0
}

function firstDay(stated: StatedDate): Temporal.PlainDate {
  if (stated.form === 'month') return stated.month.toPlainDate({ day: 1 })
  if (stated.form === 'year') return new Temporal.PlainDate(stated.year, 1, 1)
  if (stated.form === 'day') return stated.day
  throw new Error(`not a date of days: ${stated.form}`)
}

function dayAfter(stated: StatedDate): Temporal.PlainDate {
  const first = firstDay(stated)
  if (stated.form === 'month') return first.add({ months: 1 })
  return stated.form === 'year' ? first.add({ years: 1 }) : first.add({ days: 1 })
}

function dayBounds(first: Temporal.PlainDate, after: Temporal.PlainDate, zone: string | null) {
  return {
    opens: startOf(first, zone ?? EARLIEST),
    closes: startOf(after, zone ?? LATEST),
  }
}

/** Temporal's start of a day: its first instant, wherever midnight is. */
export function startOf(day: Temporal.PlainDate, zone: string): number {
  return seconds(day.toZonedDateTime(zone))
}

function timeBounds(time: Temporal.PlainDateTime, zone: string | null): Bounds {
  if (zone) return exactly(time.toZonedDateTime(zone, { disambiguation: 'compatible' }))
  return {
    opens: seconds(time.toZonedDateTime(EARLIEST)),
    closes: seconds(time.toZonedDateTime(LATEST)),
  }
}

function offsetInstant(time: Temporal.PlainDateTime, offset: string): Temporal.ZonedDateTime {
  return time.toZonedDateTime(offset)
}

/** Calendar units move the date on the wall clock; hours, minutes and seconds are exact. */
function countedBounds(from: StatedDate, period: Temporal.Duration, zone: string | null): Bounds {
  const calendar = Temporal.Duration.from({
    years: period.years,
    months: period.months,
    weeks: period.weeks,
    days: period.days,
  })
  const exact = period.hours * 3600 + period.minutes * 60 + period.seconds
  if (from.form === 'offset') {
    const start = offsetInstant(from.time, from.offset).withTimeZone(zone ?? from.offset)
    return exactly(start.add(period))
  }
  const moved = expectedBounds(movedOnTheCalendar(from, calendar), zone)
  return { opens: Number(moved.opens) + exact, closes: Number(moved.closes) + exact }
}

function movedOnTheCalendar(from: StatedDate, calendar: Temporal.Duration): StatedDate {
  if (from.form === 'day') return { form: 'day', day: from.day.add(calendar) }
  if (from.form === 'time') return { form: 'time', time: from.time.add(calendar) }
  throw new Error(`nobody counts from a ${from.form}`)
}

/** Temporal's calendar days from an instant's date to another's. */
export function calendarDays(from: number, to: number, zone: string): number {
  return dateOf(from, zone).until(dateOf(to, zone), { largestUnit: 'days' }).days
}

export function zoned(instant: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant * 1000).toZonedDateTimeISO(zone)
}

function dateOf(instant: number, zone: string): Temporal.PlainDate {
  return zoned(instant, zone).toPlainDate()
}

/** A wall-clock reading counted as if it were on UTC. */
export function readingOf(time: Temporal.PlainDateTime): number {
  return seconds(time.toZonedDateTime('UTC'))
}

export function plainTime(reading: number): Temporal.PlainDateTime {
  return zoned(reading, 'UTC').toPlainDateTime()
}

function exactly(at: Temporal.ZonedDateTime): Bounds {
  return { opens: seconds(at), closes: seconds(at) }
}

function seconds(at: Temporal.ZonedDateTime): number {
  return at.epochMilliseconds / 1000
}
