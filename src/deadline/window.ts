import type { Edtf, EdtfDate } from './edtf.ts'
import type { EpochSeconds } from './instant.ts'
import { instantOf, startOfDay, type Zone } from './zone.ts'

/**
 * The instants that a date allows: from `opens` up to, not including, `closes`. An exact
 * instant has both the same. Null: unbounded on that side.
 */
export interface Window {
  opens: EpochSeconds | null
  closes: EpochSeconds | null
}

/** Without a zone a date may be meant anywhere: from UTC+14, where it starts first, */
const EARLIEST_OFFSET = 50_400
/** to UTC−12, where it ends last. */
const LATEST_OFFSET = -43_200

/** Resolves an EDTF expression in a zone; with `zone` null, across the whole Earth. */
export function resolveWindow(edtf: Edtf, zone: Zone | null): Window {
  if (edtf.form === 'date') return resolveDate(edtf, zone)
  if (edtf.form === 'one-of') {
    return windowAround(edtf.choices.map((choice) => resolveWindow(choice, zone)))
  }
  return {
    opens: edtf.from && resolveDate(edtf.from, zone).opens,
    closes: edtf.to && resolveDate(edtf.to, zone).closes,
  }
}

/**
 * Whether an interval's ends are out of order in the zone: where one of them alone says its
 * offset, or a time that never comes moves past the other.
 */
export function endsBeforeItStarts(edtf: Edtf, zone: Zone | null): boolean {
  if (edtf.form === 'one-of') return edtf.choices.some((each) => endsBeforeItStarts(each, zone))
  const window = resolveWindow(edtf, zone)
  return highest(window) < lowest(window)
}

function resolveDate(date: EdtfDate, zone: Zone | null): Window {
  if (date.offset !== null) return exact(date.start - date.offset)
  if (zone === null) {
    return { opens: date.start - EARLIEST_OFFSET, closes: date.end - LATEST_OFFSET }
  }
  if (date.precision === 'time') return exact(instantOf(zone, date.start))
  return { opens: startOfDay(zone, date.start), closes: startOfDay(zone, date.end) }
}

function exact(instant: EpochSeconds): Window {
  return { opens: instant, closes: instant }
}

/** From the earliest opening to the latest closing; of no windows, one that is unbounded. */
export function windowAround(windows: Window[]): Window {
  return {
    opens: furthest(
      windows.map((window) => window.opens),
      Math.min,
    ),
    closes: furthest(
      windows.map((window) => window.closes),
      Math.max,
    ),
  }
}

function furthest(
  ends: (EpochSeconds | null)[],
  pick: (a: number, b: number) => number,
): EpochSeconds | null {
  const bounded = ends.filter((end) => end !== null)
  if (bounded.length < ends.length || ends.length === 0) return null
  return bounded.reduce((end, other) => pick(end, other))
}

export function isExact({ opens, closes }: Window): boolean {
  return opens !== null && opens === closes
}

/** Whether two windows share an instant. An exact one lies in a window that contains it. */
export function overlap(a: Window, b: Window): boolean {
  if (isExact(a)) return contains(b, a.opens as EpochSeconds)
  if (isExact(b)) return contains(a, b.opens as EpochSeconds)
  return lowest(a) < highest(b) && lowest(b) < highest(a)
}

export function contains(window: Window, instant: EpochSeconds): boolean {
  if (isExact(window)) return window.opens === instant
  return lowest(window) <= instant && instant < highest(window)
}

/** The opening as a number to compare with: unbounded is lower than any. */
export function lowest({ opens }: Window): number {
  return opens ?? Number.NEGATIVE_INFINITY
}

/** The closing as a number to compare with: unbounded is higher than any. */
export function highest({ closes }: Window): number {
  return closes ?? Number.POSITIVE_INFINITY
}

/** The last instant inside the window, to the second; null where it is unbounded. */
export function lastInstant(window: Window): EpochSeconds | null {
  return window.closes === null || isExact(window) ? window.closes : window.closes - 1
}
