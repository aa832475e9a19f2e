/** Times of day: "19:00", "7 p.m. Istanbul time", "noon", "six o'clock in the evening", "1600 GMT". */
import { NUMBER, readNumber } from './number.ts'
import type { ClockPiece, PlacedPiece } from './piece.ts'

const HALF = '(?:a\\.m\\.?|p\\.m\\.?|am|pm|AM|PM)(?!\\w)'
const DAYTIME = 'in the morning|in the afternoon|in the evening|at night'
/** Of the day that follows: "six o'clock on Saturday evening". */
const OF_THAT_DAY = '(?=\\s+(?:on )?[A-Za-z-]+ (morning|afternoon|evening|night)\\b)'
const ABBREVIATED_ZONE = 'GMT|UTC|BST|CET|CEST|EET|EEST|MSK|EST|EDT|ET|IST|PKT|JST|KST|EAT|CAT'
const ZONE = `(?:\\s+\\(?(${ABBREVIATED_ZONE})\\b\\)?|\\s+((?:\\p{Lu}[\\p{L}'’-]+ ?){1,3}|local ?)[Tt]ime\\b)?`

const FORMS: [RegExp, (parts: string[]) => string | null][] = [
  [
    new RegExp(
      `(?<![\\d:.,$€£])(\\d{1,2})[:.](\\d\\d)(?![\\d:%])(?!\\.\\d)(?:\\s*(${HALF}))?${ZONE}`,
      'gu',
    ),
    ([hour, minute, half]) => clock(Number(hour), Number(minute), half),
  ],
  [
    new RegExp(`(?<![\\d:.,$€£])(\\d{1,2})\\s*(${HALF})${ZONE}`, 'gu'),
    ([hour, half]) => clock(Number(hour), 0, half),
  ],
  [
    new RegExp(
      `(?<![\\d.,])(\\d\\d)(\\d\\d)(?=\\s+(?:hours|GMT|UTC|local))(?:\\s+hours)?${ZONE}`,
      'gu',
    ),
    ([hour, minute]) => clock(Number(hour), Number(minute)),
  ],
  [
    new RegExp(
      `\\b(${NUMBER})(?:\\s+o[’']clock(?:\\s+(${DAYTIME})|${OF_THAT_DAY}|)|\\s+(${DAYTIME}))${ZONE}`,
      'gu',
    ),
    ([hour, ...daytimes]) => clock(readNumber(hour), 0, daytimes.slice(0, 3).find(Boolean)),
  ],
  [new RegExp(`\\b(?:noon|midday)\\b${ZONE}`, 'gu'), () => '12:00'],
  [new RegExp(`\\bmidnight\\b${ZONE}`, 'gu'), () => null],
]

/** The times of day in a sentence; one in brackets after another only says the same elsewhere. */
export function clockPieces(sentence: string): PlacedPiece<ClockPiece>[] {
  return FORMS.flatMap(([pattern, read]) =>
    [...sentence.matchAll(pattern)].flatMap((found) => {
      const hour = read(found.slice(1))
      const isBare = /^\d{1,2}\.\d\d$/.test(found[0])
      const isMidnight = found[0].startsWith('midnight')
      if ((hour === null && !isMidnight) || (isBare && !isTimeBefore(sentence, found.index)))
        return []
      const [abbreviation, named] = found.slice(-2)
      const zone = abbreviation ?? named?.trim() ?? null
      const end = found.index + found[0].length
      return [{ start: found.index, end, piece: { form: 'clock' as const, hour, zone } }]
    }),
  )
}

/** "at 19.00" is a time, "19.00 dollars" is not. */
function isTimeBefore(sentence: string, index: number): boolean {
  return /\b(?:at|by|before|until|till|from|around|about|after)\s+$/i.test(
    sentence.slice(Math.max(0, index - 10), index),
  )
}

/** `19:00`, or null where there is no such time. */
function clock(hour: number, minute: number, half = ''): string | null {
  if (hour > 23 || minute > 59 || (half && hour > 12)) return null
  const isLate = /^p|afternoon|evening|night/i.test(half)
  const isEarly = /^a|morning/i.test(half)
  const shift = isLate && hour < 12 ? 12 : isEarly && hour === 12 ? -12 : 0
  return `${String(hour + shift).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
