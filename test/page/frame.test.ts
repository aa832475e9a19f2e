import { describe, expect, it } from 'vitest'
import { ProblemPage } from '../../src/page/problem.tsx'
import { archiveOf, boardOf, ledgerOf, pageOf, part, SHIPPED, textOf, viewAt } from './ledger.ts'

const AT = '2025-07-21T20:00:00Z'
const SITE = 'https://eleventh-hour.example'

/** What a page's head says of it to networks, by name. */
function metaOf(page: string): Record<string, string> {
  const found = page.matchAll(/<meta (?:property|name)="((?:og|twitter):[^"]*)" content="([^"]*)"/g)
  return Object.fromEntries([...found].map(([, name, content]) => [name, content]))
}

describe('a link to a deadline', () => {
  it('unfolds with its title, what it is and its picture, as of the same instant', () => {
    const asking = { at: AT, known: '2025-07-22T00:00:00Z' }
    const query = `?at=${AT}&amp;known=2025-07-22T00:00:00Z`
    const meta = metaOf(pageOf(SHIPPED, 'russia-50-days', viewAt(AT, asking)))
    const alt = 'End the war in Ukraine within 50 days: in 43 days · firm'
    const picture = `${SITE}/deadlines/russia-50-days.png${query}`
    expect(meta).toEqual({
      'og:type': 'website',
      'og:site_name': 'Eleventh Hour',
      'og:title': 'End the war in Ukraine within 50 days',
      'og:description': expect.stringMatching(/^Ultimatum · Donald Trump to Vladimir Putin · End/),
      'og:url': `${SITE}/deadlines/russia-50-days${query}`,
      'og:image': picture,
      'og:image:type': 'image/png',
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': alt,
      'twitter:card': 'summary_large_image',
      'twitter:title': 'End the war in Ukraine within 50 days',
      'twitter:description': meta['og:description'],
      'twitter:image': picture,
      'twitter:image:alt': alt,
    })
  })

  it('says in words what the picture shows, escaped', () => {
    const title = `"><script>alert(1)</script>`
    const page = pageOf(ledgerOf({ title }, { when: null }), 'a-deadline', viewAt(AT))
    expect(metaOf(page)['og:image:alt']).toBe(
      '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;: No date yet',
    )
  })
})

describe('a link to the board', () => {
  it('unfolds with the picture of what is due first, and with no more tags than that', () => {
    const meta = metaOf(boardOf(SHIPPED, viewAt(AT)))
    expect(meta).toMatchObject({
      'og:image': `${SITE}/deadlines/istanbul-round-3.png?at=${AT}`,
      'twitter:card': 'summary_large_image',
    })
    expect(Object.keys(meta).filter((name) => /image/.test(name))).toEqual(['og:image'])
  })

  it('has no picture where nothing is ahead', () => {
    const meta = metaOf(boardOf(SHIPPED, viewAt('2026-11-23T02:00:00Z', {})))
    expect(meta['twitter:card']).toBe('summary')
    expect(meta).not.toHaveProperty('og:image')
  })
})

it('a link to the archive has none', () => {
  expect(metaOf(archiveOf(SHIPPED, viewAt(AT)))).not.toHaveProperty('og:image')
})

describe('the line for paper', () => {
  it('names the page’s own address, with all that was asked for, and its instant', () => {
    const asking = { at: AT, lang: 'uk' }
    const page = pageOf(SHIPPED, 'russia-50-days', viewAt(AT, asking))
    expect(textOf(part(page, 'p', 'printed'))).toBe(
      `${SITE}/deadlines/russia-50-days?at=${AT}&lang=uk, 21 July 2025, 20:00 UTC`,
    )
  })

  it('is not on a page that is of nothing', () => {
    const view = viewAt(AT)
    const page = String(ProblemPage({ view, status: 404, detail: 'No such page', errors: [] }))
    expect(page).not.toContain('class="printed"')
  })
})
