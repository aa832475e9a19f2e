import { describe, expect, test } from 'vitest'
import {
  dateAt,
  instantOf,
  localAt,
  offsetAt,
  parseZone,
  startOfDay,
} from '../../src/deadline/zone.ts'
import { accepted, refusal } from './parsing.ts'
import { at } from './reports.ts'

/** A wall-clock reading, as the core counts it: as if it were on UTC. */
const reading = (text: string) => at(`${text}Z`)

describe('a zone', () => {
  test.for([
    'UTC',
    'Europe/Istanbul',
    'Europe/Kyiv',
    'Europe/Kiev',
    'America/Argentina/Buenos_Aires',
    'Etc/GMT+12',
    'Etc/GMT-14',
    'Etc/UTC',
    'Turkey',
    'GB',
    '+05:30',
    '-12:00',
    '+00:00',
    '+23:59',
  ])('may be %s', (name) => {
    expect(accepted(parseZone(name))).toBe(name)
  })

  test.for([
    ['EST', 'likely America/New_York'],
    ['EDT', 'likely America/New_York'],
    ['ET', 'likely America/New_York'],
    ['est', 'likely America/New_York'],
    ['EST5EDT', 'likely America/New_York'],
    ['PT', 'likely America/Los_Angeles'],
    ['CST', 'likely America/Chicago'],
    ['CET', 'likely Europe/Berlin'],
    ['EEST', 'likely Europe/Kyiv'],
    ['MSK', 'likely Europe/Moscow'],
    ['TRT', 'likely Europe/Istanbul'],
    ['BST', 'likely Europe/London'],
    ['IST', 'likely Asia/Kolkata, Asia/Jerusalem or Europe/Dublin'],
    ['AoE', 'likely Etc/GMT+12'],
    ['GMT', 'likely Etc/GMT, or Europe/London'],
    ['Z', 'likely UTC'],
    ['ART', 'likely America/Argentina/Buenos_Aires'],
    ['SST', 'likely Pacific/Pago_Pago'],
    ['CAT', 'likely Africa/Maputo'],
  ] as const)('is not %s, an abbreviation: %s', ([name, why]) => {
    expect(refusal(parseZone(name))).toContain(
      `is an abbreviation, not a zone: name the place, ${why}`,
    )
  })

  test('is no three letters but those that IANA has for a place', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
    const names = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)))
    expect(names.filter((name) => parseZone(name).ok)).toEqual(['PRC', 'ROC', 'ROK', 'UTC'])
  })

  test.for([
    ['europe/istanbul', 'is written Europe/Istanbul'],
    ['EUROPE/ISTANBUL', 'is written Europe/Istanbul'],
    ['', 'is not an IANA zone'],
    ['Istanbul', 'is not an IANA zone'],
    ['Europe/Constantinople', 'is not an IANA zone'],
    ['Europe/Istanbul ', 'is not an IANA zone'],
    ['utc', 'nor UTC, nor an offset such as +05:30'],
    ['UTC+3', 'is not an IANA zone'],
    ['+3', 'is not an IANA zone'],
    ['+0530', 'is not an IANA zone'],
    ['+5:30', 'is not an IANA zone'],
    ['05:30', 'is not an IANA zone'],
    ['+24:00', 'is beyond ±23:59'],
    ['+05:60', 'is beyond ±23:59'],
  ] as const)('is not %j: %s', ([name, why]) => {
    expect(refusal(parseZone(name))).toContain(why)
  })
})

