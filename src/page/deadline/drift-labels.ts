/** The drift chart's labels, and the spots beside its marks that they may take. Pure. */
import type { Box, Segment } from './drift-scale.ts'

/** A place that a label may take: beside the point at `x` per cent, `dx` pixels from it. */
export interface Spot {
  x: number
  dx: number
  /** The label's top, in pixels. */
  y: number
  anchor: 'start' | 'end'
  /** From the label to its mark, where that is not beside it: along in per cent, up in pixels. */
  leader?: Segment
}

/** One wording of a label, and where it may stand, the best first. */
export interface Wording {
  lines: string[]
  spots: Iterable<Spot>
}

export interface Wanted {
  /** The fullest first: a shorter one stands in where it finds no room. */
  wordings: Wording[]
  /** What to settle for where none of them finds room. */
  poorer?: Wording[]
  /** First: placed before all else. A source's: without it, nothing says whose line that is. */
  role: 'first' | 'source' | 'more'
  /** Without a strong first line. */
  isQuiet?: boolean
}

export type Label = Spot & { lines: string[]; isQuiet: boolean }

export const LINE_HEIGHT = 17

export function heightOf(lines: string[]): number {
  return lines.length * LINE_HEIGHT
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
