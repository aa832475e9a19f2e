import { highest, lowest } from '../../deadline/window.ts'
import { tacitStyle } from '../date.tsx'
import { type Across, acrossOf } from '../mirror.ts'
import type { View } from '../page.ts'
import { isolate } from '../recorded.tsx'
import { place, type Scale } from '../scale.ts'
import { writeDate } from '../words/date.ts'
import { shorten } from '../words/shorten.ts'
import { wordsFor } from '../words/words.ts'
import type { Bar, Lane } from './horizon-scale.ts'

/** What differs between the wide drawing and the narrow one. */
export interface Form {
  name: 'wide' | 'narrow'
  weeks: number
  mostLanes: number
  laneHeight: number
  /** The bar's top within its lane. */
  barTop: number
  mostLetters: number
}

const BAR_HEIGHT = 16

interface LaneProps {
  view: View
  lane: Lane
  scale: Scale
  form: Form
}

/** The bars, and a line to them from now. */
export function Marks({ view, lane, scale, form }: LaneProps) {
  const middle = form.barTop + BAR_HEIGHT / 2
  const from = place(scale, view.now)
  const opens = place(scale, lane.opens)
  const across = acrossOf(wordsFor(view))
  return (
    <g class={`lane ${lane.status.certainty}`}>
      {opens > from && (
        <line class="lead" x1={across.at(from)} x2={across.at(opens)} y1={middle} y2={middle} />
      )}
      {lane.opens >= scale.until && <Beyond across={across} middle={middle} />}
      {lane.bars.map((bar) => (
        <BarOf across={across} bar={bar} scale={scale} top={form.barTop} />
      ))}
    </g>
  )
}

/** An arrow at the edge for what lies past it. */
function Beyond({ across, middle }: { across: Across; middle: number }) {
  return (
    <svg aria-hidden="true" x={across.at(100)} y={middle} overflow="visible">
      <path class="beyond" d="M-6 -4 L0 0 L-6 4" transform={`scale(${across.sign} 1)`} />
    </svg>
  )
}

/** What lies past the edge says its date, since the axis cannot. */
export function FarDate({ view, lane: { status }, form }: Omit<LaneProps, 'scale'>) {
  if (status.when === null) return null
  const words = wordsFor(view)
  const across = acrossOf(words)
  const middle = form.barTop + BAR_HEIGHT / 2
  return (
    <text
      class="far-date"
      x={across.at(100)}
      dx={-14 * across.sign}
      y={middle + 4}
      text-anchor="end"
    >
      {writeDate(words.date, status.when, status.zone, tacitStyle(view))}
    </text>
  )
}

interface BarProps {
  across: Across
  bar: Bar
  scale: Scale
  top: number
}

function BarOf({ across, bar, scale, top }: BarProps) {
  const { window, leading } = bar
  const [opens, closes] = [place(scale, lowest(window)), place(scale, highest(window))]
  if (lowest(window) >= scale.until) return null
  const kind = leading ? 'bar filled' : 'bar outlined'
  if (window.opens !== null && window.opens === window.closes) {
    const shift = across.sign < 0 ? 'translate(-4 0)' : undefined
    return (
      <rect
        class={kind}
        x={across.at(opens)}
        y={top}
        width="4"
        height={BAR_HEIGHT}
        transform={shift}
      />
    )
  }
  const width = Math.max(Math.round((closes - opens) * 100) / 100, 0.4)
  return (
    <rect
      class={kind}
      x={across.left(opens, width)}
      y={top}
      width={`${width}%`}
      height={BAR_HEIGHT}
    />
  )
}

/** Beside the bar where there is room; before it, above the line, where it lies far to the right. */
export function Label({ view, lane, scale, form }: LaneProps) {
  const across = acrossOf(wordsFor(view))
  const text = isolate(shorten(lane.status.title, form.mostLetters))
  const { share, dx, y, anchor } =
    form.name === 'wide'
      ? besideBar(lane, scale, form)
      : { share: 0, dx: 0, y: form.barTop - 7, anchor: undefined }
  return (
    <text class="label" x={across.at(share)} dx={dx * across.sign} y={y} text-anchor={anchor}>
      {text}
    </text>
  )
}

function besideBar(lane: Lane, scale: Scale, { barTop }: Form) {
  const [opens, closes] = [place(scale, lane.opens), place(scale, lane.closes)]
  const above = barTop - 3
  if (closes <= 60) return { share: closes, dx: 8, y: barTop + BAR_HEIGHT - 4 }
  if (opens < 45) return { share: Math.max(opens, 3), dx: 6, y: above }
  return { share: Math.min(opens, 99), dx: -6, y: above, anchor: 'end' as const }
}
