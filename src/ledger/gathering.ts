import { compareOnBoard, PLACES, type Place, type Placed } from '../deadline/board.ts'
import type { Phase } from '../deadline/phase.ts'
import type { BoardPage, BoardQuery, Counts } from './board.ts'

export interface WholeBoard extends BoardPage {
  next: string | null
  counts: Counts
}

/** A page of the board, of deadlines that come in no order; what comes after it is counted, and not held. */
export class Gathering {
  readonly #query: Pick<BoardQuery, 'after' | 'phase' | 'limit'>
  readonly #places: readonly Place[]
  readonly #counts: Counts = { upcoming: 0, due: 0, passed: 0, closed: 0 }
  #next: Placed | null = null
  #placed: Placed[] = []

  constructor(
    query: Pick<BoardQuery, 'after' | 'phase' | 'limit'>,
    places: readonly Place[] = PLACES,
  ) {
    this.#query = query
    this.#places = places
  }

  /** What is not asked for is counted all the same. */
  add(placed: Placed, phase: Phase): void {
    this.#counts[phase]++
    if (placed.place === 'counted' && isBefore(placed, this.#next)) this.#next = placed
    if (!this.#isAsked(placed, phase)) return
    this.#placed.push(placed)
    if (this.#placed.length > 2 * (this.#query.limit + 1)) this.#placed = this.#first()
  }

  board(): WholeBoard {
    const { limit } = this.#query
    const first = this.#first()
    return {
      placed: first.slice(0, limit),
      more: first.length > limit,
      next: this.#next?.slug ?? null,
      counts: this.#counts,
    }
  }

  #isAsked(placed: Placed, phase: Phase): boolean {
    const { after, phase: asked } = this.#query
    if (asked !== null && phase !== asked) return false
    return this.#places.includes(placed.place) && (after === null || isBefore(after, placed))
  }

  /** As many as are shown, and one more if there is any. */
  #first(): Placed[] {
    return this.#placed.sort(compareOnBoard).slice(0, this.#query.limit + 1)
  }
}

function isBefore(placed: Placed, other: Placed | null): boolean {
  return other === null || compareOnBoard(placed, other) < 0
}
