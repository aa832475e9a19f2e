import { describe, expect, test } from 'vitest'
import { isQualified, isWithinOneDay, parseEdtf, parseEdtfDate } from '../../src/deadline/edtf.ts'
import { accepted, refusal } from './parsing.ts'
import { at } from './reports.ts'

/** `2025-09-02` is that day's midnight; with a time, that second. */
const reading = (text: string) => at(text.includes('T') ? `${text}Z` : `${text}T00:00:00Z`)

describe('a single date', () => {
  test.for([
    ['2025-09-02', 'day', '2025-09-02', '2025-09-03'],
    ['2024-02-29', 'day', '2024-02-29', '2024-03-01'],
    ['0001-01-01', 'day', '0001-01-01', '0001-01-02'],
    ['2025-12-31', 'day', '2025-12-31', '2026-01-01'],
    ['2025-08', 'longer', '2025-08-01', '2025-09-01'],
    ['2025-12', 'longer', '2025-12-01', '2026-01-01'],
    ['2025-08-XX', 'longer', '2025-08-01', '2025-09-01'],
    ['2025', 'longer', '2025-01-01', '2026-01-01'],
    ['2025-XX', 'longer', '2025-01-01', '2026-01-01'],
    ['2025-XX-XX', 'longer', '2025-01-01', '2026-01-01'],
    ['202X', 'longer', '2020-01-01', '2030-01-01'],
    ['20XX', 'longer', '2000-01-01', '2100-01-01'],
    ['2025-21', 'longer', '2025-03-01', '2025-12-01'],
    ['2025-22', 'longer', '2025-06-01', '2026-03-01'],
    ['2025-23', 'longer', '2025-03-01', '2025-12-01'],
    ['2025-24', 'longer', '2025-06-01', '2026-03-01'],
    ['2025-25', 'longer', '2025-03-01', '2025-06-01'],
    ['2025-26', 'longer', '2025-06-01', '2025-09-01'],
    ['2025-27', 'longer', '2025-09-01', '2025-12-01'],
    ['2025-28', 'longer', '2025-12-01', '2026-03-01'],
    ['2025-29', 'longer', '2025-09-01', '2025-12-01'],
    ['2025-30', 'longer', '2025-12-01', '2026-03-01'],
    ['2025-31', 'longer', '2025-03-01', '2025-06-01'],
    ['2025-32', 'longer', '2025-06-01', '2025-09-01'],
    ['2025-33', 'longer', '2025-01-01', '2025-04-01'],
    ['2025-34', 'longer', '2025-04-01', '2025-07-01'],
    ['2025-35', 'longer', '2025-07-01', '2025-10-01'],
    ['2025-36', 'longer', '2025-10-01', '2026-01-01'],
    ['2025-37', 'longer', '2025-01-01', '2025-05-01'],
    ['2025-38', 'longer', '2025-05-01', '2025-09-01'],
    ['2025-39', 'longer', '2025-09-01', '2026-01-01'],
    ['2025-40', 'longer', '2025-01-01', '2025-07-01'],
    ['2025-41', 'longer', '2025-07-01', '2026-01-01'],
  ] as const)('%s is a %s from %s up to %s', ([text, precision, start, end]) => {
    expect(accepted(parseEdtf(text))).toEqual({
      form: 'date',
      precision,
      start: reading(start),
      end: reading(end),
      offset: null,
      qualifier: '',
    })
  })

  test.for([
    ['2025-07-23T19:00', '2025-07-23T19:00:00', null],
    ['2025-07-23T19:00:30', '2025-07-23T19:00:30', null],
    ['2025-07-23T19:00:00Z', '2025-07-23T19:00:00', 0],
    ['2025-07-23T19:00Z', '2025-07-23T19:00:00', 0],
    ['2025-07-23T19:00+03:00', '2025-07-23T19:00:00', 10_800],
    ['2025-07-23T19:00:00-04:00', '2025-07-23T19:00:00', -14_400],
    ['2025-07-23T19:00:00+0530', '2025-07-23T19:00:00', 19_800],
    ['2025-07-23T19:00:00+03', '2025-07-23T19:00:00', 10_800],
  ] as const)('%s is a time that shows %s, with the offset %s', ([text, local, offset]) => {
    expect(accepted(parseEdtf(text))).toEqual({
      form: 'date',
      precision: 'time',
      start: reading(local),
      end: reading(local),
      offset,
      qualifier: '',
    })
  })

  test.for([
    ['2025-07-23?', '?'],
    ['2025-08~', '~'],
    ['2025%', '%'],
    ['2025-07-23T19:00?', '?'],
    ['2025-07-23T19:00:00Z~', '~'],
    ['2025-27?', '?'],
    ['202X~', '~'],
  ] as const)('%s carries the doubt %s', ([text, qualifier]) => {
    expect(accepted(parseEdtf(text))).toMatchObject({ form: 'date', qualifier })
  })
})

