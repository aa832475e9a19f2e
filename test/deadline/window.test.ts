import { describe, expect, test } from 'vitest'
import {
  contains,
  lastInstant,
  overlap,
  type Window,
  windowAround,
} from '../../src/deadline/window.ts'

const between = (opens: number | null, closes: number | null): Window => ({ opens, closes })
const exactly = (instant: number) => between(instant, instant)

describe('two windows', () => {
  test.for<[Window, Window, boolean, string]>([
    [between(10, 20), between(15, 25), true, 'one reaches into the other'],
    [between(10, 20), between(12, 14), true, 'one lies in the other'],
    [between(10, 20), between(10, 20), true, 'they are the same'],
    [between(10, 20), between(20, 30), false, 'one opens as the other closes'],
    [between(10, 20), between(30, 40), false, 'they lie apart'],
    [exactly(10), between(10, 20), true, 'an instant at the opening'],
    [exactly(19), between(10, 20), true, 'an instant inside'],
    [exactly(20), between(10, 20), false, 'an instant at the closing'],
    [exactly(9), between(10, 20), false, 'an instant before'],
    [exactly(10), exactly(10), true, 'the same instant'],
    [exactly(10), exactly(11), false, 'two instants'],
    [between(null, 20), between(10, 30), true, 'one without an opening'],
    [between(null, 20), between(20, 30), false, 'one without an opening, closed by then'],
    [between(10, null), between(20, 30), true, 'one without a closing'],
    [between(10, null), between(null, 10), false, 'half-lines that touch'],
    [between(10, null), between(null, 11), true, 'half-lines that meet'],
    [exactly(10), between(null, null), true, 'an instant and all of time'],
  ])('%o and %o overlap: %s (%s)', ([a, b, expected]) => {
    expect([overlap(a, b), overlap(b, a)]).toEqual([expected, expected])
  })

  test.for<[Window[], Window]>([
    [[between(10, 20), between(15, 40)], between(10, 40)],
    [[between(10, 20), exactly(5)], between(5, 20)],
    [[between(null, 20), between(15, 40)], between(null, 40)],
    [[between(10, null), between(15, 40)], between(10, null)],
    [[], between(null, null)],
  ])('%o are spanned by %o', ([windows, around]) => {
    expect(windowAround(windows)).toEqual(around)
  })
})

describe('a window', () => {
  test.for<[Window, number, boolean]>([
    [between(10, 20), 9, false],
    [between(10, 20), 10, true],
    [between(10, 20), 19, true],
    [between(10, 20), 20, false],
    [exactly(10), 10, true],
    [exactly(10), 11, false],
    [between(null, 20), -1_000_000, true],
    [between(10, null), 1_000_000, true],
  ])('%o contains %d: %s', ([window, instant, expected]) => {
    expect(contains(window, instant)).toBe(expected)
  })

  test.for<[Window, number | null]>([
    [between(10, 20), 19],
    [exactly(10), 10],
    [between(10, null), null],
    [between(null, 20), 19],
  ])('%o has the last instant %s', ([window, last]) => {
    expect(lastInstant(window)).toBe(last)
  })
})
