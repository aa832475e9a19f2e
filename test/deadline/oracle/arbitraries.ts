/** Instants, readings and dates that crowd around a zone's clock changes. */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { pad } from './digits.ts'
import { plainTime, type Stated, type StatedDate } from './temporal.ts'
import { clockChanges } from './zones.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** From a second to a fortnight away, either side; most often within two hours. */
const distance = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(-DAY, -HOUR, -1800, -1, 0, 1, 1799, 1800, HOUR, DAY) },
  { weight: 4, arbitrary: fc.integer({ min: -2 * HOUR, max: 2 * HOUR }) },
  { weight: 2, arbitrary: fc.integer({ min: -2 * DAY, max: 2 * DAY }) },
  { weight: 1, arbitrary: fc.integer({ min: -14 * DAY, max: 14 * DAY }) },
)

/** Any second of 1970 to 2037, for the zones without a change and the time between changes. */
const anySecond = fc.integer({ min: 0, max: Date.UTC(2037, 11, 31) / 1000 })

/** An instant, most often near one of the zone's clock changes. */
export function instantNear(zone: string): fc.Arbitrary<number> {
  const changes = clockChanges(zone)
  if (changes.length === 0) return anySecond
  const near = fc
    .tuple(fc.constantFrom(...changes), distance)
    .map(([change, seconds]) => change.instant + seconds)
  return fc.oneof({ weight: 9, arbitrary: near }, { weight: 1, arbitrary: anySecond })
}

/** A wall-clock reading, most often near what a clock showed as it changed. */
export function readingNear(zone: string): fc.Arbitrary<number> {
  const changes = clockChanges(zone)
  if (changes.length === 0) return anySecond
  const near = fc
    .tuple(fc.constantFrom(...changes), fc.boolean(), distance)
    .map(([change, old, seconds]) => (old ? change.oldReading : change.newReading) + seconds)
  return fc.oneof({ weight: 9, arbitrary: near }, { weight: 1, arbitrary: anySecond })
}

export function dayNear(zone: string): fc.Arbitrary<Temporal.PlainDate> {
  return readingNear(zone).map((reading) => plainTime(reading).toPlainDate())
}

/** Dates of every precision around one reading; times to the minute as often as to the second. */
function dateAround(reading: fc.Arbitrary<number>): fc.Arbitrary<StatedDate> {
  const time = fc.tuple(reading, fc.boolean()).map(([second, whole]) => {
    const there = plainTime(second)
    return whole ? there.with({ second: 0 }) : there
  })
  return fc.oneof(
    time.map((there): StatedDate => ({ form: 'day', day: there.toPlainDate() })),
    time.map((there): StatedDate => ({ form: 'time', time: there })),
    fc
      .tuple(time, offset)
      .map(([there, east]): StatedDate => ({ form: 'offset', time: there, offset: east })),
    time.map(
      (there): StatedDate => ({
        form: 'month',
        month: there.toPlainDate().toPlainYearMonth(),
      }),
    ),
    time.map((there): StatedDate => ({ form: 'year', year: there.year })),
  )
}

const offset = fc
  .tuple(fc.constantFrom('+', '-'), fc.integer({ min: 0, max: 14 }), fc.constantFrom(0, 30, 45))
  .map(([sign, hours, minutes]) => `${sign}${pad(hours, 2)}:${pad(minutes, 2)}`)

/** Every form of date but the counted ones. Intervals may end before they start. */
export function statedNear(zone: string): fc.Arbitrary<Stated> {
  return readingNear(zone).chain((reading) => {
    const date = dateAround(distance.map((seconds) => reading + seconds))
    return fc.oneof(
      { weight: 4, arbitrary: date.map((single): Stated => single) },
      { weight: 4, arbitrary: fc.tuple(date, date).map(interval) },
      { weight: 1, arbitrary: date.map((from) => interval([from, null])) },
      { weight: 1, arbitrary: date.map((to) => interval([null, to])) },
      { weight: 2, arbitrary: fc.array(date, { minLength: 1, maxLength: 4 }).map(oneOf) },
    )
  })
}

