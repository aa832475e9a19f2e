import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, test } from 'vitest'
import { shippedDatabase } from '../ledger/database.ts'
import { request } from './request.ts'
import { ask, askJson, BROWSER } from './tracker.ts'

const AT = 'at=2025-07-21T20:00:00Z'

const ADDRESSES = [
  ['/', 'text/html; charset=UTF-8'],
  ['/deadlines/russia-50-days', 'text/html; charset=UTF-8'],
  ['/archive', 'text/html; charset=UTF-8'],
  ['/record', 'text/html; charset=UTF-8'],
  ['/topics/russia-ukraine-war', 'text/html; charset=UTF-8'],
  ['/subscribe', 'text/html; charset=UTF-8'],
  ['/status.json', 'application/json'],
  ['/topics/russia-ukraine-war.json', 'application/json'],
  ['/next.json', 'application/json'],
  ['/deadlines/russia-50-days.json', 'application/json'],
  ['/feed.atom', 'application/atom+xml; charset=utf-8'],
  ['/deadlines/russia-50-days.atom', 'application/atom+xml; charset=utf-8'],
  ['/feed.rss', 'application/rss+xml; charset=utf-8'],
  ['/feed.json', 'application/feed+json; charset=utf-8'],
  ['/topics/russia-ukraine-war.atom', 'application/atom+xml; charset=utf-8'],
  ['/topics/russia-ukraine-war.rss', 'application/rss+xml; charset=utf-8'],
  ['/topics/russia-ukraine-war.feed.json', 'application/feed+json; charset=utf-8'],
  ['/deadlines/russia-50-days.rss', 'application/rss+xml; charset=utf-8'],
  ['/deadlines/russia-50-days.feed.json', 'application/feed+json; charset=utf-8'],
  ['/calendar.ics', 'text/calendar; charset=utf-8'],
  ['/topics/russia-ukraine-war.ics', 'text/calendar; charset=utf-8'],
  ['/deadlines/russia-50-days.ics', 'text/calendar; charset=utf-8'],
  ['/deadlines/russia-50-days.svg', 'image/svg+xml; charset=utf-8'],
  ['/deadlines/russia-50-days.png', 'image/png'],
  ['/embed/russia-50-days', 'text/html; charset=UTF-8'],
  ['/healthz', 'application/json'],
  ['/docs', 'text/html; charset=UTF-8'],
]

/** Of no instant: what is asked as of one is the same. */
const TIMELESS = [['/openapi.json', 'application/json']]

const ALL = [...ADDRESSES, ...TIMELESS]

beforeAll(async () => {
  await shippedDatabase()
})

