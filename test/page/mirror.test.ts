import { describe, expect, it } from 'vitest'
import type { Language } from '../../src/page/words/words.ts'
import { pageOf, part, recordPage, SHIPPED, viewAt } from './ledger.ts'

/** What is drawn by tags that open so, from edge to edge in per cent of the width, in their order. */
function extentsOf(markup: string, opening: string): [number, number][] {
  const marks = [...markup.matchAll(new RegExp(`${opening}[^>]*>`, 'g'))]
  return marks.map(([tag]) => {
    const share = (name: string) => {
      const found = new RegExp(` ${name}="([\\d.]+)%"`).exec(tag.slice(tag.lastIndexOf('<')))
      return found ? Number(found[1]) : null
    }
    const from = share('x1') ?? share('cx') ?? share('x') ?? Number.NaN
    const to = share('x2') ?? from + (share('width') ?? 0)
    return [Math.min(from, to), Math.max(from, to)]
  })
}

function expectMirrored(forth: string, back: string, marks: string[]) {
  for (const mark of marks) {
    const [there, here] = [extentsOf(forth, mark), extentsOf(back, mark)]
    expect(there.length, mark).toBeGreaterThan(0)
    expect(here.length, mark).toBe(there.length)
    for (const [index, [from, to]] of there.entries()) {
      expect(here[index][0], mark).toBeCloseTo(100 - to, 1)
      expect(here[index][1], mark).toBeCloseTo(100 - from, 1)
    }
  }
}

const deadlineIn = (lang: Language, slug: string, at: string) =>
  pageOf(SHIPPED, slug, viewAt(at, { at, lang }, lang))

const BAR = '<rect class="drift-bar'

describe.each(['wide', 'narrow'])('the %s drift chart, right to left', (form) => {
  const charts = (slug: string, at: string) =>
    (['en', 'ar'] as const).map((lang) =>
      part(part(deadlineIn(lang, slug, at), 'section', 'drift'), 'svg', form),
    )

  it('has its bars, its steps and today where the mirror shows them', () => {
    const [forth, back] = charts('russia-50-days', '2025-07-29T20:00:00Z')
    expectMirrored(forth, back, [BAR, '<line class="drift-step', '<line class="diagonal'])
    const rising = (chart: string) => /class="diagonal" x1="([\d.]+)%".* x2="([\d.]+)%"/.exec(chart)
    const [, x1, x2] = rising(back) ?? []
    expect(Number(x1)).toBeGreaterThan(Number(x2))
  })

  it('has its ring, and what has no date', () => {
    const [forth, back] = charts('russia-50-days', '2025-08-20T20:00:00Z')
    expectMirrored(forth, back, ['<circle class="ring'])
    const [before, after] = charts('istanbul-round-3', '2025-07-21T20:00:00Z')
    const none = '<g class="drift-none"><line'
    expectMirrored(before, after, [none, `${none}[^>]*></line><circle`])
  })

  it('has now and its word on the side of what comes, and what is ahead from there', () => {
    const [forth, back] = charts('russia-50-days', '2025-07-29T20:00:00Z')
    const now = (chart: string) =>
      /<line x1="([\d.]+)%".*<text x="\1%" dx="(-?\d+)"/s.exec(part(chart, 'g', 'now'))
    const ahead = (chart: string) =>
      /<line x1="([\d.]+)%".* x2="([\d.]+)%"/.exec(part(chart, 'g', 'drift-ahead'))
    const [there, here] = [now(forth), now(back)]
    expect([there?.[2], here?.[2]]).toEqual(['5', '-5'])
    expect(Number(there?.[1]) + Number(here?.[1])).toBeCloseTo(100, 1)
    expect(ahead(back)?.[1]).toBe(here?.[1])
    expect(Number(ahead(back)?.[2])).toBeLessThan(Number(here?.[1]))
  })

  it('has its dates at the right, and its labels at the marks that they are of', () => {
    const [forth, back] = charts('russia-50-days', '2025-07-29T20:00:00Z')
    expect(forth).toMatch(/<text x="0%" y/)
    expect(back).toMatch(/<text x="100%" y/)
    const first = (chart: string, date: string) =>
      new RegExp(`<text class="label strong" x="([\\d.]+)%"[^>]*>${date}`).exec(chart)?.[1]
    const [there, here] = [first(forth, '2 September'), first(back, '2 سبتمبر')]
    expect(Number(there)).toBe(extentsOf(forth, BAR)[0][0])
    expect(Number(here)).toBe(extentsOf(back, BAR)[0][1])
  })
})

describe('the replay, right to left', () => {
  const [forth, back] = (['en', 'ar'] as const).map((lang) =>
    part(deadlineIn(lang, 'russia-50-days', '2025-07-28T20:00:00Z'), 'svg', 'track'),
  )

  it('runs from the right', () => {
    expectMirrored(forth, back, ['<rect class="reach'])
    const ticks = (track: string) =>
      [...track.matchAll(/<line x1="([\d.]+)%"/g)].map(([, x]) => Number(x))
    expect(ticks(forth)).toEqual(ticks(back).map((x) => Math.round((100 - x) * 100) / 100))
    expect(ticks(back)[0]).toBe(100)
  })

  it('still leads to the moments in their order', () => {
    const days = (track: string) => [...track.matchAll(/at=([\d-]+)T/g)].map(([, day]) => day)
    expect(days(back)).toEqual(days(forth))
  })
})

describe('the bars of the record, right to left', () => {
  const cases = ['met', 'met', 'met', 'unmet', 'disputed', 'disputed'] as const
  const [forth, back] = (['en', 'ar'] as const).map((lang) =>
    recordPage(
      cases.map((result) => ({
        ...{ issuer: 'A', topic: null, consequence: null, result },
        moved: { later: 0, earlier: 0 },
      })),
      viewAt('2026-11-23T02:00:00Z', { lang }, lang),
    ),
  )

  const partOf = (result: string) => `<svg [^>]*class="part ${result}"`

  it('begin at the right, large and small', () => {
    for (const size of ['stack', 'stack small']) {
      const [there, here] = [forth, back].map((page) => part(page, 'svg', size))
      expectMirrored(there, here, ['met', 'unmet', 'disputed'].map(partOf))
    }
  })

  it('part at the side where the next one begins', () => {
    const gaps = (page: string) =>
      [...page.matchAll(/<rect class="(?:side|gap)" x="(\d+)%"/g)].map(([, x]) => x)
    expect(new Set(gaps(forth))).toEqual(new Set(['100']))
    expect(new Set(gaps(back))).toEqual(new Set(['0']))
  })

  it('have each label at the part that it is of', () => {
    const labels = (page: string) =>
      [...page.matchAll(/class="stack-label" x="([\d.]+)%"/g)].map(([, x]) => Number(x))
    expect(labels(back).map((x) => 100 - x)).toEqual(labels(forth))
    expect(labels(forth).slice(0, 2)).toEqual([0, 50])
  })
})
