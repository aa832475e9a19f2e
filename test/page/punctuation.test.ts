import { describe, expect, it } from 'vitest'
import { NOT_NARROWED } from '../../src/deadline/board.ts'
import { status } from '../../src/deadline/status.ts'
import { Embed } from '../../src/page/embed.tsx'
import type { Language } from '../../src/page/words/words.ts'
import { boardOf, pageOf, part, recordPage, SHIPPED, textOf, viewAt } from './ledger.ts'

const AT = '2025-07-29T20:00:00Z'
const viewIn = (lang: Language, asked = {}) => viewAt(AT, { at: AT, lang, ...asked }, lang)
const spokenOf = (markup: string) => /aria-label="([^"]*)"/.exec(markup)?.[1]

describe.each([
  {
    ...{ lang: 'en' as const, narrowed: 'Only Talks, Firm, “Kyiv”.', comma: ', ' },
    ...{ whole: 'Ultimatums and deadlines: Met 1, Unmet 1', stop: '. ', next: '; ' },
    ...{ source: 'Donald Trump (onmine.io)' },
  },
  {
    ...{ lang: 'ar' as const, narrowed: 'المعروض فقط: محادثات، موعد مؤكد، «Kyiv».', comma: '، ' },
    ...{ whole: 'الإنذارات والمهل: استُجيب له 1، لم يُستجب له 1', stop: '. ', next: '؛ ' },
    ...{ source: 'Donald Trump (onmine.io)' },
  },
  {
    ...{ lang: 'zh' as const, narrowed: '仅显示：会谈、日期确定、“Kyiv”。', comma: '，' },
    ...{ whole: '最后通牒与期限：已满足 1、未满足 1', stop: '。', next: '；' },
    ...{ source: 'Donald Trump（onmine.io）' },
  },
])('in $lang', ({ lang, narrowed, comma, whole, stop, next, source }) => {
  const deadline = pageOf(SHIPPED, 'russia-50-days', viewIn(lang))
  const board = boardOf(SHIPPED, viewIn(lang))

  it('what a board is narrowed to is a list', () => {
    const narrowing = { ...NOT_NARROWED, kind: 'talks', certainty: 'firm', q: 'Kyiv' } as const
    const said = part(boardOf(SHIPPED, viewIn(lang), narrowing), 'p', 'narrowed-to')
    expect(textOf(said)).toContain(narrowed)
  })

  it('the parts of a bar are a list', () => {
    const cases = (['met', 'unmet'] as const).map((result) => ({
      ...{ issuer: 'A', topic: null, consequence: null, result },
      moved: { later: 0, earlier: 0 },
    }))
    expect(spokenOf(part(recordPage(cases, viewIn(lang)), 'svg', 'stack'))).toBe(whole)
  })

  it('what the drawings say is set apart by its own marks', () => {
    const drift = spokenOf(part(deadline, 'svg', 'wide'))
    expect(drift?.split(stop)).toHaveLength(2)
    expect(drift?.split(next)).toHaveLength(3)
    expect(drift?.split(next)[2].split(comma)).toHaveLength(2)
    const horizon = spokenOf(part(board, 'svg', 'wide'))
    expect(horizon?.split(stop)).toHaveLength(2)
    expect(horizon?.split(next)).toHaveLength(2)
  })

  it('so is what is known from what was recorded', () => {
    const known = boardOf(SHIPPED, viewIn(lang, { known: '2026-12-01T00:00:00Z' }))
    expect(part(known, 'p', 'as-of')).toMatch(new RegExp(`</time>[^<]*${comma}[^<]*<time`))
  })

  it('so is the name of the tracker from the instant, on a card', () => {
    const [opened] = SHIPPED.deadlines
    const own = SHIPPED.reports.filter(({ deadline }) => deadline === opened.slug)
    const of = status(opened, own, viewIn(lang).now, null)
    const card = String(Embed({ view: viewIn(lang), status: of, theme: 'auto' }))
    expect(card).toContain(`</a>${comma}<time`)
  })

  it('so are the outlet and its source, and the sentences of a description', () => {
    expect(textOf(deadline)).toContain(source)
    const description = /<meta name="description" content="([^"]*)"/.exec(deadline)?.[1]
    expect(description?.split(stop.trim()).filter(Boolean)).toHaveLength(2)
  })
})