describe('Every address', () => {
  test.each(ALL)('%s answers as %s, to GET and to HEAD', async (path, type) => {
    const got = await ask(path)
    expect([got.status, got.headers.get('content-type')]).toEqual([200, type])
    const head = await ask(path, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-type')]).toEqual([200, type])
    expect(await head.text()).toBe('')
  })

  test.each(ALL)('%s is safe: its policy, its type, its readers', async (path) => {
    const { headers } = await ask(path)
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    // The card alone is there to be framed.
    const rest = path.startsWith('/embed/') ? policy?.replace('frame-ancestors *', '') : policy
    expect(rest).not.toMatch(/unsafe|\*/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('cache-control')).toBeTruthy()
  })

  test.each(ALL)('%s is not sent twice to who has it', async (path) => {
    const asked = `${path}?${AT}`
    const tag = (await ask(asked)).headers.get('etag') ?? ''
    expect(tag).toMatch(/^"/)
    const again = await ask(asked, { headers: { 'if-none-match': tag } })
    expect(again.status).toBe(304)
    // Another site's page may ask on condition too.
    expect(again.headers.get('access-control-allow-origin')).toBe('*')
  })

  test.each(ADDRESSES)('%s refuses a bad instant and never takes it for now', async (path) => {
    for (const bad of ['yesterday', '', '2025-07-21', '2025-02-30T00:00:00Z']) {
      const response = await ask(`${path}?at=${bad}`)
      expect([bad, response.status]).toEqual([bad, 400])
      expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
      expect(await response.json()).toMatchObject({
        title: 'Bad request',
        status: 400,
        errors: [{ pointer: '#/at' }],
      })
    }
    expect((await ask(`${path}?known=soon`)).status).toBe(400)
    expect((await ask(`${path}?${AT}&${AT}`)).status).toBe(400)
  })
})

describe('Instants in a query', () => {
  test('may carry an offset, whose plus sign a query makes a blank', async () => {
    const { now } = await askJson('/next.json?at=2025-07-21T22:00:00+02:00')
    expect(now).toBe('2025-07-21T20:00:00Z')
  })
})

describe('/status.json', () => {
  test.each([
    ['topic=russia-ukraine-war', 6],
    ['topic=another', 0],
    ['kind=ultimatum', 1],
    ['kind=talks&phase=closed', 2],
    ['phase=upcoming', 4],
    ['phase=due', 0],
    ['q=ISTANBUL', 3],
    ['q=zelensky+putin', 0],
    ['q=Zelensky', 1],
    ['limit=2', 2],
    ['certainty=contested', 1],
    ['certainty=firm&kind=ultimatum', 1],
    ['certainty=tentative', 0],
    ['q=', 6],
  ])('narrows by %s', async (query, count) => {
    const board = await askJson<{ deadlines: unknown[] }>(`/status.json?${AT}&${query}`)
    expect(board.deadlines).toHaveLength(count)
  })

  test('pages through the board, each deadline once, in the same order', async () => {
    const whole = await askJson<{ deadlines: { slug: string }[] }>(`/status.json?${AT}`)
    const seen: string[] = []
    let path: string | null = `/status.json?${AT}&limit=1`
    while (path && seen.length <= whole.deadlines.length) {
      const response: Response = await ask(path)
      const page = await response.json<{ deadlines: { slug: string }[]; cursor: string | null }>()
      seen.push(...page.deadlines.map(({ slug }) => slug))
      const link = /<http:\/\/localhost:8787(.+)>; rel="next"/.exec(
        response.headers.get('link') ?? '',
      )
      expect(Boolean(link)).toBe(page.cursor !== null)
      path = link?.[1] ?? null
    }
    expect(seen).toEqual(whole.deadlines.map(({ slug }) => slug))
  })

  test.each([
    ['att=2025-07-21T20:00:00Z', '#/att', 'they are at, known, topic'],
    ['kind=war', '#/kind', 'ultimatum'],
    ['certainty=sure', '#/certainty', 'firm, tentative'],
    ['phase=over', '#/phase', 'upcoming'],
    ['limit=0', '#/limit', '1 to 500'],
    ['limit=501', '#/limit', '500'],
    ['topic=A%20B', '#/topic', 'slug'],
    ['cursor=nonsense', '#/cursor', 'cursor'],
    ['cursor=closed~1~x~y', '#/cursor', 'cursor'],
  ])('refuses %s and says what would be right', async (query, pointer, detail) => {
    const response = await ask(`/status.json?${query}`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      errors: [{ pointer, detail: expect.stringContaining(detail) }],
    })
  })
})

describe('/topics/T', () => {
  const topic = '/topics/russia-ukraine-war'

  test('is the board of the topic, narrowed like the other', async () => {
    const linkedOn = async (path: string) => {
      const page = await (await ask(path, BROWSER)).text()
      const linked = page.matchAll(/href="\/deadlines\/([a-z0-9-]+)\?/g)
      return [...new Set([...linked].map(([, slug]) => slug))]
    }
    expect(await linkedOn(`${topic}?${AT}`)).toHaveLength(6)
    expect(await linkedOn(`${topic}?${AT}&kind=ultimatum`)).toEqual(['russia-50-days'])
    expect(await linkedOn(`${topic}?${AT}&topic=another&q=50`)).toEqual(['russia-50-days'])
    expect(await linkedOn(`${topic}?${AT}&q=ALASKA`)).toEqual([])
    expect((await ask(`${topic}?kind=war`, BROWSER)).status).toBe(400)
  })

  test('is what the board narrowed to the topic says it is', async () => {
    const page = await (await ask(`/?topic=russia-ukraine-war&kind=talks`, BROWSER)).text()
    expect(page).toContain(`rel="canonical" href="http://localhost:8787${topic}"`)
    expect(page).toContain(`href="${topic}?kind=talks&amp;certainty=firm"`)
  })

  test('has the shape of status.json, and no topic to choose', async () => {
    const [own, all] = await Promise.all([
      ask(`${topic}.json?${AT}&certainty=contested`),
      ask(`/status.json?${AT}&topic=russia-ukraine-war&certainty=contested`),
    ])
    expect(await own.json()).toEqual(await all.json())
    const response = await ask(`${topic}.json?topic=another`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ pointer: '#/topic' }] })
  })

  test('goes on at its own address', async () => {
    const seen: string[] = []
    let path: string | null = `${topic}.json?${AT}&kind=talks&limit=2`
    while (path && seen.length < 10) {
      expect(path).toMatch(/^\/topics\/russia-ukraine-war\.json\?at=[^&]*&kind=talks&/)
      const response: Response = await ask(path)
      const page = await response.json<{ deadlines: { slug: string }[] }>()
      seen.push(...page.deadlines.map(({ slug }) => slug))
      const link = response.headers.get('link') ?? ''
      path = /<http:\/\/localhost:8787(.+)>; rel="next"/.exec(link)?.[1] ?? null
    }
    expect(seen).toHaveLength(4)
    expect(new Set(seen).size).toBe(4)
  })
})

