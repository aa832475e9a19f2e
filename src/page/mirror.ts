import type { Words } from './words/words.ts'

/** Where a drawing puts things across, as SVG has no sides of its own: time runs as one reads. */
export interface Across {
  /** To be put before a distance in pixels. */
  sign: 1 | -1
  /** A point, from its share of the way, 0 to 100. */
  at(share: number): string
  /** The left edge of what begins at a share and is so wide. */
  left(share: number, width: number): string
}

/** Text needs no more: SVG's text-anchor follows the direction already. */
export function acrossOf({ dir }: Pick<Words, 'dir'>): Across {
  const mirrored = dir === 'rtl'
  return {
    sign: mirrored ? -1 : 1,
    at: (share) => percent(mirrored ? 100 - share : share),
    left: (share, width) => percent(mirrored ? 100 - share - width : share),
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100) / 100}%`
}
