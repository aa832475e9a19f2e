/** Whether what is drawn lies on something else; both in the same units. Pure. */
import type { Box, Segment } from './drift-scale.ts'

/** By more than the pixel that rounding may make of two that only adjoin. */
export function touch(a: Box, b: Box): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const up = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return across > Math.min(1, a.width / 2, b.width / 2) && up > 0
}

/** Whether a line runs through a box, and not only along its edge. */
export function runsThrough(line: Segment, box: Box): boolean {
  return lengthWithin(line, box) > 0
}

/** For how long a line runs within a box. Asked for every spot and bar: most are ruled out at once. */
export function lengthWithin({ x1, y1, x2, y2 }: Segment, box: Box): number {
  const [right, foot] = [box.x + box.width, box.y + box.height]
  if (Math.max(x1, x2) <= box.x || Math.min(x1, x2) >= right) return 0
  if (Math.max(y1, y2) <= box.y || Math.min(y1, y2) >= foot) return 0
  const [across, up] = [x2 - x1, y2 - y1]
  const from = Math.max(0, entry(x1, across, box.x, right), entry(y1, up, box.y, foot))
  const to = Math.min(1, exit(x1, across, box.x, right), exit(y1, up, box.y, foot))
  return Math.max(to - from, 0) * Math.hypot(across, up)
}

/** After which share of its way a line lies between two sides; one that keeps between them always does. */
function entry(start: number, way: number, low: number, high: number): number {
  return way === 0 ? 0 : ((way > 0 ? low : high) - start) / way
}

/** Until which share of its way. */
function exit(start: number, way: number, low: number, high: number): number {
  return way === 0 ? 1 : ((way > 0 ? high : low) - start) / way
}

/** Whether two lines cross. */
export function meet(a: Segment, b: Segment): boolean {
  return liesBetween(a, b) && liesBetween(b, a)
}

/** Whether the ends of one lie on either side of the other, or on it. */
function liesBetween(line: Segment, { x1, y1, x2, y2 }: Segment): boolean {
  return sideOf(line, x1, y1) * sideOf(line, x2, y2) <= 0
}

function sideOf({ x1, y1, x2, y2 }: Segment, x: number, y: number): number {
  return (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)
}

/** A line without its last pixels, which lie at what it leads to. */
export function shortOf({ x1, y1, x2, y2 }: Segment, pixels: number): Segment {
  const rest = Math.max(1 - pixels / Math.hypot(x2 - x1, y2 - y1), 0)
  return { x1, y1, x2: x1 + (x2 - x1) * rest, y2: y1 + (y2 - y1) * rest }
}

/** A line as boxes that lie along it. */
export function piecesOf({ x1, y1, x2, y2 }: Segment, pieces = 8): Box[] {
  const [width, height] = [(x2 - x1) / pieces, (y2 - y1) / pieces]
  return Array.from({ length: pieces }, (_, piece) => ({
    ...{ x: Math.min(x1 + width * piece, x1 + width * (piece + 1)), width: Math.abs(width) },
    ...{ y: Math.min(y1 + height * piece, y1 + height * (piece + 1)), height: Math.abs(height) },
  }))
}

/** A box with so many pixels more on every side. */
export function grown({ x, y, width, height }: Box, pixels: number): Box {
  return {
    ...{ x: x - pixels, y: y - pixels },
    ...{ width: width + 2 * pixels, height: height + 2 * pixels },
  }
}