describe('/subscribe', () => {
  const optionsOn = async (path: string) => {
    const page = await (await ask(path, BROWSER)).text()
    const [select] = /<select id="deadline".*?<\/select>/s.exec(page) ?? ['']
    return [...select.matchAll(/<option value="([^"]+)"( selected)?/g)].map(
      ([, slug, selected]) => slug + (selected ?? ''),
    )
  }

  test('offers the deadlines that are open, and whichever was asked for', async () => {
    expect(await optionsOn('/subscribe')).toEqual(['prisoner-exchange', 'leaders-meeting'])
    expect(await optionsOn('/subscribe?deadline=alaska-summit')).toEqual([
      'alaska-summit selected',
      'prisoner-exchange',
      'leaders-meeting',
    ])
    expect(await optionsOn(`/subscribe?${AT}`)).toHaveLength(4)
  })

  test('takes a form in which nothing was chosen for everything', async () => {
    const page = await (await ask('/subscribe?deadline=', BROWSER)).text()
    expect(page).toContain('>http://localhost:8787/feed.atom<')
  })

  test.each([
    ['topic=nowhere', 404],
    ['deadline=nowhere', 404],
    ['topic=A%20B', 400],
    ['topic=russia-ukraine-war&deadline=alaska-summit', 400],
  ])('by %s is a %i', async (query, status) => {
    expect((await ask(`/subscribe?${query}`, BROWSER)).status).toBe(status)
  })
})

describe('/head.json', () => {
  test('tells how far the ledger goes, and the time to the millisecond', async () => {
    const response = await ask('/head.json')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const { now, head } = await response.json<{ now: string; head: number }>()
    expect(head).toBe(28)
    expect(now).toMatch(/\.\d{3}Z$/)
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(5000)
  })

  test.each(['/', '/topics/russia-ukraine-war', '/deadlines/russia-50-days'])(
    'is what %s follows, and no page of then',
    async (path) => {
      expect(await (await ask(path)).text()).toContain('data-head="28"')
      expect(await (await ask(`${path}?${AT}`)).text()).not.toContain('data-head')
    },
  )
})

