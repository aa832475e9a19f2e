/** When a calendar shows a date: as stated, for whole days and wall clocks; else as instants. */
import { datesOf, type Edtf } from '../deadline/edtf.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import { DAY_SECONDS, type LocalSeconds } from '../deadline/local.ts'
import type { ResolvedWhen } from '../deadline/when.ts'
import { resolveWindow, type Window, windowAround } from '../deadline/window.ts'
import { localAt, offsetAt, type Zone } from '../deadline/zone.ts'

/** RFC 5545, section 3.3.5, has three forms of date with time, and section 3.3.4 the date alone. */
export type EventTime =
  /** From a midnight up to, not including, another: the same days whatever the reader's zone. */
  | { form: 'days'; from: LocalSeconds; to: LocalSeconds }
  /** What any wall clock shows, wherever the reader is. */
  | { form: 'floating'; from: LocalSeconds; to: LocalSeconds }
  /** A moment by a zone's wall clock, which shows `local` then and at no other time. */
  | { form: 'zoned'; at: EpochSeconds; local: LocalSeconds; zone: Zone }
  | { form: 'instants'; from: EpochSeconds; to: EpochSeconds }

/**
 * An interval spans its days, and so does a set. Where one end is open the other stands for both:
 * "by 31 August" shows on that day.
 */
export function eventTime({ edtf, zone, window }: ResolvedWhen): EventTime {
  const dates = datesOf(edtf)
  if (dates.every(({ precision }) => precision !== 'time')) return { form: 'days', ...daysOf(edtf) }
  if (zone === null && dates.every(({ offset }) => offset === null)) {
    return { form: 'floating', ...closed(onTheWall(edtf), edtf, 0) }
  }
  const ends = closed(window, edtf, 0, zone)
  return (edtf.form === 'date' && zonedTime(ends.from, zone, edtf.offset)) || instants(ends)
}

export function instants(ends: { from: EpochSeconds; to: EpochSeconds }): EventTime {
  return { form: 'instants', ...ends }
}

/** Zones without rules of their own: an offset says as much, and so does UTC. */
const FIXED = /^(UTC$|Etc\/|[+-])/

/** The years in which zone databases agree on the rules, and clients can be expected to know them. */
const ZONED_FROM = Date.UTC(1970, 0) / 1000
export const ZONED = { from: ZONED_FROM, until: Date.UTC(2100, 0) / 1000 }

/**
 * A moment on its zone's clock; null where that is better said in UTC: for a reading that comes
 * twice, which should mean the first, but not to every client; and for odd seconds of offset.
 */
function zonedTime(
  at: EpochSeconds,
  zone: Zone | null,
  stated: number | null,
): (EventTime & { form: 'zoned' }) | null {
  if (zone === null || stated !== null || FIXED.test(zone)) return null
  if (at < ZONED.from || at >= ZONED.until || offsetAt(zone, at) % 60 !== 0) return null
  return comesTwice(zone, at) ? null : { form: 'zoned', at, local: localAt(zone, at), zone }
}

/** Whether the zone's clock shows the same at another instant, a change of the clock away. */
function comesTwice(zone: Zone, at: EpochSeconds): boolean {
  const local = localAt(zone, at)
  return [at - DAY_SECONDS, at + DAY_SECONDS]
    .map((near) => local - offsetAt(zone, near))
    .some((other) => other !== at && localAt(zone, other) === local)
}

function daysOf(edtf: Edtf) {
  return closed(onTheWall(edtf), edtf, DAY_SECONDS)
}

/** UTC's wall clock shows what was stated. */
function onTheWall(edtf: Edtf): Window {
  return resolveWindow(edtf, 'UTC')
}

/** Both ends of a window: for an open one, the other, so much earlier or later. */
function closed(window: Window, edtf: Edtf, length: number, zone: Zone | null = 'UTC') {
  const { opens, closes } = isOpen(window) ? around(edtf, zone) : window
  const from = opens ?? Number(closes) - length
  return { from, to: closes ?? from + length }
}

function isOpen({ opens, closes }: Window): boolean {
  return opens === null && closes === null
}

/** From the first to the last date that is named. */
function around(edtf: Edtf, zone: Zone | null): Window {
  return windowAround(datesOf(edtf).map((date) => resolveWindow(date, zone)))
}
