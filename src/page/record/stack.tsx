import { type Across, acrossOf } from '../mirror.ts'
import type { View } from '../page.ts'
import { round } from '../scale.ts'
import { fill } from '../words/template.ts'
import { wordsFor } from '../words/words.ts'
import { layOut, type Spot } from './stack-layout.ts'
import type { Part, Whole } from './wholes.ts'

const BAR_HEIGHT = 22
const LINE_HEIGHT = 20

interface Props {
  view: View
  whole: Whole
}

/** A bar of all cases, each part as wide as its share, with its word and number beneath. */
export function Stack({ view, whole }: Props) {
  const { phrase, listComma } = wordsFor(view)
  const across = acrossOf(wordsFor(view))
  const parts = whole.parts.filter(({ count }) => count > 0)
  const labels = parts.map(({ word, count }) => fill(phrase.partCount, { part: word, count }))
  const spots = layOut(parts.map(({ count }, index) => ({ count, label: labels[index] })))
  const lines = 1 + Math.max(...spots.map(({ line }) => line))
  const parted = labels.join(listComma)
  const name = fill(phrase.wholeIs, { whole: phrase[whole.name], parts: parted })
  return (
    <svg
      class="stack"
      width="100%"
      height={BAR_HEIGHT + lines * LINE_HEIGHT + 6}
      role="img"
      aria-label={name}
    >
      {spots.map((spot) => (
        <Leader across={across} spot={spot} />
      ))}
      {parts.map((part, index) => (
        <PartOf across={across} part={part} spot={spots[index]} height={BAR_HEIGHT} />
      ))}
      {spots.map((spot, index) => (
        <Label across={across} spot={spot} text={labels[index]} />
      ))}
    </svg>
  )
}

/** The same without words, for a cell that has them. */
export function SmallStack({ view, whole }: Props) {
  const across = acrossOf(wordsFor(view))
  const parts = whole.parts.filter(({ count }) => count > 0)
  const spots = layOut(parts.map(({ count }) => ({ count, label: '' })))
  return (
    <svg class="stack small" width="100%" height="10" aria-hidden="true">
      {parts.map((part, index) => (
        <PartOf across={across} part={part} spot={spots[index]} height={10} />
      ))}
    </svg>
  )
}

/** A part's look by itself, beside its word. */
export function Swatch({ name }: Pick<Part, 'name'>) {
  return (
    <svg class="swatch" width="12" height="12" aria-hidden="true">
      <svg aria-hidden="true" class={`part ${name}`} width="12" height="12">
        <Look />
      </svg>
    </svg>
  )
}

interface PartProps {
  across: Across
  part: Part
  spot: Spot
  height: number
}

function PartOf({ across, part, spot, height }: PartProps) {
  const end = across.at(100)
  return (
    <svg
      aria-hidden="true"
      class={`part ${part.name}`}
      x={across.left(spot.from, spot.width)}
      width={`${round(spot.width)}%`}
      height={height}
    >
      <Look />
      {!isLast(spot) && (
        <>
          <rect class="side" x={end} width="2" height="100%" />
          <rect class="gap" x={end} width="2" height="100%" />
        </>
      )}
    </svg>
  )
}

/** Full, half or hollow, and then a colour; record.css says which is which. */
function Look() {
  return (
    <>
      <rect class="ground" width="100%" height="100%" />
      <rect class="half" y="50%" width="100%" height="50%" />
      <rect class="edge" width="100%" height="100%" />
    </>
  )
}

function isLast({ from, width }: Spot): boolean {
  return Math.round(from + width) === 100
}

function Leader({ across, spot }: { across: Across; spot: Spot }) {
  const { from, width, line, side } = spot
  if (line === 0) return null
  const x = across.at(side === 'start' ? from : from + width)
  const dx = side === 'start' ? across.sign : -across.sign
  return (
    <line
      class="leader"
      x1={x}
      x2={x}
      transform={`translate(${dx} 0)`}
      y1={BAR_HEIGHT}
      y2={BAR_HEIGHT + line * LINE_HEIGHT + 16}
    />
  )
}

function Label({ across, spot, text }: { across: Across; spot: Spot; text: string }) {
  const { from, width, line, side } = spot
  const inset = (line === 0 ? 0 : 6) * across.sign
  return (
    <text
      class="stack-label"
      x={across.at(side === 'start' ? from : from + width)}
      dx={side === 'start' ? inset : -inset}
      y={BAR_HEIGHT + (line + 1) * LINE_HEIGHT - 3}
      text-anchor={side}
    >
      {text}
    </text>
  )
}
