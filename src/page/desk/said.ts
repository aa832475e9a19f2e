import type { Report } from '../../deadline/report.ts'
import { en } from '../words/en.ts'

/** What a report says, in a few characters, dates as EDTF has them. */
export function writeSaid({ says, when, outcome, note, quote }: Report): string {
  switch (says) {
    case 'date':
      return typeof when === 'object' && when ? `${when.in} from ${when.from}` : (when ?? 'no date')
    case 'outcome':
      return outcome ? en.result[outcome.result].toLowerCase() : ''
    case 'retraction':
      return note ? `takes a report back: ${note}` : 'takes a report back'
    default:
      return note ?? quote ?? ''
  }
}
