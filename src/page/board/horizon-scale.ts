/** Where the horizon puts what: pure figures, in per cent of its width. */
import { type EpochSeconds, formatInstant } from '../../deadline/instant.ts'
import { DAY_SECONDS } from '../../deadline/local.ts'
import type { Status } from '../../deadline/status.ts'
import { highest, lowest, type Window } from '../../deadline/window.ts'
import type { Scale } from '../scale.ts'
import { windowOf } from '../spoken.ts'

const WEEK_SECONDS = 7 * DAY_SECONDS

/** From the day's start, by UTC; a week longer where that brings in a window that just misses. */
export function scaleFrom(now: EpochSeconds, weeks: number, windows: Window[]): Scale {
  const from = Math.floor(now / DAY_SECONDS) * DAY_SECONDS - DAY_SECONDS / 2
  const until = from + weeks * WEEK_SECONDS
  const missed = windows.map(highest).filter((end) => end > until && end <= until + WEEK_SECONDS)
  return { from, until: Math.max(until, ...missed.map((end) => end + DAY_SECONDS)) }
}

/** The Mondays on the axis, as RFC 3339. */
export function mondays({ from, until }: Scale): string[] {
  // 1970-01-01 was a Thursday, so Mondays lie four days after whole weeks.
  const first = Math.ceil((from - 4 * DAY_SECONDS) / WEEK_SECONDS) * WEEK_SECONDS + 4 * DAY_SECONDS
  const count = Math.max(Math.ceil((until - first) / WEEK_SECONDS), 0)
  return Array.from({ length: count }, (_, week) => formatInstant(first + week * WEEK_SECONDS))
}

export interface Bar {
  window: Window
  leading: boolean
}

export interface Lane {
  status: Status
  /** Each window that a source gives: the widest first, so that narrower ones are drawn on it. */
  bars: Bar[]
  opens: number
  closes: number
}

/** A lane for each deadline that is ahead and dated, the soonest first. */
export function lanesOf(statuses: Status[]): Lane[] {
  return statuses
    .filter(({ phase, window }) => (phase === 'upcoming' || phase === 'due') && window)
    .map(laneOf)
    .sort((a, b) => a.closes - b.closes)
}

function laneOf(status: Status): Lane {
  const bars: Bar[] = []
  for (const { window, leading } of status.claims) {
    const bounds = window && windowOf(window)
    if (bounds && !bars.some((bar) => isSame(bar.window, bounds))) {
      bars.push({ window: bounds, leading })
    }
  }
  const windows = bars.map((bar) => bar.window)
  return {
    ...{ status, bars: bars.toSorted((a, b) => widthOf(b) - widthOf(a)) },
    opens: Math.min(...windows.map(lowest)),
    closes: Math.max(...windows.map(highest)),
  }
}

function widthOf({ window }: Bar): number {
  return highest(window) - lowest(window)
}

function isSame(a: Window, b: Window): boolean {
  return a.opens === b.opens && a.closes === b.closes
}
