/** Answers that are kept, held against those that are not: real D1, and time set by the test. */
import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test'
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { keepingAnswers } from '../../../src/api/answers/answers.ts'
import { app } from '../../../src/app.tsx'
import { reportInputSchema } from '../../../src/deadline/report-schema.ts'
import type { Bindings } from '../../../src/env.ts'
import { enter } from '../../../src/ledger/enter.ts'
import { reportLine } from '../../../src/ledger/line.ts'
import { type Cost, counting } from '../../ledger/cost.ts'
import { RECORDING, shippedDatabase } from '../../ledger/database.ts'
import { ask } from '../tracker.ts'

const SITE = 'http://localhost:8787'
const START = '2025-07-21T20:00:00Z'

let db: D1Database
let cost: Cost
let counted: D1Database
let tracker: (request: Request) => Promise<Response>

const setClock = (instant: string | number) =>
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(instant) })

beforeEach(async () => {
  setClock(START)
  db = await shippedDatabase()
  const counter = counting(db)
  cost = counter.cost
  counted = counter.counted
  const fetch = keepingAnswers<Bindings>(app.fetch)
  tracker = async (request) => {
    const context = createExecutionContext()
    const response = await fetch(request, { ...bindings, DB: counted }, context)
    await waitOnExecutionContext(context)
    return response
  }
  const bindings = env as unknown as Bindings
})

afterEach(() => {
  vi.useRealTimers()
})

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return tracker(new Request(SITE + path, { headers }))
}

const SLUG = 'russia-50-days'

async function lineOf(when: string) {
  const source = { name: 'Donald Trump', standing: 'issuer' }
  const reportedAt = new Date(Date.now()).toISOString().replace(/\.\d+/, '')
  const input = { says: 'date', when, zone: 'America/New_York', source, reportedAt }
  return reportLine(SLUG, reportInputSchema.parse(input), { ...RECORDING, recordedAt: reportedAt })
}

async function record(database: D1Database, when: string): Promise<void> {
  const entered = await enter(database, [await lineOf(when)], Math.floor(Date.now() / 1000))
  if (!entered.ok) throw new Error(JSON.stringify(entered.misfits))
}

/** As another isolate would: this one does not hear of it. */
async function recordElsewhere(when: string): Promise<void> {
  let batch: D1PreparedStatement[] = []
  const overheard = {
    prepare: (sql: string) => db.prepare(sql),
    batch: (statements: D1PreparedStatement[]) => {
      batch = statements
      throw new Error('overheard')
    },
  } as unknown as D1Database
  await expect(record(overheard, when)).rejects.toThrow('overheard')
  await db.batch(batch)
}

/** What was known on 1 December 2026 ends on the 5th in New York; on the 2nd the date was moved. */
async function recordMove(): Promise<void> {
  setClock('2026-11-30T00:00:00Z')
  await record(db, '2026-12-05')
  setClock('2026-12-02T00:00:00Z')
  await record(db, '2026-12-24')
}

async function whenOf(headers: Record<string, string> = {}): Promise<string> {
  return (await (await get(`/deadlines/${SLUG}.json`, headers)).json<{ when: string }>()).when
}

const PATHS = [
  ...['/', '/status.json', '/next.json', `/deadlines/${SLUG}`, `/deadlines/${SLUG}.json`, '/docs'],
  ...[
    `/deadlines/${SLUG}.svg`,
    '/feed.atom',
    '/feed.rss',
    '/feed.json',
    '/calendar.ics',
    '/record',
  ],
  ...['/topics/russia-ukraine-war', '/topics/russia-ukraine-war.ics', '/archive', '/subscribe'],
  ...['/calendar.ics?alarm=P1D', '/calendar.ics?kind=talks', `/deadlines/${SLUG}.ics`],
  ...[`/embed/${SLUG}`, '/?at=2025-07-30T20:00:00Z', '/status.json?at=2025-07-30T20:00:00Z'],
  ...['/?known=2026-01-01T00:00:00Z', '/deadlines/nothing', '/status.json?topik=a', '/?at=soon'],
  ...[`/deadlines/${SLUG}.feed.json`, '/topics/russia-ukraine-war.rss', '/feed.atom?only=moves'],
]

