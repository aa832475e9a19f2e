/** Dates that count from the present day: "next Friday", "tomorrow", "later this month", "in 50 days". */
import { MONTH, monthNumber, WEEKDAY, weekdayNumber } from './names.ts'
import { NUMBER, readNumber } from './number.ts'
import type { CountUse, Part, Piece, PlacedPiece, Unit, UnitPiece } from './piece.ts'

type Groups = Record<string, string | undefined>
type Form = [pattern: RegExp, read: (groups: Groups) => Piece | null]

const PART_OF_DAY = '(?:\\s+(?:early |late )?(?:morning|afternoon|evening|night|lunchtime))?'
const WEEK_OFFSETS: Record<string, number> = { this: 0, next: 1, last: -1 }

const FORMS: Form[] = [
  [
    new RegExp(
      `\\b(?:(?<lead>[Nn]ext|[Ll]ast|[Tt]his past|[Pp]ast)\\s+)?(?<day>${WEEKDAY})(?!s\\b)(?:,?\\s+(?:of\\s+)?(?<week>this|next|last)\\s+week\\b)?${PART_OF_DAY}`,
      'g',
    ),
    readWeekday,
  ],
  [
    /\b(?:(?<two>the day after to-?morrow)|(?<minusTwo>the day before yesterday)|(?<one>to-?morrow)|(?<minusOne>yesterday|last night)|to-?day|to-?night|this (?:morning|afternoon|evening|lunchtime))\b(?:\s+(?:morning|afternoon|evening|night)\b)?/gi,
    ({ two, minusTwo, one, minusOne }) => ({
      form: 'day',
      offset: two ? 2 : minusTwo ? -2 : one ? 1 : minusOne ? -1 : 0,
    }),
  ],
  [
    /\b(?:(?<part>early|mid|late|(?:the )?(?:very )?(?:end|beginning|start|middle) of)[- ](?:in )?)?(?<which>this|next|last|the coming|coming|the following|the current|the|the past|the previous) (?<unit>week|weekend|month|year)\b(?!-|\s+(?:of|before|after|ago|in|old|\d))(?<after> after next)?/gi,
    readUnit,
  ],
  [/\b(?:the )?(?<unit>week|month|year) after next\b/gi, (groups) => unitPiece(groups, 2, 'whole')],
  [/\b(?:month|year)[’']s end\b|\byear[- ]end\b/gi, () => unitPiece({ unit: 'year' }, 0, 'end')],
  [
    new RegExp(
      `\\b(?:(?<part>[Ee]arly|[Mm]id|[Ll]ate|[Ll]ater|(?:[Tt]he )?(?:very )?(?:end|beginning|start|middle|(?:first|second) half|(?:first|second|third|last|final) week) of)[- ](?:in )?)?(?:(?<which>this|next|last) )?(?<month>${MONTH})(?!\\w)(?:,? (?:of )?(?:(?<year>\\d{4})\\b|(?<other>last|this|next) year\\b))?`,
      'g',
    ),
    readMonth,
  ],
  [
    /(?<=\b(?:in|by|until|since|before|after|from|during|early|late|mid|through)[- ])(?<year>1[4-9]\d\d|2[01]\d\d)(?=[,.;:)”"]|$|\s+(?:and|or|to|but|when|after|if|the|with|at)\b)/gi,
    ({ year }) => ({ form: 'year', year: Number(year) }),
  ],
  [
    new RegExp(
      `(?:\\b(?<lead>in|within|inside|over|for|after|during|every|under)\\s+(?:(?:about|around|roughly|some|as little as|just|only|exactly|at most|at least)\\s+)?(?:the\\s+)?(?:(?<span>next|coming|following|past|last|previous)\\s+)?)?(?<![\\w.,-])(?<least>${NUMBER})(?:(?:\\s+(?:or|to)\\s+|\\s?[–-]\\s?)(?<most>${NUMBER}))?(?<link>[\\s-])(?:more |further |calendar )?(?<unit>hour|day|week|fortnight|month|year)s?(?<own>[’'](?:s(?= time))?)?(?!\\w|-old| old)(?:\\s+time)?(?:\\s+(?<tail>from (?:now|today)|hence|ago|earlier|before|after|later|old))?(?<part> of\\b)?`,
      'gi',
    ),
    readCount,
  ],
  [
    /\ba fortnight(?: (?<tail>ago|from now|after))?\b/gi,
    (groups) => readCount({ ...groups, least: '1', unit: 'fortnight', link: ' ' }),
  ],
  [
    /\b(?:(?<!as )soon(?! as\b)|shortly|imminently|in the near future|in due course|at (?:a later|an early) date|(?:in|over|within) (?:the )?(?:coming|next few|next couple of|following few) (?:hours|days|weeks|months)|in the (?:days|weeks) (?:ahead|to come)|within (?:hours|days|weeks)|in a (?:few|matter of) (?:hours|days|weeks))\b/gi,
    () => ({ form: 'soon' }),
  ],
  [
    /(?<=\b(?:on|by|until|till|before|after|from|and|or) )the (?<day>\d{1,2})(?:st|nd|rd|th)(?=[,.;:)”"]|$|\s+(?:in|at|to|for|and|or|instant|with|the|but)\b)/g,
    readOrdinal,
  ],
]

/** The relative dates in a sentence; some may overlap, and the earliest and longest is meant. */
export function relativePieces(sentence: string): PlacedPiece[] {
  return FORMS.flatMap(([pattern, read]) =>
    [...sentence.matchAll(pattern)].flatMap((found) => {
      const isRecord = read === readCount && RECORD.test(sentence.slice(0, found.index))
      const isPerson = found[0] === 'May' && isSurname(sentence, found.index)
      const piece = isRecord || isPerson ? null : read(found.groups ?? {})
      return piece ? [{ start: found.index, end: found.index + found[0].length, piece }] : []
    }),
  )
}

/** "the first talks in two years", "the worst fighting in months". */
const RECORD = /\b(?:first|time|only|\p{L}{2,}est)\b[^,.;]{0,40}$/u

/** "Theresa May will", "May said": somebody, not a month. */
function isSurname(sentence: string, index: number): boolean {
  const [before, after] = [sentence.slice(0, index), sentence.slice(index + 'May'.length)]
  if (
    /\b(?:in|by|of|until|since|before|after|from|for|to|and|or|through|around|mid)[- ]$/i.test(
      before,
    )
  )
    return false
  return (
    /\p{Lu}\p{Ll}+\.? $/u.test(before) ||
    /^ (?:will|would|has|had|was|is|said|told|met|and)\b/.test(after)
  )
}

function readWeekday({ lead, day, week }: Groups): Piece {
  const which = lead?.toLowerCase()
  const last = which !== undefined && which !== 'next'
  return {
    form: 'weekday',
    weekday: weekdayNumber(day as string),
    week: week ? WEEK_OFFSETS[week] : which === 'next' ? 1 : null,
    last,
  }
}

const UNIT_OFFSETS: Record<string, number> = {
  this: 0,
  'the current': 0,
  next: 1,
  'the coming': 1,
  coming: 1,
  'the following': 1,
  last: -1,
  'the past': -1,
  'the previous': -1,
}

function readUnit(groups: Groups): UnitPiece | null {
  const which = groups.which?.toLowerCase() as string
  const isWeekend = groups.unit?.toLowerCase() === 'weekend'
  const part = partOf(groups.part)
  if (which === 'the' && !isWeekend && part === 'whole') return null
  if (groups.after) return unitPiece(groups, 2, part)
  if (which === 'the') return unitPiece(groups, isWeekend ? null : 0, part)
  return unitPiece(groups, UNIT_OFFSETS[which], part)
}

function unitPiece({ unit }: Groups, offset: number | null, part: Part): UnitPiece {
  return { form: 'unit', unit: unit?.toLowerCase() as UnitPiece['unit'], offset, part }
}

function partOf(words: string | undefined): Part {
  if (!words || /^later$/i.test(words)) return 'whole'
  return /end of/i.test(words) ? 'end' : 'vague'
}

function readMonth({ part, which, month, year, other }: Groups): Piece {
  return {
    form: 'month',
    month: monthNumber(month as string),
    year: year ? Number(year) : null,
    yearOffset: other ? WEEK_OFFSETS[other] : null,
    part: partOf(part),
    last: which === 'last',
  }
}

function readCount({ lead, span, least, most, link, unit, own, tail, part }: Groups): Piece | null {
  if (part && lead) return null
  const use = useOf(lead?.toLowerCase(), span?.toLowerCase(), link === '-' || !!own, tail)
  if (!use || !least) return null
  const fortnight = unit?.toLowerCase() === 'fortnight'
  const factor = fortnight ? 2 : 1
  const [low, high] = [readNumber(least) * factor, readNumber(most ?? least) * factor]
  if (low === 0 || high < low) return null
  const counted = (fortnight ? 'week' : unit?.toLowerCase()) as Unit
  return { form: 'count', least: low, most: high, unit: counted, use }
}

/** Null for what names no point in time: "for two days", "in the past week", "two days later". */
function useOf(lead = '', span = '', isCompound: boolean, tail = ''): CountUse | null {
  if (/^(?:past|last|previous)/.test(span) || /^(?:for|during|every|under)$/.test(lead)) return null
  if (/^(?:before|later|old)$/.test(tail)) return null
  if (/^(?:ago|earlier)$/.test(tail)) return 'ago'
  if (tail === 'after') return 'after'
  if (/^(?:in|within|inside|over)$/.test(lead) || tail) return 'ahead'
  if (lead === 'after') return null
  return isCompound ? 'compound' : 'length'
}

function readOrdinal({ day }: Groups): Piece | null {
  if (Number(day) < 1 || Number(day) > 31) return null
  return {
    form: 'calendar',
    year: null,
    month: null,
    day: Number(day),
    second: null,
    joined: null,
  }
}
