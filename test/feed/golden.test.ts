/**
 * Calendars to the byte, and what an independent parser reads in them. Where a change of them is
 * meant, write them anew and raise FORM in src/api/calendar.ts:
 *
 *     RENEW=1 npx vitest run --project=core test/feed/golden
 */
import { readFileSync, writeFileSync } from 'node:fs'
import ical, { type DateWithTimeZone, type VEvent } from 'node-ical'
import { describe, expect, test } from 'vitest'
import type { Deadline } from '../../src/deadline/deadline.ts'
import { formatInstant } from '../../src/deadline/instant.ts'
import type { Report } from '../../src/deadline/report.ts'
import type { Scheduled } from '../../src/feed/icalendar.ts'
import { at } from '../deadline/reports.ts'
import { calendarOf, SITE, scheduled, setFor } from './calendars.ts'
import { FORMS } from './forms.ts'

const LINES = readFileSync('src/shipped/russia-ukraine-2025.ndjson', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
const DEADLINES: Deadline[] = LINES.filter((line) => !('says' in line))
const REPORTS: Report[] = LINES.filter((line) => 'says' in line)

/** Everything that the shipped ledger has by an instant, in the order of the slugs. */
async function shippedBy(now: string): Promise<Scheduled[]> {
  const bySlug = DEADLINES.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
  const each = bySlug.map((deadline) => {
    const reports = REPORTS.filter((report) => report.deadline === deadline.slug)
    return scheduled(deadline, reports, at(now))
  })
  return (await Promise.all(each)).filter((event) => event !== null)
}

async function shippedCalendar(now: string): Promise<Made> {
  const self = `${SITE}/calendar.ics?at=${now}`
  const events = await shippedBy(now)
  return { events, text: calendarOf(events, at(now), { self, moments: null }) }
}

async function calendarOfForms(): Promise<Made> {
  const events = await Promise.all(
    FORMS.map(([slug, when, zone]) => setFor(when, zone, { slug, title: slug })),
  )
  const now = at('2025-07-14T12:00:00Z')
  return { events, text: calendarOf(events, now, { alarm: 'PT12H' }) }
}

interface Made {
  events: Scheduled[]
  text: string
}

type Dates = Record<string, [from: string, to: string]>

const ISTANBUL: Dates = {
  'istanbul-round-1': ['2025-05-16', '2025-05-17'],
  'istanbul-round-2': ['2025-06-02', '2025-06-03'],
  'istanbul-round-3': ['2025-07-23', '2025-07-24'],
}

/** What is in each, and when. */
const CALENDARS: [file: string, made: () => Promise<Made>, dates: Dates][] = [
  [
    '2025-07-21.ics',
    () => shippedCalendar('2025-07-21T20:00:00Z'),
    { ...ISTANBUL, 'russia-50-days': ['2025-09-02', '2025-09-03'] },
  ],
  [
    '2025-07-28.ics',
    () => shippedCalendar('2025-07-28T20:00:00Z'),
    {
      ...ISTANBUL,
      'leaders-meeting': ['2025-08-31', '2025-09-01'],
      'russia-50-days': ['2025-08-07', '2025-08-10'],
    },
  ],
  [
    '2026-11-23.ics',
    () => shippedCalendar('2026-11-23T00:00:00Z'),
    {
      ...ISTANBUL,
      'alaska-summit': ['2025-08-15', '2025-08-16'],
      'leaders-meeting': ['2025-08-31', '2025-09-01'],
      'russia-50-days': ['2025-08-08', '2025-08-09'],
    },
  ],
  [
    'forms.ics',
    calendarOfForms,
    Object.fromEntries(FORMS.map(([slug, , , from, to]) => [slug, [from, to]])),
  ],
]

describe('A calendar', () => {
  test.each(CALENDARS)('is %s to the byte', async (file, made) => {
    const { text } = await made()
    const path = `test/feed/golden/${file}`
    if (process.env.RENEW) writeFileSync(path, text)
    expect(text).toBe(readFileSync(path, 'utf8'))
  })

  test.each(CALENDARS)('%s is read back by another parser', async (_, made, dates) => {
    const { events, text } = await made()
    const read = Object.values(ical.sync.parseICS(text)).filter((each) => each?.type === 'VEVENT')
    expect(read.map(asRead).sort(bySlug)).toEqual(
      events
        .filter(({ deadline }) => deadline.slug in dates)
        .map((event) => ({ ...asMeant(event), dates: dates[event.deadline.slug] }))
        .sort(bySlug),
    )
    expect(read).toHaveLength(Object.keys(dates).length)
  })

  test('never has a lower sequence than before, from any report of the shipped ledger to the next', async () => {
    const before = new Map<string, number>()
    const moments = [...new Set(REPORTS.map(({ reportedAt }) => reportedAt))].sort()
    for (const moment of moments) {
      for (const { uid, sequence } of sequencesIn((await shippedCalendar(moment)).text)) {
        expect(sequence).toBeGreaterThanOrEqual(before.get(uid) ?? 0)
        before.set(uid, sequence)
      }
    }
    expect(Math.max(...before.values())).toBe(6)
  })
})

function sequencesIn(text: string): { uid: string; sequence: number }[] {
  const found = text.matchAll(/^UID:(.+)\r\n(?:.+\r\n){2}SEQUENCE:(\d+)\r$/gm)
  return [...found].map(([, uid, sequence]) => ({ uid, sequence: Number(sequence) }))
}

interface Read {
  page: string
  sequence: number
  isDay: boolean
  dates: string[]
}

function bySlug(a: { page: string }, b: { page: string }): number {
  return a.page < b.page ? -1 : 1
}

function asMeant({ uid, page, deadline, reports, state }: Scheduled) {
  const when = String(state.leading?.when.text)
  const isSure = state.certainty === 'firm' || state.outcome !== null
  return {
    ...{ uid, page, sequence: reports - 1, isDay: !when.includes('T') },
    summary: expect.stringContaining(deadline.title),
    status: isSure ? 'CONFIRMED' : 'TENTATIVE',
    place: deadline.place,
  }
}

/** What an event comes to, as the parser has it. */
function asRead(event: VEvent): Read & Record<string, unknown> {
  const { uid, summary, status, location = null, url, sequence, start, end, datetype } = event
  const isDay = datetype === 'date'
  const write = isDay ? writeDay : (date: DateWithTimeZone) => writeTime(date)
  return {
    ...{ uid, page: String(url), sequence: Number(sequence), isDay },
    ...{ summary, status, place: location },
    dates: [write(start), write(end ?? start)],
  }
}

/** A day is its midnight where the parser runs; so is what is said without a zone. */
function writeDay(date: Date): string {
  return writeLocal(date).slice(0, 10)
}

function writeTime(date: DateWithTimeZone): string {
  return date.tz ? formatInstant(date.getTime() / 1000) : writeLocal(date)
}

function writeLocal(date: Date): string {
  const local = date.getTime() - date.getTimezoneOffset() * 60_000
  return new Date(local).toISOString().slice(0, 19)
}
