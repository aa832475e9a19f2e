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
let tracker: (request: Request) => Promise<Response>

const setClock = (instant: string | number) =>
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(instant) })

beforeEach(async () => {
  setClock(START)
  db = await shippedDatabase()
  const counted = counting(db)
  cost = counted.cost
  const fetch = keepingAnswers<Bindings, ExecutionContext>(app.fetch)
  tracker = async (request) => {
    const context = createExecutionContext()
    const response = await fetch(request, { ...bindings, DB: counted.counted }, context)
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
  ...[`/embed/${SLUG}`, '/?at=2025-07-30T20:00:00Z', '/status.json?at=2025-07-30T20:00:00Z'],
  ...['/?known=2026-01-01T00:00:00Z', '/deadlines/nothing', '/status.json?topik=a', '/?at=soon'],
]

describe('What is kept', () => {
  test.each(PATHS)(
    'is at %s to the byte what is worked out anew, in every second',
    async (path) => {
      const told = async (response: Response) => ({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      })
      // Over the end of a second, of a day in Kyiv, and of the window that it closes.
      for (const at of ['20:00:00', '20:00:00', '20:00:01', '20:59:59', '21:00:00', '23:59:59']) {
        setClock(`2025-07-23T${at}Z`)
        expect(await told(await get(path)), at).toEqual(await told(await ask(path)))
      }
    },
  )

  test.each(PATHS.slice(0, 18))('is at %s read once, while nothing is recorded', async (path) => {
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

  test('changes what is told of an earlier instant as well', async () => {
    const path = '/status.json?at=2025-07-30T20:00:00Z'
    const before = await (await get(path)).text()
    await record(db, '2025-08-30')
    expect(await (await get(path)).text()).not.toBe(before)
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
      fetch(new Request(`${SITE}/calendar.ics`, { headers }), { DB: db }, null)
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

test('Where the ledger cannot be read, it is said as ever', async () => {
  for (const table of ['head', 'states']) await db.prepare(`DROP TABLE ${table}`).run()
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  expect((await get('/status.json')).status).toBe(500)
  log.mockRestore()
})
