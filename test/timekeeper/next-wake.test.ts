import { describe, expect, test } from 'vitest'
import { waitAfter } from '../../src/timekeeper/back-off.ts'
import { nextWake } from '../../src/timekeeper/next-wake.ts'
import { Nudges } from '../../src/timekeeper/nudges.ts'

const NOTHING = { change: null, delivery: null, intent: null, nudge: null, asked: null }

describe('The next wake', () => {
  test.each([
    [NOTHING, null],
    [
      { ...NOTHING, change: 30 },
      { at: 30, for: 'change' },
    ],
    [
      { ...NOTHING, change: 30, delivery: 20 },
      { at: 20, for: 'delivery' },
    ],
    [
      { ...NOTHING, intent: 40, nudge: 60 },
      { at: 40, for: 'intent' },
    ],
    [
      { ...NOTHING, nudge: 60, asked: 0 },
      { at: 0, for: 'asked' },
    ],
    [
      { change: 5, delivery: 5, intent: 5, nudge: 5, asked: 5 },
      { at: 5, for: 'change' },
    ],
  ])('of %j is %j', (ahead, wake) => {
    expect(nextWake(ahead)).toEqual(wake)
  })
})

describe('The wait after a failed attempt', () => {
  test('grows fourfold up to a day, and then there is none', () => {
    const waits = Array.from({ length: 11 }, (_, index) => waitAfter(index + 1, 0))
    expect(waits).toEqual([5, 20, 80, 320, 1280, 5120, 20_480, 81_920, 86_400, 86_400, null])
  })

  test('is up to a tenth longer, so that who failed together does not come back together', () => {
    expect([waitAfter(3, 0.5), waitAfter(3, 1), waitAfter(9, 1)]).toEqual([84, 88, 95_040])
  })
})

describe('A subscription that has something due', () => {
  const due = { subscription: 1, event: 7, nextAt: 100 }

  test('is told of once, until something newer is due, or the message must be lost', () => {
    const nudges = new Nudges()
    expect(nudges.among([due], 100)).toEqual([due])
    nudges.sent([due], 100)
    expect(nudges.next(101)).toBe(103)
    expect(nudges.among([due], 159)).toEqual([])
    expect(nudges.among([{ ...due, event: 8 }], 101)).toHaveLength(1)
    expect(nudges.among([{ ...due, nextAt: 105 }], 105)).toHaveLength(1)
    expect(nudges.among([due], 160)).toEqual([due])
  })

  test('is forgotten once nothing is due to it', () => {
    const nudges = new Nudges()
    nudges.sent([due], 100)
    expect(nudges.among([], 101)).toEqual([])
    expect(nudges.next(101)).toBe(null)
  })
})
