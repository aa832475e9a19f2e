import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Deadline, Kind } from '../../src/deadline/deadline.ts'
import type { Report } from '../../src/deadline/report.ts'
import { SLOTS, slotInstant, someReports } from '../deadline/arbitrary-reports.ts'
import {
  at,
  deadline,
  desk,
  issuer,
  kyiv,
  moscow,
  nameless,
  says,
  source,
} from '../deadline/reports.ts'
import { calendarOf, linesOf, scheduled, setFor } from './calendars.ts'

const SET = says.date(issuer, '2025-07-14T12:00:00Z', '2025-09-02', { zone: 'America/New_York' })
const PULLED = says.date(issuer, '2025-07-28T12:00:00Z', '2025-08-07/2025-08-09', {
  zone: 'America/New_York',
})
const ENDED = says.outcome(desk, '2025-08-09T12:00:00Z', {
  result: 'unmet',
  consequence: 'not-carried-out',
  at: '2025-08-08',
})

interface Asked {
  kind?: Kind
  facts?: Partial<Deadline>
  now?: string
  alarm?: string
}

/** The lines of the one event that some reports make. */
async function event(reports: Report[], asked: Asked = {}): Promise<string[]> {
  const { kind = 'ultimatum', facts = {}, now = '2025-12-01T00:00:00Z', alarm = null } = asked
  const made = await scheduled(deadline(kind, facts), reports, at(now))
  if (!made) return []
  const lines = linesOf(calendarOf([made], at(now), { alarm }))
  const start = lines.indexOf('BEGIN:VEVENT')
  return start < 0 ? [] : lines.slice(start + 1, lines.indexOf('END:VEVENT'))
}

/** What a property of it says. */
async function said(name: string, reports: Report[], asked?: Asked): Promise<string | undefined> {
  const line = (await event(reports, asked)).find((each) => each.startsWith(`${name}:`))
  return line?.slice(name.length + 1)
}

