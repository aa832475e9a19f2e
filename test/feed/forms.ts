/** Dates in every form that a calendar tells apart, where they are, and what they come to. */
import type { When } from '../../src/deadline/when.ts'

type Form = [slug: string, when: When, zone: string | null, from: string, to: string]

/** From a day up to, not including, another; or from an instant to another. */
export const FORMS: Form[] = [
  ['a-day', '2025-09-02', 'America/New_York', '2025-09-02', '2025-09-03'],
  ['a-day-without-a-zone', '2025-09-02', null, '2025-09-02', '2025-09-03'],
  ['a-month', '2025-08~', 'Europe/Kyiv', '2025-08-01', '2025-09-01'],
  ['a-season', '2025-26', 'Europe/Kyiv', '2025-06-01', '2025-09-01'],
  ['a-year', '2026', null, '2026-01-01', '2027-01-01'],
  ['days', '2025-08-07/2025-08-09', 'America/New_York', '2025-08-07', '2025-08-10'],
  ['one-of-two', '[2025-07-23,2025-07-24]', 'Europe/Istanbul', '2025-07-23', '2025-07-25'],
  ['by-a-day', '../2025-08-31', 'Europe/Kyiv', '2025-08-31', '2025-09-01'],
  ['from-a-day', '2025-09-02/..', 'Europe/Kyiv', '2025-09-02', '2025-09-03'],
  [
    'fifty-days',
    { in: 'P50D', from: '2025-07-14' },
    'America/New_York',
    '2025-09-02',
    '2025-09-03',
  ],
  [
    '48-hours',
    { in: 'PT48H', from: '2025-07-21' },
    'Europe/Istanbul',
    '2025-07-22T21:00:00Z',
    '2025-07-23T21:00:00Z',
  ],
  ['an-instant', '2025-07-23T16:00:00Z', 'Europe/Istanbul', ...once('2025-07-23T16:00:00Z')],
  ['an-offset', '2025-07-23T19:00+03:00', null, ...once('2025-07-23T16:00:00Z')],
  ['a-fixed-offset', '2025-07-23T19:00', '+05:45', ...once('2025-07-23T13:15:00Z')],
  ['floating', '2025-07-23T19:00', null, ...once('2025-07-23T19:00:00')],
  ['local', '2025-07-23T19:00', 'Europe/Istanbul', ...once('2025-07-23T16:00:00Z')],
  [
    'hours',
    '2025-07-23T19:00/2025-07-23T21:30',
    'Europe/Istanbul',
    '2025-07-23T16:00:00Z',
    '2025-07-23T18:30:00Z',
  ],
  ['in-winter', '2026-01-15T12:00', 'America/New_York', ...once('2026-01-15T17:00:00Z')],
  ['in-summer', '2026-07-15T12:00', 'America/New_York', ...once('2026-07-15T16:00:00Z')],
  ['comes-twice', '2025-11-02T01:30', 'America/New_York', ...once('2025-11-02T05:30:00Z')],
  ['never-comes', '2025-03-09T02:30', 'America/New_York', ...once('2025-03-09T07:30:00Z')],
  ['half-an-hour', '2025-10-05T02:15', 'Australia/Lord_Howe', ...once('2025-10-04T15:45:00Z')],
  ['in-kathmandu', '2025-07-23T19:00', 'Asia/Kathmandu', ...once('2025-07-23T13:15:00Z')],
  ['in-dublin', '2025-12-24T18:00', 'Europe/Dublin', ...once('2025-12-24T18:00:00Z')],
  ['in-ramadan', '2026-03-01T12:00', 'Africa/Casablanca', ...once('2026-03-01T12:00:00Z')],
]

function once(moment: string): [string, string] {
  return [moment, moment]
}
