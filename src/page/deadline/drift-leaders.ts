/** Spots for the drift chart's labels away from their marks, each led back to it by a line. Pure. */
import { round } from '../scale.ts'
import { heightOf, type Spot } from './drift-labels.ts'
import type { Box, Form, Segment } from './drift-scale.ts'

/** In pixels: what is nearer is beside the mark, and needs no line. */
const LEAST_LENGTH = 14
const ROW = 12
const TOP = 3
/** Columns, in per cent. */
const COLUMN = 6
/** Between the line's end and the words, in pixels. */
const GAP = 6

/** All over the plot; worked out only when they are asked for. */
export function spotsApart(form: Form, target: Box, lines: string[]): Iterable<Spot> {
  const height = heightOf(lines)
  return {
    *[Symbol.iterator]() {
      for (const x of columns(form, target)) {
        for (let y = TOP; y + height <= form.height; y += ROW) {
          const leader = leaderTo(target, x, y + height / 2)
          if (lengthOf(form, leader) < LEAST_LENGTH) continue
          yield { x, dx: GAP, y, anchor: 'start', leader }
          yield { x, dx: -GAP, y, anchor: 'end', leader }
        }
      }
    },
  }
}

/** Those of the mark's own ends, so that a line may be upright, and some evenly apart. */
function columns({ gutter }: Form, target: Box): number[] {
  const count = Math.floor((100 - gutter) / COLUMN) + 1
  const even = Array.from({ length: count }, (_, index) => gutter + index * COLUMN)
  return [target.x, round(target.x + target.width), ...even]
}

/** From the label's side to the nearest point of the mark. */
function leaderTo({ x, y, width, height }: Box, fromX: number, fromY: number): Segment {
  return {
    ...{ x1: fromX, y1: fromY },
    ...{ x2: round(within(fromX, x, x + width)), y2: round(within(fromY, y, y + height)) },
  }
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}

/** In pixels. */
function lengthOf({ widths: [least] }: Form, { x1, y1, x2, y2 }: Segment): number {
  return Math.hypot(((x2 - x1) / 100) * least, y2 - y1)
}
