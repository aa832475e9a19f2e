import { describe, expect, it } from 'vitest'
import { meet } from '../../../src/page/deadline/drift-crossings.ts'
import type { Spot, Wanted } from '../../../src/page/deadline/drift-labels.ts'
import { spotsApart } from '../../../src/page/deadline/drift-leaders.ts'
import { type Ground, placeLabels } from '../../../src/page/deadline/drift-placing.ts'
import type { Form } from '../../../src/page/deadline/drift-scale.ts'

const FORM: Form = {
  ...{ name: 'narrow', widths: [500, 1000], height: 200, gutter: 0 },
  ...{ ticksAcross: 8, ticksUp: 6, mostLetters: 26 },
}
const EMPTY: Ground = { bars: [], crossed: [], now: null }
const spot = (x: number, y: number): Spot => ({ x, dx: 0, y, anchor: 'start' })
const wanted = (role: Wanted['role'], text: string, ...spots: Spot[]): Wanted => ({
  role,
  wordings: [{ lines: [text], spots }],
})
const textsOf = (labels: Wanted[], ground = EMPTY) =>
  placeLabels(FORM, labels, ground).map(({ lines }) => lines.join())

/** The one label of a mark that has nothing beside it, and its line. */
function led(target: { x: number; y: number }, ground: Partial<Ground>, lines = ['a', 'b']) {
  const box = { ...target, width: 2, height: 10 }
  const wordings = [{ lines, spots: spotsApart(FORM, box, lines) }]
  const all = { ...EMPTY, ...ground, bars: [box, ...(ground.bars ?? [])] }
  return placeLabels(FORM, [{ role: 'source', wordings }], all)[0]
}

describe('The order of the labels', () => {
  it('is tried anew with a source first that found no room', () => {
    const labels = [
      wanted('source', 'either', spot(10, 10), spot(10, 60)),
      wanted('source', 'only there', spot(10, 10)),
    ]
    expect(textsOf(labels).sort()).toEqual(['either', 'only there'])
  })

  it('keeps first what comes first, and gives no source’s room to what is only more', () => {
    const first = [
      wanted('first', 'leads', spot(10, 10)),
      wanted('source', 'follows', spot(10, 10)),
    ]
    expect(textsOf(first)).toEqual(['leads'])
    const more = [wanted('more', 'earlier', spot(10, 10)), wanted('source', 'last', spot(10, 10))]
    expect(textsOf(more)).toEqual(['last'])
  })

  it('settles for the poorer words, where the others found no room', () => {
    const [label] = [wanted('source', 'a'.repeat(200), spot(0, 10))]
    const poorer = [{ lines: ['a date'], spots: [spot(0, 10)] }]
    expect(textsOf([{ ...label, poorer }])).toEqual(['a date'])
  })
})

describe('A label', () => {
  it('keeps off what it would meet at the drawing’s greatest width only', () => {
    const bar = { x: 50, y: 0, width: 20, height: 30 }
    const from: Spot = { x: 51, dx: -8, y: 10, anchor: 'end' }
    expect(textsOf([wanted('more', 'one', from)], { ...EMPTY, bars: [bar] })).toEqual([])
  })
})

describe('A line that is drawn', () => {
  it('is not written on later', () => {
    const mark = { x: 50, y: 180, width: 0, height: 4 }
    const leader = { x1: 50, y1: 10, x2: 50, y2: 180 }
    const source = wanted('source', 'led', { ...spot(50, 2), dx: 6, leader })
    const later = wanted('more', 'later', spot(48, 90))
    expect(textsOf([later], { ...EMPTY, bars: [mark] })).toEqual(['later'])
    expect(textsOf([source, later], { ...EMPTY, bars: [mark] })).toEqual(['led'])
  })
})

describe('A line to a label', () => {
  it('is short and upright where nothing is in its way', () => {
    const { leader } = led({ x: 50, y: 150 }, {})
    expect(leader?.x1).toBe(leader?.x2)
    expect(Math.abs((leader?.y1 ?? 0) - (leader?.y2 ?? 0))).toBeLessThan(45)
  })

  it('goes round a bar', () => {
    const bar = { x: 30, y: 80, width: 40, height: 40 }
    const { leader } = led({ x: 50, y: 20 }, { bars: [bar] })
    expect(Math.max(leader?.y1 ?? 999, leader?.y2 ?? 999)).toBeLessThan(80)
  })

  it('does not run along the line of now', () => {
    const now = { x: 52, y: 0, width: 0.2, height: 200 }
    const walls = [
      { x: 0, y: 60, width: 51, height: 30 },
      { x: 0, y: 100, width: 51, height: 100 },
    ]
    const alone = led({ x: 50, y: 90 }, { bars: walls })
    const { leader } = led({ x: 50, y: 90 }, { bars: walls, now })
    expect(alone.leader?.x1).toBe(52)
    expect(leader?.x1).not.toBe(52)
  })

  it('does not cross another', () => {
    const marks = [20, 22, 24, 26].map((x) => ({ x, y: 90, width: 1, height: 4 }))
    const lines = ['a source', 'its name']
    const labels = marks.map(
      (mark): Wanted => ({
        role: 'source',
        wordings: [{ lines, spots: spotsApart(FORM, mark, lines) }],
      }),
    )
    const placed = placeLabels(FORM, labels, { ...EMPTY, bars: marks })
    expect(placed).toHaveLength(4)
    const leaders = placed.flatMap(({ leader }) => leader ?? [])
    const pairs = leaders.flatMap((a, index) => leaders.slice(index + 1).map((b) => [a, b]))
    expect(pairs).toHaveLength(6)
    expect(pairs.filter(([a, b]) => meet(a, b))).toEqual([])
  })

  it('may not make a fuller wording dear, where a shorter has a better one', () => {
    const target = { x: 90, y: 90, width: 2, height: 10 }
    const bars = [target, { x: 44, y: 0, width: 30, height: 200 }]
    const wordings = [['a'.repeat(26)], ['a short one']].map((lines) => ({
      lines,
      spots: spotsApart(FORM, target, lines),
    }))
    const [label] = placeLabels(FORM, [{ role: 'source', wordings }], { ...EMPTY, bars })
    expect(label.lines).toEqual(['a short one'])
  })
})