const told = async (response: Response) => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: await response.text(),
})

describe('What is kept', () => {
  test.each(PATHS)(
    'is at %s to the byte what is worked out anew, in every second',
    async (path) => {
      // Over the end of a second, of a day in Kyiv, and of the window that it closes.
      for (const at of ['20:00:00', '20:00:00', '20:00:01', '20:59:59', '21:00:00', '23:59:59']) {
        setClock(`2025-07-23T${at}Z`)
        expect(await told(await get(path)), at).toEqual(await told(await ask(path)))
      }
    },
  )

  test.each(PATHS.slice(0, 21))('is at %s read once, while nothing is recorded', async (path) => {
    await get(path)
    const { read } = cost
    expect(read).toBeGreaterThan(0)
    await get(path)
    await get(path, { 'if-none-match': '"another"' })
    expect(cost.read).toBe(read)
    setClock(Date.parse(START) + 999)
    await get(path)
    expect(cost.read).toBe(read)
    // The head alone is looked at.
    setClock(Date.parse(START) + 1000)
    await get(path)
    expect(cost.read).toBe(read + 1)
  })

  test('is read anew once nobody has looked for ten minutes: the database may have been restored', async () => {
    expect(await whenOf()).toBe('2025-09-02')
    const { read } = cost
    setClock(Date.parse(START) + 599_000)
    await whenOf()
    expect(cost.read).toBe(read + 1)
    setClock(Date.parse(START) + 599_000 + 600_000)
    await whenOf()
    expect(cost.read).toBe(2 * read + 1)
  })

  test('answers a condition as the tracker itself does', async () => {
    for (const path of ['/', '/feed.atom', '/calendar.ics', '/status.json']) {
      const first = await get(path)
      const tag = first.headers.get('etag') ?? ''
      for (const condition of [tag, `W/${tag}`, `"a", ${tag}`, '*']) {
        const again = await get(path, { 'if-none-match': condition })
        const itself = await ask(path, { headers: { 'if-none-match': condition } })
        expect([again.status, await again.text()], condition).toEqual([304, ''])
        if (condition === tag) {
          const headers = Object.fromEntries(again.headers)
          expect(headers).toMatchObject(Object.fromEntries(itself.headers))
          expect(again.headers.get('content-type')).toBe(null)
        }
      }
      expect((await get(path, { 'if-none-match': '"another"' })).status).toBe(200)
      const modified = first.headers.get('last-modified')
      if (modified === null) continue
      const since = (at: string) => get(path, { 'if-modified-since': at })
      expect((await since(modified)).status).toBe(304)
      expect((await since('Mon, 01 Jan 2024 00:00:00 GMT')).status).toBe(200)
      expect((await since('not a date')).status).toBe(200)
    }
  })

  test('has for HEAD what it has for GET, without the body', async () => {
    const [whole, head] = [
      await get('/'),
      await tracker(new Request(`${SITE}/`, { method: 'HEAD' })),
    ]
    expect(await head.text()).toBe('')
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(whole.headers))
  })

  test('is noted as such, and so is what was waited for', async () => {
    const fetch = keepingAnswers<Bindings>(app.fetch)
    const isKept = async (path: string) => {
      const notes = { kept: false }
      const asked = new Request(SITE + path)
      await fetch(
        asked,
        { ...(env as unknown as Bindings), DB: db },
        createExecutionContext(),
        notes,
      )
      return notes.kept
    }
    expect(await Promise.all(['/record', '/record', '/desk'].map(isKept))).toEqual([
      ...[false, true, false],
    ])
    expect(await isKept('/record')).toBe(true)
    expect([await isKept('/deadlines/nothing'), await isKept('/deadlines/nothing')]).toEqual([
      ...[false, false],
    ])
  })

  test('is given at once, and what is not is waited for', async () => {
    const fetch = keepingAnswers<Bindings>(app.fetch)
    const isAtOnce = async (path: string, headers: Record<string, string> = {}) => {
      const context = createExecutionContext()
      const bindings = { ...(env as unknown as Bindings), DB: db }
      const given = fetch(new Request(SITE + path, { headers }), bindings, context)
      await (await given).body?.cancel()
      await waitOnExecutionContext(context)
      return given instanceof Response
    }
    expect([await isAtOnce('/'), await isAtOnce('/'), await isAtOnce('/?lang=de')]).toEqual([
      ...[false, true, false],
    ])
    expect(await isAtOnce('/', { 'cache-control': 'no-cache' })).toBe(false)
    setClock(Date.parse(START) + 999)
    expect(await isAtOnce('/')).toBe(true)
    setClock(Date.parse(START) + 1000)
    expect(await isAtOnce('/')).toBe(false)
  })

  test('is no older than its second, though the ledger was looked at less than one ago', async () => {
    const left = async () =>
      (await (await get('/deadlines/russia-50-days.json')).json<{ now: string }>()).now
    setClock(Date.parse(START) + 500)
    expect(await left()).toBe('2025-07-21T20:00:00Z')
    setClock(Date.parse(START) + 1200)
    expect(await left()).toBe('2025-07-21T20:00:01Z')
  })

  test('is not given once somebody has found that the ledger has grown', async () => {
    expect(await whenOf()).toBe('2025-09-02')
    await recordElsewhere('2025-08-01')
    expect(await whenOf()).toBe('2025-09-02')
    const another = keepingAnswers<Bindings>(app.fetch)
    const context = createExecutionContext()
    const newest = new Request(`${SITE}/`, { headers: { 'cache-control': 'no-cache' } })
    const bindings = { ...(env as unknown as Bindings), DB: counted }
    await (await another(newest, bindings, context)).body?.cancel()
    await waitOnExecutionContext(context)
    expect(await whenOf()).toBe('2025-08-01')
  })

  test('is one for each language', async () => {
    const language = async (accepted: string) =>
      (await get('/', { 'accept-language': accepted })).headers.get('content-language')
    expect([await language('de'), await language('uk'), await language('de')]).toEqual([
      ...['de', 'uk', 'de'],
    ])
  })
})

