import { type Edtf, type EdtfDate, parseEdtf, parseEdtfDate } from './edtf.ts'
import { type EpochSeconds, formatInstant } from './instant.ts'
import { DAY_SECONDS, formatLocalDate, formatLocalTime, type LocalSeconds } from './local.ts'
import { accept, type Parsed, refuse } from './parsed.ts'
import { addCalendar, type Period, parsePeriod } from './period.ts'
import { endsBeforeItStarts, resolveWindow, type Window } from './window.ts'
import { instantOf, localAt, type Zone } from './zone.ts'

/** What a report says about the date: EDTF, a counted period, or null for "no date". */
export type When = string | CountedWhen | null

export interface CountedWhen {
  /** An ISO 8601 duration, */
  in: string
  /** counted from an EDTF day or instant. */
  from: string
}

/** A date with everything that follows from it. */
export interface ResolvedWhen {
  /** EDTF; a counted period is worked out. */
  text: string
  edtf: Edtf
  zone: Zone | null
  window: Window
}

const LAST_LOCAL: LocalSeconds = Date.UTC(9999, 11, 31) / 1000 + DAY_SECONDS - 1

/**
 * Resolves what a report says in its zone; null gives null. Refuses what parseEdtf and
 * parsePeriod refuse, a period from anything wider than a day, and ends after the year 9999.
 */
export function resolveWhen(when: When, zone: Zone | null): Parsed<ResolvedWhen | null> {
  if (when === null) return accept(null)
  const key = JSON.stringify([when, zone])
  const known = resolved.get(key)
  if (known) return known
  if (resolved.size >= RESOLVED_KEPT) resolved.clear()
  const found = resolve(when, zone)
  resolved.set(key, found)
  return found
}

/** Dates that were resolved lately: each fold of a deadline asks for the same ones, and asking a zone is slow. */
const RESOLVED_KEPT = 5000
const resolved = new Map<string, Parsed<ResolvedWhen>>()

function resolve(when: NonNullable<When>, zone: Zone | null): Parsed<ResolvedWhen> {
  const text = typeof when === 'string' ? accept(when) : countedText(when, zone)
  if (!text.ok) return text
  const edtf = parseEdtf(text.value)
  if (!edtf.ok) return edtf
  if (endsBeforeItStarts(edtf.value, zone)) {
    return refuse(`"${text.value}" ends before it starts in ${zone ?? 'any zone'}`)
  }
  const window = resolveWindow(edtf.value, zone)
  return accept({ text: text.value, edtf: edtf.value, zone, window })
}

/**
 * Counts a period from a day or an instant, and writes the result as EDTF. Years, months,
 * weeks and days move the calendar and keep the precision; hours, minutes and seconds are
 * exact and move both ends of the window (RFC 5545, section 3.3.6, tells the same two apart).
 */
function countedText(when: CountedWhen, zone: Zone | null): Parsed<string> {
  const period = parsePeriod(when.in)
  if (!period.ok) return period
  const from = parseEdtfDate(when.from)
  if (!from.ok) return from
  if (from.value.precision === 'longer') {
    return refuse(`"${when.from}" is wider than a day: count from a day or an instant`)
  }
  const counted = from.value.precision === 'day' ? countedDay : countedTime
  const text = counted(from.value, period.value, zone)
  return text === null
    ? refuse(`${when.in} from ${when.from} ends after the year 9999`)
    : accept(text)
}

function countedDay(from: EdtfDate, period: Period, zone: Zone | null): string | null {
  const start = addCalendar(from.start, period)
  if (start > LAST_LOCAL) return null
  if (period.seconds === 0) return formatLocalDate(start) + from.qualifier
  const day: EdtfDate = { ...from, start, end: start + DAY_SECONDS }
  const { opens, closes } = resolveWindow(day, zone)
  const ends = [opens, closes].map((end) => formatMoved(end as EpochSeconds, period))
  if (ends.includes(null)) return null
  return ends.map((end) => end + from.qualifier).join('/')
}

function countedTime(from: EdtfDate, period: Period, zone: Zone | null): string | null {
  const staysLocal = from.offset === null && (zone === null || period.seconds === 0)
  if (!staysLocal) {
    const text = formatMoved(moveCalendar(from, period, zone), period)
    return text && text + from.qualifier
  }
  const local = addCalendar(from.start, period) + period.seconds
  return local > LAST_LOCAL ? null : formatLocalTime(local) + from.qualifier
}

/** The calendar of the zone, where there is one; else that of the offset that the text says. */
function moveCalendar(from: EdtfDate, period: Period, zone: Zone | null): EpochSeconds {
  if (from.offset === null) return instantOf(zone as Zone, addCalendar(from.start, period))
  if (zone === null) return addCalendar(from.start, period) - from.offset
  const instant = from.start - from.offset
  if (period.months === 0 && period.days === 0) return instant
  return instantOf(zone, addCalendar(localAt(zone, instant), period))
}

function formatMoved(instant: EpochSeconds, period: Period): string | null {
  const moved = instant + period.seconds
  return moved > LAST_LOCAL ? null : formatInstant(moved)
}
