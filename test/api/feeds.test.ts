import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, test } from 'vitest'
import { CHANGES } from '../../src/deadline/change.ts'
import { tellChanges } from '../../src/ledger/changes.ts'
import { counting } from '../ledger/cost.ts'
import { emptyDatabase, importText, shippedDatabase } from '../ledger/database.ts'
import { generatedLedger } from '../ledger/generated.ts'
import { request } from './request.ts'
import { ask, askJson } from './tracker.ts'

interface Item {
  id: string
  title: string
  url: string
  date_published: string
  date_modified: string
  tags: string[]
}

interface JsonFeed {
  title: string
  feed_url: string
  home_page_url: string
  next_url?: string
  items: Item[]
}

const AT = 'at=2025-07-21T20:00:00Z'
const END = 'at=2025-08-16T20:00:00Z'

const feed = (path: string) => askJson<JsonFeed>(path)
const idsOf = ({ items }: JsonFeed) => items.map(({ id }) => id)

describe('The feeds of the shipped ledger', () => {
  beforeAll(async () => {
    await shippedDatabase()
  })

  test('tell what happened by an instant, each once, newest first, by when it happened', async () => {
    const { items } = await feed(`/feed.json?${AT}`)
    expect(items.map(({ date_published, title }) => [date_published.slice(0, 16), title])).toEqual([
      [
        '2025-07-21T19:00',
        'Third round of direct talks in Istanbul: Anonymous source says 24 July',
      ],
      [
        '2025-07-21T18:00',
        'The next exchange of prisoners: Volodymyr Zelensky says there is no date',
      ],
      [
        '2025-07-21T18:00',
        'Third round of direct talks in Istanbul: firmed from between 21 and 27 July to 23 July',
      ],
      [
        '2025-07-21T12:00',
        'Third round of direct talks in Istanbul: Kremlin says there is no date',
      ],
      ...items.slice(4).map(({ date_published, title }) => [date_published.slice(0, 16), title]),
    ])
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    const instants = items.map(({ date_published }) => date_published)
    expect(instants).toEqual(instants.toSorted().toReversed())
    expect(instants[0] <= '2025-07-21T20').toBe(true)
  })

  test('give an entry the same id in each format, on each host and at any instant', async () => {
    const json = idsOf(await feed(`/feed.json?${END}`))
    for (const path of ['/feed.atom', '/feed.rss']) {
      const xml = await (await ask(`${path}?${END}`)).text()
      const ids = [...xml.matchAll(/<(?:id|guid isPermaLink="false")>(urn:uuid:[^<]*)</g)]
      // Atom's feed has an id of its own, which is not an entry's.
      expect(ids.map(([, id]) => id).filter((id) => json.includes(id))).toEqual(json)
    }
    const elsewhere = { ...env, SITE_URL: 'https://eleventh-hour.example' }
    const other = await request(`http://localhost/feed.json?${END}`, {}, elsewhere)
    const there = await other.json<JsonFeed>()
    expect(idsOf(there)).toEqual(json)
    expect(there.items[0].url).toMatch(/^https:\/\/eleventh-hour\.example\/deadlines\//)
    expect(json).toEqual(expect.arrayContaining(idsOf(await feed(`/feed.json?${AT}`))))
  })

  test('of a topic and of a deadline tell of them alone', async () => {
    const all = idsOf(await feed(`/feed.json?${END}`))
    expect(idsOf(await feed(`/topics/russia-ukraine-war.feed.json?${END}`))).toEqual(all)
    const one = await feed(`/deadlines/russia-50-days.feed.json?${END}`)
    expect(one.title).toBe('Eleventh Hour: End the war in Ukraine within 50 days')
    expect(one.home_page_url).toBe(`http://localhost:8787/deadlines/russia-50-days?${END}`)
    expect(one.items.map(({ tags }) => tags[0])).toEqual([
      ...['outcome', 'milestone', 'milestone', 'milestone', 'milestone', 'milestone', 'milestone'],
      ...['move', 'move', 'move'],
    ])
    for (const { url } of one.items) {
      expect(url).toMatch(/^http:\/\/localhost:8787\/deadlines\/russia-50-days(#[0-9a-f-]{36})?$/)
    }
  })

  test('are narrowed by kind, by certainty and to what one wants to hear of', async () => {
    const tagged = async (query: string) =>
      (await feed(`/feed.json?${END}&${query}`)).items.map(({ tags }) => tags)
    for (const kind of ['ultimatum', 'talks', 'deadline']) {
      expect(new Set((await tagged(`kind=${kind}`)).map(([, each]) => each))).toEqual(
        new Set([kind]),
      )
    }
    const only = await tagged('only=moves,outcomes')
    expect(new Set(only.map(([type]) => type))).toEqual(new Set(['move', 'outcome']))
    expect((await tagged('only=milestones')).length).toBeGreaterThan(5)
    const contested = await feed(`/feed.json?${END}&certainty=contested`)
    expect(contested.items.length).toBeGreaterThan(0)
    expect(contested.feed_url).toBe(`http://localhost:8787/feed.json?${END}&certainty=contested`)
  })

  test.each([
    ['only=moves,everything', 'only'],
    ['only=', 'only'],
    ['kind=war', 'kind'],
    ['before=yesterday', 'before'],
    ['before=2025-07-21T20:00:00Z~a~b~c', 'before'],
  ])('refuse %s, and say what would be right', async (query, name) => {
    const response = await ask(`/feed.atom?${query}`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ pointer: `#/${name}` }] })
  })

  test('pass over what links pick up on their way', async () => {
    expect((await ask('/feed.rss?utm_source=x')).status).toBe(200)
  })

  test('are not there for what is not', async () => {
    for (const path of ['/topics/nothing.rss', '/deadlines/nothing.feed.json']) {
      expect((await ask(path)).status).toBe(404)
    }
  })

  test('as known on a day tell only what had been recorded by then', async () => {
    expect((await feed(`/feed.json?${END}&known=2026-11-22T00:00:00Z`)).items).toEqual([])
    expect(idsOf(await feed(`/feed.json?${END}&known=2026-11-23T00:00:00Z`))).toEqual(
      idsOf(await feed(`/feed.json?${END}`)),
    )
  })

  test('come whole on condition alone: what has not changed is not sent again', async () => {
    for (const path of ['/feed.atom', '/feed.rss', '/feed.json', '/deadlines/russia-50-days.rss']) {
      const { headers } = await ask(path)
      const [tag, modified] = [headers.get('etag') ?? '', headers.get('last-modified') ?? '']
      expect(tag).toMatch(/^"/)
      expect(modified).toBe('Mon, 23 Nov 2026 00:00:00 GMT')
      const since = (when: string, more = {}) =>
        ask(path, { headers: { 'if-modified-since': when, ...more } })
      expect((await ask(path, { headers: { 'if-none-match': tag } })).status).toBe(304)
      expect((await since(modified)).status).toBe(304)
      expect((await since('Sun, 22 Nov 2026 23:59:59 GMT')).status).toBe(200)
      expect((await since('whenever')).status).toBe(200)
      // The tag is the stronger: where it is given, the date does not count.
      expect((await since(modified, { 'if-none-match': '"another"' })).status).toBe(200)
    }
  })

  test('name their hub and themselves in their headers', async () => {
    const { headers } = await ask(`/topics/russia-ukraine-war.atom?${AT}`)
    expect(headers.get('link')).toBe(
      `<http://localhost:8787/hub>; rel="hub", <http://localhost:8787/topics/russia-ukraine-war.atom?${AT}>; rel="self"`,
    )
  })

  test('asked for each minute around two changes, tell each change once', {
    timeout: 120_000,
  }, async () => {
    const seen = new Map<string, number>()
    const from = Date.parse('2025-07-28T11:00:00Z')
    for (let minute = 0; minute <= 26 * 60; minute++) {
      const at = new Date(from + minute * 60_000).toISOString().replace('.000', '')
      const { items } = await feed(`/deadlines/russia-50-days.feed.json?at=${at}`)
      const fresh = items.filter(({ id }) => !seen.has(id))
      for (const { id, date_published } of fresh) {
        seen.set(id, minute)
        if (minute > 0) expect(Date.parse(date_published)).toBe(from + minute * 60_000)
      }
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    }
    expect([...seen.values()].filter((minute) => minute > 0)).toEqual([60, 25 * 60])
  })
})

describe('Every feed', () => {
  const PATHS = [
    ...['/feed.atom', '/feed.rss', '/feed.json', '/topics/russia-ukraine-war.atom'],
    ...['/topics/russia-ukraine-war.rss', '/topics/russia-ukraine-war.feed.json'],
    ...['/deadlines/russia-50-days.atom', '/deadlines/russia-50-days.rss'],
    ...['/deadlines/russia-50-days.feed.json?kind=ultimatum&only=moves,outcomes'],
    ...['/feed.atom?certainty=firm&before=2025-08-01T00:00:00Z%7E%7E'],
  ]

  beforeAll(async () => {
    await shippedDatabase()
  })

  test.each(PATHS)('%s names its hub and itself, whole, to HEAD and on condition', async (path) => {
    const whole = await ask(path)
    const links = `<http://localhost:8787/hub>; rel="hub", <http://localhost:8787${path}>; rel="self"`
    const [tag, modified] = ['etag', 'last-modified'].map((name) => whole.headers.get(name) ?? '')
    const others = [
      await ask(path, { method: 'HEAD' }),
      await ask(path, { headers: { 'if-none-match': tag } }),
      await ask(path, { headers: { 'if-modified-since': modified } }),
    ]
    expect(others.map(({ status }) => status)).toEqual([200, 304, 304])
    for (const { headers } of [whole, ...others]) expect(headers.get('link')).toBe(links)
  })
})

describe('A feed of more than a page', () => {
  beforeAll(async () => {
    const db = await emptyDatabase()
    expect(await importText(db, generatedLedger(12, 20))).toMatchObject({ ok: true })
  })

  test('goes back through its history, and tells each entry once', async () => {
    const ids: string[] = []
    const stamps: string[] = []
    let next: string | undefined = '/feed.json'
    let pages = 0
    while (next) {
      const page: JsonFeed = await feed(next.replace('http://localhost:8787', ''))
      expect(page.items.length).toBe(page.next_url ? 50 : page.items.length)
      ids.push(...idsOf(page))
      stamps.push(...page.items.map(({ date_published }) => date_published))
      next = page.next_url
      pages++
    }
    expect(pages).toBeGreaterThan(5)
    expect(new Set(ids).size).toBe(ids.length)
    expect(stamps).toEqual(stamps.toSorted().toReversed())
    const types = [...CHANGES]
    const { changes } = await tellChanges(env.DB, {
      ...{ subject: 'everything', now: Date.now() / 1000, knownAt: null, kind: null },
      ...{ certainty: null, types, before: null, limit: 10_000 },
    })
    expect(ids).toHaveLength(changes.length)
  })

  test('goes back from an instant too, by links that say where they lead', async () => {
    const before = '2025-01-10T00:00:00Z'
    const { items } = await feed(`/feed.json?before=${before}`)
    expect(items.length).toBe(50)
    for (const { date_published } of items) expect(date_published < before).toBe(true)
    const atom = await (await ask(`/feed.atom?kind=ultimatum&before=${before}`)).text()
    expect(atom).toContain('href="http://localhost:8787/feed.atom?kind=ultimatum" rel="first"')
    expect(atom).toMatch(
      /href="[^"]*feed\.atom\?kind=ultimatum&amp;before=2025-01-0[^"]*" rel="next"/,
    )
    expect(atom).toContain(
      `href="http://localhost:8787/feed.atom?kind=ultimatum&amp;before=${before}%7E%7E" rel="self"`,
    )
  })

  test('is the same whether it is looked up or worked out from what was recorded', async () => {
    for (const query of ['', 'kind=talks', 'only=milestones', 'certainty=contested']) {
      const asked = `/feed.json?at=2025-01-15T12:00:00Z&${query}`
      expect(idsOf(await feed(`${asked}&known=2027-01-01T00:00:00Z`))).toEqual(
        idsOf(await feed(asked)),
      )
    }
  })

  test('is kept until the next milestone at the latest', async () => {
    const keptFor = async (slug: string) => {
      const { headers } = await ask(`/deadlines/${slug}.atom`)
      return Number(headers.get('cache-control')?.replace('public, max-age=', ''))
    }
    const inAnHour = new Date(Date.now() + (3600 + 100) * 1000).toISOString().replace(/\.\d+/, '')
    const lines = [
      { slug: 'soon', kind: 'talks', title: 'Soon' },
      {
        ...{ deadline: 'soon', says: 'date', when: inAnHour, zone: 'UTC' },
        ...{ source: { name: 'A', standing: 'party' }, reportedAt: '2026-01-01T00:00:00Z' },
      },
    ]
    expect(await importText(env.DB, lines.map((line) => JSON.stringify(line)).join('\n'))).toEqual({
      ...{ ok: true, recorded: 2, lines: 2 },
    })
    expect(await keptFor('deadline-0')).toBe(300)
    expect(await keptFor('soon')).toBeLessThanOrEqual(100)
    expect(await keptFor('soon')).toBeGreaterThan(90)
  })
})

describe('What a page of a feed costs', () => {
  test('is the same however long the ledger is', async () => {
    const costOf = async (deadlines: number) => {
      const db = await emptyDatabase()
      expect(await importText(db, generatedLedger(deadlines, 5))).toMatchObject({ ok: true })
      const { counted, cost } = counting(db)
      for (const subject of ['everything', { slug: 'deadline-3' }] as const) {
        await tellChanges(counted, {
          ...{ subject, now: Date.now() / 1000, knownAt: null, kind: null, certainty: null },
          ...{ types: null, before: null, limit: 50 },
        })
      }
      return cost.read
    }
    const [few, many] = [await costOf(40), await costOf(400)]
    expect(few).toBeGreaterThan(100)
    expect(many).toBeLessThanOrEqual(few * 1.05)
  })
})
