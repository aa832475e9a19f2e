import { acrossOf } from '../mirror.ts'
import { textWidth } from '../text-width.ts'
import { type DateStyle, writeDay } from '../words/date.ts'
import { wordsFor } from '../words/words.ts'
import { along, diagonal, ticks, up } from './drift-scale.ts'
import type { Drawing } from './drift-wanted.ts'

/** The dates up the side, the days along the foot, and the diagonal. */
export function DriftGrid({ view, axes, form, style: { tacitYear } }: Drawing) {
  const words = wordsFor(view).date
  const across = acrossOf(wordsFor(view))
  const style: DateStyle = { month: 'short', tacitYear }
  // A year that is everywhere the same is said once.
  const first: DateStyle = { month: 'short', tacitYear: null }
  const days = ticks(axes.said, form.ticksAcross).map((at, index) => ({
    share: along(form, axes.said, at),
    text: writeDay(words, at, index === 0 ? first : style),
  }))
  const today = diagonal(form, axes)
  return (
    <g class="axis">
      {ticks(axes.claimed, form.ticksUp).map((at) => {
        const y = up(form, axes.claimed, at)
        return (
          <>
            <line x1={across.at(form.gutter)} x2={across.at(100)} y1={y} y2={y} />
            <text x={across.at(0)} y={y + 4}>
              {writeDay(words, at, style)}
            </text>
          </>
        )
      })}
      {days.map(({ share }) => (
        <line x1={across.at(share)} x2={across.at(share)} y1={form.height} y2={form.height + 6} />
      ))}
      {apart(days, form.widths[0]).map(({ share, text }) => (
        <text x={across.at(share)} y={form.height + 22} text-anchor="middle">
          {text}
        </text>
      ))}
      {today && (
        <line
          class="diagonal"
          x1={across.at(today.x1)}
          y1={today.y1}
          x2={across.at(today.x2)}
          y2={today.y2}
        />
      )}
    </g>
  )
}

interface Day {
  share: number
  text: string
}

/** The days that there is room to name: not at the edge, nor on the one before. */
function apart(days: Day[], width: number): Day[] {
  let end = Number.NEGATIVE_INFINITY
  return days.filter(({ share, text }) => {
    const [middle, half] = [(share / 100) * width, textWidth(text) / 2]
    if (share >= 94 || middle - half < end) return false
    end = middle + half
    return true
  })
}
