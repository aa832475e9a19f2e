import { describe, expect, test } from 'vitest'
import { resolveWhen, type When } from '../../src/deadline/when.ts'
import { accepted, refusal } from './parsing.ts'
import { at } from './reports.ts'

type Literal = string | null

function windowOf(when: When, zone: string | null) {
  const resolved = accepted(resolveWhen(when, zone))
  if (!resolved) throw new Error('undated')
  return resolved.window
}

const literal = (opens: Literal, closes: Literal) => ({
  opens: opens && at(opens),
  closes: closes && at(closes),
})

describe('the window of a date', () => {
  const NEW_YORK = 'America/New_York'
  const ISTANBUL = 'Europe/Istanbul'

  test.for<[string, string | null, Literal, Literal, string]>([
    // A day with a zone
    ['2025-09-02', NEW_YORK, '2025-09-02T04:00:00Z', '2025-09-03T04:00:00Z', '24 hours'],
    ['2025-07-23', ISTANBUL, '2025-07-22T21:00:00Z', '2025-07-23T21:00:00Z', '24 hours'],
    ['2025-03-09', NEW_YORK, '2025-03-09T05:00:00Z', '2025-03-10T04:00:00Z', '23 hours'],
    ['2025-11-02', NEW_YORK, '2025-11-02T04:00:00Z', '2025-11-03T05:00:00Z', '25 hours'],
    ['2025-04-25', 'Africa/Cairo', '2025-04-24T22:00:00Z', '2025-04-25T21:00:00Z', 'no midnight'],
    ['2025-04-24', 'Africa/Cairo', '2025-04-23T22:00:00Z', '2025-04-24T22:00:00Z', 'before it'],
    ['2025-11-02', 'America/Havana', '2025-11-02T04:00:00Z', '2025-11-03T05:00:00Z', 'two of them'],
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-30T10:00:00Z', 'skipped'],
    ['2025-09-02', 'UTC', '2025-09-02T00:00:00Z', '2025-09-03T00:00:00Z', 'UTC'],
    ['2025-09-02', 'Etc/GMT+12', '2025-09-02T12:00:00Z', '2025-09-03T12:00:00Z', 'anywhere'],
    ['2025-09-02', '+05:30', '2025-09-01T18:30:00Z', '2025-09-02T18:30:00Z', 'an offset'],
    ['9999-12-31', 'UTC', '9999-12-31T00:00:00Z', '+010000-01-01T00:00:00Z', 'the last'],
    // Months, years and seasons with one
    ['2025-11', NEW_YORK, '2025-11-01T04:00:00Z', '2025-12-01T05:00:00Z', 'a month'],
    ['2025', NEW_YORK, '2025-01-01T05:00:00Z', '2026-01-01T05:00:00Z', 'a year'],
    ['2025-27', ISTANBUL, '2025-08-31T21:00:00Z', '2025-11-30T21:00:00Z', 'a northern autumn'],
    // Without a zone: from UTC+14 to UTC−12
    ['2025-09-02', null, '2025-09-01T10:00:00Z', '2025-09-03T12:00:00Z', '50 hours'],
    ['2021-07', null, '2021-06-30T10:00:00Z', '2021-08-01T12:00:00Z', 'a month'],
    ['2025', null, '2024-12-31T10:00:00Z', '2026-01-01T12:00:00Z', 'a year'],
    ['2025-07-23T19:00', null, '2025-07-23T05:00:00Z', '2025-07-24T07:00:00Z', '26 hours'],
    ['2025-08-07/2025-08-09', null, '2025-08-06T10:00:00Z', '2025-08-10T12:00:00Z', 'an interval'],
    ['../2025-09-02', null, null, '2025-09-03T12:00:00Z', 'an open one'],
    // Exact instants
    ['2025-07-23T19:00', ISTANBUL, '2025-07-23T16:00:00Z', '2025-07-23T16:00:00Z', 'local'],
    ['2025-07-23T19:00:00Z', ISTANBUL, '2025-07-23T19:00:00Z', '2025-07-23T19:00:00Z', 'Z'],
    ['2025-07-23T19:00+03:00', NEW_YORK, '2025-07-23T16:00:00Z', '2025-07-23T16:00:00Z', 'offset'],
    ['2025-07-23T19:00+03:00', null, '2025-07-23T16:00:00Z', '2025-07-23T16:00:00Z', 'no zone'],
    ['2025-11-02T01:30', NEW_YORK, '2025-11-02T05:30:00Z', '2025-11-02T05:30:00Z', 'the first'],
    ['2025-03-09T02:30', NEW_YORK, '2025-03-09T07:30:00Z', '2025-03-09T07:30:00Z', 'never: 03:30'],
    // Intervals
    ['2025-08-07/2025-08-09', NEW_YORK, '2025-08-07T04:00:00Z', '2025-08-10T04:00:00Z', 'of days'],
    ['2025-08/2025-09', 'UTC', '2025-08-01T00:00:00Z', '2025-10-01T00:00:00Z', 'of months'],
    ['2025-07-23T19:00/2025-07-24', ISTANBUL, '2025-07-23T16:00:00Z', '2025-07-24T21:00:00Z', ''],
    ['../2025-09-02', NEW_YORK, null, '2025-09-03T04:00:00Z', 'open'],
    ['/2025-09-02', NEW_YORK, null, '2025-09-03T04:00:00Z', 'unknown'],
    ['2025-09-02/..', NEW_YORK, '2025-09-02T04:00:00Z', null, 'open'],
    ['2025-09-02/', NEW_YORK, '2025-09-02T04:00:00Z', null, 'unknown'],
    [
      '2025-07-23T18:00Z/2025-07-23T22:00',
      ISTANBUL,
      '2025-07-23T18:00:00Z',
      '2025-07-23T19:00:00Z',
      '',
    ],
    [
      '2025-07-24/2025-07-23T18:00Z',
      'Pacific/Auckland',
      '2025-07-23T12:00:00Z',
      '2025-07-23T18:00:00Z',
      '',
    ],
    // One-of sets
    ['[2025-07-23,2025-07-24]', ISTANBUL, '2025-07-22T21:00:00Z', '2025-07-24T21:00:00Z', ''],
    [
      '[2025-07-26,2025-07-23]',
      ISTANBUL,
      '2025-07-22T21:00:00Z',
      '2025-07-26T21:00:00Z',
      'any order',
    ],
    ['[2025-07-23..2025-07-25]', 'UTC', '2025-07-23T00:00:00Z', '2025-07-26T00:00:00Z', 'a run'],
    ['[..2025-07-23,2025-08]', 'UTC', null, '2025-09-01T00:00:00Z', 'open'],
    ['[2025-07-23,2025-08..]', 'UTC', '2025-07-23T00:00:00Z', null, 'open'],
    ['[2025-07-23T19:00]', ISTANBUL, '2025-07-23T16:00:00Z', '2025-07-23T16:00:00Z', 'exact'],
    // Doubt moves nothing
    ['2025-09-02?', NEW_YORK, '2025-09-02T04:00:00Z', '2025-09-03T04:00:00Z', ''],
    ['2021-07~', 'UTC', '2021-07-01T00:00:00Z', '2021-08-01T00:00:00Z', ''],
  ])('%s in %s opens at %s and closes at %s (%s)', ([when, zone, opens, closes]) => {
    expect(windowOf(when, zone)).toEqual(literal(opens, closes))
    expect(accepted(resolveWhen(when, zone))).toMatchObject({ text: when, zone })
  })

  test('is that of all choices, however many a set has', () => {
    const set = `[2025,${Array(200_000).fill('2024').join(',')}]`
    expect(windowOf(set, 'UTC')).toEqual(literal('2024-01-01T00:00:00Z', '2026-01-01T00:00:00Z'))
  })

  test('there is none where the source says that there is no date', () => {
    expect(accepted(resolveWhen(null, 'Europe/Istanbul'))).toBeNull()
  })
})

