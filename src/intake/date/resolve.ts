/**
 * From words to days. What is ahead is the next such day on or after the present one, what is past
 * the latest on or before it; weeks run from Monday to Sunday, and "next" is the following one's.
 * Nothing here is guessed from nearness: a Friday that is ahead is never last Friday.
 */
import { wrongDate } from '../../deadline/instant.ts'
import { DAY_SECONDS, type LocalSeconds, localDate, localMidnight } from '../../deadline/local.ts'
import { addCalendar } from '../../deadline/period.ts'
import type {
  CalendarDay,
  CalendarPiece,
  CountPiece,
  MonthPiece,
  Piece,
  UnitPiece,
  WeekdayPiece,
} from './piece.ts'
import { daySpan, joinSpans, type Span } from './span.ts'

export type Direction = 'ahead' | 'back'

/** From which day words count: midnights of the article's day, and of the day that a count starts on. */
export interface Present {
  today: LocalSeconds
  countFrom: LocalSeconds
}

const LAST_DAY = localMidnight({ year: 9999, month: 12, day: 31 })
const FIRST_DAY = localMidnight({ year: 1, month: 1, day: 1 })

/** The days that a piece means; null for a clock alone, for "soon", and for days that there are not. */
export function resolvePiece(piece: Piece, present: Present, direction: Direction): Span | null {
  const span = spanOf(piece, present, direction)
  return span && span.first >= FIRST_DAY && span.last <= LAST_DAY ? span : null
}

function spanOf(piece: Piece, { today, countFrom }: Present, direction: Direction): Span | null {
  switch (piece.form) {
    case 'day':
      return daySpan(today + piece.offset * DAY_SECONDS)
    case 'weekday':
      return daySpan(weekdayFrom(piece, today, direction))
    case 'calendar':
      return calendarSpan(piece, today, direction)
    case 'month':
      return monthSpan(piece, today, direction)
    case 'year':
      return yearSpan(piece.year)
    case 'unit':
      return unitSpan(piece, today, direction)
    case 'count':
      return countSpan(piece, countFrom)
    case 'clock':
    case 'soon':
      return null
  }
}

/** 1 (Monday) to 7 (Sunday); 1 January 1970 was a Thursday. */
export function weekdayOf(day: LocalSeconds): number {
  return ((((day / DAY_SECONDS + 3) % 7) + 7) % 7) + 1
}

function weekdayFrom(piece: WeekdayPiece, today: LocalSeconds, direction: Direction): LocalSeconds {
  const { weekday, week, last } = piece
  if (week !== null) return mondayOf(today) + (week * 7 + weekday - 1) * DAY_SECONDS
  const back = (weekdayOf(today) - weekday + 7) % 7
  if (last) return today - (back === 0 ? 7 : back) * DAY_SECONDS
  return direction === 'back' ? today - back * DAY_SECONDS : today + ((7 - back) % 7) * DAY_SECONDS
}

function mondayOf(day: LocalSeconds): LocalSeconds {
  return day - (weekdayOf(day) - 1) * DAY_SECONDS
}

function calendarSpan(piece: CalendarPiece, today: LocalSeconds, direction: Direction) {
  const year = piece.year ?? piece.second?.year ?? null
  const first = calendarDay({ ...piece, year }, today, direction)
  if (first === null || !piece.second || !piece.joined)
    return first === null ? null : daySpan(first)
  const { month } = localDate(first)
  const second = calendarDay(
    { ...piece.second, month: piece.second.month ?? month, year: localDate(first).year },
    today,
    direction,
  )
  if (second === null || second < first) return null
  return joinSpans(daySpan(first), daySpan(second), piece.joined)
}

/** Of the years (or, for "the 2nd", the months) around, the first that has the day on the right side. */
function calendarDay(date: CalendarDay, today: LocalSeconds, direction: Direction) {
  const present = localDate(today)
  if (date.month !== null && date.year !== null) return existing(date.year, date.month, date.day)
  const step = direction === 'ahead' ? 1 : -1
  const isRight = (day: LocalSeconds) => (direction === 'ahead' ? day >= today : day <= today)
  for (let away = 0; away <= 8; away += 1) {
    const months = (date.month === null ? away : 12 * away) * step
    const { year, month } = localDate(
      localMidnight({ year: present.year, month: (date.month ?? present.month) + months, day: 1 }),
    )
    const day = existing(date.year ?? year, month, date.day)
    if (day !== null && isRight(day)) return day
  }
  return null
}

function existing(year: number, month: number, day: number): LocalSeconds | null {
  return wrongDate(year, month, day) ? null : localMidnight({ year, month, day })
}

function monthSpan(piece: MonthPiece, today: LocalSeconds, direction: Direction): Span | null {
  const present = localDate(today)
  const isBack = direction === 'back' || piece.last
  const gone = isBack
    ? piece.month > present.month - (piece.last ? 1 : 0)
    : piece.month < present.month
  const shift = piece.yearOffset ?? (gone ? (isBack ? -1 : 1) : 0)
  const year = piece.year ?? present.year + shift
  return monthOf({ year, month: piece.month }, piece.part === 'whole')
}

function monthOf({ year, month }: { year: number; month: number }, isWhole: boolean): Span {
  const first = localMidnight({ year, month, day: 1 })
  const last = localMidnight({ year, month: month + 1, day: 0 })
  return { first, last, form: 'one', unit: 'month', approximate: !isWhole }
}

function yearSpan(year: number, isWhole = true): Span {
  const first = localMidnight({ year, month: 1, day: 1 })
  const last = localMidnight({ year, month: 12, day: 31 })
  return { first, last, form: 'one', unit: 'year', approximate: !isWhole }
}

function unitSpan(piece: UnitPiece, today: LocalSeconds, direction: Direction): Span {
  const { unit, part } = piece
  const { year, month } = localDate(today)
  if (unit === 'year') return yearSpan(year + (piece.offset ?? 0), part === 'whole')
  if (unit === 'month') {
    const reached = localDate(localMidnight({ year, month: month + (piece.offset ?? 0), day: 1 }))
    return monthOf(reached, part === 'whole')
  }
  const monday = mondayOf(today) + weeksAway(piece, today, direction) * 7 * DAY_SECONDS
  const first = unit === 'weekend' ? monday + 5 * DAY_SECONDS : monday
  return { first, last: monday + 6 * DAY_SECONDS, form: 'run', unit: 'day', approximate: false }
}

/** "At the weekend" is the one that comes, or, of what is past, the last one that has begun. */
function weeksAway({ offset }: UnitPiece, today: LocalSeconds, direction: Direction): number {
  if (offset !== null) return offset
  return direction === 'back' && weekdayOf(today) < 6 ? -1 : 0
}

/** Hours count as days, a started one whole, as the day is all that is known of their beginning. */
function countSpan({ least, most, unit, use }: CountPiece, from: LocalSeconds): Span | null {
  const sign = use === 'ago' || use === 'after' ? -1 : 1
  const reached = [least, most].map((count) =>
    count === 0 ? from : moved(from, count * sign, unit),
  )
  const [a, b] = reached
  return a === b ? daySpan(a) : joinSpans(daySpan(a), daySpan(b), 'run')
}

function moved(from: LocalSeconds, count: number, unit: CountPiece['unit']): LocalSeconds {
  const days = unit === 'hour' ? Math.ceil(count / 24) : unit === 'week' ? count * 7 : count
  const isLong = unit === 'month' || unit === 'year'
  const months = unit === 'year' ? count * 12 : count
  return addCalendar(from, { months: isLong ? months : 0, days: isLong ? 0 : days, seconds: 0 })
}
