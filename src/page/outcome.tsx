import type { Outcome as Came } from '../deadline/report.ts'
import type { Status } from '../deadline/status.ts'
import { Dated, Day, tacitStyle } from './date.tsx'
import type { View } from './page.ts'
import { Sentence } from './sentence.tsx'
import { fill } from './words/template.ts'
import { wordsFor } from './words/words.ts'

/** What came of it, and apart from that what followed: "Unmet; not carried out". */
export function writeOutcome(view: View, { result, consequence }: Came): string {
  const words = wordsFor(view)
  if (consequence === null) return words.result[result]
  return fill(words.phrase.outcomeAnd, {
    result: words.result[result],
    consequence: words.consequence[consequence],
  })
}

/** With the day on which it came about, or else was reported. */
export function Outcome({ view, status: { outcome } }: { view: View; status: Status }) {
  if (!outcome) return null
  return (
    <span class="outcome">
      <Sentence
        of={wordsFor(view).phrase.outcomeOn}
        places={{
          outcome: writeOutcome(view, outcome),
          day:
            outcome.at === null ? (
              <Day view={view} at={outcome.reportedAt} />
            ) : (
              <Dated view={view} when={outcome.at} style={tacitStyle(view)} />
            ),
        }}
      />
    </span>
  )
}
