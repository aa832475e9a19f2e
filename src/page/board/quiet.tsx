import type { Status } from '../../deadline/status.ts'
import { boardPath, DAY_OF_REFERENCE, deadlinePath } from '../../href.ts'
import { Outcome } from '../outcome.tsx'
import type { View } from '../page.ts'
import { Recorded } from '../recorded.tsx'
import { epochOf } from '../spoken.ts'
import { PLAIN, writeDay } from '../words/date.ts'
import { writeUndated } from '../words/sentence.ts'
import { wordsFor } from '../words/words.ts'

interface Props {
  view: View
  statuses: Status[]
  lastEnded: Status | null
}

/** In the hero's place, when no deadline has a date ahead. */
export function Quiet({ view, statuses, lastEnded }: Props) {
  const words = wordsFor(view)
  const { phrase } = words
  const undated = statuses.filter(({ phase, when }) => phase === 'upcoming' && when === null)
  return (
    <section class="hero quiet">
      <div class="hero-words">
        <h1>{phrase.nothingUpcoming}</h1>
        <p class="who">
          {statuses.length === 0 ? phrase.nothingYet : phrase.nothingAhead}
          {undated.length > 0 && ` ${writeUndated(words, undated.length)}`}
        </p>
        {lastEnded && <LastEnded view={view} status={lastEnded} />}
      </div>
      {statuses.some(isOlderThanReference) && <LookBack view={view} />}
    </section>
  )
}

function LastEnded({ view, status }: { view: View; status: Status }) {
  return (
    <div class="last-ended">
      <p class="eyebrow">{wordsFor(view).phrase.lastEnded}</p>
      <p class="last-ended-title">
        <a class="title-link" href={deadlinePath(status.slug, '', view.asking)}>
          <Recorded>{status.title}</Recorded>
        </a>
      </p>
      <p>
        <Outcome view={view} status={status} />
      </p>
    </div>
  )
}

/** The day that the shipped ledger is told from; a tracker that began later has nothing there. */
function LookBack({ view }: { view: View }) {
  const { phrase } = wordsFor(view)
  return (
    <div class="hero-count look-back">
      <p class="eyebrow">{phrase.lookBack}</p>
      <p class="look-back-day">
        <a href={boardPath({ ...view.asking, at: DAY_OF_REFERENCE, known: null })}>
          <time datetime={DAY_OF_REFERENCE}>
            {writeDay(wordsFor(view).date, epochOf(DAY_OF_REFERENCE), PLAIN)}
          </time>
        </a>
      </p>
      <p class="who">{phrase.lookBackIs}</p>
    </div>
  )
}

function isOlderThanReference({ moves }: Status): boolean {
  return moves.some(({ at }) => at <= DAY_OF_REFERENCE)
}
