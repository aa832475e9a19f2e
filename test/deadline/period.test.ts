import { describe, expect, test } from 'vitest'
import { addCalendar, parsePeriod } from '../../src/deadline/period.ts'
import { accepted, refusal } from './parsing.ts'
import { at } from './reports.ts'

describe('a period', () => {
  test.for([
    ['P50D', 0, 50, 0],
    ['P2W', 0, 14, 0],
    ['P1M', 1, 0, 0],
    ['P1Y', 12, 0, 0],
    ['P1Y2M3W4D', 14, 25, 0],
    ['PT48H', 0, 0, 172_800],
    ['PT90M', 0, 0, 5_400],
    ['PT30S', 0, 0, 30],
    ['P1DT2H3M4S', 0, 1, 7_384],
    ['P0D', 0, 0, 0],
    ['P010D', 0, 10, 0],
  ] as const)('%s is %d months, %d days and %d seconds', ([text, months, days, seconds]) => {
    expect(accepted(parsePeriod(text))).toEqual({ months, days, seconds })
  })

  test.for([
    ['', 'is not a period: write an ISO 8601 duration such as P50D or PT48H'],
    ['P', 'is not a period'],
    ['PT', 'is not a period'],
    ['P1DT', 'is not a period'],
    ['50 days', 'is not a period'],
    ['p50d', 'is not a period'],
    ['P1D2M', 'is not a period'],
    ['P50D ', 'is not a period'],
    ['-P50D', 'a period counts forward, without a sign'],
    ['+P50D', 'a period counts forward, without a sign'],
    ['P1.5D', 'has a fraction: write whole numbers'],
    ['PT1,5H', 'has a fraction: write whole numbers'],
    ['48H', 'lacks its PT'],
    ['P48H', 'lacks its PT'],
    ['T30S', 'lacks its PT'],
    ['P10001Y', 'ends after the year 9999'],
    ['P3700001D', 'ends after the year 9999'],
    ['PT90000000H', 'ends after the year 9999'],
    ['P99999999999999999999Y', 'ends after the year 9999'],
  ] as const)('is not %j: %s', ([text, why]) => {
    expect(refusal(parsePeriod(text))).toContain(why)
  })
})

describe('moving the calendar', () => {
  test.for([
    ['2025-07-14T00:00:00Z', 'P50D', '2025-09-02T00:00:00Z'],
    ['2025-01-31T00:00:00Z', 'P1M', '2025-02-28T00:00:00Z'],
    ['2024-01-31T00:00:00Z', 'P1M', '2024-02-29T00:00:00Z'],
    ['2025-01-31T00:00:00Z', 'P2M', '2025-03-31T00:00:00Z'],
    ['2025-03-31T00:00:00Z', 'P1M', '2025-04-30T00:00:00Z'],
    ['2024-02-29T00:00:00Z', 'P1Y', '2025-02-28T00:00:00Z'],
    ['2024-02-29T00:00:00Z', 'P4Y', '2028-02-29T00:00:00Z'],
    ['2025-01-31T00:00:00Z', 'P1M1D', '2025-03-01T00:00:00Z'],
    ['2025-12-31T00:00:00Z', 'P1D', '2026-01-01T00:00:00Z'],
    ['2025-11-30T00:00:00Z', 'P3M', '2026-02-28T00:00:00Z'],
    ['2025-07-14T00:00:00Z', 'P2W', '2025-07-28T00:00:00Z'],
    ['1914-07-23T18:00:00Z', 'P2D', '1914-07-25T18:00:00Z'],
    ['0001-01-31T06:07:08Z', 'P1M', '0001-02-28T06:07:08Z'],
  ] as const)('from %s by %s comes to %s, the time of day kept', ([from, period, to]) => {
    expect(addCalendar(at(from), accepted(parsePeriod(period)))).toBe(at(to))
  })
})
