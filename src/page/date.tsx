import { type EdtfDate, parseEdtf } from '../deadline/edtf.ts'
import { type EpochSeconds, formatInstant } from '../deadline/instant.ts'
import { formatLocalDate, formatLocalTime } from '../deadline/local.ts'
import { instantOf, type Zone } from '../deadline/zone.ts'
import type { View } from './page.ts'
import { epochOf } from './spoken.ts'
import { type DateStyle, PLAIN, writeDate, writeDay } from './words/date.ts'
import { fill } from './words/template.ts'
import { wordsFor } from './words/words.ts'

interface Props {
  view: View
  /** EDTF; null for "no date". */
  when: string | null
  zone?: Zone | null
  style?: DateStyle
}

/** A date as its source states it, as `<time>` where HTML has a form for it. */
export function Dated({ view, when, zone = null, style = PLAIN }: Props) {
  const words = wordsFor(view)
  if (when === null) return <span class="no-date">{words.phrase.withoutDate}</span>
  const text = writeDate(words.date, when, zone, style)
  const machine = datetimeOf(when, zone)
  return machine === null ? (
    <span class="date">{text}</span>
  ) : (
    <time datetime={machine}>{text}</time>
  )
}

/** The day on which something was said, by UTC; without the year where it is this one. */
export function Day({ view, at, month = 'long' }: { view: View; at: string } & Partial<DateStyle>) {
  const style = { month, tacitYear: yearOf(view) }
  const [day] = at.split('T')
  return <time datetime={day}>{writeDay(wordsFor(view).date, epochOf(at), style)}</time>
}

interface InstantProps {
  view: View
  at: EpochSeconds
  /** It is the present, and the browser's script keeps it so. */
  isLive?: boolean
}

/** An instant to the minute, by UTC. */
export function Instant({ view, at, isLive = false }: InstantProps) {
  return isLive ? (
    <span data-clock>{writeInstant(view, at)}</span>
  ) : (
    <time datetime={formatInstant(at)}>{writeInstant(view, at)}</time>
  )
}

export function writeInstant(view: View, at: EpochSeconds): string {
  const words = wordsFor(view).date
  const time = new Date(at * 1000).toISOString().slice(-13, -8)
  return fill(words.at, { day: writeDay(words, at, PLAIN), time: `${time} UTC` })
}

/** `Wed 23 July`: for columns and lists, where this year goes without saying. */
export function briefStyle(view: View): DateStyle {
  return { weekday: 'short', month: 'long', tacitYear: yearOf(view) }
}

/** `23 July`: within sentences. */
export function tacitStyle(view: View): DateStyle {
  return { month: 'long', tacitYear: yearOf(view) }
}

function yearOf({ now }: View): number {
  return new Date(now * 1000).getUTCFullYear()
}

/** HTML's machine form of a single date; null for those that it has none for. */
export function datetimeOf(when: string, zone: Zone | null): string | null {
  const edtf = parseEdtf(when)
  if (!edtf.ok || edtf.value.form !== 'date') return null
  const date = edtf.value
  if (date.precision === 'day') return formatLocalDate(date.start)
  return date.precision === 'time' ? timeOf(date, zone) : longerOf(date)
}

/** A time as an instant in UTC; without a zone, as the wall clock shows it. */
export function timeOf({ start, offset }: EdtfDate, zone: Zone | null): string {
  if (offset !== null) return formatInstant(start - offset)
  return zone === null ? formatLocalTime(start) : formatInstant(instantOf(zone, start))
}

/** A month or a year; seasons and decades have no form. */
function longerOf({ start, end }: EdtfDate): string | null {
  const [from, to] = [formatLocalDate(start), formatLocalDate(end - 1)]
  if (from.slice(0, -3) === to.slice(0, -3)) return from.slice(0, -3)
  const isYear =
    from.slice(0, -6) === to.slice(0, -6) && from.endsWith('-01-01') && to.endsWith('-12-31')
  return isYear ? from.slice(0, -6) : null
}
