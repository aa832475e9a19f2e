import { describe, expect, it } from 'vitest'
import { ledgerOf, pageOf, part, SHIPPED, textOf, viewAt } from '../ledger.ts'

const AUGUST = viewAt('2025-08-10T20:00:00Z')
const chart = (...args: Parameters<typeof pageOf>) => part(pageOf(...args), 'section', 'drift')
/** The text that is drawn, one rendering's. */
const drawn = (markup: string, form: 'wide' | 'narrow') =>
  [...part(markup, 'svg', form).matchAll(/<text [^>]*class="label[^>]*>([^<]*)</g)].map(
    ([, text]) => text.replace(/[\u2068\u2069]/g, ''),
  )
const count = (markup: string, pattern: RegExp) => markup.match(pattern)?.length ?? 0

describe('The drift chart of the fifty days', () => {
  const markup = chart(SHIPPED, 'russia-50-days', AUGUST)

  it('says each date where it is drawn, how it changed, who said it and when', () => {
    expect(drawn(markup, 'wide')).toEqual(
      expect.arrayContaining([
        ...['2 September', '“within 50 days”, 14 July'],
        ...['7–9 August', '“about 10 or 12 days from today”, 28 July', '8 August'],
        ...['narrowed', '“Ten days from today”, 29 July', 'Unmet', 'not carried out'],
        'today, each day',
      ]),
    )
    expect(drawn(markup, 'wide').join()).toMatch(/brought forward 24.+26 days/)
  })

  it('is drawn again for a phone, every date with it', () => {
    expect(drawn(markup, 'narrow')).toEqual(
      expect.arrayContaining(['2 September', '7–9 August', '8 August', 'narrowed', 'Unmet']),
    )
  })

  it('has a bar for each date in the colour of its certainty, a step, a diagonal and a ring', () => {
    const wide = part(markup, 'svg', 'wide')
    expect([...wide.matchAll(/<rect class="drift-bar (\w+)"/g)].map(([, sure]) => sure)).toEqual([
      ...['firm', 'tentative', 'firm'],
    ])
    expect(count(wide, /class="drift-step"/g)).toBe(1)
    expect(count(wide, /class="diagonal"/g)).toBe(1)
    expect(count(wide, /class="ring"/g)).toBe(1)
    expect(wide).not.toContain('class="now"')
  })

  it('is told in a sentence to those who do not see it', () => {
    expect(markup).toMatch(
      /role="img" aria-label="[^"]*14 July: 2 September; 28 July: 7–9 August, brought forward[^"]*; 29 July: 8 August, narrowed; Unmet; not carried out"/,
    )
  })

  it('is told in a table as well', () => {
    const rows = [...part(markup, 'table', 'drift-rows').matchAll(/<tr>.*?<\/tr>/gs)]
    expect(rows).toHaveLength(4)
    expect(textOf(rows[2][0])).toMatch(
      /^28 July 2025, 12:00 UTC Donald Trump, issuer, via onmine\.io 7–9 August 2025 7 August 2025, 04:00 to 10 August 2025, 04:00 brought forward 24.+26 days$/,
    )
  })

  it('knows nothing of what came later than the instant asked for', () => {
    const then = chart(SHIPPED, 'russia-50-days', viewAt('2025-07-21T20:00:00Z'))
    expect(then).not.toMatch(/8 August|narrowed|Unmet|class="ring"/)
    expect(then).toContain('class="now"')
    expect(then).toContain('class="drift-ahead"')
  })
})

describe('The drift chart', () => {
  it('sets sources that differ beside each other, and marks those with no date', () => {
    const wide = part(chart(SHIPPED, 'istanbul-round-3', AUGUST), 'svg', 'wide')
    expect(count(wide, /<g class="drift-line/g)).toBe(5)
    expect(count(wide, /<g class="drift-line leading"/g)).toBe(1)
    expect(count(wide, /class="drift-none"/g)).toBe(2)
    expect(count(wide, /<rect class="drift-bar contested"/g)).toBe(3)
  })

  it('fades what is open on one side to that edge', () => {
    const wide = part(chart(SHIPPED, 'leaders-meeting', AUGUST), 'svg', 'wide')
    expect(wide).toContain('fill="url(#fade-wide-tentative-down)"')
    expect(drawn(chart(SHIPPED, 'leaders-meeting', AUGUST), 'wide')).toContain('by 31 August')
  })

  it('is not there where no date was ever given', () => {
    expect(pageOf(SHIPPED, 'prisoner-exchange', AUGUST)).not.toContain('class="drift"')
    expect(pageOf(ledgerOf({}), 'a-deadline', AUGUST)).not.toContain('class="drift"')
  })

  it('draws one report, and two hundred, whole and with labels that fit', () => {
    const reports = Array.from({ length: 200 }, (_, index) => ({
      when: `2025-09-${String((index % 28) + 1).padStart(2, '0')}`,
      zone: 'UTC',
      reportedAt: new Date(Date.UTC(2025, 5, 1, index * 4)).toISOString().replace('.000', ''),
    }))
    for (const many of [reports.slice(0, 1), reports]) {
      const wide = part(chart(ledgerOf({}, ...many), 'a-deadline', AUGUST), 'svg', 'wide')
      expect(count(wide, /<rect class="drift-bar/g)).toBe(many.length)
      expect(count(wide, /class="label/g)).toBeGreaterThan(1)
      expect(wide).not.toMatch(/NaN|Infinity|="-?[\d.]+e|\.\d{3}/)
    }
  })

  it('escapes what was said', () => {
    const hostile = { when: '2025-09-02', zone: 'UTC', quote: `"><script>alert('x')</script>` }
    const markup = chart(ledgerOf({}, hostile), 'a-deadline', AUGUST)
    expect(markup).not.toContain('<script')
    expect(drawn(markup, 'wide').join()).toContain('&lt;script&gt;')
  })

  it('has no style of its own, which the content security policy forbids', () => {
    expect(chart(SHIPPED, 'leaders-meeting', AUGUST)).not.toMatch(/\sstyle=|<style/)
  })
})
