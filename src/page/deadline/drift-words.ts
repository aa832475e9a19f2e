/** What the drift chart and its table say. */

import type { View } from '../page.ts'
import { isolate } from '../recorded.tsx'
import { epochOf } from '../spoken.ts'
import { type DateStyle, writeDate, writeDay } from '../words/date.ts'
import { shorten } from '../words/shorten.ts'
import { fill } from '../words/template.ts'
import { wordsFor } from '../words/words.ts'
import { daysMoved, type Word } from './drift.ts'

export function writeWhen(view: View, { when }: Pick<Word, 'when'>, style: DateStyle): string {
  const words = wordsFor(view)
  if (!when) return words.phrase.noDate
  return writeDate(words.date, when.text, when.zone, style)
}

/** "brought forward 24–26 days"; null where nothing changed. */
export function writeChange(view: View, { when, change }: Word): string | null {
  if (!change) return null
  const { shift, shiftBy, count } = wordsFor(view)
  const by = shiftBy[change.kind]
  const days = when && change.before && daysMoved(change.before.window, when.window)
  if (!by || !days) return shift[change.kind]
  const format = new Intl.NumberFormat(count.locale, {
    ...{ style: 'unit', unit: 'day', unitDisplay: 'long' },
  })
  const [least, most] = days
  return fill(by, { days: least === most ? format.format(most) : format.formatRange(least, most) })
}

export function writeSaidDay(
  view: View,
  { report }: Pick<Word, 'report'>,
  style: DateStyle,
): string {
  return writeDay(wordsFor(view).date, epochOf(report.reportedAt), style)
}

/** "“within 50 days”, 14 July"; where more than one source speaks, who does. */
export function writeSaid(
  view: View,
  word: Word,
  style: DateStyle,
  { isAlone, mostLetters }: { isAlone: boolean; mostLetters: number },
): string {
  const { phrase } = wordsFor(view)
  const { quote, source } = word.report
  const day = writeSaidDay(view, word, style)
  if (isAlone && quote) return fill(phrase.quotedOn, { quote: drawn(quote, mostLetters), day })
  return fill(phrase.saidOn, { source: drawn(source.name, mostLetters), day })
}

/** The ledger's own text, as it stands in a drawing. */
export function drawn(text: string, mostLetters: number): string {
  return isolate(shorten(text, mostLetters))
}
