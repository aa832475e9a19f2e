/**
 * Calendars (RFC 5545, RFC 7986): an event for each deadline that has a date. What an event says
 * changes with what is reported, and never with time alone, but for its alarm.
 */
import type { Deadline } from '../deadline/deadline.ts'
import { type EpochSeconds, formatInstant } from '../deadline/instant.ts'
import { formatLocalDate, type LocalSeconds } from '../deadline/local.ts'
import { phaseAt } from '../deadline/phase.ts'
import type { State } from '../deadline/timeline.ts'
import {
  begin,
  type Component,
  end,
  type Property,
  text,
  writeComponent,
  writeProperty,
} from './content-lines.ts'
import { type EventTime, eventTime, instants } from './event-time.ts'
import { descriptionOf, type EventWords, summaryOf } from './event-words.ts'
import { type Span, timeZone, yearsAround } from './time-zone.ts'

/** A calendar's own facts; addresses are absolute. */
export interface CalendarHead {
  name: string
  description: string
  /** Where it is, as it was asked for, */
  self: string
  /** and the page that shows the same. */
  page: string
  /** When something was last reported; null where nothing was. */
  changed: EpochSeconds | null
}

/** A deadline as an event tells it. */
export interface Scheduled {
  deadline: Deadline
  state: State
  /** How many reports have been made of it so far, whatever became of them. */
  reports: number
  /** When the last of them was made. */
  changed: EpochSeconds
  /** Permanent, the same on every host. */
  uid: string
  /** Absolute. */
  page: string
}

export interface CalendarOptions {
  now: EpochSeconds
  words: EventWords
  /** How long before an event to give an alarm, as RFC 5545 writes durations; null for none. */
  alarm: string | null
  /** Around the moments of the calendar's events; null where none is a moment. */
  moments: Span | null
}

/** Where a calendar starts; then come its events, by eventWriter. */
export function openCalendar({ name, description, self, page, changed }: CalendarHead): string {
  const properties = [
    text('version', '2.0'),
    text('prodid', '-//Eleventh Hour//Eleventh Hour//EN'),
    text('calscale', 'GREGORIAN'),
    text('name', name),
    text('x-wr-calname', name),
    text('description', description),
    text('x-wr-caldesc', description),
    ['source', {}, 'uri', self] satisfies Property,
    ['url', {}, 'uri', page] satisfies Property,
    ['refresh-interval', {}, 'duration', 'PT1H'] satisfies Property,
    ['x-published-ttl', {}, 'duration', 'PT1H'] satisfies Property,
    changed === null ? null : instant('last-modified', changed),
  ]
  return begin('vcalendar') + given(properties).map(writeProperty).join('')
}

/** Writes a calendar's events, one after the other; `close` comes last. */
export interface EventWriter {
  /** An event, after its zone where none before was in it; empty for a deadline without a date. */
  write: (scheduled: Scheduled) => string
  close: () => string
}

export function eventWriter(options: CalendarOptions): EventWriter {
  const years = options.moments && yearsAround(options.moments)
  const zones = new Set<string>()
  let isEmpty = true
  return {
    write(scheduled) {
      const when = scheduled.state.leading?.when
      if (!when) return ''
      isEmpty = false
      const time = within(years, eventTime(when))
      const event = writeComponent(eventOf(scheduled, time, options))
      if (time.form !== 'zoned' || !years || zones.has(time.zone)) return event
      zones.add(time.zone)
      return writeComponent(timeZone(time.zone, years.from, years.until)) + event
    },
    // A calendar may not be without any component (RFC 5545, section 3.6).
    close: () => (isEmpty ? writeComponent(timeZone('UTC', 0, 0)) : '') + end('vcalendar'),
  }
}

/** A zone is told for some years; a moment outside of them, reported since, is told in UTC. */
function within(years: ReturnType<typeof yearsAround> | null, time: EventTime): EventTime {
  if (time.form !== 'zoned') return time
  const isTold = years && years.from <= time.at && time.at < years.until
  return isTold ? time : instants({ from: time.at, to: time.at })
}

function eventOf(
  { deadline, state, reports, changed, uid, page }: Scheduled,
  time: EventTime,
  { now, words, alarm }: CalendarOptions,
): Component {
  const summary = summaryOf(deadline, state, words)
  const isSure = state.certainty === 'firm' || state.outcome !== null
  const properties = [
    text('uid', uid),
    instant('dtstamp', changed),
    instant('last-modified', changed),
    // A report always makes it rise, and a report that is taken back never makes it fall.
    ['sequence', {}, 'integer', reports - 1] satisfies Property,
    ...timeOfEvent(time),
    text('summary', summary),
    text('status', isSure ? 'CONFIRMED' : 'TENTATIVE'),
    text('transp', 'TRANSPARENT'),
    text('categories', deadline.kind, deadline.topic),
    text('location', deadline.place),
    ['url', {}, 'uri', page] satisfies Property,
    text('description', descriptionOf(deadline, state, page, words)),
  ]
  const isOver = ['passed', 'closed'].includes(phaseAt(state, now))
  return ['vevent', given(properties), alarm === null || isOver ? [] : [alarmOf(alarm, summary)]]
}

function alarmOf(before: string, summary: string): Component {
  const trigger: Property = ['trigger', {}, 'duration', `-${before}`]
  return ['valarm', given([text('action', 'DISPLAY'), trigger, text('description', summary)]), []]
}

function timeOfEvent(time: EventTime): Property[] {
  if (time.form === 'zoned') {
    return [['dtstart', { tzid: time.zone }, 'date-time', writeLocal(time.local)]]
  }
  const [type, write] = WRITTEN[time.form]
  const [from, to] = [time.from, time.to].map((each) => write(withinYears(each)))
  const start: Property = ['dtstart', {}, type, from]
  // An event that takes no time has no end (RFC 5545, section 3.8.2.2).
  return to > from ? [start, ['dtend', {}, type, to]] : [start]
}

const WRITTEN: Record<
  Exclude<EventTime['form'], 'zoned'>,
  [type: string, write: (seconds: number) => string]
> = {
  days: ['date', formatLocalDate],
  floating: ['date-time', writeLocal],
  instants: ['date-time', formatInstant],
}

function writeLocal(local: LocalSeconds): string {
  return formatInstant(local).slice(0, -1)
}

/** Years have four digits: what an offset, or an end, carries beyond them is cut off. */
function withinYears(seconds: number): number {
  return Math.min(Math.max(seconds, FIRST_SECOND), LAST_SECOND)
}

const FIRST_SECOND = Date.parse('0001-01-01T00:00:00Z') / 1000
const LAST_SECOND = Date.parse('9999-12-31T23:59:59Z') / 1000

function instant(name: string, at: EpochSeconds): Property {
  return [name, {}, 'date-time', formatInstant(at)]
}

function given(properties: (Property | null)[]): Property[] {
  return properties.filter((property) => property !== null)
}
