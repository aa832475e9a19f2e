import { describe, expect, test } from 'vitest'
import { formatInstant, parseInstant } from '../../src/deadline/instant.ts'
import { accepted, refusal } from './parsing.ts'

describe('an instant', () => {
  test.for([
    ['1970-01-01T00:00:00Z', 0],
    ['2025-07-21T20:00:00Z', 1_753_128_000],
    ['2025-07-21T23:00:00+03:00', 1_753_128_000],
    ['2025-07-21T16:00:00-04:00', 1_753_128_000],
    ['2025-07-22T01:30:00+05:30', 1_753_128_000],
    ['2025-07-21t20:00:00z', 1_753_128_000],
    ['2025-07-21T20:00Z', 1_753_128_000],
    ['2025-07-21T20:00:00.999Z', 1_753_128_000],
    ['1969-12-31T23:59:59Z', -1],
    ['0001-01-01T00:00:00Z', -62_135_596_800],
    ['9999-12-31T23:59:59Z', 253_402_300_799],
    ['2024-02-29T00:00:00Z', 1_709_164_800],
  ] as const)('%s is %d seconds after 1970', ([text, seconds]) => {
    expect(accepted(parseInstant(text))).toBe(seconds)
  })

  test.for([
    ['', 'must be an instant with its offset'],
    ['now', 'must be an instant with its offset'],
    ['2025-07-21', 'must be an instant with its offset'],
    ['2025-07-21T20:00:00', 'must be an instant with its offset'],
    ['2025-07-21 20:00:00Z', 'must be an instant with its offset'],
    ['1753128000', 'must be an instant with its offset'],
    ['2025-07-21T20:00:00Z\n', 'must be an instant with its offset'],
    ['2025-02-30T00:00:00Z', "that month's days run from 01 to 28"],
    ['2025-13-01T00:00:00Z', 'months run from 01 to 12'],
    ['2025-00-01T00:00:00Z', 'there is no month 00'],
    ['2025-07-00T00:00:00Z', 'days run from 01 to 31'],
    ['0000-01-01T00:00:00Z', 'outside of 0001 to 9999'],
    ['2025-07-21T24:00:00Z', 'hours run from 00 to 23'],
    ['2025-07-21T20:60:00Z', 'minutes run from 00 to 59'],
    ['2025-07-21T20:00:60Z', 'seconds run from 00 to 59'],
    ['2025-07-21T20:00:00+24:00', 'must have an offset between -23:59 and +23:59'],
    ['2025-07-21T20:00:00+05:60', 'must have an offset between -23:59 and +23:59'],
    ['9999-12-31T23:59:59-00:01', 'must lie in the years 0001 to 9999 of UTC'],
    ['0001-01-01T00:00:00+00:01', 'must lie in the years 0001 to 9999 of UTC'],
  ] as const)('refuses %j: %s', ([text, why]) => {
    expect(refusal(parseInstant(text))).toContain(why)
  })

  test.for([
    [0, '1970-01-01T00:00:00Z'],
    [1_753_128_000, '2025-07-21T20:00:00Z'],
    [-62_135_596_800, '0001-01-01T00:00:00Z'],
    [253_402_300_799, '9999-12-31T23:59:59Z'],
    [253_402_300_800, '+010000-01-01T00:00:00Z'],
  ] as const)('%d is written %s', ([seconds, text]) => {
    expect(formatInstant(seconds)).toBe(text)
  })
})
