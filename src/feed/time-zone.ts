/** A zone's rules as a calendar states them: VTIMEZONE (RFC 5545, section 3.6.5). */
import { type EpochSeconds, formatInstant } from '../deadline/instant.ts'
import { localDate } from '../deadline/local.ts'
import { clockChanges, offsetAt, type Zone } from '../deadline/zone.ts'
import type { Component } from './content-lines.ts'

/** Instants, the first and the last one included. */
export interface Span {
  first: EpochSeconds
  last: EpochSeconds
}

/** The whole years around a span, so that a calendar's zones seldom change: a year more either side. */
export function yearsAround({ first, last }: Span): { from: EpochSeconds; until: EpochSeconds } {
  return { from: startOfYear(first, -1), until: startOfYear(last, 2) }
}

/**
 * What the zone's clock did between two instants: an observance for each change, and one before
 * them. They are told one by one, since the rules that a recurrence could state do not last.
 */
export function timeZone(zone: Zone, from: EpochSeconds, until: EpochSeconds): Component {
  const offset = offsetAt(zone, from)
  const before = { instant: from, before: offset, after: offset }
  const observances = [before, ...clockChanges(zone, from + 1, until)].map(observance)
  return ['vtimezone', [['tzid', {}, 'text', zone]], observances]
}

/** STANDARD or DAYLIGHT is a name alone here; forward is DAYLIGHT, as people would expect. */
function observance({ instant, before, after }: ReturnType<typeof clockChanges>[number]) {
  const component: Component = [
    after > before ? 'daylight' : 'standard',
    [
      // By the clock as it was until then.
      ['dtstart', {}, 'date-time', formatInstant(instant + before).slice(0, -1)],
      ['tzoffsetfrom', {}, 'utc-offset', writeOffset(before)],
      ['tzoffsetto', {}, 'utc-offset', writeOffset(after)],
      ['tzname', {}, 'text', nameOf(after)],
    ],
    [],
  ]
  return component
}

/** `+03:00`; with seconds only where there are any. */
function writeOffset(seconds: number): string {
  const clock = new Date(Math.abs(seconds) * 1000).toISOString().slice(11, 19)
  return `${seconds < 0 ? '-' : '+'}${clock.replace(/:00$/, '')}`
}

/** `+03` or `+0545`, as the IANA database names what has no abbreviation of its own. */
function nameOf(seconds: number): string {
  return writeOffset(seconds).replace(/:00$/, '').replaceAll(':', '')
}

function startOfYear(instant: EpochSeconds, yearsLater: number): EpochSeconds {
  return Date.UTC(localDate(instant).year + yearsLater, 0) / 1000
}
