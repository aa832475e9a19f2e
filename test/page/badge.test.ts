import { XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { reportsBy, status } from '../../src/deadline/status.ts'
import { Badge } from '../../src/page/badge.tsx'
import { type Ledger, ledgerOf, SHIPPED, viewAt } from './ledger.ts'

const REFERENCE = '2025-07-21T20:00:00Z'

function badgeOf({ deadlines, reports }: Ledger, slug = 'a-deadline', at = REFERENCE): string {
  const view = viewAt(at)
  const deadline = deadlines.find((each) => each.slug === slug)
  if (!deadline) throw new Error(`no deadline ${slug}`)
  const own = reports.filter((report) => report.deadline === slug)
  const told = status(deadline, reportsBy(own, view.now, null), view.now, null)
  return String(Badge({ view, status: told }))
}

const textsOf = (badge: string) =>
  [...badge.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text)

describe('a badge', () => {
  it.each([
    ['russia-50-days', REFERENCE, 'in 43 days · firm'],
    ['istanbul-round-3', REFERENCE, 'in 2 to 3 days · contested'],
    ['leaders-meeting', REFERENCE, 'No date yet'],
    ['russia-50-days', '2025-08-08T15:00:00Z', 'in 13 hours · firm'],
    ['russia-50-days', '2025-08-09T10:00:00Z', 'time is up'],
    ['russia-50-days', '2025-08-10T20:00:00Z', 'Unmet; not carried out'],
  ])('of %s at %s says %s', (slug, at, said) => {
    expect(textsOf(badgeOf(SHIPPED, slug, at))[1]).toBe(said)
  })

  it('has the colour of its certainty only while the date is ahead', () => {
    const colourAt = (at: string) =>
      [...badgeOf(SHIPPED, 'russia-50-days', at).matchAll(/<rect [^>]*fill="(#\w+)"/g)][1][1]
    expect(colourAt(REFERENCE)).toBe('#1f6f4a')
    expect(colourAt('2025-08-09T10:00:00Z')).toBe('#5c5f66')
    expect(colourAt('2025-08-10T20:00:00Z')).toBe('#5c5f66')
  })

  it('says all of it to who cannot see it', () => {
    const full = 'End the war in Ukraine within 50 days: in 43 days · firm'
    const badge = badgeOf(SHIPPED, 'russia-50-days')
    expect(badge).toContain(`<title>${full}</title>`)
    expect(badge).toContain(`role="img" aria-label="${full}"`)
  })

  it('cuts a long title, and not within a letter', () => {
    const [name] = textsOf(badgeOf(ledgerOf({ title: '🕊'.repeat(80) })))
    expect([...name]).toEqual([...'🕊'.repeat(39), '…'])
  })

  it('escapes what comes from the ledger, and needs no style and no script', () => {
    const badge = badgeOf(ledgerOf({ title: `</text><script>alert("1")</script>&'` }))
    expect(XMLValidator.validate(badge)).toBe(true)
    expect(badge).not.toMatch(/<script|<style|style=|href=/)
    expect(badge).toContain('&lt;script&gt;')
  })

  it('gives each text the room that it was measured for, also in wide scripts', () => {
    for (const title of ['Talks', '停战谈判第三轮', 'Переговоры в Стамбуле']) {
      const badge = badgeOf(ledgerOf({ title }))
      const width = Number(/<svg[^>]* width="(\d+)"/.exec(badge)?.[1])
      const lengths = [...badge.matchAll(/textLength="(\d+)"/g)].map(([, length]) => Number(length))
      expect(lengths[0] + lengths[1] + 4 * 7).toBe(width)
      expect(lengths[0]).toBeGreaterThan(title.length * 5)
    }
  })
})