describe('A report', () => {
  test('is there at once for all who read where it was recorded', async () => {
    expect(await whenOf()).toBe('2025-09-02')
    await record(db, '2025-08-30')
    expect(await whenOf()).toBe('2025-08-30')
  })

  test('that was recorded elsewhere is there within a second', async () => {
    expect(await whenOf()).toBe('2025-09-02')
    setClock(Date.parse(START) + 500)
    await recordElsewhere('2025-08-30')
    expect(await whenOf()).toBe('2025-09-02')
    setClock(Date.parse(START) + 1000)
    expect(await whenOf()).toBe('2025-08-30')
  })

  test.each<Record<string, string>>([
    { 'cache-control': 'no-cache' },
    { authorization: 'Bearer of-an-editor' },
  ])('that was recorded elsewhere is there at once for who asks with %j', async (headers) => {
    expect(await whenOf()).toBe('2025-09-02')
    await recordElsewhere('2025-08-30')
    expect(await whenOf(headers)).toBe('2025-08-30')
  })
})

describe('What is told of an earlier instant', () => {
  const OF_ALL = ['/', '/status.json', '/topics/russia-ukraine-war', '/archive', '/record']
  const OF_ANOTHER = ['/deadlines/istanbul-round-3', '/deadlines/istanbul-round-3.json']
  const OF_ITS_OWN = [`/deadlines/${SLUG}`, `/deadlines/${SLUG}.json`, `/embed/${SLUG}`]
  const THAT_CHANGE = ['/feed.atom', '/calendar.ics', `/deadlines/${SLUG}.ics`]
  const asOf = (path: string, at: string) => `${path}?at=${at}`

  /** Whether an address is read anew after a report that is made now. */
  async function isReadAnew(path: string): Promise<boolean> {
    await get(path)
    await record(db, '2025-08-30')
    const fresh = await ask(path, { headers: { 'cache-control': 'no-cache' } })
    const before = cost.read
    expect(await (await get(path)).text()).toBe(await fresh.text())
    // The head, and what has come since.
    return cost.read - before > 2
  }

  test.each([...OF_ALL, ...OF_ANOTHER])(
    'is at %s still told when a report of later arrives',
    async (path) => {
      expect(await isReadAnew(asOf(path, '2025-07-21T19:59:59Z'))).toBe(false)
    },
  )

  test.each([...OF_ALL, ...OF_ANOTHER, ...OF_ITS_OWN])(
    'is at %s told anew when one arrives that was made by then',
    async (path) => {
      expect(await isReadAnew(asOf(path, '2025-07-21T20:00:00Z'))).toBe(true)
    },
  )

  test.each([...OF_ITS_OWN, ...THAT_CHANGE])(
    'is at %s told anew when one of it arrives',
    async (path) => {
      expect(await isReadAnew(asOf(path, '2025-07-21T19:59:59Z'))).toBe(true)
    },
  )

  test('is told anew where the ledger was not looked at for long', async () => {
    const path = asOf('/status.json', '2025-07-20T20:00:00Z')
    await get(path)
    setClock(Date.parse(START) + 600_000)
    await recordElsewhere('2025-08-30')
    const { read } = cost
    await get(path)
    expect(cost.read).toBeGreaterThan(read + 2)
  })
})

