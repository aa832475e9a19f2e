/** Where the labels of a stacked bar go, so that none covers another, however narrow its part. */
import { textWidth } from '../text-width.ts'

export interface Piece {
  label: string
  count: number
}

export interface Spot {
  /** The part of the bar, in per cent of its width. */
  from: number
  width: number
  /** The label's line beneath the bar, counted from 0, */
  line: number
  /** and the end of the part that the label is written from. */
  side: 'start' | 'end'
}

/** Labels must be apart on the narrowest phone; in pixels. */
const BAR_WIDTH = 310
const GAP = 12

/** A label as it lies under the bar, in pixels. */
interface Placed {
  line: number
  left: number
  right: number
  /** Where the thin line that it hangs from comes down. */
  hangsAt: number
}

/**
 * Each label is written from where its part begins, or else backwards from where it ends. Those
 * that go backwards are placed first, from the left; then the others from the right, so that a
 * label lies under all that hangs through it.
 */
export function layOut(pieces: Piece[]): Spot[] {
  const spots = inShares(pieces)
  const backwards = spots.filter(({ side }) => side === 'end')
  const forwards = spots.filter(({ side }) => side === 'start').toReversed()
  const placed: Placed[] = []
  for (const spot of [...backwards, ...forwards]) {
    const extent = extentOf(spot, lengthOf(pieces[spots.indexOf(spot)]))
    spot.line = lineFor(extent, placed)
    placed.push({ ...extent, line: spot.line })
  }
  return spots
}

function inShares(pieces: Piece[]): Spot[] {
  const of = pieces.reduce((sum, { count }) => sum + count, 0)
  let before = 0
  return pieces.map((piece) => {
    const from = (before / of) * 100
    before += piece.count
    const fits = (from / 100) * BAR_WIDTH + lengthOf(piece) <= BAR_WIDTH
    return { from, width: (piece.count / of) * 100, line: 0, side: fits ? 'start' : 'end' }
  })
}

function lengthOf({ label }: Piece): number {
  return textWidth(label)
}

function extentOf({ from, width, side }: Spot, length: number): Omit<Placed, 'line'> {
  const hangsAt = ((side === 'start' ? from : from + width) / 100) * BAR_WIDTH
  const left = side === 'start' ? hangsAt : hangsAt - length
  return { hangsAt, left, right: left + length }
}

/** The first line that is below all that hangs through the label, and has room for it. */
function lineFor({ left, right }: Omit<Placed, 'line'>, placed: Placed[]): number {
  const through = placed.filter(({ hangsAt }) => hangsAt > left && hangsAt < right)
  let line = 1 + Math.max(-1, ...through.map((each) => each.line))
  const isTaken = (each: Placed) =>
    each.line === line && each.left < right + GAP && left < each.right + GAP
  while (placed.some(isTaken)) line++
  return line
}
