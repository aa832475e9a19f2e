import { describe, expect, it } from 'vitest'
import { mondays, scaleFrom } from '../../../src/page/board/horizon-scale.ts'
import { place } from '../../../src/page/scale.ts'

const at = (instant: string) => Date.parse(instant) / 1000
const NOW = at('2025-07-21T20:00:00Z')
const day = (date: string) => ({ opens: at(`${date}T00:00:00Z`), closes: at(`${date}T24:00:00Z`) })

describe('the horizon', () => {
  it('reaches six weeks from the day', () => {
    const scale = scaleFrom(NOW, 6, [])
    expect((scale.until - scale.from) / 86_400).toBe(42)
    expect(place(scale, NOW)).toBeCloseTo(3.17, 2)
  })

  it('reaches a little further to take in what just misses it, but not for what is far', () => {
    expect(scaleFrom(NOW, 6, [day('2025-09-02')]).until).toBe(at('2025-09-04T00:00:00Z'))
    const six = scaleFrom(NOW, 6, []).until
    expect(scaleFrom(NOW, 6, [day('2025-12-24')]).until).toBe(six)
    expect(scaleFrom(NOW, 6, [{ opens: NOW, closes: null }]).until).toBe(six)
  })

  it('cuts at its edges', () => {
    const scale = scaleFrom(NOW, 6, [])
    expect(place(scale, Number.NEGATIVE_INFINITY)).toBe(0)
    expect(place(scale, Number.POSITIVE_INFINITY)).toBe(100)
  })

  it('is marked each Monday', () => {
    expect(mondays(scaleFrom(NOW, 3, []))).toEqual([
      '2025-07-21T00:00:00Z',
      '2025-07-28T00:00:00Z',
      '2025-08-04T00:00:00Z',
    ])
  })
})
