import { describe, expect, it } from 'vitest'
import {
  type Spot,
  spotsAlong,
  spotsAround,
  type Wanted,
} from '../../../src/page/deadline/drift-labels.ts'
import { placeLabels } from '../../../src/page/deadline/drift-placing.ts'
import type { Box, Form } from '../../../src/page/deadline/drift-scale.ts'

const FORM: Form = {
  ...{ name: 'wide', widths: [1000, 1000], height: 200, gutter: 0 },
  ...{ ticksAcross: 8, ticksUp: 6, mostLetters: 40 },
}
const spot = (x: number, y: number, anchor: Spot['anchor'] = 'start'): Spot => ({
  x,
  dx: 0,
  y,
  anchor,
})
const label = (text: string, ...spots: Spot[]) => ({
  role: 'more' as const,
  wordings: [{ lines: [text], spots }],
})
const placed = (form: Form, wanted: Wanted[], bars: Box[], crossed: Box[]) =>
  placeLabels(form, wanted, { bars, crossed, now: null }).map(({ lines, x, y }) => [
    lines.join(),
    x,
    y,
  ])

describe('Labels', () => {
  it('take their best spot, and the next where another label has it', () => {
    const spots = [spot(10, 10), spot(10, 60)]
    expect(placed(FORM, [label('one', ...spots), label('two', ...spots)], [], [])).toEqual([
      ['one', 10, 10],
      ['two', 10, 60],
    ])
  })

  it('keep off the bars', () => {
    const bar = { x: 5, y: 0, width: 50, height: 30 }
    expect(placed(FORM, [label('one', spot(10, 10), spot(10, 60))], [bar], [])).toEqual([
      ['one', 10, 60],
    ])
  })

  it('may stand at the very end of a bar, however that was rounded', () => {
    const bar = { x: 0, y: 0, width: 10.01, height: 30 }
    expect(placed(FORM, [label('one', spot(10, 10))], [bar], [])).toHaveLength(1)
    expect(placed(FORM, [label('one', spot(9, 10))], [bar], [])).toHaveLength(0)
  })

  it('are written across the diagonal only where there is no other spot', () => {
    const line = [{ x: 5, y: 0, width: 50, height: 30 }]
    const [crossing, clear] = [spot(10, 10), spot(10, 60)]
    expect(placed(FORM, [label('one', crossing, clear)], [], line)).toEqual([['one', 10, 60]])
    expect(placed(FORM, [label('one', crossing)], [], line)).toEqual([['one', 10, 10]])
  })

  it('stay within the drawing, or are left out', () => {
    const outside = [spot(99, 10), spot(1, 10, 'end'), spot(10, -5), spot(10, 190)]
    expect(placed(FORM, [label('out', ...outside)], [], [])).toEqual([])
    expect(placed(FORM, [label('out', ...outside, spot(99, 10, 'end'))], [], [])).toHaveLength(1)
  })

  it('leave the gutter to the dates up the side', () => {
    const form = { ...FORM, gutter: 10 }
    expect(placed(form, [label('one', spot(9, 10), spot(10, 10))], [], [])).toEqual([
      ['one', 10, 10],
    ])
  })

  it('are shorter where the long wording finds no room', () => {
    const long = { lines: ['a'.repeat(200)], spots: [spot(0, 10)] }
    const short = { lines: ['short'], spots: [spot(0, 10)] }
    expect(placed(FORM, [{ role: 'more', wordings: [long, short] }], [], [])).toEqual([
      ['short', 0, 10],
    ])
  })

  it('count letters of East Asia at their width', () => {
    const text = (letter: string) => label(letter.repeat(100), spot(0, 10))
    expect(placed(FORM, [text('a')], [], [])).toHaveLength(1)
    expect(placed(FORM, [text('日')], [], [])).toHaveLength(0)
  })

  it('count no marks upon letters, nor those around what runs its own way', () => {
    const text = label(`\u2068${'نُفِّذ'.repeat(35)}\u2069`, spot(0, 10))
    expect(placed(FORM, [text], [], [])).toHaveLength(1)
  })
})

describe('Spots', () => {
  it('lie around a bar and never on it', () => {
    const bar = { x: 20, y: 80, width: 60, height: 40 }
    const lines = ['a date', 'who']
    const wanted = spotsAround(bar, lines).map((each) => ({
      role: 'more' as const,
      wordings: [{ lines, spots: [each] }],
    }))
    expect(placed(FORM, wanted, [bar], [])).toHaveLength(6)
  })

  it('lie beside a step that is high enough for the words', () => {
    const step = (height: number) => ({ x: 50, y: 10, width: 0.2, height })
    expect(spotsAlong(step(100), ['a', 'b'])).toHaveLength(2)
    expect(spotsAlong(step(30), ['a', 'b'])).toEqual([])
  })
})
