/** Each format, held against files of the shipped ledger, and read back by parsers of others. */
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import RssParser from 'rss-parser'
import { describe, expect, test } from 'vitest'
import { atomFeed } from '../../src/feed/atom.ts'
import { jsonFeed } from '../../src/feed/json-feed.ts'
import { rssFeed } from '../../src/feed/rss.ts'
import { type Ledger, ledgerOf, SHIPPED } from '../page/ledger.ts'
import { feedAt } from './feeds.ts'

const INSTANTS = ['2025-07-21T20:00:00Z', '2025-07-28T20:00:00Z', '2026-11-23T00:00:00Z']
const FORMATS = [
  ['atom', atomFeed],
  ['rss', rssFeed],
  ['feed.json', jsonFeed],
] as const

/** Renewed by `npx vitest run --project core test/feed -u`; a reviewer reads what changed. */
describe.each(INSTANTS)('The shipped ledger at %s', (instant) => {
  test.each(FORMATS)('as %s is as it was', async (suffix, write) => {
    const day = instant.slice(0, 10)
    await expect(write(feedAt(SHIPPED, instant))).toMatchFileSnapshot(`golden/${day}.${suffix}`)
  })
})

/** What no format may lose or let through. */
const AWKWARD = `</title> & ]]> <b>"x"</b> &amp; \u0000\u0008 \ud800 Київ 中文 🕚`
const LEGIBLE = `</title> & ]]> <b>"x"</b> &amp;   Київ 中文 🕚`

/** The ledger refuses such text; what comes by another way must do no harm either. */
function hostileLedger(): Ledger {
  const { deadlines, reports } = ledgerOf(
    { kind: 'ultimatum' },
    { when: '2025-09-02', zone: 'UTC' },
  )
  const url = 'https://example.org/?a=1&b="2"'
  const source = { ...reports[0].source, name: AWKWARD, url }
  return {
    deadlines: deadlines.map((each) => ({ ...each, title: AWKWARD })),
    reports: reports.map((each) => ({ ...each, quote: AWKWARD, note: AWKWARD, source })),
  }
}

const hostile = hostileLedger()

describe.each([
  ['the shipped ledger', SHIPPED],
  ['a hostile ledger', hostile],
])('%s is read back by others', (_, ledger) => {
  const feed = feedAt(ledger, '2026-11-23T00:00:00Z')
  const squeezed = (text = '') => text.replace(/\s+/g, ' ').trim()
  const expected = feed.entries.map(({ id, title, published }) => [
    ...[id, squeezed(title), new Date(published * 1000).toISOString()],
  ])

  test('from RSS and Atom, by rss-parser', async () => {
    const parser = new RssParser()
    const rss = await parser.parseString(rssFeed(feed))
    const atom = await parser.parseString(atomFeed(feed))
    expect(rss.items.map((each) => [each.guid, squeezed(each.title), each.isoDate])).toEqual(
      expected,
    )
    expect(
      atom.items.map((each) => [
        each.id,
        squeezed(each.title),
        new Date(each.pubDate ?? '').toISOString(),
      ]),
    ).toEqual(expected)
    expect(rss.items.map((each) => squeezed(each.content))).toEqual(
      feed.entries.map(({ html }) => squeezed(html)),
    )
  })

  test('from RSS and Atom, by a general XML parser', () => {
    const parser = new XMLParser({ ignoreAttributes: false, processEntities: true })
    for (const write of [rssFeed, atomFeed]) expect(XMLValidator.validate(write(feed))).toBe(true)
    const { feed: atom } = parser.parse(atomFeed(feed))
    const entries = [atom.entry].flat()
    expect(entries.map((each) => [each.id, squeezed(String(each.title)), each.published])).toEqual(
      expected,
    )
    expect(entries.map((each) => squeezed(each.content['#text']))).toEqual(
      feed.entries.map(({ html }) => squeezed(html)),
    )
    expect(atom['@_xml:lang']).toBe('en')
    expect(atom.link.map((each: object) => Object.values(each).join(' '))).toEqual([
      `${feed.self} self application/atom+xml`,
      `${feed.page} alternate text/html`,
      `${feed.hub} hub`,
      `${feed.first} first application/atom+xml`,
      `${feed.next} next application/atom+xml`,
    ])
  })

  test('from JSON', () => {
    const json = JSON.parse(jsonFeed(feed))
    expect([json.version, json.feed_url, json.next_url, json.hubs]).toEqual([
      ...['https://jsonfeed.org/version/1.1', feed.self, feed.next],
      [{ type: 'WebSub', url: feed.hub }],
    ])
    expect(
      json.items.map((each: Record<string, string>) => [
        ...[each.id, squeezed(each.title), new Date(each.date_published).toISOString()],
      ]),
    ).toEqual(expected)
  })
})

test('what is hostile stays text, and what no XML may hold is left out', () => {
  const [entry] = feedAt(hostile, '2026-11-23T00:00:00Z').entries.slice(-1)
  expect(entry.title).toBe(`${LEGIBLE}: set for 2 September 2025`)
  expect(entry.html).not.toContain('<b>')
  expect(entry.html).toContain('&lt;b&gt;&quot;x&quot;&lt;/b&gt;')
  expect(entry.html).toContain(
    '<a href="https://example.org/?a=1&amp;b=&quot;2&quot;">example.org</a>',
  )
})

test('a feed of nothing is a feed too, of a plausible date', async () => {
  const empty = feedAt({ deadlines: [], reports: [] }, '2025-01-01T00:00:00Z')
  const { feed } = new XMLParser().parse(atomFeed(empty))
  expect([feed.id, feed.updated, feed.entry]).toEqual([
    empty.id,
    '2025-01-01T00:00:00.000Z',
    undefined,
  ])
  const rss = await new RssParser().parseString(rssFeed(empty))
  expect([rss.items, rss.lastBuildDate]).toEqual([[], 'Wed, 01 Jan 2025 00:00:00 GMT'])
  expect(JSON.parse(jsonFeed(empty)).items).toEqual([])
})
