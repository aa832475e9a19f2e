/**
 * Where the drift chart puts what: along in per cent of its width, from where one begins to read; up
 * in pixels. What is drawn is put left or right by mirror.ts. Pure.
 */
import type { EpochSeconds } from '../../deadline/instant.ts'
import { DAY_SECONDS, localDate, localMidnight } from '../../deadline/local.ts'
import type { Window } from '../../deadline/window.ts'
import { place, round, type Scale } from '../scale.ts'
import type { Line, Word } from './drift.ts'

/** What differs between the wide drawing and the narrow one. */
export interface Form {
  name: 'wide' | 'narrow'
  /** The least and the most that it is shown at, in pixels: labels that fit at both fit between. */
  widths: [number, number]
  /** Of the plot, in pixels. */
  height: number
  /** Before the plot, for the dates up its side, in per cent. */
  gutter: number
  ticksAcross: number
  ticksUp: number
  mostLetters: number
}

export interface Axes {
  /** When it was said. */
  said: Scale
  /** The date that was claimed. */
  claimed: Scale
}

/** A day's claim is still seen as a bar, and an instant's as a line. */
const LEAST_SPAN = 3 * DAY_SECONDS

/**
 * From the first word to `end`, with some air; and on to where time will be up, `target`, unless it
 * is so far ahead that what was said would be pressed to the edge. Null where no date was given.
 */
export function axesOf(lines: Line[], end: EpochSeconds, target: EpochSeconds | null): Axes | null {
  const words = lines.flatMap((line) => line.words)
  if (words.every(({ when }) => when === null)) return null
  const first = least(words.map((word) => word.from))
  const last = Math.max(end, most(words.map((word) => word.until)))
  const spanned = Math.max(last - first, LEAST_SPAN)
  const meets = target !== null && target - first <= 8 * spanned ? target : last
  const across = Math.max(spanned, meets - first)
  const air = meets > last ? 0.06 : 0.26
  const said = { from: first - 0.04 * across, until: first + (1 + air) * across }
  return { said, claimed: claimedScale(words, said) }
}

/** From below the diagonal's start, unless the dates lie so far above that they would be pressed. */
function claimedScale(words: Word[], said: Scale): Scale {
  const ends = words.flatMap(({ when }) => (when ? boundsOf(when.window) : []))
  const dates = ends.length > 0 ? ends : [said.from, said.until]
  const [lowest, highest] = [least(dates), most(dates)]
  const isNear = lowest - said.from <= 4 * (said.until - said.from)
  const floor = lowest - 2 * Math.max(highest - lowest, 7 * DAY_SECONDS)
  const bottom = Math.min(lowest, isNear ? said.from : floor)
  const up = Math.max(highest - bottom, LEAST_SPAN)
  return { from: bottom - 0.08 * up, until: bottom + 1.18 * up }
}

/** The year that all of both axes lies in; null where there is more than one. */
export function onlyYear({ said, claimed }: Axes): number | null {
  const ends = [said.from, said.until, claimed.from, claimed.until]
  const years = new Set(ends.map((end) => localDate(end).year))
  return years.size === 1 ? localDate(said.from).year : null
}

/**
 * Until when the chart has something to say: the outcome, or else now; but long after a date has
 * passed and the last has spoken, the empty time is not drawn.
 */
export function endOf(
  log: { at: EpochSeconds; closes: EpochSeconds | null }[],
  outcomeAt: EpochSeconds | null,
  now: EpochSeconds,
): EpochSeconds {
  if (outcomeAt !== null) return outcomeAt
  const first = least(log.map(({ at }) => at))
  const last = most(log.flatMap(({ at, closes }) => (closes === null ? [at] : [at, closes])))
  const silence = Math.max((last - first) / 5, 2 * DAY_SECONDS)
  return Math.min(now, last + silence)
}

function boundsOf({ opens, closes }: Window): EpochSeconds[] {
  return [opens, closes].filter((end) => end !== null)
}

