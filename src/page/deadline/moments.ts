/** The moments at which something was reported, as stops on a track of time. Pure. */
import type { EpochSeconds } from '../../deadline/instant.ts'
import { place, round } from '../scale.ts'

export interface Stop {
  at: EpochSeconds
  /** Which report's moment it is, of all: from 1 on. */
  index: number
  /** In per cent of the track: its place, and the stretch that is nearer to it than to any other. */
  x: number
  from: number
  until: number
}

/** More would be no wider than a finger's edge. */
const MOST_STOPS = 40

/**
 * A stop for each moment, oldest first, at its true place in time. Of too many, the first, the last,
 * and those to `keep` stay, with as many of the others as there is room for, evenly.
 */
export function stopsOf(
  moments: EpochSeconds[],
  keep: ReadonlySet<EpochSeconds>,
  most = MOST_STOPS,
): Stop[] {
  const indexed = moments.map((at, position) => ({ at, index: position + 1 }))
  const shown = thinned(indexed, keep, most)
  const scale = { from: moments[0], until: moments[moments.length - 1] }
  const places = shown.map(({ at }) => (shown.length > 1 ? place(scale, at) : 0))
  return shown.map((stop, position) => ({
    ...stop,
    x: places[position],
    from: position === 0 ? 0 : middle(places[position - 1], places[position]),
    until: position === shown.length - 1 ? 100 : middle(places[position], places[position + 1]),
  }))
}

function middle(a: number, b: number): number {
  return round((a + b) / 2)
}

interface Indexed {
  at: EpochSeconds
  index: number
}

function thinned(moments: Indexed[], keep: ReadonlySet<EpochSeconds>, most: number): Indexed[] {
  if (moments.length <= most) return moments
  const ends = [1, moments.length]
  const isKept = ({ at, index }: Indexed) => ends.includes(index) || keep.has(at)
  const kept = moments.filter(isKept)
  const rest = moments.filter((moment) => !isKept(moment))
  const room = Math.max(most - kept.length, 0)
  const chosen = [...evenly(kept, most), ...evenly(rest, room)]
  return chosen.sort((a, b) => a.at - b.at)
}

/** So many of them, the first and the last among them. */
function evenly<T>(all: T[], most: number): T[] {
  if (all.length <= most) return all
  if (most < 2) return all.slice(0, most)
  return Array.from({ length: most }, (_, position) => {
    const index = Math.round((position * (all.length - 1)) / (most - 1))
    return all[index]
  })
}

/** Which moment's state holds at an instant: the latest by then; -1 before the first. */
export function momentAt(moments: EpochSeconds[], now: EpochSeconds): number {
  return moments.findLastIndex((at) => at <= now)
}
