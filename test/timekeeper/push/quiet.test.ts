import { describe, expect, test } from 'vitest'
import { dayOf, quietUntil } from '../../../src/timekeeper/push/quiet.ts'

const at = (instant: string) => Date.parse(instant) / 1000
const NIGHT = { from: '22:00', to: '07:00', zone: 'Europe/Kyiv' }

function until(quiet: Partial<typeof NIGHT>, now: string): string | null {
  const end = quietUntil({ ...NIGHT, ...quiet }, at(now))
  return end === null ? null : new Date(end * 1000).toISOString().replace(':00.000Z', 'Z')
}

describe('Quiet hours', () => {
  test.each([
    ['before they begin', '2025-07-21T18:59:59Z', null],
    ['from their first second', '2025-07-21T19:00:00Z', '2025-07-22T04:00Z'],
    ['past midnight', '2025-07-22T02:00:00Z', '2025-07-22T04:00Z'],
    ['to their last second', '2025-07-22T03:59:59Z', '2025-07-22T04:00Z'],
    ['and not at their end', '2025-07-22T04:00:00Z', null],
    ['nor at noon', '2025-07-22T09:00:00Z', null],
  ])('over midnight hold %s', (_, now, end) => {
    expect(until({}, now)).toBe(end)
  })

  test.each([
    ['within a day', { from: '09:00', to: '17:00' }, '2025-07-21T10:00:00Z', '2025-07-21T14:00Z'],
    ['and not after it', { from: '09:00', to: '17:00' }, '2025-07-21T14:00:00Z', null],
    ['nor the night before', { from: '09:00', to: '17:00' }, '2025-07-21T02:00:00Z', null],
    [
      'but for a minute',
      { from: '07:00', to: '06:59' },
      '2025-07-21T20:00:00Z',
      '2025-07-22T03:59Z',
    ],
    ['and in that minute not', { from: '07:00', to: '06:59' }, '2025-07-21T03:59:30Z', null],
    ['until midnight', { from: '20:00', to: '00:00' }, '2025-07-21T18:00:00Z', '2025-07-21T21:00Z'],
    [
      'in a zone of half hours',
      { zone: 'Asia/Kolkata' },
      '2025-07-21T16:30:00Z',
      '2025-07-22T01:30Z',
    ],
    ['by a fixed offset', { zone: '-05:00' }, '2025-07-22T03:00:00Z', '2025-07-22T12:00Z'],
  ])('%s', (_, quiet, now, end) => {
    expect(until(quiet, now)).toBe(end)
  })

  test('that begin when they end are none', () => {
    for (const now of ['2025-07-21T18:59:59Z', '2025-07-21T19:00:00Z', '2025-07-22T02:00:00Z']) {
      expect(until({ from: '22:00', to: '22:00' }, now)).toBe(null)
    }
  })

  test.each([
    // 30 March 2025: Kyiv's clock goes from 03:00 to 04:00, and the night has eight hours.
    ['a night of eight hours', {}, '2025-03-29T20:00:00Z', '2025-03-30T04:00Z'],
    ['its end that the clock skips', { to: '03:30' }, '2025-03-29T23:00:00Z', '2025-03-30T01:30Z'],
    ['its beginning that it skips', { from: '03:30' }, '2025-03-30T01:15:00Z', null],
    ['and from then on', { from: '03:30' }, '2025-03-30T01:30:00Z', '2025-03-30T04:00Z'],
    // 26 October 2025: from 04:00 back to 03:00, and the night has ten.
    ['a night of ten hours', {}, '2025-10-25T19:00:00Z', '2025-10-26T05:00Z'],
    [
      'an end that comes twice: the first',
      { to: '03:30' },
      '2025-10-26T00:29:59Z',
      '2025-10-26T00:30Z',
    ],
    ['and no second time', { to: '03:30' }, '2025-10-26T01:15:00Z', null],
  ])('know %s', (_, quiet, now, end) => {
    expect(until(quiet, now)).toBe(end)
  })

  test('end later than now, whenever they are, in every night of a year', () => {
    for (const zone of ['Europe/Kyiv', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo']) {
      for (let now = at('2025-01-01T00:00:00Z'); now < at('2026-01-01T00:00:00Z'); now += 5400) {
        const end = quietUntil({ from: '22:00', to: '02:30', zone }, now)
        if (end !== null) expect(end).toBeGreaterThan(now)
        if (end !== null) expect(quietUntil({ from: '22:00', to: '02:30', zone }, end)).toBe(null)
      }
    }
  })
})

describe('A reader’s day', () => {
  test.each([
    ['Pacific/Kiritimati', '2025-07-21T10:00:00Z', '2025-07-22'],
    ['Pacific/Honolulu', '2025-07-21T09:59:59Z', '2025-07-20'],
    ['UTC', '2025-07-21T23:59:59Z', '2025-07-21'],
  ])('in %s at %s is %s', (zone, now, day) => {
    expect(dayOf(zone, at(now))).toBe(day)
  })
})