/** Not Math.min(...): a log may be longer than a call may have arguments. */
function least(instants: EpochSeconds[]): EpochSeconds {
  return instants.reduce((a, b) => Math.min(a, b))
}

function most(instants: EpochSeconds[]): EpochSeconds {
  return instants.reduce((a, b) => Math.max(a, b))
}

/** Per cent of the width. */
export function along({ gutter }: Pick<Form, 'gutter'>, said: Scale, at: EpochSeconds): number {
  return round(gutter + (place(said, at) * (100 - gutter)) / 100)
}

/** Pixels from the plot's top; an unbounded date lies on its edge. */
export function up({ height }: Pick<Form, 'height'>, claimed: Scale, at: number): number {
  return round(height - (place(claimed, at) * height) / 100)
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** What a thin window is drawn at, in pixels. */
export const LEAST_HEIGHT = 4
const LEAST_WIDTH = 0.5

export interface Bar extends Box {
  /** Whether the window has no end on that side. */
  fadesUp: boolean
  fadesDown: boolean
}

/** A word's bar: as high as its window is wide, as long as it was the source's last. */
export function barOf(
  form: Form,
  axes: Axes,
  from: EpochSeconds,
  until: EpochSeconds,
  { opens, closes }: Window,
): Bar {
  const [x, end] = [along(form, axes.said, from), along(form, axes.said, until)]
  const top = up(form, axes.claimed, closes ?? Number.POSITIVE_INFINITY)
  const bottom = up(form, axes.claimed, opens ?? Number.NEGATIVE_INFINITY)
  const height = Math.max(bottom - top, LEAST_HEIGHT)
  return {
    x,
    y: round((top + bottom - height) / 2),
    width: round(Math.max(end - x, LEAST_WIDTH)),
    height: round(height),
    fadesUp: closes === null,
    fadesDown: opens === null,
  }
}

export interface Segment {
  x1: number
  y1: number
  x2: number
  y2: number
}

/** "Today, each day": where the date claimed is the day on which it is said; null if out of sight. */
export function diagonal(form: Form, { said, claimed }: Axes): Segment | null {
  const from = Math.max(said.from, claimed.from)
  const until = Math.min(said.until, claimed.until)
  if (from >= until) return null
  return {
    ...{ x1: along(form, said, from), y1: up(form, claimed, from) },
    ...{ x2: along(form, said, until), y2: up(form, claimed, until) },
  }
}

const DAYS = [1, 2, 4, 7, 14]
const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 24_000, 60_000]

/** Starts of days by UTC, evenly apart for the calendar, at most so many. */
export function ticks(scale: Scale, most: number): EpochSeconds[] {
  for (const step of DAYS) {
    if ((scale.until - scale.from) / (step * DAY_SECONDS) <= most) return dayTicks(scale, step)
  }
  for (const step of MONTHS) {
    const found = monthTicks(scale, step)
    if (found.length <= most) return found
  }
  return []
}

/** Weeks start on Mondays. 1970-01-01 was a Thursday, so a Monday lies four days after. */
function dayTicks({ from, until }: Scale, days: number): EpochSeconds[] {
  const step = days * DAY_SECONDS
  const first = Math.ceil((from - 4 * DAY_SECONDS) / step) * step + 4 * DAY_SECONDS
  const count = Math.max(Math.floor((until - first) / step) + 1, 0)
  return Array.from({ length: count }, (_, index) => first + index * step)
}

function monthTicks({ from, until }: Scale, step: number): EpochSeconds[] {
  const start = localDate(from)
  const months = Math.floor((start.year * 12 + start.month - 1) / step) * step
  const found: EpochSeconds[] = []
  for (let month = months; found.length < 100; month += step) {
    const at = localMidnight({ year: Math.floor(month / 12), month: (month % 12) + 1, day: 1 })
    if (at > until) break
    if (at >= from) found.push(at)
  }
  return found
}
