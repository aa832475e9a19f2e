import { describe, expect, it } from 'vitest'
import { momentAt, stopsOf } from '../../../src/page/deadline/moments.ts'

const NONE = new Set<number>()
const hundred = Array.from({ length: 100 }, (_, index) => index * 10)

describe('Stops', () => {
  it('stand at their true places in time, each reaching halfway to the next', () => {
    expect(stopsOf([0, 10, 40], NONE)).toEqual([
      { at: 0, index: 1, x: 0, from: 0, until: 12.5 },
      { at: 10, index: 2, x: 25, from: 12.5, until: 62.5 },
      { at: 40, index: 3, x: 100, from: 62.5, until: 100 },
    ])
  })

  it.each([
    ['all of few', [0, 10, 40], [], 3, [0, 10, 40]],
    ['the ends of many', hundred, [], 3, [0, 10, 990]],
    ['what is to be kept', hundred, [330], 4, [0, 10, 330, 990]],
    ['some of what is to be kept, where even that is too much', hundred, hundred, 3, [0, 500, 990]],
  ])('are %s', (_, moments, keep, most, expected) => {
    expect(stopsOf(moments, new Set(keep), most).map(({ at }) => at)).toEqual(expected)
  })

  it('are at most forty, evenly', () => {
    const stops = stopsOf(hundred, NONE)
    expect(stops).toHaveLength(40)
    const gaps = stops.slice(1).map(({ at }, index) => at - stops[index].at)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(30)
  })
})

describe('The moment that holds', () => {
  it.each([
    ['before the first', -1, -1],
    ['at the very instant', 10, 1],
    ['between two', 39, 1],
    ['after the last', 99, 2],
  ])('%s', (_, now, position) => {
    expect(momentAt([0, 10, 40], now)).toBe(position)
  })
})