describe('/archive', () => {
  const slugsIn = (page: string) =>
    [...page.matchAll(/href="\/deadlines\/([a-z0-9-]+)/g)].map(([, slug]) => slug)

  test('has what ended last first, then what is past its time', async () => {
    expect(slugsIn(await (await ask('/archive', BROWSER)).text())).toEqual([
      ...['alaska-summit', 'russia-50-days', 'istanbul-round-3'],
      ...['istanbul-round-2', 'istanbul-round-1', 'leaders-meeting'],
    ])
    expect(slugsIn(await (await ask(`/archive?${AT}`, BROWSER)).text())).toEqual([
      ...['istanbul-round-2', 'istanbul-round-1'],
    ])
  })

  test('goes on after a cursor, with that one list', async () => {
    const { deadlines } = await askJson<{ deadlines: { slug: string }[] }>('/status.json')
    const open = deadlines.findIndex(({ slug }) => slug === 'leaders-meeting')
    const { cursor } = await askJson<{ cursor: string }>(`/status.json?limit=${open + 2}`)
    expect(cursor).toMatch(/^closed~.*~alaska-summit$/)
    const page = await (await ask(`/archive?cursor=${cursor}`, BROWSER)).text()
    expect(slugsIn(page)[0]).toBe('russia-50-days')
    expect(slugsIn(page)).not.toContain('leaders-meeting')
    expect(page).not.toContain('#open')
    expect(page).toContain('rel="canonical" href="http://localhost:8787/archive?cursor=closed%7E')
    const rest = await (await ask('/archive?cursor=passed~-9999999999~a', BROWSER)).text()
    expect(slugsIn(rest)).toEqual(['leaders-meeting'])
  })

  test.each(['nonsense', 'counted~1~a-slug', 'undated~1~a-slug'])(
    'refuses the cursor %s, which no page of it gave',
    async (cursor) => {
      const response = await ask(`/archive?cursor=${cursor}`)
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ errors: [{ pointer: '#/cursor' }] })
    },
  )

  test('knows only what had been recorded by then', async () => {
    const page = await ask('/archive?known=2026-01-01T00:00:00Z', BROWSER)
    expect(slugsIn(await page.text())).toEqual([])
  })
})

describe('/record', () => {
  test('counts as of an instant, and what was recorded by then', async () => {
    const countOf = async (query: string) => {
      const page = await (await ask(`/record${query}`, BROWSER)).text()
      return /class="value">(\d+)</.exec(page)?.[1]
    }
    expect(await countOf('')).toBe('5')
    expect(await countOf(`?${AT}`)).toBe('2')
    expect(await countOf('?known=2026-11-23T00:00:00Z')).toBe('5')
    expect(await countOf('?known=2026-01-01T00:00:00Z')).toBe('0')
  })
})

