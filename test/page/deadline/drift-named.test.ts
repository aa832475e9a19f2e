import { describe, expect, it } from 'vitest'
import type { Language } from '../../../src/page/words/words.ts'
import { type Ledger, ledgerOf, pageOf, SHIPPED, viewAt } from '../ledger.ts'
import {
  aheadOf,
  boxesOf,
  daysOf,
  type Led,
  leadersOf,
  namedIn,
  type TextBox,
} from './drift-boxes.ts'

const LONG = [
  ['The Ministry of Foreign Affairs of the Russian Federation', 'party', '2025-08-12', '10'],
  ['Office of the President of Ukraine', 'party', '2025-08-05/2025-08-09', '11'],
  ['Turkish presidential communications directorate', 'media', '2025-08-20', '14'],
  ['Secretary-General of the United Nations', 'media', '2025-08-08', '15'],
  ['White House press secretary Karoline Leavitt', 'media', '2025-08-15', '18'],
  ['An anonymous senior official of the European Union', 'anonymous', null, '19'],
] as const

/** Six sources with long names, all of which differ. */
const SIX = ledgerOf(
  { kind: 'talks' },
  ...LONG.map(([name, standing, when, day]) => ({
    ...{ when, zone: 'UTC', source: { name, standing } },
    reportedAt: `2025-07-${day}T12:00:00Z`,
  })),
)

const WIDTHS = { wide: [700, 1056], narrow: [318, 350, 728] }
const [JULY_21, JULY_29] = ['2025-07-21T20:00:00Z', '2025-07-29T20:00:00Z']
const LANGUAGES: Language[] = ['en', 'ar', 'zh', 'ru']

const cases = [
  { ledger: SHIPPED, slug: 'istanbul-round-3', at: JULY_21 },
  { ledger: SHIPPED, slug: 'istanbul-round-3', at: JULY_29 },
  { ledger: SHIPPED, slug: 'russia-50-days', at: JULY_21 },
  { ledger: SHIPPED, slug: 'russia-50-days', at: JULY_29 },
  { ledger: SIX, slug: 'a-deadline', at: JULY_21 },
].flatMap((each) => LANGUAGES.map((lang) => ({ ...each, lang })))

function overlaps(boxes: TextBox[]): [string, string][] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b): [string, string] => [a.text, b.text]),
  )
}

/** The texts that a line runs through, looked at every hundredth of its way. */
function struck(boxes: TextBox[], { x1, y1, x2, y2 }: Led): string[] {
  const ways = Array.from({ length: 101 }, (_, step) => step / 100)
  const points = ways.map((way) => [x1 + (x2 - x1) * way, y1 + (y2 - y1) * way])
  return boxes
    .filter(({ left, right, top, bottom }) =>
      points.some(([x, y]) => x > left && x < right && y > top && y < bottom),
    )
    .map(({ text }) => text)
}

const sourcesOf = ({ reports }: Ledger, slug: string, at: string) => [
  ...new Set(
    reports
      .filter((each) => each.deadline === slug && each.says === 'date' && each.reportedAt <= at)
      .map(({ source }) => source.name),
  ),
]

describe.each(cases)('The drift chart of $slug on $at in $lang', ({ ledger, slug, at, lang }) => {
  const page = pageOf(ledger, slug, viewAt(at, { at, lang }, lang))

  it.each(['wide', 'narrow'] as const)('names each source, %s', (form) => {
    const names = sourcesOf(ledger, slug, at)
    const named = namedIn(boxesOf(page, form, WIDTHS[form][0]), names)
    // One source alone is named by the page.
    expect(named).toEqual(names.length > 1 ? names : [])
  })

  it.each(['wide', 'narrow'] as const)(
    'has its labels apart and within the drawing, %s',
    (form) => {
      for (const width of WIDTHS[form]) {
        const boxes = boxesOf(page, form, width)
        expect(boxes.length).toBeGreaterThan(2)
        expect(overlaps(boxes)).toEqual([])
        const outside = boxes.filter(({ left, right }) => left < -0.5 || right > width + 0.5)
        expect(outside).toEqual([])
        const led = [...leadersOf(page, form, width), ...aheadOf(page, form, width)]
        expect(led.flatMap((line) => struck(boxes, line))).toEqual([])
      }
    },
  )
})

describe('The days at the foot', () => {
  it.each(cases)('are apart, the first with its year: $slug, $at, $lang', (each) => {
    const page = pageOf(each.ledger, each.slug, viewAt(each.at, { at: each.at }, each.lang))
    const days = daysOf(page, 'narrow', 318)
    expect(days.length).toBeGreaterThan(1)
    expect(days.filter(({ text }) => text.includes('2025'))).toHaveLength(1)
    for (const [index, { left, right }] of days.entries()) {
      const beside = days.filter((_, other) => other !== index)
      expect(beside.filter((day) => left < day.right && day.left < right)).toEqual([])
    }
  })
})

describe('A line to what has no date', () => {
  it.each(cases)('ends at its ring: $slug, $at, $lang', ({ ledger, slug, at, lang }) => {
    const page = pageOf(ledger, slug, viewAt(at, { at, lang }, lang))
    for (const { x2, y2 } of leadersOf(page, 'narrow', 100)) {
      if (y2 > 350) expect(page).toContain(`<circle cx="${x2}%" cy="360" r="4">`)
    }
  })
})

describe('A label that finds no room beside its bar', () => {
  it('is led to it by a line, from the label to the mark', () => {
    const page = pageOf(SHIPPED, 'istanbul-round-3', viewAt(JULY_21, { at: JULY_21 }))
    const boxes = boxesOf(page, 'narrow', 318)
    const kremlin = boxes.find(({ text }) => text.includes('Kremlin'))
    const lines = leadersOf(page, 'narrow', 318)
    const line = lines.find(({ x1 }) => Math.abs(x1 - (kremlin?.right ?? 0)) < 8)
    expect(line?.x2).toBe(line?.x1)
    const ring = `<circle cx="${((line?.x2 ?? 0) / 318) * 100}%" cy="360" r="4">`
    expect(page).toContain(ring)
  })

  it('says as much as has room there', () => {
    const page = pageOf(SHIPPED, 'istanbul-round-3', viewAt(JULY_21, { at: JULY_21 }))
    const texts = boxesOf(page, 'narrow', 318).map(({ text }) => text)
    expect(texts).toContain('\u2068Volodymyr Zelensky\u2069, 21 July')
  })

  it('is the leading source’s before any other’s', () => {
    const names = Array.from(
      { length: 8 },
      (_, index) => `${'ABCDEFGH'[index]} ministry of affairs`,
    )
    const ledger = ledgerOf(
      { kind: 'talks' },
      ...names.map((name, index) => ({
        ...{ when: `2025-07-${21 + index}`, zone: 'UTC' },
        source: { name, standing: index === 7 ? 'party' : 'media' },
        reportedAt: `2025-07-21T1${index}:00:00Z`,
      })),
    )
    const page = pageOf(ledger, 'a-deadline', viewAt(JULY_21, { at: JULY_21 }))
    const named = namedIn(boxesOf(page, 'narrow', 318), names)
    expect(named).toContain(names[7])
    expect(overlaps(boxesOf(page, 'narrow', 318))).toEqual([])
  })
})
