/** What tests of dates ask: the EDTF that words come to, read from a day. */
import type { Kind } from '../../../src/deadline/deadline.ts'
import { localMidnight } from '../../../src/deadline/local.ts'
import { datePhrasesOf } from '../../../src/intake/date/phrase.ts'
import type { Direction } from '../../../src/intake/date/resolve.ts'
import { resolvePhrase, writeWhen } from '../../../src/intake/date/when.ts'

export interface From {
  day: string
  direction?: Direction
  kind?: Kind
  countFrom?: string
}

function midnight(day: string): number {
  const [year, month, date] = day.split('-').map(Number)
  return localMidnight({ year, month, day: date })
}

/** Of each date in the words what a report says; null for what names no day. */
export function whensOf(words: string, from: From): (string | null)[] {
  const { day, direction = 'ahead', kind = 'deadline', countFrom = day } = from
  const present = { today: midnight(day), countFrom: midnight(countFrom) }
  return datePhrasesOf(words).map((phrase) => {
    const span = resolvePhrase(phrase, present, direction)
    return span && writeWhen(span, phrase, kind, false)
  })
}
