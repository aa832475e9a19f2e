import { describe, expect, it } from 'vitest'
import { NOT_NARROWED } from '../../src/deadline/board.ts'
import { ProblemPage } from '../../src/page/problem.tsx'
import {
  archiveOf,
  boardOf,
  ledgerOf,
  pageOf,
  part,
  recordPageOf,
  SHIPPED,
  subscribeOf,
  textOf,
  viewAt,
} from './ledger.ts'

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

/** What a page names as the same in other forms: each address, by what it is called. */
function formsOf(page: string): Record<string, string> {
  const found = page.matchAll(
    /<link rel="alternate" type="([^"]*)" href="([^"]*)" title="([^"]*)"\/>/g,
  )
  const forms = [...found].filter(([, type]) => !type.endsWith('oembed'))
  return Object.fromEntries(forms.map(([, type, href, title]) => [`${title}: ${type}`, href]))
}

describe('the other forms of a page', () => {
  const topic = 'russia-ukraine-war'

  it('are those of the board, at its instant', () => {
    expect(formsOf(boardOf(SHIPPED, viewAt(AT)))).toEqual({
      'Eleventh Hour · Atom: application/atom+xml': `/feed.atom?at=${AT}`,
      'Eleventh Hour · RSS: application/rss+xml': `/feed.rss?at=${AT}`,
      'Eleventh Hour · JSON Feed: application/feed+json': `/feed.json?at=${AT}`,
      'Eleventh Hour · Calendar: text/calendar': `/calendar.ics?at=${AT}`,
      'Eleventh Hour · JSON: application/json': `/status.json?at=${AT}`,
    })
  })

  it('are narrowed as the page is, as far as they can be', () => {
    const narrowing = { ...NOT_NARROWED, topic, kind: 'talks', q: 'Kyiv' } as const
    const forms = Object.values(formsOf(boardOf(SHIPPED, viewAt(AT, {}), narrowing)))
    expect(forms.map((form) => form.replaceAll('&amp;', '&'))).toEqual([
      `/topics/${topic}.atom?kind=talks`,
      `/topics/${topic}.rss?kind=talks`,
      `/topics/${topic}.feed.json?kind=talks`,
      `/topics/${topic}.ics?kind=talks`,
      `/topics/${topic}.json?kind=talks&q=Kyiv`,
    ])
  })

  it('are those of a deadline, by its title', () => {
    const forms = formsOf(pageOf(SHIPPED, 'russia-50-days', viewAt(AT, {}, 'de')))
    const name = 'End the war in Ukraine within 50 days'
    expect(forms).toMatchObject({
      [`${name} · RSS: application/rss+xml`]: '/deadlines/russia-50-days.rss',
      [`${name} · Kalender: text/calendar`]: '/deadlines/russia-50-days.ics',
    })
    expect(Object.keys(forms)).toHaveLength(5)
  })

  it('are those of what is subscribed to', () => {
    const forms = formsOf(subscribeOf(SHIPPED, viewAt(AT, {}), { topic }))
    expect(Object.keys(forms)[0]).toBe('Russia–Ukraine war · Atom: application/atom+xml')
    expect(Object.values(forms)[3]).toBe(`/topics/${topic}.ics`)
  })

  it.each([
    ['the archive', archiveOf(SHIPPED, viewAt(AT, {}))],
    ['the record', recordPageOf(SHIPPED, viewAt(AT, {}))],
  ])('are on %s the feeds of everything', (_, page) => {
    expect(Object.values(formsOf(page))).toEqual(['/feed.atom', '/feed.rss', '/feed.json'])
  })
})

describe('the masthead', () => {
  const hrefOf = (page: string) => /href="([^"]*)"[^>]*>Subscribe</.exec(page)?.[1]

  it('leads to where what the page is about can be subscribed to', () => {
    const topic = 'russia-ukraine-war'
    const view = viewAt(AT, {})
    expect(hrefOf(boardOf(SHIPPED, view))).toBe('/subscribe')
    expect(hrefOf(archiveOf(SHIPPED, viewAt(AT)))).toBe(`/subscribe?at=${AT}`)
    expect(hrefOf(boardOf(SHIPPED, view, { ...NOT_NARROWED, topic }))).toBe(
      `/subscribe?topic=${topic}`,
    )
    expect(hrefOf(pageOf(SHIPPED, 'russia-50-days', view))).toBe(
      '/subscribe?deadline=russia-50-days',
    )
  })
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