describe('an interval', () => {
  test.for([
    ['2025-08-07/2025-08-09', '2025-08-07', '2025-08-10'],
    ['2025-08-07/2025-08-07', '2025-08-07', '2025-08-08'],
    ['2025-08/2025-10', '2025-08-01', '2025-11-01'],
    ['2025-08-07/2025-08', '2025-08-07', '2025-09-01'],
    ['2025-08-07?/2025-08-09~', '2025-08-07', '2025-08-10'],
    ['2025-07-23T19:00/2025-07-23T21:00', '2025-07-23T19:00:00', '2025-07-23T21:00:00'],
    ['2025-07-23T19:00/2025-07-23', '2025-07-23T19:00:00', '2025-07-24'],
    ['2025-07-23T19:00/2025-07-23T19:00', '2025-07-23T19:00:00', '2025-07-23T19:00:00'],
    ['../2025-09-02', null, '2025-09-03'],
    ['/2025-09-02', null, '2025-09-03'],
    ['2025-09-02/..', '2025-09-02', null],
    ['2025-09-02/', '2025-09-02', null],
  ] as const)('%s runs from %s up to %s', ([text, start, end]) => {
    const interval = accepted(parseEdtf(text))
    if (interval.form !== 'interval') throw new Error(`read as ${interval.form}`)
    expect(interval.from?.start ?? null).toBe(start && reading(start))
    expect(interval.to?.end ?? null).toBe(end && reading(end))
  })

  test('is in order where its ends, each with its offset, are in order on UTC', () => {
    expect(parseEdtf('2025-07-23T19:00+03:00/2025-07-23T18:00Z').ok).toBe(true)
    expect(parseEdtf('2025-07-23T18:00Z/2025-07-23T19:00+03:00').ok).toBe(false)
  })
})

describe('a one-of set', () => {
  test.for([
    ['[2025-07-23,2025-07-24]', 2],
    ['[2025-07-23, 2025-07-24]', 2],
    ['[2025-07-23]', 1],
    ['[2025-07-23,2025-08]', 2],
    ['[2025-07-23..2025-07-25]', 1],
    ['[2025-07-21,2025-07-23..2025-07-25,2025-08]', 3],
    ['[..2025-07-23]', 1],
    ['[2025-07-23..]', 1],
    ['[2025-07-23?,2025-07-24]', 2],
    ['[2025-07-23T19:00,2025-07-24T19:00]', 2],
  ] as const)('%s has %d choices', ([text, count]) => {
    const set = accepted(parseEdtf(text))
    expect(set).toMatchObject({ form: 'one-of' })
    expect(set.form === 'one-of' && set.choices.length).toBe(count)
  })

  test('takes a run of dates for an interval', () => {
    expect(accepted(parseEdtf('[2025-07-23..2025-07-25]'))).toMatchObject({
      choices: [
        {
          form: 'interval',
          from: { start: reading('2025-07-23') },
          to: { end: reading('2025-07-26') },
        },
      ],
    })
  })
})

