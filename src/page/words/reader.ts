import type { EpochSeconds } from '../../deadline/instant.ts'
import { offsetAt, type Zone } from '../../deadline/zone.ts'
import { fill, type Template } from './template.ts'
import { placeOf } from './zone.ts'

/** How the browser's script says when a window is on the reader's own clock. */
export interface ReaderWords {
  locale: string
  moment: Template
  at: Template
  until: Template
  span: Template
}

export interface Spoken {
  opens: EpochSeconds | null
  closes: EpochSeconds | null
  /** Talks matter from when they open; the rest until it closes. */
  to: 'opens' | 'closes'
  zone: Zone
}

/** Null where the reader's clock shows the same as the deadline's. */
export function writeForReader(words: ReaderWords, spoken: Spoken, reader: Zone): string | null {
  const { opens, closes, to, zone } = spoken
  const ends = [opens, closes].filter((end) => end !== null)
  if (ends.every((end) => offsetAt(zone, end) === offsetAt(reader, end))) return null
  const place = placeOf(reader)
  const write = (instant: EpochSeconds) => writeMoment(words, instant, reader)
  if (opens !== null && opens === closes) return fill(words.at, { at: write(opens), place })
  if (closes === null) return null
  if (to === 'closes' || opens === null) return fill(words.until, { until: write(closes), place })
  return fill(words.span, { from: write(opens), until: write(closes), place })
}

/** The page's own "as of", as date.tsx writes it: by UTC, and with the year. */
export function writeNow(words: ReaderWords, instant: EpochSeconds): string {
  return `${writeMoment(words, instant, 'UTC', { day: 'numeric', month: 'long', year: 'numeric' })} UTC`
}

function writeMoment(
  { locale, moment }: ReaderWords,
  instant: EpochSeconds,
  timeZone: Zone,
  day: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' },
): string {
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(instant * 1000)
  return fill(moment, {
    day: write(day),
    time: write({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  })
}