describe('A calendar', () => {
  test('is made once, until something comes to pass', async () => {
    setClock('2025-07-22T20:55:00Z')
    await get('/calendar.ics')
    const { read } = cost
    setClock('2025-07-22T20:59:59Z')
    await get('/calendar.ics')
    expect(cost.read).toBe(read + 1)
    // In Istanbul the day of the talks begins.
    setClock('2025-07-22T21:00:00Z')
    await get('/calendar.ics')
    expect(cost.read).toBeGreaterThan(read + 2)
  })

  test('of what was known rings for nothing that is over there, though nothing comes to pass now', async () => {
    await recordMove()
    const rings = async (clock: string) => {
      setClock(clock)
      const calendar = await get('/calendar.ics?known=2026-12-01T00:00:00Z&alarm=P1D')
      return (await calendar.text()).includes('BEGIN:VALARM')
    }
    // In New York the day is over.
    expect(await rings('2026-12-06T04:59:59Z')).toBe(true)
    expect(await rings('2026-12-06T05:00:00Z')).toBe(false)
  })
})

test('Each feed is written by itself, and was changed no later than now', async () => {
  setClock('2025-07-23T20:00:00Z')
  const queries = ['?only=moves', '?only=outcomes', '?kind=talks', '?at=2025-07-20T00:00:00Z']
  const feeds = ['/feed.atom', '/feed.rss', `/deadlines/${SLUG}.atom`]
  for (const path of [...feeds, ...queries.map((query) => `/feed.atom${query}`)]) {
    const kept = await told(await get(path))
    expect(kept).toEqual(await told(await ask(path)))
    // It was recorded a year later than the clock has it.
    const modified = kept.headers['last-modified']
    if (kept.body.includes('<entry>')) expect(modified).toBe('Wed, 23 Jul 2025 20:00:00 GMT')
  }
})

test('A feed of what was known tells what would have come to pass, though nothing does now', async () => {
  await recordMove()
  const tells = async (clock: string) => {
    setClock(clock)
    const feed = await get('/feed.atom?known=2026-12-01T00:00:00Z')
    return (await feed.text()).includes('time is up (5 December')
  }
  // In New York the day is over.
  expect(await tells('2026-12-06T04:59:59Z')).toBe(false)
  expect(await tells('2026-12-06T05:00:00Z')).toBe(true)
})

