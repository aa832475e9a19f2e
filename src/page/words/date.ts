/** Dates as EDTF states them, written for people in a language and in their own zone. */
import {
  datesOf,
  type Edtf,
  type EdtfDate,
  type EdtfInterval,
  type EdtfOneOf,
  parseEdtf,
} from '../../deadline/edtf.ts'
import { kept } from '../../deadline/kept.ts'
import type { LocalSeconds } from '../../deadline/local.ts'
import { localAt, type Zone } from '../../deadline/zone.ts'
import { listFormat } from './list.ts'
import { fill, type Template } from './template.ts'

export interface DateWords {
  locale: string
  /** The catalogue's own, since releases of ICU differ in the comma after a weekday. */
  weekday: Template
  at: Template
  by: Template
  from: Template
  fromTo: Template
  decade: Template
  about: Template
  possibly: Template
  /** Two days; null where Intl writes them as people do. */
  range: Template | null
  /** The day's number before another's, as in "23. oder 24. Juli". */
  dayAmong: Template
}

export interface DateStyle {
  weekday?: 'long' | 'short'
  month: 'long' | 'short'
  /** The year that goes without saying; null: every year is written. */
  tacitYear: number | null
}

/** 2 September 2025 */
export const PLAIN: DateStyle = { month: 'long', tacitYear: null }
/** Tuesday 2 September 2025 */
export const FULL: DateStyle = { weekday: 'long', month: 'long', tacitYear: null }

/** Writes EDTF; a time that states its offset is read in the zone, where there is one. */
export function writeDate(
  words: DateWords,
  text: string,
  zone: Zone | null,
  style: DateStyle = PLAIN,
): string {
  const edtf = parseEdtf(text)
  return edtf.ok ? writeEdtf(words, edtf.value, zone, style) : text
}

function writeEdtf(words: DateWords, edtf: Edtf, zone: Zone | null, style: DateStyle): string {
  if (edtf.form === 'date') return writeOne(words, edtf, zone, style)
  if (edtf.form === 'one-of') return writeOneOf(words, edtf, zone, style)
  return writeInterval(words, edtf, zone, style)
}

function writeOne(words: DateWords, date: EdtfDate, zone: Zone | null, style: DateStyle): string {
  return doubted(words, date, writeSure(words, date, zone, style))
}

function doubted(words: DateWords, { qualifier }: EdtfDate, date: string): string {
  const about = qualifier === '~' || qualifier === '%' ? fill(words.about, { date }) : date
  return qualifier === '?' || qualifier === '%' ? fill(words.possibly, { date: about }) : about
}

function writeSure(words: DateWords, date: EdtfDate, zone: Zone | null, style: DateStyle): string {
  if (date.precision === 'longer') return writeLonger(words, date)
  const reading = readingOf(date, zone)
  const day = writeDay(words, reading, style)
  if (date.precision === 'day') return day
  const time = formatter(words, timeOptions(reading)).format(reading * 1000)
  return fill(words.at, { day, time: `${time}${statedOffset(date, zone)}` })
}

/** A day of the wall clock. */
export function writeDay(words: DateWords, reading: LocalSeconds, style: DateStyle): string {
  const date = formatter(words, dayOptions(style, [reading])).format(reading * 1000)
  if (!style.weekday) return date
  const weekday = formatter(words, { weekday: style.weekday }).format(reading * 1000)
  return fill(words.weekday, { weekday, date })
}

/** Months, seasons, years, decades: told apart by how long they are. */
function writeLonger(words: DateWords, { start, end }: EdtfDate): string {
  const years = yearOf(end) - yearOf(start)
  if (years >= 10) return fill(words.decade, { year: yearOf(start) })
  if (isNewYear(start) && isNewYear(end))
    return formatter(words, { year: 'numeric' }).format(start * 1000)
  return range(words, { month: 'long', year: 'numeric' }, start, end - 1)
}

function writeInterval(
  words: DateWords,
  { from, to }: EdtfInterval,
  zone: Zone | null,
  style: DateStyle,
): string {
  if (from === null) return to ? fill(words.by, { date: writeOne(words, to, zone, style) }) : '…'
  if (to === null) return fill(words.from, { date: writeOne(words, from, zone, style) })
  const sure = from.qualifier === '' && to.qualifier === ''
  if (sure && from.precision === 'day' && to.precision === 'day') {
    return range(words, dayOptions(style, [from.start, to.start]), from.start, to.start)
  }
  return fill(words.fromTo, {
    from: writeOne(words, from, zone, style),
    to: writeOne(words, to, zone, style),
  })
}

