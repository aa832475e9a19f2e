import type { StatedDate } from '../../deadline/change.ts'
import type { EpochSeconds } from '../../deadline/instant.ts'
import { writeDate } from './date.ts'
import { en } from './en.ts'

/**
 * A date as it is told to subscribers at an instant, in English: "between 7 and 9 August". The year
 * goes without saying where it is that of the telling.
 */
export function writeStated({ when, zone }: StatedDate, at: EpochSeconds): string {
  const tacitYear = new Date(at * 1000).getUTCFullYear()
  const written = writeDate(en.date, when, zone, { month: 'long', tacitYear })
  return written
    .replace(/^(\d+)–(\d+ .*)$/, 'between $1 and $2')
    .replace(/^(\d.*) – (\d.*)$/, 'between $1 and $2')
}
