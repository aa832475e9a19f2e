/** Where the drift chart's labels go, so that none lies on another or on a bar. Pure. */
import { textWidth } from '../text-width.ts'
import type { Box, Form } from './drift-scale.ts'

/** A place that a label may take: beside the point at `x` per cent, `dx` pixels from it. */
export interface Spot {
  x: number
  dx: number
  /** The label's top, in pixels. */
  y: number
  anchor: 'start' | 'end'
}

/** One wording of a label, and where it may stand, the best first. */
export interface Wording {
  lines: string[]
  spots: Spot[]
}

export interface Wanted {
  /** The fullest first: a shorter one stands in where it finds no room. */
  wordings: Wording[]
  /** Without a strong first line. */
  isQuiet?: boolean
}

export type Label = Spot & { lines: string[]; isQuiet: boolean }

export const LINE_HEIGHT = 17

export function heightOf(lines: string[]): number {
  return lines.length * LINE_HEIGHT
}

/**
 * Places the labels, the most important first, each where it is free at the form's least width:
 * what fits there fits wider. What finds no room is left out, since the table has it. The boxes
 * of `crossed` may be written across, but not while there is another spot.
 */
export function placeLabels(form: Form, wanted: Wanted[], bars: Box[], crossed: Box[]): Label[] {
  const taken = bars.map((bar) => inPixels(form, bar))
  const avoided = crossed.map((box) => inPixels(form, box))
  return wanted.flatMap(({ wordings, isQuiet = false }) => {
    const label = roomFor(form, wordings, taken, avoided)
    if (!label) return []
    taken.push(withAir(boxOf(form, label.lines, label)))
    return [{ ...label, isQuiet }]
  })
}

function roomFor(form: Form, wordings: Wording[], taken: Box[], avoided: Box[]) {
  for (const { lines, spots } of wordings) {
    const boxes = spots.map((spot) => ({ spot, box: boxOf(form, lines, spot) }))
    const free = boxes.filter(({ box }) => isInside(form, box) && isFree(box, taken))
    const found = free.find(({ box }) => isFree(box, avoided)) ?? free[0]
    if (found) return { ...found.spot, lines }
  }
  return null
}

function isFree(box: Box, others: Box[]): boolean {
  return !others.some((other) => touch(box, other))
}

/** The spots around a bar or a mark, for a label of so many lines. */
export function spotsAround(box: Box, lines: string[]): Spot[] {
  const height = heightOf(lines)
  const end = box.x + box.width
  const [above, below] = [box.y - height - 5, box.y + box.height + 4]
  const beside = box.y + (box.height - height) / 2
  return [
    { x: box.x, dx: 0, y: above, anchor: 'start' },
    { x: end, dx: 0, y: above, anchor: 'end' },
    { x: box.x, dx: 0, y: below, anchor: 'start' },
    { x: end, dx: 0, y: below, anchor: 'end' },
    { x: end, dx: 8, y: beside, anchor: 'start' },
    { x: box.x, dx: -8, y: beside, anchor: 'end' },
  ]
}

/** The spots beside an upright line; none where it is shorter than the label. */
export function spotsAlong(upright: Box, lines: string[]): Spot[] {
  const height = heightOf(lines)
  if (upright.height < height + 8) return []
  const y = upright.y + (upright.height - height) / 2
  return [
    { x: upright.x, dx: 10, y, anchor: 'start' },
    { x: upright.x, dx: -10, y, anchor: 'end' },
  ]
}

/** All in pixels, at the form's least width. */
function boxOf({ leastWidth }: Form, lines: string[], { x, dx, y, anchor }: Spot): Box {
  const width = Math.max(...lines.map(textWidth))
  const left = (x / 100) * leastWidth + dx - (anchor === 'end' ? width : 0)
  return { x: left, y, width, height: heightOf(lines) }
}

function inPixels({ leastWidth }: Form, { x, width, ...rest }: Box): Box {
  return { ...rest, x: (x / 100) * leastWidth, width: (width / 100) * leastWidth }
}

/** The gutter is for the dates up the side. */
function isInside({ leastWidth, height, gutter }: Form, box: Box): boolean {
  const left = (gutter / 100) * leastWidth
  const isAcross = box.x >= left && box.x + box.width <= leastWidth
  return isAcross && box.y >= 0 && box.y + box.height <= height
}

/** By more than the pixel that rounding may make of two that only adjoin. */
function touch(a: Box, b: Box): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const up = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return across > Math.min(1, a.width / 2, b.width / 2) && up > 0
}

/** A bar is written up against; another label is not. */
function withAir(label: Box): Box {
  const air = 6
  return { ...label, x: label.x - air, width: label.width + 2 * air }
}
