/** Pieces put together: "by 6 p.m. on Friday", "Wednesday or Thursday", "from 5 to 8 May". */
import { localDate, localMidnight } from '../../deadline/local.ts'
import { calendarPieces } from './calendar.ts'
import { clockPieces } from './clock.ts'
import type { CalendarDay, ClockPiece, Joint, Piece, PlacedPiece } from './piece.ts'
import { relativePieces } from './relative.ts'

/** How a date bounds an event; `after` is also "not before". */
export type Bound = 'on' | 'by' | 'before' | 'until' | 'after' | 'from' | 'since'

export interface DatePhrase {
  /** Where the words that bound and blur it begin, and where the whole ends. */
  start: number
  end: number
  /** The day, and the other one of two. */
  piece: Piece
  second: Piece | null
  joined: Joint
  clock: ClockPiece | null
  bound: Bound
  /** "around" */
  approximate: boolean
  doubtful: boolean
  /** "Friday's" belongs to the noun that follows. */
  possessive: boolean
  /** "will not … before": the denial is of what comes earlier, not of the event. */
  isDenied: boolean
}

/** The dates of a sentence, in order. */
export function datePhrasesOf(sentence: string): DatePhrase[] {
  const pieces = apart([
    ...calendarPieces(sentence),
    ...clockPieces(sentence),
    ...relativePieces(sentence),
  ])
  const phrases: DatePhrase[] = []
  for (const placed of pieces) {
    const last = phrases.at(-1)
    const gap = last ? sentence.slice(last.end, placed.start) : null
    const isBetween = last !== undefined && BETWEEN.test(sentence.slice(0, last.start))
    if (last && gap !== null && joinedTo(last, placed, isBetween ? asRun(gap) : gap)) continue
    phrases.push(phraseOf(placed))
  }
  return phrases.map((phrase, index) =>
    withLead(sentence, phrase, index === 0 ? 0 : phrases[index - 1].end),
  )
}

const BETWEEN = /\bbetween (?:the )?$/

/** "between 10 May and 15 May": all the days from one to the other. */
function asRun(gap: string): string {
  return BOTH.test(gap) ? ' to ' : gap
}

/** In order, none overlapping another: the earliest is meant, and of two, the longer. */
function apart(pieces: PlacedPiece[]): PlacedPiece[] {
  const kept: PlacedPiece[] = []
  for (const each of pieces.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || each.start >= last.end) kept.push(each)
  }
  return kept
}

function phraseOf({ start, end, piece }: PlacedPiece): DatePhrase {
  const isClock = piece.form === 'clock'
  return {
    start,
    end,
    piece: isClock ? { form: 'day', offset: 0 } : piece,
    second: null,
    joined: null,
    clock: isClock ? piece : null,
    bound: 'on',
    approximate: false,
    doubtful: false,
    possessive: false,
    isDenied: false,
  }
}