describe("a zone's clock", () => {
  test.for([
    ['UTC', '2025-07-21T20:00:00Z', 0, '2025-07-21T20:00:00'],
    ['Europe/Istanbul', '2025-07-21T20:00:00Z', 10_800, '2025-07-21T23:00:00'],
    ['America/New_York', '2025-07-21T20:00:00Z', -14_400, '2025-07-21T16:00:00'],
    ['America/New_York', '2025-01-21T20:00:00Z', -18_000, '2025-01-21T15:00:00'],
    ['Asia/Kathmandu', '2025-07-21T20:00:00Z', 20_700, '2025-07-22T01:45:00'],
    ['Etc/GMT+12', '2025-07-21T20:00:00Z', -43_200, '2025-07-21T08:00:00'],
    ['+05:30', '2025-07-21T20:00:00Z', 19_800, '2025-07-22T01:30:00'],
    ['-03:30', '2025-07-21T20:00:00Z', -12_600, '2025-07-21T16:30:00'],
    ['Africa/Monrovia', '1971-01-01T00:00:00Z', -2_670, '1970-12-31T23:15:30'],
    ['America/New_York', '2025-03-09T06:59:59Z', -18_000, '2025-03-09T01:59:59'],
    ['America/New_York', '2025-03-09T07:00:00Z', -14_400, '2025-03-09T03:00:00'],
    ['America/New_York', '2025-11-02T05:59:59Z', -14_400, '2025-11-02T01:59:59'],
    ['America/New_York', '2025-11-02T06:00:00Z', -18_000, '2025-11-02T01:00:00'],
  ] as const)('%s at %s is %d seconds ahead and shows %s', ([zone, instant, offset, local]) => {
    expect(offsetAt(zone, at(instant))).toBe(offset)
    expect(localAt(zone, at(instant))).toBe(reading(local))
    expect(dateAt(zone, at(instant))).toBe(reading(`${local.slice(0, 10)}T00:00:00`))
  })

  test.for([
    ['Europe/Istanbul', '2025-07-23T19:00:00', '2025-07-23T16:00:00Z', 'once'],
    ['America/New_York', '2025-11-02T01:30:00', '2025-11-02T05:30:00Z', 'twice: the first'],
    ['America/New_York', '2025-11-02T00:59:59', '2025-11-02T04:59:59Z', 'once, just before'],
    ['America/New_York', '2025-11-02T02:00:00', '2025-11-02T07:00:00Z', 'once, just after'],
    [
      'Australia/Lord_Howe',
      '2025-04-06T01:45:00',
      '2025-04-05T14:45:00Z',
      'twice, 30 minutes apart',
    ],
    ['America/New_York', '2025-03-09T02:30:00', '2025-03-09T07:30:00Z', 'never: 03:30'],
    ['Europe/Berlin', '2025-03-30T02:00:00', '2025-03-30T01:00:00Z', 'never: 03:00'],
    ['Australia/Lord_Howe', '2025-10-05T02:15:00', '2025-10-04T15:45:00Z', 'never: 02:45'],
    ['Pacific/Apia', '2011-12-30T12:00:00', '2011-12-30T22:00:00Z', 'never: a day later'],
  ] as const)('in %s shows %s at %s (%s)', ([zone, local, instant]) => {
    expect(instantOf(zone, reading(local))).toBe(at(instant))
  })

  test.for([
    ['UTC', '2025-09-02', '2025-09-02T00:00:00Z', 'midnight'],
    ['America/New_York', '2025-09-02', '2025-09-02T04:00:00Z', 'midnight'],
    ['Africa/Cairo', '2025-04-25', '2025-04-24T22:00:00Z', 'midnight skipped: 01:00'],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z', 'midnight skipped: 01:00'],
    ['America/Toronto', '1919-03-31', '1919-03-31T04:30:00Z', 'skipped from 23:30 to 00:30'],
    ['America/Havana', '2025-11-02', '2025-11-02T04:00:00Z', 'the first of two midnights'],
    ['America/St_Johns', '2010-11-07', '2010-11-07T02:30:00Z', 'the first of two midnights'],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z', 'skipped: where the 31st starts'],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00Z', 'after the skipped day'],
    ['Pacific/Kwajalein', '1993-08-21', '1993-08-21T12:00:00Z', 'skipped: where the 22nd starts'],
  ] as const)('in %s starts %s at %s (%s)', ([zone, day, instant]) => {
    expect(startOfDay(zone, reading(`${day}T00:00:00`))).toBe(at(instant))
  })

  test('keeps its answers however many zones are asked about', () => {
    const instant = at('2025-07-21T20:00:00Z')
    const zones = Intl.supportedValuesOf('timeZone')
    const offsets = zones.map((zone) => offsetAt(zone, instant))
    expect(zones.length).toBeGreaterThan(100)
    expect(zones.map((zone) => offsetAt(zone, instant))).toEqual(offsets)
    expect(offsets[zones.indexOf('Europe/Istanbul')]).toBe(10_800)
  })
})