describe('The board as a page', () => {
  test.each([
    [`/?${AT}&kind=ultimatum&certainty=firm`, ['/deadlines/russia-50-days']],
    [`/?${AT}&topic=russia-ukraine-war&q=ALASKA`, []],
    [`/?${AT}&q=+zelensky+&kind=`, null],
    [`/?${AT}&certainty=sure`, null],
    [`/?${AT}&topic=A%20B`, null],
    [`/?${AT}&kind=talks&kind=talks`, null],
  ])('narrows by %s, or refuses it', async (path, found) => {
    const response = await ask(path, BROWSER)
    expect(response.status).toBe(found === null ? 400 : 200)
    expect(response.headers.get('content-type')).toContain('text/html')
    const linked = (await response.text()).matchAll(/href="(\/deadlines\/[a-z0-9-]+)\?/g)
    expect([...new Set([...linked].map(([, to]) => to))]).toEqual(found ?? [])
  })

  test('takes an empty search for none', async () => {
    const page = await (await ask(`/?${AT}&q=+`, BROWSER)).text()
    expect(page).not.toContain('class="narrowed-to"')
  })

  test('is narrowed by what had been recorded, too', async () => {
    const known = 'known=2999-01-01T00:00:00Z'
    const page = await (await ask(`/?${AT}&${known}&certainty=contested`, BROWSER)).text()
    expect(page).toContain('/deadlines/istanbul-round-3?')
    expect(page).not.toContain('/deadlines/russia-50-days?')
  })
})

describe('A page', () => {
  test('passes over parameters that links pick up on their way', async () => {
    expect((await ask('/?utm_source=x&fbclid=y', BROWSER)).status).toBe(200)
  })
})

describe('A deadline’s page', () => {
  test('leads to every moment at which something was reported, as far as it was recorded', async () => {
    const stopsOf = async (asked: string) =>
      (await (await ask(`/deadlines/istanbul-round-3?${asked}`)).text()).match(/class="stop /g) ??
      []
    expect(await stopsOf('at=2025-07-15T20:00:00Z')).toHaveLength(7)
    expect(await stopsOf('known=2026-01-01T00:00:00Z')).toHaveLength(0)
  })
})

describe('A deadline’s JSON', () => {
  test('is its status with now and the log, oldest first', async () => {
    const told = await askJson<{
      now: string
      slug: string
      reports: number
      log: { id: string; reportedAt: string }[]
    }>(`/deadlines/istanbul-round-3.json?${AT}`)
    expect(told).toMatchObject({
      now: '2025-07-21T20:00:00Z',
      slug: 'istanbul-round-3',
      reports: 5,
    })
    const times = told.log.map(({ reportedAt }) => reportedAt)
    expect(times).toEqual(times.toSorted())
    expect(told.log).toHaveLength(5)
  })
})

describe('What is not there', () => {
  test.each([
    '/nowhere',
    '/deadlines/nowhere',
    '/deadlines/nowhere.json',
    '/deadlines/nowhere.atom',
    '/deadlines/nowhere.ics',
    '/topics/nowhere.ics',
    '/deadlines/nowhere.png',
    '/topics/nowhere',
    '/topics/nowhere.json',
    '/topics/Russia',
    '/?topic=nowhere',
    '/status.xml',
  ])('%s is a 404 that a program can read', async (path) => {
    const response = await ask(path)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(await response.json()).toMatchObject({ status: 404, title: 'Not found' })
  })

  test('is a page for a browser, that escapes what was asked for', async () => {
    const response = await ask('/deadlines/nowhere%3Cscript%3E', BROWSER)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(await response.text()).not.toContain('<script>')
    const bad = await ask('/?at=yesterday', BROWSER)
    expect([bad.status, bad.headers.get('content-type')]).toEqual([400, 'text/html; charset=UTF-8'])
  })

  test.each([
    ['text/html;q=0', 'json'],
    ['*/*', 'json'],
    ['application/json, text/html;q=0.5', 'json'],
    ['text/html;q=0.9,*/*;q=0.1', 'html'],
  ])('comes to who accepts %s as %s', async (accept, form) => {
    const { headers } = await ask('/nowhere', { headers: { accept } })
    expect(headers.get('content-type')).toContain(form)
    expect(headers.get('vary')).toContain('Accept')
  })

  test('is a 405 for whoever would write', async () => {
    const response = await ask('/status.json', { method: 'POST', body: '{}' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })
})

describe('A failure inside', () => {
  test('is a 500 that tells nothing of what is inside, and is logged', async () => {
    const logged: unknown[] = []
    const { error } = console
    console.error = (line: unknown) => logged.push(line)
    const broken = { ...env, DB: null as never }
    const response = await request('http://localhost/status.json', {}, broken)
    console.error = error
    expect(response.status).toBe(500)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(JSON.stringify(await response.json())).not.toMatch(/null|TypeError|at \w+/)
    expect(String(logged[0])).toContain('/status.json')
  })

  test('of the ledger shows in the health check', async () => {
    const { error } = console
    console.error = () => {}
    const response = await request('http://localhost/healthz', {}, { ...env, DB: null as never })
    console.error = error
    expect(response.status).toBe(503)
  })

  test('of the configuration names the setting in the log', async () => {
    const logged: unknown[] = []
    const { error } = console
    console.error = (line: unknown) => logged.push(line)
    const response = await request('http://localhost/', BROWSER, { ...env, DESK_ZONE: 'EST' })
    console.error = error
    expect(response.status).toBe(500)
    expect(String(logged[0])).toContain('DESK_ZONE')
  })
})
