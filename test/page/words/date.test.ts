import { describe, expect, it } from 'vitest'
import { datetimeOf } from '../../../src/page/date.tsx'
import { type DateStyle, FULL, writeDate } from '../../../src/page/words/date.ts'
import { en } from '../../../src/page/words/en.ts'

const BRIEF: DateStyle = { weekday: 'short', month: 'long', tacitYear: 2025 }

describe('a date in English', () => {
  it.each([
    ['2025-09-02', null, '2 September 2025'],
    ['2025-07-23T19:00', null, '23 July 2025, 19:00'],
    ['2025-07-23T19:00:30', null, '23 July 2025, 19:00:30'],
    ['2025-07-23T19:00', 'Europe/Istanbul', '23 July 2025, 19:00'],
    ['2025-07-23T16:00:00Z', 'Europe/Istanbul', '23 July 2025, 19:00'],
    ['2025-07-23T22:00:00Z', 'Europe/Istanbul', '24 July 2025, 01:00'],
    ['2025-07-23T16:00:00Z', null, '23 July 2025, 16:00 UTC'],
    ['2025-07-23T16:00+05:30', null, '23 July 2025, 16:00 UTC+5:30'],
    ['2025-07-23T16:00-04:00', null, '23 July 2025, 16:00 UTC−4'],
    ['2025-08', null, 'August 2025'],
    ['2025', null, '2025'],
    ['202X', null, 'the 2020s'],
    ['2025-33', null, 'January–March 2025'],
    ['2025-08-07/2025-08-09', null, '7–9 August 2025'],
    ['2025-08-30/2025-09-02', null, '30 August – 2 September 2025'],
    ['2025-12-30/2026-01-02', null, '30 December 2025 – 2 January 2026'],
    ['2025-08/2025-10', null, 'August 2025 to October 2025'],
    ['../2025-08-31', null, 'by 31 August 2025'],
    ['2025-09-02/..', null, 'from 2 September 2025 on'],
    ['[2025-07-23,2025-07-24]', null, '23 or 24 July 2025'],
    ['[2025-07-23,2025-07-24,2025-07-30]', null, '23, 24 or 30 July 2025'],
    ['[2025-07-31,2025-08-01]', null, '31 July 2025 or 1 August 2025'],
    ['[2025-07-23..2025-07-25]', null, '23–25 July 2025'],
    ['2025-07-23?', null, 'possibly 23 July 2025'],
    ['2025-08~', null, 'about August 2025'],
    ['2025%', null, 'possibly about 2025'],
    ['2025-08-07~/2025-08-09', null, 'about 7 August 2025 to 9 August 2025'],
    ['[2025-07-23?,2025-07-24]', null, 'possibly 23 July 2025 or 24 July 2025'],
    ['0999-12-31', null, '31 December 999'],
  ])('%s (%s) is "%s"', (edtf, zone, written) => {
    expect(writeDate(en.date, edtf, zone)).toBe(written)
  })

  it.each([
    ['2025-09-02', FULL, 'Tuesday 2 September 2025'],
    ['2025-07-23T19:00', FULL, 'Wednesday 23 July 2025, 19:00'],
    ['../2025-08-31', FULL, 'by Sunday 31 August 2025'],
    ['2025-08-07/2025-08-09', FULL, '7–9 August 2025'],
    ['2025-07-23', BRIEF, 'Wed 23 July'],
    ['2026-07-23', BRIEF, 'Thu 23 July 2026'],
    ['2025-08-07/2025-08-09', BRIEF, '7–9 August'],
    ['2025-12-30/2026-01-02', BRIEF, '30 December 2025 – 2 January 2026'],
    ['[2025-07-23,2025-07-24]', BRIEF, '23 or 24 July'],
    ['2025-08', BRIEF, 'August 2025'],
  ] as const)('%s is in its style "%s"', (edtf, style, written) => {
    expect(writeDate(en.date, edtf, null, style)).toBe(written)
  })
})

describe('a date for machines', () => {
  it.each([
    ['2025-09-02', null, '2025-09-02'],
    ['2025-09-02?', null, '2025-09-02'],
    ['2025-07-23T19:00', null, '2025-07-23T19:00'],
    ['2025-07-23T19:00', 'Europe/Istanbul', '2025-07-23T16:00:00Z'],
    ['2025-07-23T19:00+05:30', 'Europe/Istanbul', '2025-07-23T13:30:00Z'],
    ['2025-08', null, '2025-08'],
    ['2025', null, '2025'],
    ['0044', null, '0044'],
    ['202X', null, null],
    ['2025-33', null, null],
    ['2025-08-07/2025-08-09', null, null],
    ['../2025-08-31', null, null],
    ['[2025-07-23,2025-07-24]', null, null],
  ])('%s (%s) is %s', (edtf, zone, datetime) => {
    expect(datetimeOf(edtf, zone)).toBe(datetime)
  })
})
