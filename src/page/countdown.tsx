import { type Counted, countAt } from './count.ts'
import type { View } from './page.ts'
import { countFigures, countText, type Figure } from './words/count.ts'
import { wordsFor } from './words/words.ts'

interface Props {
  view: View
  counted: Counted
}

/** The number, large. */
export function Countdown({ view, counted }: Props) {
  const figures = countFigures(wordsFor(view).count, countAt(counted, view.now))
  return (
    <p class="figures" role="timer" data-count="figures">
      {figures.map((figure) => (
        <FigureOf {...figure} />
      ))}
    </p>
  )
}

/** The count within a line: "in 2 to 3 days". */
export function CountLine({ view, counted }: Props) {
  return (
    <span class="count" data-count="text">
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

/**
 * For the element that a count and a reader's line stand in: what the browser's script counts from.
 * Absent where null: an end that is unbounded, a zone that nobody stated. With a plus sign it closes
 * so long after it opens; many are the same, and a page full of them is compressed the better.
 */
export function countData(counted: Counted | null) {
  if (!counted) return {}
  const { opens, closes, zone, to } = counted
  return {
    'data-opens': opens ?? undefined,
    'data-closes': opens === null || closes === null ? (closes ?? undefined) : `+${closes - opens}`,
    'data-zone': zone ?? undefined,
    'data-to': to === 'opens' ? to : undefined,
  }
}
