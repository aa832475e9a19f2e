/**
 * Dates as EDTF writes them (ISO 8601-2:2019; levels 0 and 1, and one-of sets), with two
 * additions that news needs: a time may leave out its seconds, and may carry `?`, `~` or `%`.
 * This file knows the grammar and the calendar, and nothing of zones: see window.ts.
 */
import { parseOffset, wrongDate, wrongTime } from './instant.ts'
import { DAY_SECONDS, type LocalSeconds, localMidnight } from './local.ts'
import { accept, type Parsed, refuse } from './parsed.ts'

export type Edtf = EdtfDate | EdtfInterval | EdtfOneOf

/** One date: a time, a day, a month, a season, a year, a decade. */
export interface EdtfDate {
  form: 'date'
  precision: 'time' | 'day' | 'longer'
  /** The wall clock's first reading, */
  start: LocalSeconds
  /** and the first one after it; for a time the same as `start`. */
  end: LocalSeconds
  /** Seconds east of UTC where the text says them, else null. */
  offset: number | null
  qualifier: Qualifier
}

/** `?` uncertain, `~` approximate, `%` both. */
export type Qualifier = '' | '?' | '~' | '%'

/** From a date to a date; null where that end is open (`..`) or unknown. */
export interface EdtfInterval {
  form: 'interval'
  from: EdtfDate | null
  to: EdtfDate | null
}

/** One of several, each a date or a run of dates. */
export interface EdtfOneOf {
  form: 'one-of'
  choices: (EdtfDate | EdtfInterval)[]
}

/** Reads EDTF; refuses dates that do not exist, empty sets, intervals that end before they start. */
export function parseEdtf(text: string): Parsed<Edtf> {
  if (text.startsWith('[')) return parseOneOf(text)
  if (text.startsWith('{')) {
    return refuse(
      `"${text}" means all of these dates; for one of them write [2025-07-23,2025-07-24]`,
    )
  }
  if (text.includes('/') && !READ_TWO_WAYS.test(text)) {
    return parseInterval(text, text.split('/'), ['', '..'])
  }
  return parseEdtfDate(text)
}

/** Every date that an expression names. */
export function datesOf(edtf: Edtf): EdtfDate[] {
  if (edtf.form === 'date') return [edtf]
  if (edtf.form === 'one-of') return edtf.choices.flatMap(datesOf)
  return [edtf.from, edtf.to].filter((end) => end !== null)
}

export function isQualified(edtf: Edtf): boolean {
  return datesOf(edtf).some((date) => date.qualifier !== '')
}

/** Whether an expression names a single day or less of it: a day, a time, or times within one day. */
export function isWithinOneDay(edtf: Edtf): boolean {
  if (hasOpenEnd(edtf)) return false
  const dates = datesOf(edtf)
  const days = new Set(dates.map((date) => Math.floor(date.start / DAY_SECONDS)))
  return days.size === 1 && dates.every((date) => date.precision !== 'longer')
}

function hasOpenEnd(edtf: Edtf): boolean {
  if (edtf.form === 'one-of') return edtf.choices.some(hasOpenEnd)
  return edtf.form === 'interval' && (edtf.from === null || edtf.to === null)
}

function parseOneOf(text: string): Parsed<EdtfOneOf> {
  if (!text.endsWith(']')) return refuse(`"${text}" lacks its closing ]`)
  const inside = text.slice(1, -1).trim()
  if (inside === '') return refuse('an empty set names no date')
  const choices: (EdtfDate | EdtfInterval)[] = []
  for (const part of inside.split(',').map((piece) => piece.trim())) {
    const choice = part.includes('..')
      ? parseInterval(part, part.split('..'), [''])
      : parseEdtfDate(part)
    if (!choice.ok) return choice
    choices.push(choice.value)
  }
  return accept({ form: 'one-of', choices })
}

function parseInterval(text: string, ends: string[], open: string[]): Parsed<EdtfInterval> {
  if (ends.length !== 2) return refuse(`"${text}" has more than two ends`)
  const [from, to] = ends.map((end) => (open.includes(end) ? accept(null) : parseEdtfDate(end)))
  if (!from.ok) return from
  if (!to.ok) return to
  if (!from.value && !to.value) return refuse(`"${text}" is open at both ends: name one of them`)
  if (from.value && to.value && endsBefore(from.value, to.value)) {
    return refuse(`"${text}" ends before it starts`)
  }
  return accept({ form: 'interval', from: from.value, to: to.value })
}

/** Compared on the wall clock, or on UTC where both say their offset; where one does, by the zone. */
function endsBefore(from: EdtfDate, to: EdtfDate): boolean {
  if ((from.offset === null) !== (to.offset === null)) return false
  const start = from.start - (from.offset ?? 0)
  const end = to.end - (to.offset ?? 0)
  return to.precision === 'time' ? end < start : end <= start
}

/** Reads one date of any precision. */
export function parseEdtfDate(text: string): Parsed<EdtfDate> {
  const [, bare, qualifier] = /^(.*?)([?~%]?)$/s.exec(text) as unknown as [
    string,
    string,
    Qualifier,
  ]
  for (const [pattern, read] of FORMS) {
    const parts = pattern.exec(bare)
    if (!parts) continue
    const date = read(parts.slice(1))
    return date.ok ? accept({ form: 'date', qualifier, ...date.value }) : date
  }
  return refuse(hint(text))
}

