import { highest, lowest } from '../../deadline/window.ts'
import { tacitStyle } from '../date.tsx'
import type { View } from '../page.ts'
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
  return (
    <g class={`lane ${lane.status.certainty}`}>
      {opens > from && (
        <line class="lead" x1={`${from}%`} x2={`${opens}%`} y1={middle} y2={middle} />
      )}
      {lane.opens >= scale.until && <Beyond middle={middle} />}
      {lane.bars.map((bar) => (
        <BarOf bar={bar} scale={scale} top={form.barTop} />
      ))}
    </g>
  )
}

/** An arrow at the edge for what lies past it. */
function Beyond({ middle }: { middle: number }) {
  return (
    <svg aria-hidden="true" x="100%" y={middle} overflow="visible">
      <path class="beyond" d="M-6 -4 L0 0 L-6 4" />
    </svg>
  )
}

/** What lies past the edge says its date, since the axis cannot. */
export function FarDate({ view, lane: { status }, form }: Omit<LaneProps, 'scale'>) {
  if (status.when === null) return null
  const middle = form.barTop + BAR_HEIGHT / 2
  return (
    <text class="far-date" x="100%" dx="-14" y={middle + 4} text-anchor="end">
      {writeDate(wordsFor(view).date, status.when, status.zone, tacitStyle(view))}
    </text>
  )
}

function BarOf({ bar, scale, top }: { bar: Bar; scale: Scale; top: number }) {
  const { window, leading } = bar
  const [opens, closes] = [place(scale, lowest(window)), place(scale, highest(window))]
  if (lowest(window) >= scale.until) return null
  const kind = leading ? 'bar filled' : 'bar outlined'
  if (window.opens !== null && window.opens === window.closes) {
    return <rect class={kind} x={`${opens}%`} y={top} width="4" height={BAR_HEIGHT} />
  }
  const width = Math.max(Math.round((closes - opens) * 100) / 100, 0.4)
  return <rect class={kind} x={`${opens}%`} y={top} width={`${width}%`} height={BAR_HEIGHT} />
}

/** Beside the bar where there is room; before it, above the line, where it lies far to the right. */
export function Label({ lane, scale, form }: Omit<LaneProps, 'view'>) {
  const text = shorten(lane.status.title, form.mostLetters)
  const spot = form.name === 'wide' ? besideBar(lane, scale, form) : { x: 0, y: form.barTop - 7 }
  return (
    <text class="label" {...spot}>
      {text}
    </text>
  )
}

function besideBar(lane: Lane, scale: Scale, { barTop }: Form) {
  const [opens, closes] = [place(scale, lane.opens), place(scale, lane.closes)]
  const above = barTop - 3
  if (closes <= 60) return { x: `${closes}%`, dx: 8, y: barTop + BAR_HEIGHT - 4 }
  if (opens < 45) return { x: `${Math.max(opens, 3)}%`, dx: 6, y: above }
  return { x: `${Math.min(opens, 99)}%`, dx: -6, y: above, 'text-anchor': 'end' }
}