describe('what is no date', () => {
  test.for([
    ['2025-02-30', "there is no 2025-02-30: that month's days run from 01 to 28"],
    ['2024-02-30', "that month's days run from 01 to 29"],
    ['2025-04-31', "that month's days run from 01 to 30"],
    ['2025-07-00', "that month's days run from 01 to 31"],
    ['1900-02-29', "that month's days run from 01 to 28"],
    ['2025-13', 'there is no month 13: months run from 01 to 12'],
    ['2025-00', 'there is no month 0'],
    ['2025-42', 'there is no month 42'],
    ['2025-13-01', 'there is no month 13'],
    ['0000', 'the year 0000 is outside of 0001 to 9999'],
    ['0000-05', 'the year 0000 is outside of 0001 to 9999'],
    ['0000-05-01', 'the year 0000 is outside of 0001 to 9999'],
    ['000X', 'the year 0000 is outside of 0001 to 9999'],
    ['00XX', 'the year 0000 is outside of 0001 to 9999'],
    ['-0044-03-15', 'years run from 0001 to 9999'],
    ['Y12025', 'years run from 0001 to 9999'],
    ['+12025-01-01', 'years run from 0001 to 9999'],
    ['2025-07-23T24:00', 'there is no hour 24'],
    ['2025-07-23T19:60', 'there is no minute 60'],
    ['2025-07-23T19:00:60', 'there is no second 60'],
    ['2025-02-30T19:00', "that month's days run from 01 to 28"],
    ['2025-07-23T19:00+24:00', 'there is no offset +24:00'],
    ['2025-07-23T19:00+03:60', 'there is no offset +03:60'],
    ['', 'an empty date'],
    ['  ', 'an empty date'],
    [' 2025-09-02', 'has blanks around it'],
    ['2025-09-02\n', 'has blanks around it'],
    ['2025-07-23 19:00', 'lacks the T between the day and the time'],
    ['P50D', 'is a period: write { "in": "P50D", "from": "2025-07-14" }'],
    ['02/09/2025', 'could be read two ways: write year-month-day'],
    ['02.09.2025', 'could be read two ways: write year-month-day'],
    ['9-2-25', 'could be read two ways: write year-month-day'],
    ['next Friday', 'is not a date in EDTF, such as 2025-09-02'],
    ['2025-9-2', 'is not a date in EDTF'],
    ['20250902', 'is not a date in EDTF'],
    ['2025-07-23t19:00', 'is not a date in EDTF'],
    ['2025-07-23T19', 'is not a date in EDTF'],
    ['2025-07-23T19:00:00.5', 'is not a date in EDTF'],
    ['2025-07-2X', 'is not a date in EDTF'],
    ['2025-XX-02', 'is not a date in EDTF'],
    ['2025?-07-23', 'is not a date in EDTF'],
    ['2025-07-23??', 'is not a date in EDTF'],
    ['2025-W30', 'is not a date in EDTF'],
    ['2025-245', 'is not a date in EDTF'],
    ['2025-08-09/2025-08-07', 'ends before it starts'],
    ['2025-08/2025-07-31', 'ends before it starts'],
    ['2025-07-23T19:00/2025-07-23T18:59', 'ends before it starts'],
    ['2025-07-24T00:00/2025-07-23', 'ends before it starts'],
    ['../..', 'is open at both ends'],
    ['/', 'is open at both ends'],
    ['2025-08-07/2025-08-08/2025-08-09', 'has more than two ends'],
    ['2025-08-07/2025-02-30', 'there is no 2025-02-30'],
    ['2025-02-30/2025-08-07', 'there is no 2025-02-30'],
    ['2025-08-07/open', 'is not a date in EDTF'],
    ['[]', 'an empty set names no date'],
    ['[ ]', 'an empty set names no date'],
    ['[2025-07-23,2025-07-24', 'lacks its closing ]'],
    ['[2025-07-23,]', 'an empty date'],
    ['[2025-07-23,2025-02-30]', 'there is no 2025-02-30'],
    ['[2025-07-25..2025-07-23]', 'ends before it starts'],
    ['[..]', 'is open at both ends'],
    ['[2025-07-23/2025-07-24]', 'is not a date in EDTF'],
    ['{2025-07-23,2025-07-24}', 'means all of these dates'],
  ] as const)('%j: %s', ([text, why]) => {
    expect(refusal(parseEdtf(text))).toContain(why)
  })

  test('an interval or a set, where a single date is asked for', () => {
    expect(parseEdtfDate('2025-08-07/2025-08-09').ok).toBe(false)
    expect(parseEdtfDate('[2025-08-07]').ok).toBe(false)
  })
})

describe('what the fold asks of a date', () => {
  test.for([
    ['2025-07-23', true, false],
    ['2025-07-23T19:00', true, false],
    ['2025-07-23?', true, true],
    ['2025-07-23T19:00/2025-07-23T21:00', true, false],
    ['2025-07-23/2025-07-23', true, false],
    ['[2025-07-23T10:00,2025-07-23T18:00]', true, false],
    ['2025-07-23/2025-07-24', false, false],
    ['[2025-07-23,2025-07-24]', false, false],
    ['2025-08', false, false],
    ['2025', false, false],
    ['../2025-07-23', false, false],
    ['2025-07-23/..', false, false],
    ['[..2025-07-23]', false, false],
    ['2025-08-07/2025-08-09~', false, true],
    ['[2025-07-23,2025-07-24%]', false, true],
  ] as const)('%s: within one day %s, in doubt %s', ([text, withinOneDay, qualified]) => {
    const edtf = accepted(parseEdtf(text))
    expect([isWithinOneDay(edtf), isQualified(edtf)]).toEqual([withinOneDay, qualified])
  })
})
