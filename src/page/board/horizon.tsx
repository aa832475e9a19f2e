import type { Status } from '../../deadline/status.ts'
import { writeClaimedDates } from '../brief.ts'
import { acrossOf } from '../mirror.ts'
import type { View } from '../page.ts'
import { place, type Scale } from '../scale.ts'
import { epochOf } from '../spoken.ts'
import { writeDay } from '../words/date.ts'
import { fill } from '../words/template.ts'
import { wordsFor } from '../words/words.ts'
import { FarDate, type Form, Label, Marks } from './horizon-lane.tsx'
import { type Lane, lanesOf, mondays, scaleFrom } from './horizon-scale.ts'

/**
 * The next weeks on one axis, drawn twice: for wide screens, and again for phones with fewer weeks
 * and the names above the bars. Widths are in per cent, so that text keeps its size at any width.
 */
export function Horizon({ view, statuses }: { view: View; statuses: Status[] }) {
  const lanes = lanesOf(statuses)
  if (lanes.length === 0) return null
  const { phrase } = wordsFor(view)
  return (
    <section class="horizon" aria-labelledby="ahead">
      <h2 id="ahead" class="unseen">
        {phrase.ahead}
      </h2>
      <Chart view={view} lanes={lanes} form={WIDE} name={phrase.ahead} />
      <Chart view={view} lanes={lanes} form={NARROW} name={phrase.aheadNarrow} />
    </section>
  )
}

const WIDE: Form = {
  ...{ name: 'wide', weeks: 6, mostLanes: 8 },
  ...{ laneHeight: 36, barTop: 12, mostLetters: 60 },
}
const NARROW: Form = {
  ...{ name: 'narrow', weeks: 3, mostLanes: 6 },
  ...{ laneHeight: 52, barTop: 24, mostLetters: 44 },
}
const TOP = 22
const AXIS = 26

interface ChartProps {
  view: View
  lanes: Lane[]
  form: Form
  name: string
}

function Chart({ view, lanes, form, name }: ChartProps) {
  const shown = lanes.slice(0, form.mostLanes)
  const scale = scaleFrom(
    view.now,
    form.weeks,
    lanes.flatMap(({ bars }) => bars.map((bar) => bar.window)),
  )
  const words = wordsFor(view)
  const across = acrossOf(words)
  const told = shown.map((lane) => describe(view, lane)).join(words.listSemicolon)
  const bottom = TOP + shown.length * form.laneHeight + 6
  return (
    <svg
      class={form.name}
      width="100%"
      height={bottom + AXIS}
      role="img"
      aria-label={fill(words.phrase.sentences, { first: name, second: told })}
    >
      <Axis view={view} scale={scale} bottom={bottom} form={form} />
      {shown.map((lane, index) => (
        <g transform={`translate(0 ${TOP + index * form.laneHeight})`}>
          <Marks view={view} lane={lane} scale={scale} form={form} />
        </g>
      ))}
      <Now view={view} scale={scale} bottom={bottom} />
      {lanes.length > shown.length && (
        <text class="more" x={across.at(100)} y={10} text-anchor="end">
          {fill(words.phrase.more, { more: lanes.length - shown.length })}
        </text>
      )}
      {shown.map((lane, index) => (
        <g transform={`translate(0 ${TOP + index * form.laneHeight})`}>
          {lane.opens >= scale.until && <FarDate view={view} lane={lane} form={form} />}
          <Label view={view} lane={lane} scale={scale} form={form} />
        </g>
      ))}
    </svg>
  )
}

function describe(view: View, { status }: Lane): string {
  const dates = writeClaimedDates(view, status)
  return fill(wordsFor(view).phrase.aheadIs, { title: status.title, dates })
}

interface AxisProps {
  view: View
  scale: Scale
  bottom: number
  form: Form
}

function Axis({ view, scale, bottom, form }: AxisProps) {
  const words = wordsFor(view)
  const across = acrossOf(words)
  const style = { month: 'short', tacitYear: new Date(view.now * 1000).getUTCFullYear() } as const
  const lastLabel = form.name === 'wide' ? 95 : 84
  return (
    <g class="axis">
      {mondays(scale).map((monday) => {
        const share = place(scale, epochOf(monday))
        return (
          <svg x={across.at(share)} aria-hidden="true">
            <path d={`M0 8V${bottom}`} />
            {share <= lastLabel && (
              <text x={4 * across.sign} y={bottom + 16}>
                {writeDay(words.date, epochOf(monday), style)}
              </text>
            )}
          </svg>
        )
      })}
    </g>
  )
}

function Now({ view, scale, bottom }: Omit<AxisProps, 'form'>) {
  const words = wordsFor(view)
  const across = acrossOf(words)
  const x = across.at(place(scale, view.now))
  return (
    <g class="now">
      <line x1={x} x2={x} y1={0} y2={bottom} />
      <text x={x} dx={5 * across.sign} y={10}>
        {words.phrase.now}
      </text>
    </g>
  )
}
