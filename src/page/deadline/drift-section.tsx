import type { Report } from '../../deadline/report.ts'
import type { Status } from '../../deadline/status.ts'
import type { View } from '../page.ts'
import { epochOf } from '../spoken.ts'
import { wordsFor } from '../words/words.ts'
import { linesOf } from './drift.ts'
import { DriftChart } from './drift-chart.tsx'
import { axesOf, endOf } from './drift-scale.ts'
import { DriftTable } from './drift-table.tsx'

export interface DriftProps {
  view: View
  status: Status
  log: Report[]
}

/** How the date moved, as a picture and as a table; nothing where no date was ever given. */
export function Drift({ view, status, log }: DriftProps) {
  const { phrase } = wordsFor(view)
  const end = endOfDrift(view, status, log)
  const lines = end === null ? [] : linesOf(status, log, end)
  const axes = end === null ? null : axesOf(lines, end, targetAhead(view, status))
  if (!axes) return null
  return (
    <section class="drift" aria-labelledby="drift">
      <h2 id="drift" class="eyebrow">
        {phrase.drift}
      </h2>
      <figure>
        <figcaption class="who">{phrase.driftIs}</figcaption>
        <DriftChart view={view} status={status} lines={lines} axes={axes} />
      </figure>
      <DriftTable view={view} lines={lines} />
    </section>
  )
}

function endOfDrift(view: View, status: Status, log: Report[]): number | null {
  const words = linesOf(status, log, view.now).flatMap((line) => line.words)
  if (words.length === 0) return null
  return endOf(
    words.map(({ from, when }) => ({ at: from, closes: when?.window.closes ?? null })),
    status.phase === 'closed' && status.outcome ? epochOf(status.outcome.reportedAt) : null,
    view.now,
  )
}

/** What is still counted to. */
function targetAhead(view: View, { phase, target }: Status): number | null {
  const at = target === null || phase === 'closed' ? null : epochOf(target)
  return at !== null && at > view.now ? at : null
}