describe('An event', () => {
  test('is dated, titled and described as of the last report', async () => {
    const facts = {
      slug: 'russia-50-days',
      title: 'End the war',
      topic: 'russia-ukraine-war',
      issuer: 'Donald Trump',
      addressees: ['Vladimir Putin'],
      demand: 'End the war',
      threat: 'Tariffs, about 100 %',
      place: 'Moscow; Kyiv',
    }
    expect(await event([SET, PULLED, ENDED], { facts })).toEqual([
      'UID:b9021fe2-0e66-50c4-80e2-0c82b32291e2',
      'DTSTAMP:20250809T120000Z',
      'LAST-MODIFIED:20250809T120000Z',
      'SEQUENCE:2',
      'DTSTART;VALUE=DATE:20250807',
      'DTEND;VALUE=DATE:20250810',
      'SUMMARY:[Unmet\\; not carried out] End the war',
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
      'CATEGORIES:ultimatum,russia-ukraine-war',
      'LOCATION:Moscow\\; Kyiv',
      'URL:https://eleventh-hour.example/deadlines/russia-50-days',
      `DESCRIPTION:${[
        'Donald Trump to Vladimir Putin',
        'Demand: End the war',
        'Or else: Tariffs\\, about 100 %',
        '',
        'Outcome: Unmet\\; not carried out (8 August 2025)\\, says Desk (desk)\\, 9 August 2025',
        '',
        'Date: 7–9 August 2025 (America/New_York). Tentative.',
        '- 7–9 August 2025\\, says Issuer (issuer)\\, 28 July 2025',
        '',
        'Moved: 2 September 2025 → 7–9 August 2025\\, said by Issuer (issuer)\\, 28 July 2025',
        '',
        'https://eleventh-hour.example/deadlines/russia-50-days',
      ].join('\\n')}`,
    ])
  })

  test.each([
    ['confirmed where the date is firm', [SET], 'CONFIRMED', 'The deadline'],
    ['tentative where it is not', [SET, PULLED], 'TENTATIVE', 'The deadline'],
    [
      'confirmed where it has ended',
      [SET, PULLED, ENDED],
      'CONFIRMED',
      '[Unmet\\; not carried out] The deadline',
    ],
  ])('is %s', async (_, reports, status, summary) => {
    expect(await said('STATUS', reports)).toBe(status)
    expect(await said('SUMMARY', reports)).toBe(summary)
  })

  test('that sources disagree on says so, with each source and its date', async () => {
    const reports = [
      says.date(kyiv, '2025-07-21T18:00:00Z', '2025-07-23', { zone: 'Europe/Istanbul' }),
      says.date(nameless, '2025-07-21T19:00:00Z', '2025-07-24', { zone: 'Europe/Istanbul' }),
      says.noDate(moscow, '2025-07-21T12:00:00Z'),
    ]
    const asked: Asked = { kind: 'talks', facts: { addressees: ['A', 'B', 'C'] } }
    expect(await said('SUMMARY', reports, asked)).toBe('[contested] The deadline')
    expect(await said('STATUS', reports, asked)).toBe('TENTATIVE')
    const description = await said('DESCRIPTION', reports, asked)
    expect(description?.split('\\n').slice(0, -2)).toEqual([
      'A\\, B and C',
      '',
      'Date: 23 July 2025 (Europe/Istanbul). Contested: the sources disagree.',
      '- 23 July 2025\\, says Kyiv (party)\\, 21 July 2025',
      '- no date\\, says Moscow (party)\\, 21 July 2025',
      '- 24 July 2025\\, says Anonymous source (anonymous\\, via TASS)\\, 21 July 2025',
    ])
  })

  test.each([
    ['cancelled', '[Cancelled] The deadline'],
    ['held', '[Held] The deadline'],
    ['withdrawn', '[Withdrawn] The deadline'],
  ] as const)(
    'that was %s stays, and is never taken for cancelled by a client',
    async (result, summary) => {
      const ended = says.outcome(desk, '2025-08-09T12:00:00Z', { result })
      const lines = await event([SET, ended])
      expect(lines).toContain(`SUMMARY:${summary}`)
      expect(lines).toContain('STATUS:CONFIRMED')
      expect(lines.join('\n')).not.toContain('STATUS:CANCELLED')
    },
  )

  test.each<[Kind, Partial<Deadline>, string | undefined]>([
    ['talks', { issuer: 'Ukraine', addressees: ['Russia'] }, 'Proposed by Ukraine to Russia'],
    ['talks', { issuer: 'Ukraine' }, 'Proposed by Ukraine'],
    ['deadline', { issuer: 'Issuer' }, 'Issuer'],
    ['deadline', { demand: 'Stop' }, 'Demand: Stop'],
    ['deadline', {}, 'Date: 2 September 2025 (America/New_York). Firm.'],
  ])('of %s with %j starts with who it is between', async (kind, facts, first) => {
    const description = await said('DESCRIPTION', [SET], { kind, facts })
    expect(description?.split('\\n')[0]).toBe(first)
  })

  test('without a date is left out, and comes back with one', async () => {
    const none = says.noDate(issuer, '2025-07-15T12:00:00Z')
    const again = says.date(issuer, '2025-07-16T12:00:00Z', '2025-10-01')
    expect(await event([none])).toEqual([])
    expect(await event([SET, none])).toEqual([])
    expect(await said('DESCRIPTION', [SET, none, again])).toContain(
      'Moved: 2 September 2025 → no date\\, said by Issuer (issuer)\\, 15 July 2025\\nMoved: no date → 1 October 2025',
    )
  })

  test('says the same however late it is', async () => {
    const early = await event([SET], { now: '2025-07-14T12:00:00Z' })
    expect(await event([SET], { now: '2025-12-01T00:00:00Z' })).toEqual(early)
  })

  test('has the same id wherever the tracker is, and another than any other', async () => {
    const uids = ['a', 'b', 'a'].map((slug) => said('UID', [SET], { facts: { slug } }))
    const [a, b, again] = await Promise.all(uids)
    expect(a).toBe(again)
    expect(a).not.toBe(b)
  })

  test('keeps what is hostile within its words', async () => {
    const title = 'A\r\nEND:VEVENT\r\nBEGIN:VEVENT\0;,\\'
    const lines = await event([SET], { facts: { title } })
    expect(lines).toContain('SUMMARY:A\\nEND:VEVENT\\nBEGIN:VEVENT\\;\\,\\\\')
  })
})

