import { type DateStyle, writeDay } from '../words/date.ts'
import { wordsFor } from '../words/words.ts'
import { across, diagonal, ticks, up } from './drift-scale.ts'
import type { Drawing } from './drift-wanted.ts'

/** The dates up the side, the days along the foot, and the diagonal. */
export function DriftGrid({ view, axes, form, style: { tacitYear } }: Drawing) {
  const words = wordsFor(view).date
  const style: DateStyle = { month: 'short', tacitYear }
  // A year that is everywhere the same is said once.
  const first: DateStyle = { month: 'short', tacitYear: null }
  const today = diagonal(form, axes)
  return (
    <g class="axis">
      {ticks(axes.claimed, form.ticksUp).map((at) => {
        const y = up(form, axes.claimed, at)
        return (
          <>
            <line x1={`${form.gutter}%`} x2="100%" y1={y} y2={y} />
            <text x="0" y={y + 4}>
              {writeDay(words, at, style)}
            </text>
          </>
        )
      })}
      {ticks(axes.said, form.ticksAcross).map((at, index) => {
        const x = across(form, axes.said, at)
        return (
          <>
            <line x1={`${x}%`} x2={`${x}%`} y1={form.height} y2={form.height + 6} />
            {x < 94 && (
              <text x={`${x}%`} y={form.height + 22} text-anchor="middle">
                {writeDay(words, at, index === 0 ? first : style)}
              </text>
            )}
          </>
        )
      })}
      {today && (
        <line
          class="diagonal"
          x1={`${today.x1}%`}
          y1={today.y1}
          x2={`${today.x2}%`}
          y2={today.y2}
        />
      )}
    </g>
  )
}
