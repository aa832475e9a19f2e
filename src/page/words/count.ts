/** A count in figures and in words. Pure, and shared with the browser's script. */

import { kept } from '../../deadline/kept.ts'
import type { Count } from '../count.ts'
import { fill, formFor, type Plural, type Template } from './template.ts'

export interface CountWords {
  locale: string
  /** A time is "20 hours" or "1 day 20 hours" as Intl writes it: in the nominative. */
  in: Template
  /** Days alone, by their number: languages decline them after a preposition. */
  inDays: Plural
  /** By the number of the last day of the range, as all that follow. */
  inRange: Plural
  between: Plural
  atMost: Plural
  atLeast: Plural
  /** Beneath the large number: without it. */
  unitAtMost: Plural
  unitAtLeast: Plural
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
      return fillDays(words, words.inDays, count.days, { days: count.days })
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
  // Not taken from the unit's parts: Arabic writes one and two of a thing without a figure.
  const figure = String(value).padStart(digits, '0')
  return { figure, unit: unitName(words, unit, value), role: 'number' }
}

function rangeFigure(words: CountWords, least: number | null, most: number | null): Figure {
  const only = most ?? least ?? 0
  if (least === null || most === null) {
    const unit = fillDays(words, least === null ? words.unitAtMost : words.unitAtLeast, only, {})
    return { ...number(words, 'day', only), unit }
  }
  return {
    figure: `${least}–${most}`,
    unit: rangeText(words, words.between, least, most),
    role: 'range',
  }
}

function rangeText(
  words: CountWords,
  both: Plural,
  least: number | null,
  most: number | null,
): string {
  if (least === null) return fillDays(words, words.atMost, most ?? 0, { most: most ?? 0 })
  if (most === null) return fillDays(words, words.atLeast, least, { least })
  return fillDays(words, both, most, { least, most })
}

function fillDays(
  { locale }: CountWords,
  forms: Plural,
  days: number,
  places: Record<string, number>,
): string {
  return fill(formFor(locale, forms, days), places)
}

function twoLargest(words: CountWords, parts: [Unit, number][]): string {
  const first = parts.findIndex(([, value]) => value > 0)
  const measures = parts
    .slice(first, first + 2)
    .filter(([, value], index) => value > 0 || index === 0)
    .map(([unit, value]) => unitFormat(words, unit).format(value))
  return new Intl.ListFormat(words.locale, { type: 'unit', style: 'narrow' }).format(measures)
}

function unitName(words: CountWords, unit: Unit, value: number): string {
  const parts = unitFormat(words, unit).formatToParts(value)
  return parts.find(({ type }) => type === 'unit')?.value ?? unit
}

function unitFormat({ locale }: CountWords, unit: Unit): Intl.NumberFormat {
  const options = { style: 'unit', unit, unitDisplay: 'long', useGrouping: false } as const
  return kept(`${unit} ${locale}`, () => new Intl.NumberFormat(locale, options))
}
