/** Time along an axis: pure figures, shared by what is drawn against one. */
import type { EpochSeconds } from '../deadline/instant.ts'

export interface Scale {
  from: EpochSeconds
  until: EpochSeconds
}

/** 0 to 100, cut at the edges. */
export function place({ from, until }: Scale, at: number): number {
  const share = ((at - from) / (until - from)) * 100
  return round(Math.min(Math.max(share, 0), 100))
}

/** To two decimals: finer than any screen. */
export function round(share: number): number {
  return Math.round(share * 100) / 100
}