describe('Its sequence', () => {
  test('rises when the date moves, and with a report that is taken back', async () => {
    const back = says.retraction(desk, '2025-07-29T12:00:00Z', PULLED)
    expect(await said('SEQUENCE', [SET])).toBe('0')
    expect(await said('SEQUENCE', [SET, PULLED])).toBe('1')
    expect(await said('SEQUENCE', [SET, PULLED, back])).toBe('2')
    expect((await event([SET, PULLED, back])).join()).toContain('DTSTART;VALUE=DATE:20250902')
  })

  test('rises with a report that was made at the same moment as the last', async () => {
    const other = says.date(source('desk', 'Desk'), '2025-07-14T12:00:00Z', '2025-09-03')
    expect(await said('SEQUENCE', [SET, other])).toBe('1')
  })

  test('never falls, and rises whenever the event says another date', async () => {
    await fc.assert(
      fc.asyncProperty(someReports, async (reports) => {
        let before: { sequence: number; dates: string } | null = null
        for (let slot = 0; slot <= SLOTS; slot++) {
          const now = new Date(slotInstant(slot) * 1000).toISOString()
          const lines = await event(reports, { now })
          if (lines.length === 0) continue
          const dates = lines.filter((line) => line.startsWith('DT') && !line.startsWith('DTSTAMP'))
          const sequence = Number(lines.find((line) => line.startsWith('SEQUENCE'))?.slice(9))
          const after = { sequence, dates: dates.join() }
          if (before) {
            expect(sequence).toBeGreaterThanOrEqual(before.sequence)
            if (before.dates !== after.dates) expect(sequence).toBeGreaterThan(before.sequence)
          }
          before = after
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('An alarm', () => {
  test('comes before an event that is not over, and says what it is', async () => {
    const lines = await event([SET], { now: '2025-07-21T20:00:00Z', alarm: 'P1D' })
    expect(lines.slice(lines.indexOf('BEGIN:VALARM'))).toEqual([
      ...['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-P1D'],
      ...['DESCRIPTION:The deadline', 'END:VALARM'],
    ])
  })

  test.each([
    ['2025-09-03T03:59:59Z', [SET], true],
    ['2025-09-03T04:00:00Z', [SET], false],
    ['2025-08-09T12:00:00Z', [SET, ENDED], false],
  ])('as of %s is there or not', async (now, reports, isThere) => {
    const lines = await event(reports, { now, alarm: 'PT12H' })
    expect(lines.includes('BEGIN:VALARM')).toBe(isThere)
    expect(await event(reports, { now })).not.toContain('BEGIN:VALARM')
  })
})

describe('A calendar', () => {
  test('says its name, where it is, and how often to ask', () => {
    expect(linesOf(calendarOf([], 0))).toEqual([
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Eleventh Hour//Eleventh Hour//EN'],
      ...['CALSCALE:GREGORIAN', 'NAME:Eleventh Hour', 'X-WR-CALNAME:Eleventh Hour'],
      expect.stringMatching(/^DESCRIPTION:Ultimatums\\, deadlines/),
      expect.stringMatching(/^X-WR-CALDESC:Ultimatums\\, deadlines/),
      'SOURCE;VALUE=URI:https://eleventh-hour.example/calendar.ics',
      'URL:https://eleventh-hour.example/',
      ...['REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H'],
      // One must have a component.
      ...['BEGIN:VTIMEZONE', 'TZID:UTC', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
      ...['TZOFFSETFROM:+0000', 'TZOFFSETTO:+0000', 'TZNAME:+00', 'END:STANDARD', 'END:VTIMEZONE'],
      ...['END:VCALENDAR', ''],
    ])
  })

  const zonesIn = (calendar: string) =>
    linesOf(calendar).filter((line) => /^(TZID|BEGIN:VEVENT)/.test(line))

  test('tells each zone once, before the first event in it, for all that are', async () => {
    const events = await Promise.all([
      setFor('2025-07-23', 'Europe/Berlin', { slug: 'a' }),
      setFor('2025-07-23T19:00', 'Europe/Istanbul', { slug: 'b' }),
      setFor('2026-01-01T12:00', 'Europe/Berlin', { slug: 'c' }),
      setFor('2026-07-01T12:00', 'Europe/Istanbul', { slug: 'd' }),
    ])
    const calendar = calendarOf(events, 0)
    expect(zonesIn(calendar)).toEqual([
      ...['BEGIN:VEVENT', 'TZID:Europe/Istanbul', 'BEGIN:VEVENT'],
      ...['TZID:Europe/Berlin', 'BEGIN:VEVENT', 'BEGIN:VEVENT'],
    ])
    expect(calendar.match(/DTSTART;TZID=/g)).toHaveLength(3)
  })

  test('tells in UTC a moment that its zones are not told for', async () => {
    const moments = { first: at('2025-07-23T16:00:00Z'), last: at('2025-07-23T16:00:00Z') }
    const within = await setFor('2026-12-31T23:00', 'UTC', { slug: 'a' })
    const beyond = await setFor('2027-01-01T06:00', 'Europe/Istanbul', { slug: 'b' })
    const lines = linesOf(calendarOf([within, beyond], 0, { moments }))
    expect(lines).toContain('DTSTART:20270101T030000Z')
    expect(lines.join()).not.toContain('TZID')
    const none = linesOf(
      calendarOf([await setFor('2025-07-23T19:00', 'Europe/Kyiv')], 0, { moments: null }),
    )
    expect(none).toContain('DTSTART:20250723T160000Z')
  })
})
