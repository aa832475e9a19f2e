/** A date's words to what a report says: EDTF, with its bound, its doubt and its hour. */
import type { Kind } from '../../deadline/deadline.ts'
import { DAY_SECONDS, formatLocalDate } from '../../deadline/local.ts'
import type { DatePhrase } from './phrase.ts'
import { type Direction, type Present, resolvePiece } from './resolve.ts'
import { daySpan, isSingleDay, joinSpans, type Span, spanEnds } from './span.ts'

/** The days that a phrase allows; null where it names none that exist. */
export function resolvePhrase(
  phrase: DatePhrase,
  present: Present,
  direction: Direction,
): Span | null {
  if (isMidnightAlone(phrase) && direction === 'back') {
    return daySpan(present.today - DAY_SECONDS)
  }
  const first = resolvePiece(phrase.piece, present, direction)
  if (!first || !phrase.second || !phrase.joined) return first
  const from =
    direction === 'ahead' ? { ...present, today: Math.max(first.first, present.today) } : present
  const second = resolvePiece(
    phrase.second,
    phrase.second.form === 'day' ? present : from,
    direction,
  )
  if (!second) return null
  if (second.first > first.first) return joinSpans(first, second, phrase.joined)
  const isEarlierWeek = direction === 'back' && phrase.piece.form === 'weekday'
  if (!isEarlierWeek) return null
  return joinSpans(daySpan(first.first - 7 * DAY_SECONDS), second, phrase.joined)
}

/** What ran out at midnight ended with the day before. */
function isMidnightAlone({ clock, piece }: DatePhrase): boolean {
  return clock !== null && clock.hour === null && piece.form === 'day' && piece.offset === 0
}

/** EDTF. Talks by a day are some time until then, while what is due by a day is due on it. */
export function writeWhen(span: Span, phrase: DatePhrase, kind: Kind, doubtful: boolean): string {
  const sign = signOf(span.approximate || phrase.approximate, doubtful || phrase.doubtful)
  const isBefore = phrase.bound === 'before'
  const isLimit = phrase.bound === 'by' || phrase.bound === 'until' || (isBefore && isEnd(phrase))
  const isOpen = !isSingleDay(span) && (phrase.bound !== 'until' || isEnd(phrase))
  if (isLimit && isOpen) return `../${formatLocalDate(span.last)}${doubtful ? '?' : ''}`
  if (isBefore && !phrase.clock) return writeBefore(span, kind, sign)
  const text = writeSpan(span, phrase, sign)
  if (phrase.bound === 'after') return `${text}/..`
  const isSomeTimeUntil = kind === 'talks' && (phrase.bound === 'by' || isBefore)
  return isSomeTimeUntil ? `../${text}` : text
}

function isEnd({ piece }: DatePhrase): boolean {
  return (piece.form === 'unit' || piece.form === 'month') && piece.part === 'end'
}

function writeBefore(span: Span, kind: Kind, sign: string): string {
  const day = formatLocalDate(span.first - DAY_SECONDS)
  if (kind === 'talks' || !isSingleDay(span)) return `../${day}`
  return day + sign
}

function writeSpan(span: Span, { clock }: DatePhrase, sign: string): string {
  const [first, last] = spanEnds(span)
  if (span.form === 'either') return `[${first},${last}]`
  if (span.form === 'run') return `${first}${sign}/${last}${sign}`
  const hour = isSingleDay(span) && clock?.hour ? `T${clock.hour}` : ''
  return first + hour + sign
}

function signOf(approximate: boolean, doubtful: boolean): string {
  if (approximate && doubtful) return '%'
  if (approximate) return '~'
  return doubtful ? '?' : ''
}
