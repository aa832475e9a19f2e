import { timesMoved } from '../../deadline/record.ts'
import type { Status } from '../../deadline/status.ts'
import { deadlinePath } from '../../href.ts'
import { Dated, Day } from '../date.tsx'
import { writeOutcome } from '../outcome.tsx'
import type { View } from '../page.ts'
import { Eyebrow, Parties } from '../parties.tsx'
import { Sentence } from '../sentence.tsx'
import { Source } from '../source.tsx'
import { PLAIN } from '../words/date.ts'
import { fill } from '../words/template.ts'
import { wordsFor } from '../words/words.ts'

interface Props {
  view: View
  status: Status
}

/** A deadline in the archive: when it ended, how, who says so, and how often its date moved. */
export function EndedEntry({ view, status }: Props) {
  return (
    <li>
      <article class="archived">
        <p class="archived-day">
          <EndedOn view={view} status={status} />
        </p>
        <div class="archived-words">
          <Eyebrow view={view} status={status} />
          <h3>
            <a href={deadlinePath(status.slug, '', view.asking)}>{status.title}</a>
          </h3>
          <p class="who">
            <Parties view={view} status={status} />
          </p>
        </div>
        <div class="archived-end">
          <End view={view} status={status} />
          <p class="said-by">{writeTimesMoved(view, status)}</p>
        </div>
      </article>
    </li>
  )
}

/** The day on which it came about, or else was reported; without an outcome, when it was to be. */
function EndedOn({ view, status: { outcome, when, zone } }: Props) {
  if (!outcome) return <Dated view={view} when={when} zone={zone} style={PLAIN} />
  if (outcome.at !== null) return <Dated view={view} when={outcome.at} style={PLAIN} />
  return <Dated view={view} when={outcome.reportedAt.slice(0, 10)} style={PLAIN} />
}

function End({ view, status: { outcome } }: Props) {
  const { phrase } = wordsFor(view)
  if (!outcome) return null
  return (
    <>
      <p class="archived-outcome">{writeOutcome(view, outcome)}</p>
      <p class="said-by">
        <Sentence
          of={phrase.reportedBy}
          places={{
            source: <Source view={view} source={outcome.source} />,
            day: <Day view={view} at={outcome.reportedAt} />,
          }}
        />
      </p>
    </>
  )
}

function writeTimesMoved(view: View, { moves }: Status): string {
  const { phrase } = wordsFor(view)
  const { later, earlier } = timesMoved(moves)
  const said = [
    later > 0 && fill(phrase.datePutOff, { times: later }),
    earlier > 0 && fill(phrase.dateBroughtForward, { times: earlier }),
  ].filter(Boolean)
  return said.length > 0 ? said.join(' · ') : phrase.dateNotMoved
}
