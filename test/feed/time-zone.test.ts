import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { Component } from '../../src/feed/content-lines.ts'
import { writeComponent } from '../../src/feed/content-lines.ts'
import { timeZone, yearsAround } from '../../src/feed/time-zone.ts'
import { NOTABLE_ZONES } from '../deadline/oracle/zones.ts'
import { at } from '../deadline/reports.ts'

const FROM = at('2009-01-01T00:00:00Z')
const UNTIL = at('2027-01-01T00:00:00Z')

function saidOf([, properties]: Component, name: string): string {
  return String(properties.find((property) => property[0] === name)?.[3])
}

function seconds(offset: string): number {
  const [hours, minutes, rest = 0] = offset.slice(1).split(':').map(Number)
  return (hours * 3600 + minutes * 60 + Number(rest)) * (offset.startsWith('-') ? -1 : 1)
}

/** As RFC 5545 reads it: of the observances that had begun by then, the last is in force. */
function offsetBy([, , observances]: Component, instant: number): number {
  const begun = observances
    .map((each) => ({
      since: at(`${saidOf(each, 'dtstart')}Z`) - seconds(saidOf(each, 'tzoffsetfrom')),
      offset: seconds(saidOf(each, 'tzoffsetto')),
    }))
    .filter(({ since }) => since <= instant)
    .sort((a, b) => a.since - b.since)
  return begun[begun.length - 1].offset
}

describe('A zone of a calendar', () => {
  test.for(NOTABLE_ZONES)('%s has the offset that Temporal finds, at any instant', (zone) => {
    const told = timeZone(zone, FROM, UNTIL)
    fc.assert(
      fc.property(fc.integer({ min: FROM, max: UNTIL - 1 }), (instant) => {
        const there = Temporal.Instant.fromEpochMilliseconds(instant * 1000)
        const { offsetNanoseconds } = there.toZonedDateTimeISO(zone)
        expect(offsetBy(told, instant)).toBe(offsetNanoseconds / 1e9)
      }),
      { numRuns: 200 },
    )
    for (const [index, observance] of told[2].entries()) {
      if (index === 0) continue
      expect(saidOf(observance, 'tzoffsetfrom')).toBe(saidOf(told[2][index - 1], 'tzoffsetto'))
    }
  })

  test('is written with each change by the clock as it was until then', () => {
    const zone = timeZone('Europe/Berlin', at('2025-01-01T00:00:00Z'), at('2026-01-01T00:00:00Z'))
    expect(writeComponent(zone).split('\r\n')).toEqual([
      ...['BEGIN:VTIMEZONE', 'TZID:Europe/Berlin'],
      ...['BEGIN:STANDARD', 'DTSTART:20250101T010000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0100'],
      ...['TZNAME:+01', 'END:STANDARD'],
      ...['BEGIN:DAYLIGHT', 'DTSTART:20250330T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
      ...['TZNAME:+02', 'END:DAYLIGHT'],
      ...['BEGIN:STANDARD', 'DTSTART:20251026T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100'],
      ...['TZNAME:+01', 'END:STANDARD'],
      ...['END:VTIMEZONE', ''],
    ])
  })

  test.each([
    ['Asia/Kathmandu', '2025-01-01T00:00:00Z', '+0545', '+0545'],
    ['America/St_Johns', '2025-01-01T00:00:00Z', '-0330', '-0330'],
    ['Africa/Monrovia', '1971-01-01T00:00:00Z', '-004430', '-004430'],
    ['UTC', '2025-01-01T00:00:00Z', '+0000', '+00'],
  ])('%s has an offset of whatever length', (zone, instant, offset, name) => {
    const written = writeComponent(timeZone(zone, at(instant), at(instant)))
    expect(written).toContain(`TZOFFSETTO:${offset}\r\nTZNAME:${name}\r\n`)
  })

  test('is told for whole years, one more either side', () => {
    const years = yearsAround({
      first: at('2025-07-23T16:00:00Z'),
      last: at('2026-01-01T00:00:00Z'),
    })
    expect(years).toEqual({ from: at('2024-01-01T00:00:00Z'), until: at('2028-01-01T00:00:00Z') })
  })
})