type Reading = Parsed<Pick<EdtfDate, 'precision' | 'start' | 'end' | 'offset'>>

const FORMS: [RegExp, (parts: string[]) => Reading][] = [
  [/^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d(?::?\d\d)?)?$/, readTime],
  [/^(\d{4})-(\d\d)-(\d\d)$/, ([y, m, d]) => readDay(Number(y), Number(m), Number(d))],
  [/^(\d{4})-(\d\d)(?:-XX)?$/, ([y, m]) => readMonths(Number(y), Number(m))],
  [/^(\d{4})(?:-XX(?:-XX)?)?$/, ([y]) => readYears(Number(y), 1)],
  [/^(\d{3})X$/, ([decade]) => readYears(Number(decade) * 10, 10)],
  [/^(\d{2})XX$/, ([century]) => readYears(Number(century) * 100, 100)],
]

function readTime([y, m, d, hour, minute, second, offset]: string[]): Reading {
  const date = { year: Number(y), month: Number(m), day: Number(d) }
  const clock = [hour, minute, second ?? 0].map(Number)
  const wrong =
    wrongDate(date.year, date.month, date.day) ?? wrongTime(clock[0], clock[1], clock[2])
  if (wrong) return refuse(wrong)
  const east = offset === undefined ? null : readOffset(offset)
  if (offset !== undefined && east === null) return refuse(`there is no offset ${offset}`)
  const start = localMidnight(date) + clock[0] * 3600 + clock[1] * 60 + clock[2]
  return accept({ precision: 'time', start, end: start, offset: east })
}

function readOffset(offset: string): number | null {
  if (offset === 'Z') return 0
  return parseOffset(offset[0], offset.slice(1, 3), offset.slice(3).replace(':', ''))
}

function readDay(year: number, month: number, day: number): Reading {
  const wrong = wrongDate(year, month, day)
  if (wrong) return refuse(wrong)
  const start = localMidnight({ year, month, day })
  return accept({ precision: 'day', start, end: start + DAY_SECONDS, offset: null })
}

/**
 * The months from 1 to 12, then ISO 8601-2's parts of a year: their first month and how many
 * follow. A season without a hemisphere (21 to 24) may be either, so its span covers both:
 * write 25 to 28 for the northern ones, 29 to 32 for the southern.
 */
const PARTS_OF_A_YEAR: Record<number, [firstMonth: number, months: number]> = {
  21: [3, 9], // spring: March to May, or September to November
  22: [6, 9], // summer: June to August, or December to February
  23: [3, 9], // autumn
  24: [6, 9], // winter
  25: [3, 3], // the northern spring, summer, autumn, winter
  26: [6, 3],
  27: [9, 3],
  28: [12, 3],
  29: [9, 3], // the southern ones
  30: [12, 3],
  31: [3, 3],
  32: [6, 3],
  33: [1, 3], // quarters
  34: [4, 3],
  35: [7, 3],
  36: [10, 3],
  37: [1, 4], // thirds
  38: [5, 4],
  39: [9, 4],
  40: [1, 6], // halves
  41: [7, 6],
}

function readMonths(year: number, code: number): Reading {
  const isMonth = code >= 1 && code <= 12
  const [first, months] = isMonth ? [code, 1] : (PARTS_OF_A_YEAR[code] ?? [0, 0])
  const wrong = wrongDate(year, first, 1)
  if (wrong)
    return refuse(months === 0 ? `there is no month ${code}: months run from 01 to 12` : wrong)
  return accept(longer(year, first, months))
}

function readYears(year: number, years: number): Reading {
  const wrong = wrongDate(year, 1, 1)
  return wrong ? refuse(wrong) : accept(longer(year, 1, years * 12))
}

function longer(year: number, month: number, months: number) {
  return {
    precision: 'longer' as const,
    start: localMidnight({ year, month, day: 1 }),
    end: localMidnight({ year, month: month + months, day: 1 }),
    offset: null,
  }
}

/** 02/09/2025, 02.09.2025, 9-2-25: in September, or in February? */
const READ_TWO_WAYS = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/

/** Says what would be right for what people commonly write instead. */
function hint(text: string): string {
  const example = 'such as 2025-09-02, 2025-07-23T19:00, 2025-08 or 2025-08-07/2025-08-09'
  if (text.trim() === '') return `an empty date; write EDTF, ${example}, or null for "no date"`
  if (text !== text.trim()) return `"${text}" has blanks around it`
  if (/^\d{4}-\d\d-\d\d \d/.test(text)) return `"${text}" lacks the T between the day and the time`
  if (/^P/.test(text))
    return `"${text}" is a period: write { "in": "${text}", "from": "2025-07-14" }`
  if (/^[-+Y]\d/.test(text)) return `"${text}": years run from 0001 to 9999`
  if (READ_TWO_WAYS.test(text)) {
    return `"${text}" could be read two ways: write year-month-day, ${example}`
  }
  return `"${text}" is not a date in EDTF, ${example}`
}
