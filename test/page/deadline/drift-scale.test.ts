import { describe, expect, it } from 'vitest'
import {
  along,
  axesOf,
  barOf,
  diagonal,
  endOf,
  type Form,
  onlyYear,
  ticks,
  up,
} from '../../../src/page/deadline/drift-scale.ts'
import { parseReports } from './drift-reports.ts'

const at = (instant: string) => Date.parse(instant) / 1000
const day = (date: string) => at(`${date}T00:00:00Z`)
const FORM: Form = {
  ...{ name: 'wide', widths: [700, 700], height: 100, gutter: 10 },
  ...{ ticksAcross: 8, ticksUp: 6, mostLetters: 40 },
}
const AXES = {
  said: { from: day('2025-07-01'), until: day('2025-07-11') },
  claimed: { from: day('2025-07-01'), until: day('2025-07-21') },
}

describe('The drift chart’s axes', () => {
  it.each([
    ['the start', '2025-07-01', 10, 100],
    ['the middle of what was said', '2025-07-06', 55, 75],
    ['the end of what was said', '2025-07-11', 100, 50],
    ['what lies past both', '2025-08-01', 100, 0],
  ])('put %s where it belongs', (_, date, x, y) => {
    expect(along(FORM, AXES.said, day(date))).toBe(x)
    expect(up(FORM, AXES.claimed, day(date))).toBe(y)
  })

  it('are none where no date was given', () => {
    expect(axesOf(parseReports({ when: null }), day('2025-08-01'), null)).toBeNull()
    expect(axesOf([], day('2025-08-01'), null)).toBeNull()
  })

  it('reach to where time will be up, but not to what is far off', () => {
    const lines = parseReports({ when: '2025-07-20', reportedAt: '2025-07-01T00:00:00Z' })
    const now = day('2025-07-06')
    expect(axesOf(lines, now, day('2025-07-21'))?.said.until).toBeGreaterThan(day('2025-07-21'))
    expect(axesOf(lines, now, day('2035-07-21'))?.said.until).toBeLessThan(day('2025-12-01'))
  })

  it('follow the diagonal from its start, unless the dates lie far above', () => {
    const near = axesOf(parseReports({ when: '2025-07-20' }), day('2025-07-10'), null)
    const far = axesOf(parseReports({ when: '2035-07-20' }), day('2025-07-10'), null)
    expect(near && diagonal(FORM, near)).not.toBeNull()
    expect(far && diagonal(FORM, far)).toBeNull()
    expect(far?.claimed.from).toBeGreaterThan(day('2035-06-01'))
  })

  it('know the one year that they lie in', () => {
    expect(onlyYear(AXES)).toBe(2025)
    expect(onlyYear({ ...AXES, claimed: { from: 0, until: 1 } })).toBeNull()
  })
})

describe('The drift chart ends', () => {
  const said = [{ at: day('2025-07-01'), closes: day('2025-07-21') }]
  it.each([
    ['at the outcome', '2025-07-22', '2026-01-01', '2025-07-22'],
    ['now', null, '2025-07-10', '2025-07-10'],
    ['a little after a date that passed long ago', null, '2026-01-01', '2025-07-25'],
  ])('%s', (_, outcome, now, end) => {
    expect(endOf(said, outcome === null ? null : day(outcome), day(now))).toBe(day(end))
  })
})

describe('A bar', () => {
  const bar = (opens: string | null, closes: string | null) =>
    barOf(FORM, AXES, day('2025-07-02'), day('2025-07-06'), {
      opens: opens === null ? null : at(opens),
      closes: closes === null ? null : at(closes),
    })

  it.each([
    ['is as high as its window is wide', '2025-07-11T00:00Z', '2025-07-16T00:00Z', 25, 25],
    ['is seen even for an instant', '2025-07-11T00:00Z', '2025-07-11T00:00Z', 48, 4],
    ['runs down to the edge from a close alone', null, '2025-07-16T00:00Z', 25, 75],
    ['runs up to the edge from an opening alone', '2025-07-16T00:00Z', null, 0, 25],
    ['is all of the plot without ends', null, null, 0, 100],
  ])('%s', (_, opens, closes, y, height) => {
    const drawn = bar(opens, closes)
    expect([drawn.x, drawn.width, drawn.y, drawn.height]).toEqual([19, 36, y, height])
    expect([drawn.fadesDown, drawn.fadesUp]).toEqual([opens === null, closes === null])
  })
})

describe('The diagonal', () => {
  it('joins each day to itself', () => {
    expect(diagonal(FORM, AXES)).toEqual({ x1: 10, y1: 100, x2: 100, y2: 50 })
  })
})

describe('Ticks', () => {
  const ticked = (from: string, until: string, most = 6) =>
    ticks({ from: day(from), until: day(until) }, most).map((each) =>
      new Date(each * 1000).toISOString().slice(0, 10),
    )

  it.each([
    ['days', '2025-07-01', '2025-07-04', ['2025-07-01', '2025-07-02', '2025-07-03', '2025-07-04']],
    [
      'Mondays',
      '2025-07-12',
      '2025-08-10',
      ['2025-07-14', '2025-07-21', '2025-07-28', '2025-08-04'],
    ],
    [
      'months',
      '2025-07-12',
      '2025-11-10',
      ['2025-08-01', '2025-09-01', '2025-10-01', '2025-11-01'],
    ],
    ['years', '2024-07-12', '2028-11-10', ['2025-01-01', '2026-01-01', '2027-01-01', '2028-01-01']],
    [
      'millennia',
      '0001-01-01',
      '9000-01-01',
      ['2000-01-01', '4000-01-01', '6000-01-01', '8000-01-01'],
    ],
  ])('are %s', (_, from, until, expected) => {
    expect(ticked(from, until)).toEqual(expected)
  })
})
