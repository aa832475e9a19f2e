/** A deadline in a few words, for where there is room for no more: the badge and the card. */
import type { Status } from '../deadline/status.ts'
import { countAt } from './count.ts'
import { writeOutcome } from './outcome.tsx'
import type { View } from './page.ts'
import { countedOf } from './spoken.ts'
import { countText } from './words/count.ts'
import { writeDate } from './words/date.ts'
import { listFormat } from './words/list.ts'
import { fill } from './words/template.ts'
import { wordsFor } from './words/words.ts'

/** "in 43 days", "in 2 to 3 days", "Unmet; not carried out", "No date yet". */
export function writeBriefly(view: View, status: Status): string {
  const { count, phrase } = wordsFor(view)
  if (status.phase === 'closed' && status.outcome) return writeOutcome(view, status.outcome)
  const counted = countedOf(status)
  if (!counted) return phrase.noDate
  return countText(count, countAt(counted, view.now))
}

/** Of what is past or undated there is nothing to be sure of. */
export function isAhead({ phase, when }: Status): boolean {
  return (phase === 'upcoming' || phase === 'due') && when !== null
}

/** "in 43 days · firm" */
export function writeSurely(view: View, status: Status): string {
  const { phrase, certainty, date } = wordsFor(view)
  const said = writeBriefly(view, status)
  if (!isAhead(status)) return said
  return fill(phrase.badgeSays, {
    said,
    certainty: certainty[status.certainty].toLocaleLowerCase(date.locale),
  })
}

/** The whole of it in a line, for who cannot see it drawn: "The title: in 43 days · firm". */
export function writeWhole(view: View, status: Status): string {
  const said = writeSurely(view, status)
  return fill(wordsFor(view).phrase.badgeIs, { title: status.title, said })
}

/** Every date that a source gives: "23 July 2025 or 24 July 2025". */
export function writeClaimedDates(view: View, { claims }: Status): string {
  const { date } = wordsFor(view)
  const dates = claims.flatMap(({ when, zone }) =>
    when === null ? [] : [writeDate(date, when, zone)],
  )
  return listFormat(date.locale, 'disjunction').format(new Set(dates))
}
