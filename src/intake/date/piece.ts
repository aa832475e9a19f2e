/** What the words of a date mean before it is known from which day they count. */

export type Unit = 'hour' | 'day' | 'week' | 'month' | 'year'

export type Piece =
  | WeekdayPiece
  | CalendarPiece
  | MonthPiece
  | UnitPiece
  | CountPiece
  | { form: 'year'; year: number }
  /** "today", "tomorrow": days from the present one. */
  | { form: 'day'; offset: number }
  | ClockPiece
  /** "soon", "in the coming days": no date. */
  | { form: 'soon' }

/** "Friday", "next Friday", "Friday of next week". */
export interface WeekdayPiece {
  form: 'weekday'
  /** 1 (Monday) to 7 (Sunday) */
  weekday: number
  /** Weeks from the present one; null where the words do not say. */
  week: number | null
  /** "last Friday" is past, and never the present day. */
  last: boolean
}

/** A day of the calendar as far as the words give it; "the 2nd" has no month. */
export interface CalendarDay {
  year: number | null
  /** 1 to 12 */
  month: number | null
  day: number
}

/** "2 September", "September 2, 2025", "5–8 May", "5 or 6 May", "the 2nd". */
export interface CalendarPiece extends CalendarDay {
  form: 'calendar'
  second: CalendarDay | null
  /** Whether it is all the days from the first to the second, or either. */
  joined: Joint
}

export type Joint = 'run' | 'either' | null

/** Which part of a month or a year: "early", "mid-" and "late" are vague. */
export type Part = 'whole' | 'vague' | 'end'

/** "August", "early August 2025", "last May". */
export interface MonthPiece {
  form: 'month'
  month: number
  year: number | null
  /** Years from the present one ("May last year"), or null. */
  yearOffset: number | null
  /** "last May" is past. */
  last: boolean
  part: Part
}

/** "next week", "later this month", "the end of the year", "at the weekend". */
export interface UnitPiece {
  form: 'unit'
  unit: 'week' | 'weekend' | 'month' | 'year'
  /** How many of them from the present one; null for "the weekend", the next or the last. */
  offset: number | null
  part: Part
}

/** "50 days", "10 or 12 days", "two weeks". */
export interface CountPiece {
  form: 'count'
  least: number
  most: number
  unit: Unit
  use: CountUse
}

/**
 * How a count is used: `ahead` ("in 50 days"), `ago`, `after` ("a week after he gave …"), `length`
 * ("gave him 50 days"), `compound` ("a 50-day deadline").
 */
export type CountUse = 'ahead' | 'ago' | 'after' | 'length' | 'compound'

/** "19:00", "noon"; midnight is the day's end and adds nothing to the day, so that its hour is null. */
export interface ClockPiece {
  form: 'clock'
  /** `19:00` */
  hour: string | null
  /** The words that name its zone ("Istanbul", "local", "GMT"), or null. */
  zone: string | null
}

/** A piece and where it stands in its sentence. */
export interface PlacedPiece<P extends Piece = Piece> {
  start: number
  end: number
  piece: P
}
