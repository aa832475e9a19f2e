/** A count in figures and in words. Pure, and shared with the browser's script. */
import type { Count } from '../count.ts'
import { fill, type Template } from './template.ts'

export interface CountWords {
  locale: string
  in: Template
  inRange: Template
  between: Template
  atMost: Template
  atLeast: Template
  unitAtMost: Template
  unitAtLeast: Template
  /** Where there is no number: on its own in large letters, and in a line. */
  large: Record<Wordy, string>
  small: Record<Wordy, string>
  /** Beneath "Time is up". */
  overIs: string
}

type Wordy = 'today' | 'any-day' | 'over'

/** A number with what it counts beneath; a word stands alone, and a range is spelt out. */
export interface Figure {
  figure: string
  unit: string
  role: 'number' | 'range' | 'word'
}

type Unit = 'day' | 'hour' | 'minute' | 'second'

const UNITS: [Unit, number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
]

/** Splits seconds into whole days, hours, minutes and seconds. Cut, never rounded. */
export function splitSeconds(seconds: number): [Unit, number][] {
  let left = Math.max(Math.floor(seconds), 0)
  return UNITS.map(([unit, length]) => {
    const whole = Math.floor(left / length)
    left -= whole * length
    return [unit, whole]
  })
}

/** The large form: days, and beside them what follows. */
export function countFigures(words: CountWords, count: Count): Figure[] {
  switch (count.form) {
    case 'clock':
      return clockFigures(words, splitSeconds(count.seconds))
    case 'hours':
      return clockFigures(words, splitSeconds(count.seconds).slice(0, -1))
    case 'days':
      return [number(words, 'day', count.days)]
    case 'range':
      return [rangeFigure(words, count.least, count.most)]
    default:
      return [
        {
          figure: words.large[count.form],
          unit: count.form === 'over' ? words.overIs : '',
          role: 'word',
        },
      ]
  }
}

/** The small form: "in 2 to 3 days". */
export function countText(words: CountWords, count: Count): string {
  switch (count.form) {
    case 'clock':
    case 'hours':
      return fill(words.in, { time: twoLargest(words, splitSeconds(count.seconds)) })
    case 'days':
      return fill(words.in, { time: measure(words, 'day', count.days) })
    case 'range':
      return rangeText(words, words.inRange, count.least, count.most)
    default:
      return words.small[count.form]
  }
}

function clockFigures(words: CountWords, parts: [Unit, number][]): Figure[] {
  const first = parts.findIndex(([, value]) => value > 0)
  return parts
    .slice(first)
    .map(([unit, value], index) => number(words, unit, value, index > 0 ? 2 : 1))
}

function number(words: CountWords, unit: Unit, value: number, digits = 1): Figure {
  const parts = unitFormat(words, unit, digits).formatToParts(value)
  const figure = parts.find(({ type }) => type === 'integer')?.value ?? String(value)
  return { figure, unit: unitName(words, unit, value), role: 'number' }
}

function rangeFigure(words: CountWords, least: number | null, most: number | null): Figure {
  const only = most ?? least ?? 0
  if (least === null || most === null) {
    const template = least === null ? words.unitAtMost : words.unitAtLeast
    const unit = fill(template, { unit: unitName(words, 'day', only) })
    return { ...number(words, 'day', only), unit }
  }
  const figure = `${number(words, 'day', least).figure}–${number(words, 'day', most).figure}`
  return { figure, unit: rangeText(words, words.between, least, most), role: 'range' }
}

function rangeText(
  words: CountWords,
  both: Template,
  least: number | null,
  most: number | null,
): string {
  if (least === null) return fill(words.atMost, { most: measure(words, 'day', most ?? 0) })
  if (most === null) return fill(words.atLeast, { least: measure(words, 'day', least) })
  return fill(both, { least: String(least), most: measure(words, 'day', most) })
}

function twoLargest(words: CountWords, parts: [Unit, number][]): string {
  const first = parts.findIndex(([, value]) => value > 0)
  return parts
    .slice(first, first + 2)
    .filter(([, value], index) => value > 0 || index === 0)
    .map(([unit, value]) => measure(words, unit, value))
    .join(' ')
}

/** "2 days", in the plural that the language has for 2. */
function measure(words: CountWords, unit: Unit, value: number): string {
  return unitFormat(words, unit).format(value)
}

function unitName(words: CountWords, unit: Unit, value: number): string {
  const parts = unitFormat(words, unit).formatToParts(value)
  return parts.find(({ type }) => type === 'unit')?.value ?? unit
}

/** Making one is what is slow, and a page has a count for each deadline. */
const formats = new Map<string, Intl.NumberFormat>()

function unitFormat({ locale }: CountWords, unit: Unit, digits = 1): Intl.NumberFormat {
  const key = `${locale} ${unit} ${digits}`
  const kept = formats.get(key)
  if (kept) return kept
  const made = new Intl.NumberFormat(locale, {
    ...{ style: 'unit', unit, unitDisplay: 'long' },
    ...{ minimumIntegerDigits: digits, useGrouping: false },
  })
  formats.set(key, made)
  return made
}
