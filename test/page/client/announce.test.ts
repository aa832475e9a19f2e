import { describe, expect, it } from 'vitest'
import { announcer, stepOf } from '../../../src/page/client/announce.ts'
import type { Count } from '../../../src/page/count.ts'

describe('A step of a count', () => {
  const stepsOver = (from: number, to: number) => {
    const steps = new Set<string>()
    for (let seconds = from; seconds >= to; seconds--) steps.add(stepOf({ form: 'clock', seconds }))
    return steps.size
  }

  it.each([
    ['a day, while there are days', 5 * 86_400, 86_401, 4],
    ['an hour, on the last day', 86_400, 3601, 23],
    ['a minute, in the last hour', 3600, 61, 59],
    ['all of the last minute', 60, 1, 1],
    ['none between a day and 24 hours', 86_400, 86_399, 1],
  ])('is %s', (_, from, to, steps) => {
    expect(stepsOver(from, to)).toBe(steps)
  })

  it('comes at a whole unit: "in 30 minutes", not "in 29 minutes 59 seconds"', () => {
    const stepAt = (seconds: number) => stepOf({ form: 'clock', seconds })
    for (const whole of [2 * 86_400, 86_400, 7200, 3600, 1800, 60]) {
      expect(stepAt(whole)).not.toBe(stepAt(whole + 1))
      expect(stepAt(whole)).toBe(stepAt(whole - 1))
    }
  })

  it('is every change of a count that has no seconds', () => {
    const counts: Count[] = [
      { form: 'range', least: 10, most: 12 },
      { form: 'range', least: 9, most: 11 },
      { form: 'days', days: 9 },
      { form: 'today' },
      { form: 'over' },
    ]
    expect(new Set(counts.map(stepOf)).size).toBe(counts.length)
  })
})

describe('What a screen reader is told', () => {
  const told: string[] = []
  const hours = (left: number): Count => ({ form: 'hours', seconds: left * 3600 })
  const voice = announcer(
    (text) => told.push(text),
    (count) => ('seconds' in count ? `in ${count.seconds / 3600} hours` : count.form),
  )
  const at = (second: number, count: Count | null) => {
    told.length = 0
    voice.tick(second, count)
    return [...told]
  }

  it('is nothing when it begins, and then each step at once', () => {
    expect(at(1000, hours(9))).toEqual([])
    expect(at(1001, hours(9))).toEqual([])
    expect(at(1002, hours(8))).toEqual(['in 8 hours'])
    expect(at(1003, hours(8))).toEqual([])
  })

  it('comes a minute apart at the least: the latest count, and the news with it', () => {
    voice.tell('Moved')
    expect(at(1004, hours(7))).toEqual([])
    expect(at(1061, hours(6))).toEqual([])
    expect(at(1062, hours(6))).toEqual(['Moved. in 6 hours'])
    voice.tell('Held')
    expect(at(1121, null)).toEqual([])
    expect(at(1122, null)).toEqual(['Held'])
  })

  it('is not held up where the clock is set back by a day', () => {
    expect(at(1123, hours(3))).toEqual([])
    expect(at(1123 - 86_400, hours(2))).toEqual(['in 2 hours'])
  })
})