describe('Who asks while an answer is worked out', () => {
  /** It takes as long as the test says, and what it gives is numbered. */
  function slow(answer: (number: number) => Response | Promise<Response>) {
    let [asked, done] = [0, () => {}]
    const until = new Promise<void>((resolve) => {
      done = resolve
    })
    const fetch = keepingAnswers(async () => {
      const number = ++asked
      await until
      return answer(number)
    })
    const waitedFor: Promise<unknown>[] = []
    const context = { waitUntil: (work: Promise<unknown>) => waitedFor.push(work) }
    const give = () => {
      return fetch(
        new Request(`${SITE}/`),
        { DB: db },
        context as unknown as Parameters<typeof fetch>[2],
      )
    }
    return { give, done, asked: () => asked, waitedFor }
  }

  /** So many at once, once the first has begun. */
  async function crowd(give: () => Response | Promise<Response>, done: () => void) {
    const first = Promise.resolve(give())
    await scheduler.wait(20)
    const others = Array.from({ length: 7 }, () => Promise.resolve(give()))
    await scheduler.wait(20)
    done()
    return Promise.allSettled([first, ...others])
  }

  const textsOf = async (answers: PromiseSettledResult<Response>[]) =>
    Promise.all(
      answers.map(async (each) => (each.status === 'fulfilled' ? each.value.text() : 'failed')),
    )

  test('has the same answer', async () => {
    const { give, done, asked } = slow((number) => new Response(`number ${number}`))
    const texts = await textsOf(await crowd(give, done))
    expect([asked(), ...new Set(texts)]).toEqual([1, 'number 1'])
  })

  test('has it though who asked first has gone: the runtime waits for what was begun', async () => {
    const { give, done, asked, waitedFor } = slow((number) => new Response(`number ${number}`))
    give()
    await scheduler.wait(20)
    expect(waitedFor).toHaveLength(1)
    done()
    await Promise.all(waitedFor)
    expect([await (await give()).text(), asked()]).toEqual(['number 1', 1])
  })

  test('asks for itself where the first has failed, or is not for all', async () => {
    const failing = slow((number) => {
      if (number === 1) throw new Error('of the first')
      return new Response(`number ${number}`)
    })
    expect(await textsOf(await crowd(failing.give, failing.done))).toContain('failed')
    expect(failing.asked()).toBe(8)
    const own = slow(
      (number) => new Response(`number ${number}`, { headers: { 'cache-control': 'private' } }),
    )
    expect(new Set(await textsOf(await crowd(own.give, own.done))).size).toBe(8)
  })
})

describe('An answer that is too long to keep', () => {
  const PIECE = new Uint8Array(600_000).fill(97)

  /** Gives it, and notes which conditions it was asked with. */
  function long(conditions: (string | null)[] = []) {
    const fetch = keepingAnswers((request) => {
      conditions.push(request.headers.get('if-none-match'))
      let left = 9
      const pull = (controller: ReadableStreamDefaultController) => {
        controller.enqueue(PIECE)
        if (--left === 0) controller.close()
      }
      return new Response(new ReadableStream({ pull }), { headers: { etag: '"a"' } })
    })
    return (headers = {}) =>
      fetch(new Request(`${SITE}/calendar.ics`, { headers }), { DB: db }, createExecutionContext())
  }

  test('is given whole', async () => {
    expect((await (await long()()).arrayBuffer()).byteLength).toBe(9 * PIECE.length)
  })

  test('is not given to who has it, and its conditions are known from then on', async () => {
    const conditions: (string | null)[] = []
    const [give, known] = [long(conditions), { 'if-none-match': '"a"' }]
    expect((await give(known)).status).toBe(304)
    await give(known)
    expect(conditions).toEqual([null, '"a"'])
  })
})

test('An answer that is for one reader alone is asked for each time', async () => {
  let asked = 0
  const headers = { etag: '"a"', 'cache-control': 'private' }
  const fetch = keepingAnswers(() => {
    asked++
    return new Response('mine', { headers })
  })
  const known = { headers: { 'if-none-match': '"a"' } }
  for (let time = 1; time <= 3; time++) {
    await fetch(new Request(`${SITE}/`, known), { DB: db }, createExecutionContext())
    expect(asked).toBe(time)
  }
})

test('Where the ledger cannot be read, it is said as ever', async () => {
  for (const table of ['head', 'states']) await db.prepare(`DROP TABLE ${table}`).run()
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  expect((await get('/status.json')).status).toBe(500)
  log.mockRestore()
})
