import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolveWhen, type When } from '../../src/deadline/when.ts'
import { eventTime } from '../../src/feed/event-time.ts'
import { readingNear } from '../deadline/oracle/arbitraries.ts'
import { plainTime } from '../deadline/oracle/temporal.ts'
import { NOTABLE_ZONES } from '../deadline/oracle/zones.ts'
import { accepted } from '../deadline/parsing.ts'
import { calendarOf, linesOf, setFor } from './calendars.ts'

function timeOf(when: When, zone: string | null) {
  const resolved = accepted(resolveWhen(when, zone))
  if (!resolved) throw new Error(`${when} is no date`)
  return { ...eventTime(resolved), window: resolved.window }
}

async function written(when: When, zone: string | null): Promise<string[]> {
  const event = await setFor(when, zone)
  const moment = event.state.window?.opens ?? 0
  const lines = linesOf(calendarOf([event], 0, { moments: { first: moment, last: moment } }))
  return lines
    .slice(lines.indexOf('BEGIN:VEVENT'))
    .filter((line) => /^DT(START|END)/.test(line))
    .map((line) => line.replace(/^DT/, ''))
}

const days = (from: string, to: string) => [`START;VALUE=DATE:${from}`, `END;VALUE=DATE:${to}`]

describe('A day or longer', () => {
  test.each<[When, string, string]>([
    ['2025-09-02', '20250902', '20250903'],
    ['2025-09-02?', '20250902', '20250903'],
    ['2025-08', '20250801', '20250901'],
    ['2025-02~', '20250201', '20250301'],
    ['2025-25', '20250301', '20250601'],
    ['2025', '20250101', '20260101'],
    ['202X', '20200101', '20300101'],
    ['2025-08-07/2025-08-09', '20250807', '20250810'],
    ['2025-07/2025-08', '20250701', '20250901'],
    ['[2025-07-23,2025-07-24]', '20250723', '20250725'],
    ['[2025-07-23,2025-07-25..2025-07-28]', '20250723', '20250729'],
    ['../2025-08-31', '20250831', '20250901'],
    ['../2025-08', '20250831', '20250901'],
    ['2025-09-02/..', '20250902', '20250903'],
    ['2025-09/..', '20250901', '20250902'],
    ['[..2025-08-31,2025-09-02]', '20250902', '20250903'],
    ['[..2025-08-31,2025-09-02..]', '20250831', '20250903'],
    [{ in: 'P50D', from: '2025-07-14' }, '20250902', '20250903'],
    ['0001-01-01', '00010101', '00010102'],
    ['1492-10-12', '14921012', '14921013'],
    ['9999-12-30', '99991230', '99991231'],
  ])('%j takes its days, the last one exclusive, in whatever zone', async (when, from, to) => {
    for (const zone of ['America/New_York', 'Pacific/Kiritimati', '-12:00', 'UTC', null]) {
      expect(await written(when, zone)).toEqual(days(from, to))
    }
  })

  test('that ends with the year 9999 has no day after it', async () => {
    expect(await written('9999-12-31', 'UTC')).toEqual(['START;VALUE=DATE:99991231'])
    expect(await written('9999', 'UTC')).toEqual(days('99990101', '99991231'))
  })
})

describe('A time', () => {
  test.each<[When, string | null, string[]]>([
    ['2025-07-23T19:00', 'Europe/Istanbul', ['START;TZID=Europe/Istanbul:20250723T190000']],
    ['2025-07-23T19:00:30', 'Europe/Kyiv', ['START;TZID=Europe/Kyiv:20250723T190030']],
    ['2025-07-23T19:00~', 'Europe/Kyiv', ['START;TZID=Europe/Kyiv:20250723T190000']],
    ['2025-07-23T19:00Z', 'Europe/Istanbul', ['START:20250723T190000Z']],
    ['2025-07-23T19:00+03:00', null, ['START:20250723T160000Z']],
    ['2025-07-23T19:00', '+05:30', ['START:20250723T133000Z']],
    ['2025-07-23T19:00', 'UTC', ['START:20250723T190000Z']],
    ['2025-07-23T19:00', 'Etc/GMT+12', ['START:20250724T070000Z']],
    ['2025-07-23T19:00', null, ['START:20250723T190000']],
    ['../2025-07-23T19:00', null, ['START:20250723T190000']],
    ['2025-07-23T19:00/..', 'Europe/Istanbul', ['START:20250723T160000Z']],
    [
      '2025-07-23T19:00/2025-07-23T21:00',
      'Europe/Istanbul',
      ['START:20250723T160000Z', 'END:20250723T180000Z'],
    ],
    ['2025-07-23T19:00/2025-07-24', null, ['START:20250723T190000', 'END:20250725T000000']],
    [
      '2025-07-23T19:00Z/2025-07-24T10:00',
      null,
      ['START:20250723T190000Z', 'END:20250724T220000Z'],
    ],
    [
      { in: 'PT48H', from: '2025-07-21' },
      'Europe/Istanbul',
      ['START:20250722T210000Z', 'END:20250723T210000Z'],
    ],
    [{ in: 'PT48H', from: '2025-07-21T18:00' }, 'Europe/Kyiv', ['START:20250723T150000Z']],
    // Comes twice, and should mean the first: said in UTC, which every client reads the same.
    ['2025-11-02T01:30', 'America/New_York', ['START:20251102T053000Z']],
    // Never comes: moved by the gap.
    ['2025-03-09T02:30', 'America/New_York', ['START;TZID=America/New_York:20250309T033000']],
    // From before the rules of zones can be relied on, and after.
    ['1914-07-25T18:00', 'Europe/Belgrade', ['START:19140725T170000Z']],
    ['1971-06-01T12:00', 'Africa/Monrovia', ['START:19710601T124430Z']],
    ['2100-01-01T12:00', 'Europe/Istanbul', ['START:21000101T090000Z']],
    // Beyond what four digits can say.
    ['0001-01-01T00:00+14:00', null, ['START:00010101T000000Z']],
    ['9999-12-31T23:00-12:00', null, ['START:99991231T235959Z']],
    ['9999-12-31T23:00/9999-12-31', null, ['START:99991231T230000', 'END:99991231T235959']],
  ])('%j in %s is %j', async (when, zone, lines) => {
    expect(await written(when, zone)).toEqual(lines)
  })

  test.for(NOTABLE_ZONES)('in %s is exactly the window’s instant, however it is read', (zone) => {
    fc.assert(
      fc.property(readingNear(zone), (reading) => {
        const time = timeOf(plainTime(reading).toString({ smallestUnit: 'second' }), zone)
        if (time.form === 'instants') {
          expect([time.from, time.to]).toEqual([time.window.opens, time.window.opens])
          return
        }
        if (time.form !== 'zoned') throw new Error(time.form)
        for (const disambiguation of ['earlier', 'later'] as const) {
          const read = plainTime(time.local).toZonedDateTime(zone, { disambiguation })
          expect(read.epochMilliseconds / 1000).toBe(time.window.opens)
        }
      }),
      { numRuns: 60 },
    )
  })
})
