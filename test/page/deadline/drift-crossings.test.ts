import { describe, expect, it } from 'vitest'
import {
  lengthWithin,
  meet,
  piecesOf,
  runsThrough,
  shortOf,
} from '../../../src/page/deadline/drift-crossings.ts'

const BOX = { x: 10, y: 10, width: 20, height: 20 }
const line = (x1: number, y1: number, x2: number, y2: number) => ({ x1, y1, x2, y2 })

describe('A line', () => {
  it.each([
    ['across', line(0, 20, 40, 20), 20],
    ['upwards', line(20, 40, 20, 0), 20],
    ['from corner to corner', line(0, 0, 40, 40), Math.hypot(20, 20)],
    ['that ends within', line(0, 20, 15, 20), 5],
    ['along the edge', line(0, 10, 40, 10), 0],
    ['beside it', line(0, 5, 40, 5), 0],
    ['that ends at its edge', line(0, 20, 10, 20), 0],
    ['past its corner', line(0, 15, 15, 0), 0],
  ])('%s runs through a box for so long', (_, through, length) => {
    expect(lengthWithin(through, BOX)).toBeCloseTo(length, 6)
    expect(runsThrough(through, BOX)).toBe(length > 0)
  })

  it.each([
    ['crosses', line(0, 40, 40, 0), true],
    ['touches', line(20, 20, 20, 40), true],
    ['stops short of', line(0, 40, 15, 20), false],
    ['lies beside', line(0, 5, 40, 45), false],
  ])('%s another', (_, other, expected) => {
    expect(meet(line(0, 0, 40, 40), other)).toBe(expected)
    expect(meet(other, line(0, 0, 40, 40))).toBe(expected)
  })

  it('is cut short, to nothing where it is no longer than that', () => {
    expect(shortOf(line(0, 0, 30, 40), 10)).toEqual(line(0, 0, 24, 32))
    expect(shortOf(line(3, 3, 3, 4), 10)).toEqual(line(3, 3, 3, 3))
  })

  it('lies in boxes, whichever way it goes', () => {
    expect(piecesOf(line(0, 40, 20, 0), 2)).toEqual([
      { x: 0, y: 20, width: 10, height: 20 },
      { x: 10, y: 0, width: 10, height: 20 },
    ])
  })
})
