import { type Counted, countAt } from './count.ts'
import type { View } from './page.ts'
import { countFigures, countText, type Figure } from './words/count.ts'
import { wordsFor } from './words/words.ts'

interface Props {
  view: View
  counted: Counted
}

/** The number, large. The attributes are what the browser's script counts from. */
export function Countdown({ view, counted }: Props) {
  const figures = countFigures(wordsFor(view).count, countAt(counted, view.now))
  return (
    <p class="figures" role="timer" data-count="figures" {...countData(counted)}>
      {figures.map((figure) => (
        <FigureOf {...figure} />
      ))}
    </p>
  )
}

/** The count within a line: "in 2 to 3 days". */
export function CountLine({ view, counted }: Props) {
  return (
    <span class="count" data-count="text" {...countData(counted)}>
      {countText(wordsFor(view).count, countAt(counted, view.now))}
    </span>
  )
}

/** The same markup as client/counts.ts makes when the count changes. */
function FigureOf({ figure, unit, role }: Figure) {
  return (
    <span class={`figure ${role}`}>
      <span class="value" aria-hidden={role === 'range' ? 'true' : undefined}>
        {figure}
      </span>
      {unit && ' '}
      {unit && <span class="unit">{unit}</span>}
    </span>
  )
}

/** Absent where null: an end that is unbounded, a zone that nobody stated. */
export function countData({ opens, closes, zone, to }: Counted) {
  return {
    'data-opens': opens ?? undefined,
    'data-closes': closes ?? undefined,
    'data-zone': zone ?? undefined,
    'data-to': to,
  }
}
