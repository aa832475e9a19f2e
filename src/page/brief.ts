/** A deadline in a few words, for where there is room for no more: the badge and the card. */
import type { Status } from '../deadline/status.ts'
import { countAt } from './count.ts'
import { writeOutcome } from './outcome.tsx'
import type { View } from './page.ts'
import { countedOf } from './spoken.ts'
import { countText } from './words/count.ts'
import { writeDate } from './words/date.ts'
import { wordsFor } from './words/words.ts'

/** "in 43 days", "in 2 to 3 days", "Unmet; not carried out", "No date yet". */
export function writeBriefly(view: View, status: Status): string {
  const { count, phrase } = wordsFor(view)
  if (status.phase === 'closed' && status.outcome) return writeOutcome(view, status.outcome)
  const counted = countedOf(status)
  if (!counted) return phrase.noDate
  return countText(count, countAt(counted, view.now))
}

/** Every date that a source gives: "23 July 2025 or 24 July 2025". */
export function writeClaimedDates(view: View, { claims }: Status): string {
  const { date } = wordsFor(view)
  const dates = claims.flatMap(({ when, zone }) =>
    when === null ? [] : [writeDate(date, when, zone)],
  )
  return new Intl.ListFormat(date.locale, { type: 'disjunction' }).format(new Set(dates))
}
