import { describe, expect, test } from 'vitest'
import { kept } from '../../src/deadline/kept.ts'
import { dateAt, localAt } from '../../src/deadline/zone.ts'

describe('What is kept', () => {
  test('is made once for a key, also where it is nothing much', () => {
    let made = 0
    const make = () => made++
    expect([kept('a test', make), kept('a test', make), kept('another', make)]).toEqual([0, 0, 1])
  })

  test('is made anew once there is much of it', () => {
    let made = 0
    kept('the first', () => made++)
    for (let number = 0; number < 10_000; number++) kept(`number ${number}`, () => number)
    kept('the first', () => made++)
    expect(made).toBe(2)
  })

  test('is not what failed', () => {
    const fail = () => kept('failing', () => JSON.parse('{'))
    expect(fail).toThrow()
    expect(fail).toThrow()
    expect(kept('failing', () => 1)).toBe(1)
  })
})

test('A clock that is read twice shows the same, and each zone its own', () => {
  const instant = Date.parse('2025-07-21T22:30:00Z') / 1000
  for (let time = 0; time < 2; time++) {
    const hours = ['Europe/Kyiv', 'America/New_York', 'Asia/Kathmandu'].map((zone) => {
      return (localAt(zone, instant) - dateAt(zone, instant)) / 3600
    })
    expect(hours).toEqual([1.5, 18.5, 4.25])
  }
})
