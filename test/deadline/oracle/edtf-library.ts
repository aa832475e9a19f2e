/**
 * Our EDTF parser against the `edtf` package, in what both read: single dates of levels 0 and 1,
 * intervals, and sets of dates in order. Left out, since the package reads them otherwise by
 * design or by mistake: seasons (21 to 41), hour 24, the year 0000, runs (`..`) inside a set,
 * 29 February (of any year, there), offsets beyond twelve hours and -00:00,
 * and times without an offset, which the package reads in this machine's zone.
 */
import edtf from 'edtf'
import fc from 'fast-check'
import { datesOf, parseEdtf } from '../../../src/deadline/edtf.ts'
import { pad } from './digits.ts'

const year = fc.integer({ min: 1, max: 9999 }).map((number) => pad(number, 4))
const month = fc.integer({ min: 0, max: 13 }).map((number) => pad(number, 2))
const day = fc.integer({ min: 0, max: 32 }).map((number) => pad(number, 2))
const hour = fc.integer({ min: 0, max: 23 }).map((number) => pad(number, 2))
const sixty = fc.integer({ min: 0, max: 60 }).map((number) => pad(number, 2))
const offset = fc.oneof(
  fc.constant('Z'),
  fc
    .tuple(fc.constantFrom('+', '-'), fc.integer({ min: 0, max: 11 }), fc.constantFrom(0, 30, 45))
    .map(([sign, hours, minutes]) => `${sign}${pad(hours, 2)}:${pad(minutes, 2)}`)
    .filter((text) => text !== '-00:00'),
)

const dayText = fc
  .tuple(year, month, day)
  .map((parts) => parts.join('-'))
  .filter((text) => !text.endsWith('-02-29'))
const timeText = fc
  .tuple(dayText, fc.tuple(hour, sixty, sixty), offset)
  .map(([date, clock, east]) => `${date}T${clock.join(':')}${east}`)

const longText = fc.oneof(
  year,
  fc.tuple(year, month).map((parts) => parts.join('-')),
  fc.tuple(year, month).map((parts) => `${parts.join('-')}-XX`),
  year.map((text) => `${text}-XX`),
  year.map((text) => `${text}-XX-XX`),
  fc.integer({ min: 1, max: 999 }).map((decade) => `${pad(decade, 3)}X`),
  fc.integer({ min: 1, max: 99 }).map((century) => `${pad(century, 2)}XX`),
)

const qualified = fc
  .tuple(
    year,
    fc.constantFrom('', '-01', '-12', '-02-28', '-06-15', '-13', '-04-31'),
    fc.constantFrom('?', '~', '%'),
  )
  .map((parts) => parts.join(''))

const span = fc.tuple(dayText, dayText).map((ends) => ends.join('/'))
const openSpan = fc
  .tuple(dayText, fc.boolean())
  .map(([end, first]) => (first ? `../${end}` : `${end}/..`))
const set = fc
  .array(dayText, { minLength: 1, maxLength: 4 })
  .map((choices) => `[${choices.sort().join(',')}]`)

export const edtfText = fc.oneof(
  { weight: 3, arbitrary: dayText },
  { weight: 2, arbitrary: timeText },
  { weight: 2, arbitrary: longText },
  { weight: 2, arbitrary: qualified },
  span,
  openSpan,
  set,
)

/** Seconds from the first reading up to the one after the last, or why there are none. */
export function spanOfOurs(text: string): [number, number] | 'refused' {
  const parsed = parseEdtf(text)
  if (!parsed.ok) return 'refused'
  const edtfValue = parsed.value
  const dates = datesOf(edtfValue)
  const starts = dates.map(({ start, offset }) => start - (offset ?? 0))
  const ends = dates.map(({ end, offset }) => end - (offset ?? 0))
  const openStart = edtfValue.form === 'interval' && edtfValue.from === null
  const openEnd = edtfValue.form === 'interval' && edtfValue.to === null
  return [
    openStart ? Number.NEGATIVE_INFINITY : Math.min(...starts),
    openEnd ? Number.POSITIVE_INFINITY : Math.max(...ends),
  ]
}

export function spanOfTheirs(text: string): [number, number] | 'refused' {
  try {
    const { min, max } = edtf(text)
    const isTime = text.includes('T')
    return [min / 1000, isTime ? max / 1000 : (max + 1) / 1000]
  } catch {
    return 'refused'
  }
}