function interval([from, to]: [StatedDate | null, StatedDate | null]): Stated {
  return { form: 'interval', from, to }
}

function oneOf(choices: StatedDate[]): Stated {
  return { form: 'one-of', choices }
}

const few = (max: number) =>
  fc.oneof(fc.constant(0), { weight: 2, arbitrary: fc.integer({ min: 1, max }) })

/** Calendar parts, clock parts, and both; `P50D` and `PT48H` among them. */
const period = fc.oneof(
  fc.constantFrom('P50D', 'PT48H', 'P1M', 'P1Y', 'P2W', 'PT1H', 'P1DT1H', 'P0D').map(duration),
  fc
    .record({ years: few(4), months: few(30), weeks: few(9), days: few(70) })
    .map((parts) => Temporal.Duration.from(parts)),
  fc
    .record({ hours: few(100), minutes: few(120), seconds: few(7200) })
    .map((parts) => Temporal.Duration.from(parts)),
  fc
    .record({ months: few(14), days: few(40), hours: few(72), minutes: few(90) })
    .map((parts) => Temporal.Duration.from(parts)),
)

function duration(text: string): Temporal.Duration {
  return Temporal.Duration.from(text)
}

/** Periods from near a clock change, from where they would end near one, and from ends of months. */
export function countedNear(zone: string): fc.Arbitrary<Stated> {
  const from = dateAround(readingNear(zone)).filter(
    ({ form }) => form !== 'month' && form !== 'year',
  )
  const start = fc.constantFrom<'here' | 'before' | 'month-end'>('here', 'before', 'month-end')
  return fc.tuple(from, period, start).map(
    ([date, length, where]): Stated => ({
      form: 'counted',
      from: where === 'here' ? date : shifted(date, where === 'before' ? length : null),
      period: length,
    }),
  )
}

/** A date earlier by a period; or with none, the last day of its month. */
function shifted(date: StatedDate, by: Temporal.Duration | null): StatedDate {
  if (date.form === 'day') {
    return { ...date, day: by ? date.day.subtract(by) : date.day.with({ day: 31 }) }
  }
  if (date.form === 'time' || date.form === 'offset') {
    return { ...date, time: by ? date.time.subtract(by) : date.time.with({ day: 31 }) }
  }
  return date
}

/** As the EDTF that a report would carry, or its counted period. */
export function written(stated: Stated): string | { in: string; from: string } {
  switch (stated.form) {
    case 'interval':
      return `${writtenEnd(stated.from)}/${writtenEnd(stated.to)}`
    case 'one-of':
      return `[${stated.choices.map(writtenDate).join(',')}]`
    case 'counted':
      return { in: writtenPeriod(stated.period), from: writtenDate(stated.from) }
    default:
      return writtenDate(stated)
  }
}

function writtenEnd(end: StatedDate | null): string {
  return end ? writtenDate(end) : '..'
}

/** Not Duration's own toString(): that writes the digits of the reader's language. */
function writtenPeriod(period: Temporal.Duration): string {
  const { years, months, weeks, days, hours, minutes, seconds } = period
  const calendar = `${years}Y${months}M${weeks}W${days}D`
  const clock = `T${hours}H${minutes}M${seconds}S`
  return `P${calendar}${clock}`
    .replace(/(?<!\d)0[YMWDHS]/g, '')
    .replace(/T$/, '')
    .replace(/^P$/, 'P0D')
}

function writtenDate(date: StatedDate): string {
  if (date.form === 'day') return date.day.toString()
  if (date.form === 'month') return date.month.toString()
  if (date.form === 'year') return String(date.year).padStart(4, '0')
  const time = date.time.toString({ smallestUnit: date.time.second ? 'second' : 'minute' })
  if (date.form === 'time') return time
  return time + (date.offset === '+00:00' ? 'Z' : date.offset)
}
