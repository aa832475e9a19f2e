/** The drift chart's shapes, as boxes: along in per cent, up in pixels. Pure. */
import type { EpochSeconds } from '../../deadline/instant.ts'
import type { Status } from '../../deadline/status.ts'
import type { Window } from '../../deadline/window.ts'
import { round } from '../scale.ts'
import { epochOf } from '../spoken.ts'
import type { Line, Word } from './drift.ts'
import { piecesOf } from './drift-crossings.ts'
import {
  type Axes,
  along,
  type Box,
  barOf,
  diagonal,
  type Form,
  LEAST_HEIGHT,
  up,
} from './drift-scale.ts'

export interface Ring {
  x: number
  y: number
}

/** The outcome stands where the leading date did, when it was reported; else on the diagonal. */
export function ringOf(form: Form, axes: Axes, { outcome }: Status, lines: Line[]): Ring | null {
  if (!outcome) return null
  const at = epochOf(outcome.reportedAt)
  const leading = lines[0]?.words.findLast((word) => word.when && word.from <= at)
  const bar = leading && boxOf(form, axes, leading)
  const y = bar ? bar.y + bar.height / 2 : up(form, axes.claimed, at)
  return { x: along(form, axes.said, at), y: round(y) }
}

/** A word's bar; for "no date", the mark at the bottom edge. */
export function boxOf(form: Form, axes: Axes, { when, from, until }: Word): Box {
  if (when) return barOf(form, axes, from, until, when.window)
  const x = along(form, axes.said, from)
  return { x, y: form.height - 5, width: along(form, axes.said, until) - x, height: 5 }
}

/** What no label may lie on. */
export function drawnBars(form: Form, axes: Axes, lines: Line[], ring: Ring | null): Box[] {
  const bars = lines.flatMap(({ words }) => words.flatMap((word) => solidOf(form, axes, word)))
  const rings = ring ? [{ x: ring.x - 0.5, y: ring.y - 7, width: 1, height: 14 }] : []
  return [...bars, ...rings, ...lines.flatMap((line) => stepsOf(form, axes, line))]
}

/** What of a bar no label may cover: of one that fades, only the end that it has. */
function solidOf(form: Form, axes: Axes, word: Word): Box[] {
  const box = boxOf(form, axes, word)
  if (!word.when || isBounded(word.when.window)) return [box]
  const edge = { ...box, height: LEAST_HEIGHT }
  const { opens, closes } = word.when.window
  if (closes !== null) return [edge]
  return opens === null ? [] : [{ ...edge, y: box.y + box.height - LEAST_HEIGHT }]
}

function isBounded({ opens, closes }: Window): boolean {
  return opens !== null && closes !== null
}

/** The upright lines between a source's dates. */
export function stepsOf(form: Form, axes: Axes, { words }: Line): Box[] {
  return words.slice(1).flatMap((word, index) => {
    const before = words[index]
    if (!before.when || !word.when || !word.change) return []
    const [a, b] = [boxOf(form, axes, before), boxOf(form, axes, word)]
    const [top, bottom] = a.y < b.y ? [a.y + a.height, b.y] : [b.y + b.height, a.y]
    return bottom > top ? [{ x: b.x, y: top, width: 0.2, height: bottom - top }] : []
  })
}

/** Where now is, in per cent; null where there is nothing more to wait for, or it is out of sight. */
export function nowAcross(
  form: Form,
  { said }: Axes,
  { phase }: Pick<Status, 'phase'>,
  now: EpochSeconds,
): number | null {
  return phase === 'closed' || now >= said.until ? null : along(form, said, now)
}

/** The line of now. */
export function uprightAt(form: Form, now: number | null): Box | null {
  return now === null ? null : { x: now, y: 0, width: 0.2, height: form.height }
}

/** The diagonal, in pieces. */
export function diagonalBoxes(form: Form, axes: Axes): Box[] {
  const line = diagonal(form, axes)
  return line ? piecesOf(line, 40) : []
}

/** From now on to where the leading date meets the diagonal; null where that is past or far off. */
export function aheadOf(
  form: Form,
  axes: Axes,
  { kind, phase }: Pick<Status, 'kind' | 'phase'>,
  { words }: Line,
  now: EpochSeconds,
): Box | null {
  const last = words.at(-1)
  const at = last?.when?.window[kind === 'talks' ? 'opens' : 'closes'] ?? null
  if (!last || at === null || at <= now || at > axes.said.until || phase === 'closed') return null
  const bar = boxOf(form, axes, last)
  const x = along(form, axes.said, now)
  // A thin bar goes on from its middle, a wide one from the end that is counted to.
  const y = bar.height < 12 ? round(bar.y + bar.height / 2) : up(form, axes.claimed, at)
  return { x, y, width: round(along(form, axes.said, at) - x), height: 0 }
}
