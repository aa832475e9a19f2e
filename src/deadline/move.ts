import type { DatedClaim } from './claim.ts'
import { isQualified } from './edtf.ts'
import type { Source } from './report.ts'
import { highest, lowest, type Window } from './window.ts'

export const MOVES = [
  'set',
  'slip',
  'pull-in',
  'firmed',
  'loosened',
  'withdrawn',
  'adjusted',
] as const
export type MoveKind = (typeof MOVES)[number]

/** A change of the leading claim. */
export interface Move {
  kind: MoveKind
  /** When it was said. */
  at: string
  /** EDTF; null for "no date". */
  from: string | null
  to: string | null
  source: Source
  /** The id of the report that made the change. */
  report: string
}

/**
 * How the date changed from one leading claim to the next; null where it is the same date:
 * the same window and the same doubt, though another source or other words say it.
 */
export function moveKind(from: DatedClaim | null, to: DatedClaim | null): MoveKind | null {
  if (!from) return to ? 'set' : null
  if (!to) return 'withdrawn'
  const sameDoubt = isQualified(from.when.edtf) === isQualified(to.when.edtf)
  return windowMove(from.when.window, to.when.window) ?? (sameDoubt ? null : 'adjusted')
}

/** How a window moved: an unbounded side is earlier, or later, than any instant. */
export function windowMove(from: Window, to: Window): MoveKind | null {
  const opening = Math.sign(difference(lowest(from), lowest(to)))
  const closing = Math.sign(difference(highest(from), highest(to)))
  if (opening === 0 && closing === 0) return null
  if (opening >= 0 && closing <= 0) return 'firmed'
  if (opening <= 0 && closing >= 0) return 'loosened'
  return opening > 0 ? 'slip' : 'pull-in'
}

function difference(from: number, to: number): number {
  return from === to ? 0 : to - from
}
