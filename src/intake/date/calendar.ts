/**
 * Days of the calendar ("2 September", "Sept. 2nd, 2025", "5–8 May"). chrono-node finds them and
 * reads their parts. It is asked for nothing that depends on today: where a text gives no year,
 * chrono takes the nearest, even of a past day, and resolve.ts knows which way the text looks.
 */
import { Chrono, configuration, type ParsedResult } from 'chrono-node/en'
import { MONTH, monthNumber } from './names.ts'
import type { CalendarPiece, PlacedPiece } from './piece.ts'

/** Its parsers alone: the refiners merge results and judge them by the process's own time zone. */
const chrono = new Chrono({
  parsers: configuration.createConfiguration(true).parsers,
  refiners: [],
})
/** Any day serves, as only what the text says for certain is taken. */
const ANY_DAY = { instant: new Date(Date.UTC(2000, 0, 1, 12)), timezone: 0 }

/** The days of the calendar in a sentence, in order, none overlapping another. */
export function calendarPieces(sentence: string): PlacedPiece[] {
  if (!new RegExp(`\\d|${MONTH}`).test(sentence)) return []
  const found = chrono
    .parse(sentence, ANY_DAY)
    .filter(isCalendarDay)
    .map((result) => pieceOf(sentence, result))
    .filter((placed) => placed !== null)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  return found.filter((each, index) => index === 0 || each.start >= found[index - 1].end)
}

function isCalendarDay({ start }: ParsedResult): boolean {
  return start.isCertain('month') && start.isCertain('day') && !start.isCertain('hour')
}

/** Nothing without the month's name: 02/09/2025 could be read two ways, and "may 5" is no date. */
function pieceOf(sentence: string, { index, text, start, end }: ParsedResult): PlacedPiece | null {
  const lead = /^\W*(?:on\s+)?/i.exec(text)?.[0].length ?? 0
  const month = start.get('month') as number
  const named = new RegExp(MONTH).exec(text)
  const isIso = /^\d{4}-\d\d-\d\d/.test(text.slice(lead))
  if (!isIso && (!named || monthNumber(named[0]) !== month)) return null
  const piece: CalendarPiece = {
    form: 'calendar',
    year: start.isCertain('year') ? start.get('year') : null,
    month,
    day: start.get('day') as number,
    second: end ? { year: null, month, day: end.get('day') as number } : null,
    joined: end ? 'run' : null,
  }
  return widened(sentence, { start: index + lead, end: index + text.trimEnd().length, piece })
}

/** Takes in a second day that shares the month: "5 or 6 May", "May 5 and 6", "May 5, 2025". */
function widened(sentence: string, placed: PlacedPiece & { piece: CalendarPiece }): PlacedPiece {
  if (placed.piece.second) return placed
  const isDayFirst = /\d/.test(sentence[placed.start])
  const before =
    isDayFirst &&
    /(?<![\d:.,])(\d{1,2})(?:st|nd|rd|th)?\s*(and|or|to|–|—|-)\s*(?:on\s+)?(?:the\s+)?$/i.exec(
      sentence.slice(Math.max(0, placed.start - 20), placed.start),
    )
  if (before && Number(before[1]) < placed.piece.day && Number(before[1]) > 0) {
    const { year, month, day } = placed.piece
    const start = placed.start - before[0].length
    const joined = before[2] === 'or' ? 'either' : 'run'
    const piece = { ...placed.piece, day: Number(before[1]), second: { year, month, day }, joined }
    return { ...placed, start, piece } as PlacedPiece
  }
  return widenedAfter(sentence, placed)
}

function widenedAfter(sentence: string, placed: PlacedPiece & { piece: CalendarPiece }) {
  const { month, day, year } = placed.piece
  const after = new RegExp(
    `^\\s*(and|or|to|–|—|-)\\s*(\\d{1,2})(?:st|nd|rd|th)?(?!\\w|[:.,]\\d|\\s*(?:${MONTH}|days?|hours?|weeks?|per|%|a\\.m|p\\.m))(?:,?\\s+(\\d{4}))?`,
  ).exec(sentence.slice(placed.end, placed.end + 30))
  if (!after || Number(after[2]) <= day || Number(after[2]) > 31) return placed
  const said = after[3] ? Number(after[3]) : year
  const second = { year: said, month, day: Number(after[2]) }
  const joined = after[1] === 'or' ? 'either' : 'run'
  const piece = { ...placed.piece, year: said, second, joined } as CalendarPiece
  return { ...placed, end: placed.end + after[0].length, piece }
}
