import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correctedBy, isKept, untilNextSecond } from '../../../src/page/client/clock.ts'

const NOW = 1_753_128_000

/** A look at a server's clock that is so far ahead of the device's, after so long a journey. */
function look(ahead: number, { sentAt = NOW, out = 0.05, back = 0.05, resolution = 0.001 } = {}) {
  const server = Math.floor((sentAt + out + ahead) / resolution) * resolution
  return { server, resolution, sentAt, receivedAt: sentAt + out + back }
}

describe('the clock of the page', () => {
  it.each([
    ['is the device’s where they agree', 0, look(0), 0],
    [
      'and where what is shown is cut to the second',
      0,
      look(0, { sentAt: NOW + 0.9, resolution: 1 }),
      0,
    ],
    ['and where only the journey lies between', 0, look(0, { out: 2, back: 2 }), 0],
    ['stays as it was where the look bears it out', 3600.5, look(3600.5), 3600.5],
  ])('%s', (_name, offset, reading, expected) => {
    expect(correctedBy(offset, reading)).toBe(expected)
  })

  it.each([
    ['an hour slow', 3600],
    ['a day fast', -86_400],
    ['a second and a half fast', -1.5],
  ])('is the server’s where the device is %s', (_, ahead) => {
    expect(correctedBy(0, look(ahead))).toBeCloseTo(ahead, 1)
    expect(Math.abs(correctedBy(0, look(ahead, { resolution: 1 })) - ahead)).toBeLessThan(0.6)
  })

  it('is wrong by no more than the journey took, whatever it was before', () => {
    const seconds = (max: number) => fc.double({ min: 0, max, noNaN: true })
    const either = fc.double({ min: -1e5, max: 1e5, noNaN: true })
    fc.assert(
      fc.property(either, either, seconds(30), seconds(30), (ahead, offset, out, back) => {
        const corrected = correctedBy(offset, look(ahead, { out, back }))
        expect(Math.abs(corrected - ahead)).toBeLessThanOrEqual(out + back + 0.002)
      }),
    )
  })

  it.each([
    ['came fresh', { transferSize: 5300, encodedBodySize: 5000 }, false],
    ['was kept by the browser', { transferSize: 0, encodedBodySize: 5000 }, true],
    ['was confirmed by a 304', { transferSize: 300, encodedBodySize: 5000 }, true],
    ['came as the browser does not say', { transferSize: 0, encodedBodySize: 0 }, false],
  ])('knows a page that %s', (_, sizes, expected) => {
    expect(isKept(sizes)).toBe(expected)
  })

  it.each([
    [1_753_128_000_000, 1000],
    [1_753_128_000_001, 999],
    [1_753_128_000_999.5, 0.5],
    [-1, 1],
  ])('at %d waits for the next whole second', (milliseconds, wait) => {
    expect(untilNextSecond(milliseconds)).toBeCloseTo(wait, 3)
  })
})
