import { CERTAINTIES } from '../../deadline/claim.ts'
import { type Across, acrossOf } from '../mirror.ts'
import { wordsFor } from '../words/words.ts'
import type { Line, Word } from './drift.ts'
import { along, type Bar, barOf, type Form, LEAST_HEIGHT } from './drift-scale.ts'
import { aheadOf, stepsOf } from './drift-shapes.ts'
import type { Drawing } from './drift-wanted.ts'

interface Props {
  drawing: Drawing
  line: Line
}

/** One source's dates: a bar for each, a dotted step between them, a hollow mark for "no date". */
export function DriftLine({ drawing, line }: Props) {
  const { view, axes, form } = drawing
  const across = acrossOf(wordsFor(view))
  return (
    <g class={line.isLeading ? 'drift-line leading' : 'drift-line'}>
      {stepsOf(form, axes, line).map(({ x, y, height }) => (
        <line class="drift-step" x1={across.at(x)} x2={across.at(x)} y1={y} y2={y + height} />
      ))}
      {line.words.map((word) =>
        word.when ? (
          <WordBar
            across={across}
            word={word}
            form={form}
            bar={barOf(form, axes, word.from, word.until, word.when.window)}
          />
        ) : (
          <NoDate drawing={drawing} word={word} />
        ),
      )}
      {line.isLeading && <Ahead drawing={drawing} line={line} />}
    </g>
  )
}

interface BarProps {
  across: Across
  word: Word
  bar: Bar
  form: Form
}

function WordBar({ across, word, bar, form }: BarProps) {
  const { y, height, fadesUp, fadesDown } = bar
  const kind = `drift-bar ${word.certainty}`
  const [x, width] = [across.left(bar.x, bar.width), `${bar.width}%`]
  if (!fadesUp && !fadesDown) {
    return <rect class={kind} x={x} y={y} width={width} height={height} />
  }
  const fade = fadeName(form, word.certainty, fadesUp ? 'up' : 'down')
  return (
    <g class={`${kind} fading`}>
      <rect x={x} y={y} width={width} height={height} fill={`url(#${fade})`} />
      {!fadesUp && <rect class="end" x={x} y={y} width={width} height={LEAST_HEIGHT} />}
      {!fadesDown && (
        <rect class="end" x={x} y={y + height - LEAST_HEIGHT} width={width} height={LEAST_HEIGHT} />
      )}
    </g>
  )
}

const WAYS = ['up', 'down'] as const

function fadeName({ name }: Form, certainty: string, way: (typeof WAYS)[number]): string {
  return `fade-${name}-${certainty}-${way}`
}

/** A window without an end fades away on that side. A gradient is not inherited: one for each colour. */
export function Fades({ form }: { form: Form }) {
  return (
    <defs>
      {CERTAINTIES.flatMap((certainty) =>
        WAYS.map((way) => (
          <linearGradient
            id={fadeName(form, certainty, way)}
            class={`drift-bar ${certainty}`}
            x1="0"
            x2="0"
            y1={way === 'down' ? 0 : 1}
            y2={way === 'down' ? 1 : 0}
          >
            <stop stop-color="currentColor" stop-opacity="0.45" />
            <stop offset="1" stop-color="currentColor" stop-opacity="0" />
          </linearGradient>
        )),
      )}
    </defs>
  )
}

function NoDate({ drawing, word }: { drawing: Drawing; word: Word }) {
  const { view, axes, form } = drawing
  const across = acrossOf(wordsFor(view))
  const [x, end] = [word.from, word.until].map((at) => across.at(along(form, axes.said, at)))
  return (
    <g class="drift-none">
      <line x1={x} x2={end} y1={form.height} y2={form.height} />
      <circle cx={x} cy={form.height} r="4" />
    </g>
  )
}

function Ahead({ drawing: { view, status, axes, form }, line }: Props) {
  const ahead = aheadOf(form, axes, status, line, view.now)
  if (!ahead) return null
  const across = acrossOf(wordsFor(view))
  const end = across.at(ahead.x + ahead.width)
  return (
    <g class="drift-ahead">
      <line x1={across.at(ahead.x)} y1={ahead.y} x2={end} y2={ahead.y} />
      <circle cx={end} cy={ahead.y} r="3" />
    </g>
  )
}
