/** A status as the pages need it: instants as numbers again, and what the countdown counts. */
import type { EpochSeconds } from '../deadline/instant.ts'
import type { Status, WrittenWindow } from '../deadline/status.ts'
import type { Window } from '../deadline/window.ts'
import type { Counted } from './count.ts'

/** Reads an instant that the tracker itself wrote, the year 10000's first among them. */
export function epochOf(written: string): EpochSeconds {
  return Date.parse(written) / 1000
}

export function windowOf({ opens, closes }: WrittenWindow): Window {
  return {
    opens: opens === null ? null : epochOf(opens),
    closes: closes === null ? null : epochOf(closes),
  }
}

/** What the countdown counts, contested ones across all that is said; null where undated. */
export function countedOf({ kind, zone, window, spread, certainty }: Status): Counted | null {
  const counted = certainty === 'contested' ? spread : window
  if (!counted) return null
  return { ...windowOf(counted), zone, to: targetSide({ kind }) }
}

/** Talks matter from when they open, everything else until its time is up. */
export function targetSide({ kind }: Pick<Status, 'kind'>): 'opens' | 'closes' {
  return kind === 'talks' ? 'opens' : 'closes'
}
