/** Where a deadline stands, in the pieces that the hero and the entries share. */
import type { Status } from '../deadline/status.ts'
import { isExact } from '../deadline/window.ts'
import { Certainty } from './certainty.tsx'
import { SaidBy } from './claims.tsx'
import { countAt } from './count.ts'
import { Dated } from './date.tsx'
import type { View } from './page.ts'
import { ReaderLine } from './reader-line.tsx'
import { Recorded } from './recorded.tsx'
import { Sentence } from './sentence.tsx'
import { countedOf, windowOf } from './spoken.ts'
import { FULL } from './words/date.ts'
import { withinSentence } from './words/sentence.ts'
import { wordsFor } from './words/words.ts'
import { writeZone } from './words/zone.ts'

interface Props {
  view: View
  status: Status
}

/** What the clock makes of it, where that is more than the count says. */
export function PhaseNote({ view, status }: Props) {
  const { phrase } = wordsFor(view)
  // What has no opening ("by 31 August") has not come due; it only can be any day.
  if (status.phase !== 'due' || status.window?.opens === null) return null
  return (
    <strong class="phase due">{isLastDay(view, status) ? phrase.dueToday : phrase.dueNow}</strong>
  )
}

function isLastDay(view: View, status: Status): boolean {
  const counted = countedOf(status)
  return counted !== null && ['hours', 'today'].includes(countAt(counted, view.now).form)
}

/** "Tuesday 2 September 2025, to the end of the day, New York time", and where the reader is. */
export function DateLine({ view, status }: Props) {
  const { phrase, zone } = wordsFor(view)
  if (!status.window || status.when === null) return null
  const endsWithDay = status.kind !== 'talks' && isDay(status)
  return (
    <p class="date-line">
      <Sentence
        of={endsWithDay ? phrase.dateToEnd : phrase.dateIn}
        places={{
          date: (
            <b>
              <Dated view={view} when={status.when} zone={status.zone} style={FULL} />
            </b>
          ),
          zone: <span class="zone">{writeZone(zone, status.zone)}</span>,
        }}
      />
      <ReaderLine zone={status.zone} />
    </p>
  )
}

function isDay({ when, window }: Status): boolean {
  return /^\d{4}-\d\d-\d\d[?~%]?$/.test(when ?? '') && window !== null && !isExact(windowOf(window))
}

/** How sure it is; and who says so, where it is one source alone. */
export function Sureness({ view, status }: Props) {
  const [only, ...others] = status.claims
  return (
    <p class="sureness">
      <Certainty view={view} certainty={status.certainty} />
      <PhaseNote view={view} status={status} />
      {only && others.length === 0 && <SaidBy view={view} claim={only} />}
    </p>
  )
}

/** For what has passed: when it was to be. */
export function WasDue({ view, status }: Props) {
  const { phrase } = wordsFor(view)
  if (status.when === null) return null
  return (
    <p class="was-due">
      <Sentence
        of={phrase.wasDue}
        places={{ date: <Dated view={view} when={status.when} zone={status.zone} /> }}
      />
    </p>
  )
}

/** " · or else a new round of sanctions" */
export function OrElse({ view, status: { threat } }: Props) {
  const words = wordsFor(view)
  if (threat === null) return null
  return (
    <>
      {' · '}
      <Sentence
        of={words.phrase.orElse}
        places={{ threat: <Recorded>{withinSentence(words, threat)}</Recorded> }}
      />
    </>
  )
}
