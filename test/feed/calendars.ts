/** Calendars as the tracker gives them, made without its database. */
import type { Deadline } from '../../src/deadline/deadline.ts'
import type { Report } from '../../src/deadline/report.ts'
import { reportsBy } from '../../src/deadline/status.ts'
import { timeline, timeOf } from '../../src/deadline/timeline.ts'
import type { When } from '../../src/deadline/when.ts'
import type { EventWords } from '../../src/feed/event-words.ts'
import { eventWriter, openCalendar, type Scheduled } from '../../src/feed/icalendar.ts'
import type { Span } from '../../src/feed/time-zone.ts'
import { deadlinePath, nameBasedUuid } from '../../src/href.ts'
import { writeDate } from '../../src/page/words/date.ts'
import { en } from '../../src/page/words/en.ts'
import { at, deadline, issuer, says } from '../deadline/reports.ts'

export const SITE = 'https://eleventh-hour.example'

export const WORDS: EventWords = { ...en, date: (edtf, zone) => writeDate(en.date, edtf, zone) }

/** A deadline as of an instant; null where nothing was said of it by then. */
export async function scheduled(
  about: Deadline,
  reports: Report[],
  now: number,
): Promise<Scheduled | null> {
  const log = reportsBy(reports, now, null)
  const state = timeline(about.kind, log).at(-1)
  if (!state) return null
  const path = deadlinePath(about.slug)
  return {
    deadline: about,
    state,
    reports: log.length,
    changed: timeOf(log[log.length - 1]),
    uid: await nameBasedUuid(path),
    page: `${SITE}${path}`,
  }
}

interface Options {
  alarm?: string | null
  /** Around the moments that there are; by default, from 2025 to 2026. */
  moments?: Span | null
  self?: string
}

const AROUND = { first: at('2025-01-01T00:00:00Z'), last: at('2026-12-01T00:00:00Z') }

/** Everything's calendar, at an instant. */
export function calendarOf(all: Scheduled[], now: number, options: Options = {}): string {
  const { alarm = null, moments = AROUND, self = `${SITE}/calendar.ics` } = options
  const writer = eventWriter({ now, words: WORDS, alarm, moments })
  const head = openCalendar({
    name: 'Eleventh Hour',
    description:
      'Ultimatums, deadlines and talks: when, how sure that is, and who says so. ' +
      'Each date is as the sources stated it, and moves when they move it.',
    self,
    page: self.replace('calendar.ics', ''),
    changed: all.length > 0 ? Math.max(...all.map(({ changed }) => changed)) : null,
  })
  return head + all.map(writer.write).join('') + writer.close()
}

/** A deadline that its issuer sets for a date. */
export async function setFor(
  when: When,
  zone: string | null,
  facts: Partial<Deadline> = {},
): Promise<Scheduled> {
  const set = says.date(issuer, '2025-07-14T12:00:00Z', when, { zone })
  const event = await scheduled(deadline('deadline', facts), [set], at('2025-07-14T12:00:00Z'))
  if (!event) throw new Error(`${when}: nothing was said`)
  return event
}

/** The content lines of a calendar, unfolded. */
export function linesOf(calendar: string): string[] {
  return unfold(calendar).split('\r\n')
}

/** RFC 5545, section 3.1: a line break and a blank after it are as if they were not there. */
export function unfold(text: string): string {
  return text.replaceAll('\r\n ', '')
}