const CLOCK_THEN_DAY = /^(?:,? (?:on|of)?| local time,?(?: on)?)? ?(?:the )?$/
const DAY_THEN_CLOCK = /^,? ?(?:\(|at |by |from |around |about |before |until |shortly after )*$/
const NAMED_TWICE = /^,? ?\(?(?:the )?$/
const EITHER = /^,? or (?:on )?(?:by )?$/
const RUN = /^ ?(?:to|until|till|through|–|—|-) ?(?:on )?$/
const BOTH = /^ and (?:on )?$/

/** Takes the next piece into a phrase where they are one date; says whether it did. */
function joinedTo(phrase: DatePhrase, { piece, start, end }: PlacedPiece, gap: string): boolean {
  const isClockAlone =
    phrase.clock !== null && phrase.piece.form === 'day' && phrase.piece.offset === 0
  if (piece.form === 'clock') {
    if (phrase.clock && /^ ?\($/.test(gap)) return extended(phrase, end, {})
    if (phrase.clock || !isDay(phrase.piece) || !DAY_THEN_CLOCK.test(gap)) return false
    return extended(phrase, end, { clock: piece })
  }
  if (isClockAlone && isDay(piece) && CLOCK_THEN_DAY.test(gap)) {
    return extended(phrase, end, { piece })
  }
  return joinedDays(phrase, { piece, start, end }, gap)
}

function joinedDays(phrase: DatePhrase, { piece, end }: PlacedPiece, gap: string): boolean {
  const first = phrase.piece
  if (first.form === 'weekday' && piece.form === 'calendar' && NAMED_TWICE.test(gap)) {
    return extended(phrase, end, { piece })
  }
  if (first.form === 'calendar' && piece.form === 'weekday' && /^,? (?:a )?\(?$/.test(gap)) {
    return extended(phrase, end, {})
  }
  if (
    first.form === 'unit' &&
    first.unit === 'week' &&
    piece.form === 'weekday' &&
    /^,? (?:on )?$/.test(gap)
  ) {
    return extended(phrase, end, { piece: { ...piece, week: first.offset } })
  }
  if (phrase.second || phrase.clock?.hour) return false
  if (first.form === 'month' && piece.form === 'month') {
    return EITHER.test(gap) && extended(phrase, end, { second: piece, joined: 'either' })
  }
  if (!isDay(first) || !isDay(piece)) return false
  if (EITHER.test(gap)) return extended(phrase, end, { second: piece, joined: 'either' })
  if (RUN.test(gap) || (BOTH.test(gap) && areAdjacent(first, piece))) {
    return extended(phrase, end, { second: piece, joined: 'run' })
  }
  return false
}

function extended(phrase: DatePhrase, end: number, more: Partial<DatePhrase>): true {
  Object.assign(phrase, more, { end })
  return true
}

function isDay(piece: Piece): boolean {
  if (piece.form === 'calendar') return piece.second === null
  return piece.form === 'weekday' || piece.form === 'day'
}

/** "Monday and Tuesday" is one span; "16 May and 2 June" are two dates. */
function areAdjacent(a: Piece, b: Piece): boolean {
  if (a.form === 'weekday' && b.form === 'weekday') return (b.weekday - a.weekday + 7) % 7 === 1
  if (a.form === 'day' && b.form === 'day') return b.offset - a.offset === 1
  return a.form === 'calendar' && b.form === 'calendar' && isNextDay(a, b)
}

/** 30 April and 1 May, whatever the year. */
function isNextDay(a: CalendarDay, b: CalendarDay): boolean {
  if (a.month === null || b.month === null) return false
  const next = localDate(localMidnight({ year: ANY_YEAR, month: a.month, day: a.day + 1 }))
  return next.month === b.month && next.day === b.day
}

const ANY_YEAR = 2001

const LEADS: [RegExp, Partial<DatePhrase>][] = [
  [/\b(?:not|no) (?:before|earlier than|sooner than)$/i, { bound: 'after' }],
  [/\bnot until$/i, { bound: 'on' }],
  [/\b(?:no|not) later than$/i, { bound: 'by' }],
  [/\b(?:on or before|at the latest by|at latest by|by)$/i, { bound: 'by' }],
  [/\b(?:before|ahead of|prior to)$/i, { bound: 'before' }],
  [/\b(?:until|till|up to)$/i, { bound: 'until' }],
  [/\b(?:since)$/i, { bound: 'since' }],
  [/\b(?:after)$/i, { bound: 'after' }],
  [/\b(?:from|starting|beginning|as of|with effect from)$/i, { bound: 'from' }],
  [/\b(?:on or around|around|about|roughly|approximately|circa|towards)$/i, { approximate: true }],
  [/\b(?:possibly|perhaps|probably|tentatively|maybe|likely|most likely)$/i, { doubtful: true }],
  [
    /\b(?:either|between|as early as|as soon as|the (?:end|close) of(?: business)?(?: on)?|midnight on|(?:dawn|dusk|sunrise|sunset|daybreak|nightfall)(?: on)?)$/i,
    {},
  ],
  [/\b(?:on|in|at|for|of|over|during|the|early|late|later|sometime|some time|come|a)$/i, {}],
]
const LONGEST_LEAD = 40

/** Reads backwards what stands before the date. */
function withLead(sentence: string, phrase: DatePhrase, from: number): DatePhrase {
  let { start } = phrase
  const read: Partial<DatePhrase> = {}
  for (let found = true; found; ) {
    found = false
    const before = sentence.slice(Math.max(from, start - LONGEST_LEAD), start)
    const bare = before.trimEnd()
    for (const [pattern, meaning] of LEADS) {
      const lead = bare === before && before !== '' ? null : pattern.exec(bare)
      if (!lead || (meaning.bound && read.bound)) continue
      Object.assign(read, meaning)
      if (phrase.piece.form === 'year' && /^(?:early|late)/i.test(lead[0])) read.approximate = true
      start -= before.length - lead.index
      found = true
      break
    }
  }
  const possessive = /^[’']s?\b/.test(sentence.slice(phrase.end, phrase.end + 3))
  return { ...phrase, ...read, start, possessive }
}
