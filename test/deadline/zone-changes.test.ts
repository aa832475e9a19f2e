import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { clockChanges } from '../../src/deadline/zone.ts'
import { changesIn } from './oracle/sweep.ts'
import { NOTABLE_ZONES } from './oracle/zones.ts'
import { at } from './reports.ts'

const FROM = at('1970-01-01T00:00:00Z')
const UNTIL = at('2038-01-01T00:00:00Z')

describe("a zone's clock changes", () => {
  test.for(NOTABLE_ZONES)('in %s are those that Temporal finds', (zone) => {
    expect(clockChanges(zone, FROM, UNTIL)).toEqual(changesIn(zone, FROM, UNTIL))
  })

  test.for([
    ['Asia/Gaza', '2040-10-01T00:00:00Z', '2040-11-30T00:00:00Z', 2],
    ['America/Recife', '2000-10-01T00:00:00Z', '2000-10-31T00:00:00Z', 2],
    ['Pacific/Apia', '2011-12-01T00:00:00Z', '2012-01-31T00:00:00Z', 1],
  ] as const)('in %s are told apart from %s to %s', ([zone, from, until, count]) => {
    const changes = clockChanges(zone, at(from), at(until))
    expect(changes).toHaveLength(count)
    for (const { instant, before, after } of changes) {
      const there = Temporal.Instant.fromEpochMilliseconds(instant * 1000).toZonedDateTimeISO(zone)
      expect(there.offsetNanoseconds / 1e9).toBe(after)
      expect(there.subtract({ seconds: 1 }).offsetNanoseconds / 1e9).toBe(before)
    }
  })

  test('count with the first instant of the span, and not with the one after it', () => {
    const change = at('2025-03-30T01:00:00Z')
    const around = (from: number, until: number) =>
      clockChanges('Europe/Berlin', from, until).map(({ instant }) => instant)
    expect(around(change, change + 1)).toEqual([change])
    expect(around(change - 1, change)).toEqual([])
    expect(around(change + 1, change + 10)).toEqual([])
    expect(around(change, change)).toEqual([])
    expect(around(change + 1, change - 1)).toEqual([])
  })

  test.for(['UTC', '+05:30', 'Etc/GMT+12'])('never come in %s', (zone) => {
    expect(clockChanges(zone, FROM, UNTIL)).toEqual([])
  })
})
