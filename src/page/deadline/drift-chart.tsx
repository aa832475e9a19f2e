import { tacitStyle } from '../date.tsx'
import { type Across, acrossOf } from '../mirror.ts'
import { writeOutcome } from '../outcome.tsx'
import { round } from '../scale.ts'
import type { DateStyle } from '../words/date.ts'
import { fill } from '../words/template.ts'
import { wordsFor } from '../words/words.ts'
import { DriftGrid } from './drift-grid.tsx'
import { type Label, LINE_HEIGHT } from './drift-labels.ts'
import { DriftLine, Fades } from './drift-line.tsx'
import { placeLabels } from './drift-placing.ts'
import { type Form, onlyYear } from './drift-scale.ts'
import {
  aheadOf,
  diagonalBoxes,
  drawnBars,
  nowAcross,
  type Ring,
  ringOf,
  uprightAt,
} from './drift-shapes.ts'
import { type Drawing, wantedLabels } from './drift-wanted.ts'
import { writeChange, writeSaidDay, writeWhen } from './drift-words.ts'

const WIDE: Form = {
  ...{ name: 'wide', widths: [700, 1056], height: 380, gutter: 9 },
  ...{ ticksAcross: 8, ticksUp: 6, mostLetters: 40 },
}
const NARROW: Form = {
  ...{ name: 'narrow', widths: [318, 728], height: 360, gutter: 18 },
  ...{ ticksAcross: 5, ticksUp: 6, mostLetters: 26 },
}
const TOP = 14
const AXIS = 30

export type ChartProps = Omit<Drawing, 'form' | 'style'>

/**
 * The dates against when they were said, drawn twice, as the horizon is: for wide screens, and again
 * for phones. Across is in per cent, so that text keeps its size at any width.
 */
export function DriftChart(props: ChartProps) {
  const name = describe(props)
  const style: DateStyle = { month: 'long', tacitYear: onlyYear(props.axes) }
  return (
    <>
      <Chart {...props} form={WIDE} style={style} name={name} />
      <Chart {...props} form={NARROW} style={style} name={name} />
    </>
  )
}

/** More than anyone would listen to is in the table. */
const MOST_TOLD = 12

function describe({ view, status, lines }: ChartProps): string {
  const { phrase, comma, listSemicolon } = wordsFor(view)
  const style = tacitStyle(view)
  const words = (lines[0]?.words ?? []).filter(({ change }) => change !== null)
  const told = words.slice(-MOST_TOLD).map((word) => {
    const what = [
      writeWhen(view, word, style),
      word.change?.kind !== 'set' && writeChange(view, word),
    ]
    return fill(phrase.driftAt, {
      day: writeSaidDay(view, word, style),
      what: what.filter(Boolean).join(comma),
    })
  })
  const outcome = status.outcome ? [writeOutcome(view, status.outcome)] : []
  const second = [...told, ...outcome].join(listSemicolon)
  return fill(phrase.sentences, { first: phrase.drift, second })
}

function Chart({ name, ...drawing }: Drawing & { name: string }) {
  const { view, status, lines, axes, form } = drawing
  const across = acrossOf(wordsFor(view))
  const ring = ringOf(form, axes, status, lines)
  const now = nowAcross(form, axes, status, view.now)
  const ahead = lines[0] ? aheadOf(form, axes, status, lines[0], view.now) : null
  const bars = [
    ...drawnBars(form, axes, lines, ring),
    ...(ahead ? [{ ...ahead, y: ahead.y - 2, height: 4 }] : []),
  ]
  const labels = placeLabels(form, wantedLabels(drawing, ring), {
    bars,
    ...{ crossed: diagonalBoxes(form, axes), now: uprightAt(form, now) },
  })
  return (
    <svg
      class={form.name}
      width="100%"
      height={TOP + form.height + AXIS}
      role="img"
      aria-label={name}
    >
      <svg aria-hidden="true" y={TOP} width="100%" height={form.height} overflow="visible">
        <Fades form={form} />
        <DriftGrid {...drawing} />
        {now !== null && <Now drawing={drawing} share={now} />}
        {lines.map((line) => (
          <DriftLine drawing={drawing} line={line} />
        ))}
        {ring && <OutcomeRing across={across} ring={ring} />}
        {labels.map((label) => (
          <Leader across={across} label={label} />
        ))}
        {labels.map((label) => (
          <LabelText across={across} label={label} />
        ))}
      </svg>
    </svg>
  )
}

function Now({ drawing: { view, form }, share }: { drawing: Drawing; share: number }) {
  const words = wordsFor(view)
  const across = acrossOf(words)
  const x = across.at(share)
  return (
    <g class="now">
      <line x1={x} x2={x} y1={0} y2={form.height} />
      <text x={x} dx={5 * across.sign} y={2}>
        {words.phrase.now}
      </text>
    </g>
  )
}

function OutcomeRing({ across, ring }: { across: Across; ring: Ring }) {
  return <circle class="ring" cx={across.at(ring.x)} cy={ring.y} r="5.5" />
}

function Leader({ across, label: { leader } }: { across: Across; label: Label }) {
  if (!leader) return null
  const { x1, y1, x2, y2 } = leader
  return (
    <g class="leader">
      <line x1={across.at(x1)} y1={y1} x2={across.at(x2)} y2={y2} />
      <circle cx={across.at(x2)} cy={y2} r="2" />
    </g>
  )
}

function LabelText({ across, label }: { across: Across; label: Label }) {
  const { lines, isQuiet, x, dx, y, anchor } = label
  return (
    <>
      {lines.map((line, index) => (
        <text
          class={index === 0 && !isQuiet ? 'label strong' : 'label'}
          x={across.at(x)}
          dx={dx * across.sign}
          y={round(y + index * LINE_HEIGHT + 13)}
          text-anchor={anchor}
        >
          {line}
        </text>
      ))}
    </>
  )
}