describe('a counted period', () => {
  const NEW_YORK = 'America/New_York'

  test.for<[string, string, string | null, string, string, string]>([
    // Calendar units keep the precision
    ['P50D', '2025-07-14', NEW_YORK, '2025-09-02', '2025-09-02T04:00:00Z', '2025-09-03T04:00:00Z'],
    ['P50D', '2025-07-14', null, '2025-09-02', '2025-09-01T10:00:00Z', '2025-09-03T12:00:00Z'],
    ['P1M', '2025-01-31', 'UTC', '2025-02-28', '2025-02-28T00:00:00Z', '2025-03-01T00:00:00Z'],
    ['P1M', '2024-01-31', 'UTC', '2024-02-29', '2024-02-29T00:00:00Z', '2024-03-01T00:00:00Z'],
    ['P1Y', '2024-02-29', 'UTC', '2025-02-28', '2025-02-28T00:00:00Z', '2025-03-01T00:00:00Z'],
    ['P2W', '2025-07-14', 'UTC', '2025-07-28', '2025-07-28T00:00:00Z', '2025-07-29T00:00:00Z'],
    ['P1D', '2025-03-08', NEW_YORK, '2025-03-09', '2025-03-09T05:00:00Z', '2025-03-10T04:00:00Z'],
    ['P0D', '2025-07-14', 'UTC', '2025-07-14', '2025-07-14T00:00:00Z', '2025-07-15T00:00:00Z'],
    ['P10D', '2025-07-29?', 'UTC', '2025-08-08?', '2025-08-08T00:00:00Z', '2025-08-09T00:00:00Z'],
    [
      'P1D',
      '2025-07-22T19:00',
      'Europe/Istanbul',
      '2025-07-23T19:00',
      '2025-07-23T16:00:00Z',
      '2025-07-23T16:00:00Z',
    ],
    [
      'P1D',
      '2025-03-08T02:30',
      NEW_YORK,
      '2025-03-09T02:30',
      '2025-03-09T07:30:00Z',
      '2025-03-09T07:30:00Z',
    ],
    [
      'P1D',
      '2025-03-09T02:30',
      NEW_YORK,
      '2025-03-10T02:30',
      '2025-03-10T06:30:00Z',
      '2025-03-10T06:30:00Z',
    ],
    [
      'P1M',
      '2025-01-31T18:00:00Z',
      null,
      '2025-02-28T18:00:00Z',
      '2025-02-28T18:00:00Z',
      '2025-02-28T18:00:00Z',
    ],
    [
      'P1D',
      '2025-03-08T12:00:00-05:00',
      NEW_YORK,
      '2025-03-09T16:00:00Z',
      '2025-03-09T16:00:00Z',
      '2025-03-09T16:00:00Z',
    ],
    // Hours, minutes and seconds are exact, across a clock change too
    [
      'PT48H',
      '1914-07-23T18:00+01:00',
      null,
      '1914-07-25T17:00:00Z',
      '1914-07-25T17:00:00Z',
      '1914-07-25T17:00:00Z',
    ],
    [
      'PT48H',
      '1914-07-23T18:00',
      'Europe/Belgrade',
      '1914-07-25T17:00:00Z',
      '1914-07-25T17:00:00Z',
      '1914-07-25T17:00:00Z',
    ],
    [
      'PT24H',
      '2025-03-08T12:00',
      NEW_YORK,
      '2025-03-09T17:00:00Z',
      '2025-03-09T17:00:00Z',
      '2025-03-09T17:00:00Z',
    ],
    [
      'PT24H',
      '2025-11-01T12:00-04:00',
      NEW_YORK,
      '2025-11-02T16:00:00Z',
      '2025-11-02T16:00:00Z',
      '2025-11-02T16:00:00Z',
    ],
    [
      'PT48H',
      '2025-07-21T10:00',
      null,
      '2025-07-23T10:00',
      '2025-07-22T20:00:00Z',
      '2025-07-23T22:00:00Z',
    ],
    [
      'PT1H',
      '2025-11-02T01:30-05:00',
      NEW_YORK,
      '2025-11-02T07:30:00Z',
      '2025-11-02T07:30:00Z',
      '2025-11-02T07:30:00Z',
    ],
    // and move both ends of a day
    [
      'PT48H',
      '2025-07-14',
      NEW_YORK,
      '2025-07-16T04:00:00Z/2025-07-17T04:00:00Z',
      '2025-07-16T04:00:00Z',
      '2025-07-17T04:00:00Z',
    ],
    [
      'PT24H',
      '2025-03-09',
      NEW_YORK,
      '2025-03-10T05:00:00Z/2025-03-11T04:00:00Z',
      '2025-03-10T05:00:00Z',
      '2025-03-11T04:00:00Z',
    ],
    [
      'PT12H',
      '2025-07-14~',
      null,
      '2025-07-13T22:00:00Z~/2025-07-16T00:00:00Z~',
      '2025-07-13T22:00:00Z',
      '2025-07-16T00:00:00Z',
    ],
    // Both: the calendar first
    [
      'P1DT1H',
      '2025-03-08T12:00',
      NEW_YORK,
      '2025-03-09T17:00:00Z',
      '2025-03-09T17:00:00Z',
      '2025-03-09T17:00:00Z',
    ],
    [
      'P1MT30M',
      '2025-01-31T10:00',
      'UTC',
      '2025-02-28T10:30:00Z',
      '2025-02-28T10:30:00Z',
      '2025-02-28T10:30:00Z',
    ],
  ])('%s from %s in %s is %s', ([period, from, zone, text, opens, closes]) => {
    const resolved = accepted(resolveWhen({ in: period, from }, zone))
    expect(resolved).toMatchObject({ text, zone, window: literal(opens, closes) })
    expect(windowOf(text, zone)).toEqual(literal(opens, closes))
  })

  test.for([
    ['50 days', '2025-07-14', 'is not a period'],
    ['P50D', '2025-07', '"2025-07" is wider than a day: count from a day or an instant'],
    ['P50D', '2025', 'is wider than a day'],
    ['P50D', '2025-02-30', 'there is no 2025-02-30'],
    ['P50D', '2025-07-14/2025-07-15', 'is not a date in EDTF'],
    ['P50D', '', 'an empty date'],
    ['P1Y', '9999-06-01', 'P1Y from 9999-06-01 ends after the year 9999'],
    ['P1D', '9999-12-31', 'ends after the year 9999'],
    ['PT24H', '9999-12-31', 'ends after the year 9999'],
    ['P1D', '9999-12-31T12:00', 'ends after the year 9999'],
    ['PT12H', '9999-12-31T12:00Z', 'ends after the year 9999'],
  ] as const)('%s from %s is refused: %s', ([period, from, why]) => {
    expect(refusal(resolveWhen({ in: period, from }, 'UTC'))).toContain(why)
  })
})

describe('what resolves to no window', () => {
  test.for([
    ['2025-02-30', 'UTC', 'there is no 2025-02-30'],
    ['2025-08-09/2025-08-07', 'UTC', 'ends before it starts'],
    [
      '2025-07-23T19:00Z/2025-07-23T20:00',
      'Europe/Istanbul',
      'ends before it starts in Europe/Istanbul',
    ],
    [
      '2025-03-09T02:30/2025-03-09T03:00',
      'America/New_York',
      'ends before it starts in America/New_York',
    ],
    [
      '[2025-07-20,2025-07-23T19:00Z..2025-07-23T20:00]',
      'Europe/Istanbul',
      'ends before it starts',
    ],
    ['2025-07-24T19:00Z/2025-07-23', null, 'ends before it starts in any zone'],
  ] as const)('%s in %s: %s', ([when, zone, why]) => {
    expect(refusal(resolveWhen(when, zone))).toContain(why)
  })
})
