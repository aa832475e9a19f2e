import { describe, expect, test } from 'vitest'
import {
  dayCount,
  daysInRange,
  durationText,
  elapsedShare,
  issueInstant,
  remainingUntil,
} from '../../src/deadline/remaining.ts'
import { resolveWhen, type When } from '../../src/deadline/when.ts'
import { accepted } from './parsing.ts'
import { at } from './reports.ts'

const NEW_YORK = 'America/New_York'
const ISTANBUL = 'Europe/Istanbul'

function windowOf(when: When, zone: string | null) {
  const resolved = accepted(resolveWhen(when, zone))
  if (!resolved) throw new Error('undated')
  return resolved.window
}

function remaining(side: 'opens' | 'closes', when: When, zone: string | null, now: string) {
  const window = windowOf(when, zone)
  const target = window[side]
  if (target === null) throw new Error('no target')
  return remainingUntil(target, window, zone, at(now))
}

describe('what remains', () => {
  test.for<[string, string | null, string, number, number, string]>([
    ['2025-09-02', NEW_YORK, '2025-07-21T20:00:00Z', 3_744_000, 43, '43 days 8 hours'],
    ['2025-09-02', NEW_YORK, '2025-07-22T03:59:59Z', 3_715_201, 43, '43 days'],
    ['2025-09-02', NEW_YORK, '2025-07-22T04:00:00Z', 3_715_200, 42, '43 days'],
    ['2025-09-02', NEW_YORK, '2025-09-02T04:00:00Z', 86_400, 0, '1 day'],
    ['2025-09-02', NEW_YORK, '2025-09-02T20:00:00Z', 28_800, 0, '8 hours'],
    ['2025-09-02', NEW_YORK, '2025-09-03T03:59:59Z', 1, 0, '1 second'],
    ['2025-09-02', NEW_YORK, '2025-09-03T04:00:00Z', 0, -1, '0 seconds'],
    ['2025-09-02', NEW_YORK, '2025-09-03T04:00:01Z', -1, -1, '1 second ago'],
    ['2025-09-02', NEW_YORK, '2025-09-05T04:00:00Z', -172_800, -3, '2 days ago'],
    // The day before a clock change, and the days of 23 and 25 hours
    ['2025-03-09', NEW_YORK, '2025-03-09T05:00:00Z', 82_800, 0, '23 hours'],
    ['2025-03-09', NEW_YORK, '2025-03-09T04:59:59Z', 82_801, 1, '23 hours'],
    ['2025-11-02', NEW_YORK, '2025-11-02T04:00:00Z', 90_000, 0, '1 day 1 hour'],
    ['2025-11-03', NEW_YORK, '2025-11-02T04:30:00Z', 174_600, 1, '2 days'],
    // UTC where there is no zone: the window closes at noon UTC of the 3rd
    ['2025-09-02T12:00:00Z', null, '2025-09-01T23:59:59Z', 43_201, 1, '12 hours'],
    ['2025-09-02T12:00:00Z', null, '2025-09-02T00:00:00Z', 43_200, 0, '12 hours'],
    // Exact instants fall on their own day
    ['2025-07-23T00:00', ISTANBUL, '2025-07-22T20:59:00Z', 60, 1, '1 minute'],
    ['2025-07-23T00:00', ISTANBUL, '2025-07-22T21:00:00Z', 0, 0, '0 seconds'],
  ])(
    'until %s in %s ends, from %s, is %d seconds, %d days, "%s"',
    ([when, zone, now, seconds, days, text]) => {
      expect(remaining('closes', when, zone, now)).toEqual({ seconds, days, text })
    },
  )

  test.for<[string, string | null, string, number, number, string]>([
    ['2025-08-15', 'America/Anchorage', '2025-08-10T20:00:00Z', 388_800, 5, '4 days 12 hours'],
    ['2025-07-23T19:00', ISTANBUL, '2025-07-21T20:00:00Z', 158_400, 2, '1 day 20 hours'],
    ['2025-07-23', ISTANBUL, '2025-07-22T21:00:00Z', 0, 0, 'due now'],
    ['2025-07-23', ISTANBUL, '2025-07-22T21:00:01Z', -1, 0, 'due now'],
    ['2025-07-23', ISTANBUL, '2025-07-23T21:00:00Z', -86_400, -1, '1 day ago'],
  ])(
    'until %s in %s begins, from %s, is %d seconds, %d days, "%s"',
    ([when, zone, now, seconds, days, text]) => {
      expect(remaining('opens', when, zone, now)).toEqual({ seconds, days, text })
    },
  )

  test.for<[string, string, string]>([
    ['2025-08-07/2025-08-09', '2025-07-28T20:00:00Z', 'between 10 and 12 days'],
    ['2025-08-07/2025-08-09', '2025-08-06T20:00:00Z', 'between 1 and 3 days'],
    ['2025-08-07/2025-08-09', '2025-08-07T20:00:00Z', 'at most 2 days'],
    ['2025-08-07/2025-08-09', '2025-08-08T20:00:00Z', 'at most 1 day'],
    ['2025-08-07/2025-08-09', '2025-08-09T20:00:00Z', 'today at the latest'],
    ['2025-08-07/2025-08-09', '2025-08-10T04:00:00Z', '0 seconds'],
    ['2025-08-07/2025-08-09', '2025-08-11T04:00:00Z', '1 day ago'],
    ['[2025-08-07,2025-08-09]', '2025-07-28T20:00:00Z', 'between 10 and 12 days'],
    ['../2025-08-31', '2025-08-10T20:00:00Z', 'at most 21 days'],
    ['2025-08', '2025-07-21T20:00:00Z', 'between 11 and 41 days'],
  ])('of %s at %s reads "%s"', ([when, now, text]) => {
    expect(remaining('closes', when, NEW_YORK, now).text).toBe(text)
  })

  test('reads "at least" where only the opening is known', () => {
    const text = (now: string) => remaining('opens', '2025-08-09/..', NEW_YORK, now).text
    expect(text('2025-08-07T20:00:00Z')).toBe('at least 2 days')
    expect(text('2025-08-08T20:00:00Z')).toBe('at least 1 day')
    expect(text('2025-08-09T03:00:00Z')).toBe('at least 1 day')
    expect(text('2025-08-11T04:00:00Z')).toBe('2 days ago')
  })

  test('is a range for a day without a zone, which lasts 50 hours', () => {
    expect(remaining('closes', '2025-09-02', null, '2025-08-30T12:00:00Z')).toEqual({
      seconds: at('2025-09-03T12:00:00Z') - at('2025-08-30T12:00:00Z'),
      days: 4,
      text: 'between 2 and 4 days',
    })
  })

  test('has no range of days for a window of one day or less', () => {
    const now = at('2025-07-21T20:00:00Z')
    const range = (when: When, zone: string) => daysInRange(windowOf(when, zone), zone, now)
    expect(range('2025-09-02', NEW_YORK)).toBeNull()
    expect(range('2025-11-02', NEW_YORK)).toBeNull()
    expect(range('2025-09-02T12:00', NEW_YORK)).toBeNull()
    expect(range('2025-08-07/2025-08-09', NEW_YORK)).toEqual({ least: 17, most: 19 })
    expect(range('../2025-08-09', NEW_YORK)).toEqual({ least: null, most: 19 })
    expect(range('2025-08-07/..', NEW_YORK)).toEqual({ least: 17, most: null })
  })
})

