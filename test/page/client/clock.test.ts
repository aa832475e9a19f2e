import { describe, expect, it } from 'vitest'
import { clockOffset, untilNextSecond } from '../../../src/page/client/clock.ts'

const NOW = 1_753_128_000
const fresh = { transferSize: 5300, encodedBodySize: 5000 }

describe('the clock of the page', () => {
  it.each([
    ['is the device’s where they agree', 0, fresh, 0],
    ['is the device’s where only the journey lies between', 1.4, fresh, 0],
    ['is the server’s where the device is an hour slow', -3600, fresh, 3600],
    ['is the server’s where the device is a day fast', 86_400, fresh, -86_400],
    ['is the device’s where the browser had kept the page', 3600, { ...fresh, transferSize: 0 }, 0],
    ['is the device’s where a 304 confirmed it', 3600, { ...fresh, transferSize: 300 }, 0],
    [
      'is the server’s where the browser says nothing of how it came',
      3600,
      { transferSize: 0, encodedBodySize: 0 },
      -3600,
    ],
  ])('%s', (_name, deviceAhead, sizes, offset) => {
    const receivedAt = (NOW + deviceAhead) * 1000
    expect(clockOffset(NOW, { receivedAt, ...sizes })).toBeCloseTo(offset, 3)
  })

  it.each([
    [1_753_128_000_000, 1000],
    [1_753_128_000_001, 999],
    [1_753_128_000_999.5, 0.5],
  ])('at %d waits for the next whole second', (milliseconds, wait) => {
    expect(untilNextSecond(milliseconds)).toBeCloseTo(wait, 3)
  })
})