/** "23 or 24 July 2025": the month is said once where it is the same. */
function writeOneOf(
  words: DateWords,
  edtf: EdtfOneOf,
  zone: Zone | null,
  style: DateStyle,
): string {
  const list = listFormat(words.locale, 'disjunction')
  const days = datesOf(edtf)
  if (!areDaysOfOneMonth(edtf, days)) {
    return list.format(edtf.choices.map((choice) => writeEdtf(words, choice, zone, style)))
  }
  const options = dayOptions(style, [days[0].start])
  const among = (day: EdtfDate, index: number) => {
    const number = new Date(day.start * 1000).getUTCDate()
    // The last one's own mark comes with the month.
    return index === days.length - 1 ? String(number) : fill(words.dayAmong, { day: number })
  }
  const numbers = list.format(days.map(among))
  return formatter(words, options)
    .formatToParts(days[0].start * 1000)
    .map(({ type, value }) => (type === 'day' ? numbers : value))
    .join('')
}

function areDaysOfOneMonth({ choices }: EdtfOneOf, days: EdtfDate[]): boolean {
  const months = new Set(days.map((day) => new Date(day.start * 1000).toISOString().slice(0, -17)))
  return (
    months.size === 1 &&
    choices.every(
      (choice) => choice.form === 'date' && choice.precision === 'day' && choice.qualifier === '',
    )
  )
}

/** What the wall clock shows; the clock is the zone's, or else the one that the text states. */
function readingOf({ start, offset }: EdtfDate, zone: Zone | null): LocalSeconds {
  return offset === null || zone === null ? start : localAt(zone, start - offset)
}

function statedOffset({ offset }: EdtfDate, zone: Zone | null): string {
  if (offset === null || zone !== null) return ''
  if (offset === 0) return ' UTC'
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 3600), (Math.abs(offset) / 60) % 60]
  return ` UTC${offset < 0 ? '−' : '+'}${hours}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''}`
}

function dayOptions(style: DateStyle, readings: LocalSeconds[]): Intl.DateTimeFormatOptions {
  const { month, tacitYear } = style
  const tacit = readings.every((reading) => yearOf(reading) === tacitYear)
  return { day: 'numeric', month, year: tacit ? undefined : 'numeric' }
}

function timeOptions(reading: LocalSeconds): Intl.DateTimeFormatOptions {
  const second = reading % 60 === 0 ? undefined : '2-digit'
  return { hour: '2-digit', minute: '2-digit', second, hourCycle: 'h23' }
}

function range(
  words: DateWords,
  options: Intl.DateTimeFormatOptions,
  from: LocalSeconds,
  to: LocalSeconds,
): string {
  if (words.range) return fill(words.range, rangeEnds(words, options, from, to))
  const text = formatter(words, options).formatRange(from * 1000, to * 1000)
  // Releases of ICU differ in the spaces around the dash: 7–9 August, but 30 August – 2 September.
  return text.replace(/[\u2009\u202f]/g, ' ').replace(/^(\S+) – /, '$1–')
}

/** The second without what the first has said: 2025年8月7日至9日. */
function rangeEnds(
  words: DateWords,
  options: Intl.DateTimeFormatOptions,
  from: LocalSeconds,
  to: LocalSeconds,
): { from: string; to: string } {
  const [first, last] = [from, to].map((reading) => new Date(reading * 1000))
  const sameYear = first.getUTCFullYear() === last.getUTCFullYear()
  const sameMonth = sameYear && first.getUTCMonth() === last.getUTCMonth()
  const monthAgain = (isSaid: boolean, isAlone: boolean) => {
    if (options.day) return isSaid ? undefined : options.month
    return isAlone ? ('numeric' as const) : options.month
  }
  const short = {
    ...options,
    year: sameYear ? undefined : options.year,
    // A month by itself would be a word, 三月, beside the first one's figure.
    month: monthAgain(sameMonth, sameYear),
  }
  return {
    from: formatter(words, options).format(from * 1000),
    to: formatter(words, short).format(to * 1000),
  }
}

/** Readings are wall-clock seconds already, so they are formatted as though on UTC. */
function formatter({ locale }: DateWords, options: Intl.DateTimeFormatOptions) {
  const make = () => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  return kept(`date ${locale} ${JSON.stringify(options)}`, make)
}

function yearOf(reading: LocalSeconds): number {
  return new Date(reading * 1000).getUTCFullYear()
}

function isNewYear(reading: LocalSeconds): boolean {
  return new Date(reading * 1000).toISOString().endsWith('-01-01T00:00:00.000Z')
}