describe('a duration in words', () => {
  test.for([
    [0, '0 seconds'],
    [1, '1 second'],
    [59, '59 seconds'],
    [60, '1 minute'],
    [119, '1 minute'],
    [3_599, '59 minutes'],
    [3_600, '1 hour'],
    [3_660, '1 hour 1 minute'],
    [7_380, '2 hours 3 minutes'],
    [86_399, '23 hours 59 minutes'],
    [86_400, '1 day'],
    [90_000, '1 day 1 hour'],
    [89_999, '1 day'],
    [3_744_000, '43 days 8 hours'],
    [34_560_000, '400 days'],
    [-1, '1 second ago'],
    [-5_400, '1 hour 30 minutes ago'],
    [-172_800, '2 days ago'],
  ] as const)('of %d seconds is "%s"', ([seconds, text]) => {
    expect(durationText(seconds)).toBe(text)
  })
})

describe('what is gone of an ultimatum', () => {
  const issued = at('2025-07-14T04:00:00Z')
  const target = at('2025-09-03T04:00:00Z')

  test.for([
    ['2025-07-13T00:00:00Z', 0],
    ['2025-07-14T04:00:00Z', 0],
    ['2025-07-21T20:00:00Z', 0.15],
    ['2025-08-08T16:00:00Z', 0.5],
    ['2025-08-09T04:00:00Z', 0.51],
    ['2025-09-03T03:59:59Z', 1],
    ['2025-09-03T04:00:00Z', 1],
    ['2026-01-01T00:00:00Z', 1],
  ] as const)('at %s is a share of %d', ([now, share]) => {
    expect(elapsedShare(issued, target, at(now))).toBe(share)
  })

  test('is unknown where the target is not after the issue', () => {
    expect(elapsedShare(target, target, issued)).toBeNull()
    expect(elapsedShare(target, issued, issued)).toBeNull()
  })

  test.for([
    ['2025-07-14T04:00:00Z', { day: 0, of: 50 }],
    ['2025-07-21T20:00:00Z', { day: 7, of: 50 }],
    ['2025-07-22T03:59:59Z', { day: 7, of: 50 }],
    ['2025-07-22T04:00:00Z', { day: 8, of: 50 }],
    ['2025-09-02T20:00:00Z', { day: 50, of: 50 }],
    ['2025-12-01T00:00:00Z', { day: 50, of: 50 }],
    ['2025-07-01T00:00:00Z', { day: 0, of: 50 }],
  ] as const)('at %s is %o', ([now, expected]) => {
    const window = windowOf({ in: 'P50D', from: '2025-07-14' }, NEW_YORK)
    expect(dayCount(issued, window, NEW_YORK, at(now))).toEqual(expected)
  })

  test('has no count of days where the end is unbounded, or on the day of issue', () => {
    const now = at('2025-07-21T20:00:00Z')
    expect(dayCount(issued, windowOf('2025-09-02/..', NEW_YORK), NEW_YORK, now)).toBeNull()
    expect(dayCount(issued, windowOf('2025-07-14', NEW_YORK), NEW_YORK, now)).toBeNull()
  })

  test.for([
    ['2025-07-14', NEW_YORK, '2025-07-14T04:00:00Z'],
    ['2025-07-14', null, '2025-07-14T00:00:00Z'],
    ['2025-07', 'Europe/Istanbul', '2025-06-30T21:00:00Z'],
    ['2025-07-14T10:00:00-04:00', null, '2025-07-14T14:00:00Z'],
  ] as const)('counts from the start of %s in %s: %s', ([issuedAt, zone, instant]) => {
    expect(issueInstant(issuedAt, zone)).toBe(at(instant))
  })

  test('is unknown where nobody says when it was issued', () => {
    expect(issueInstant(null, NEW_YORK)).toBeNull()
  })
})
