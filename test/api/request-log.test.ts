import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { namingRoutes } from '../../src/api/route-name.ts'
import { app } from '../../src/app.tsx'
import type { Bindings } from '../../src/env.ts'
import { logRequests } from '../../src/request-log.ts'
import worker from '../../src/worker.ts'
import { shippedDatabase } from '../ledger/database.ts'

const LEVELS = ['debug', 'info', 'log', 'warn', 'error'] as const

/** All that was logged at any level. */
let lines: string[]

beforeEach(async () => {
  await shippedDatabase()
  lines = []
  for (const level of LEVELS) {
    vi.spyOn(console, level).mockImplementation((...said) => {
      lines.push(said.map(String).join(' '))
    })
  }
})

afterEach(() => {
  vi.restoreAllMocks()
})

async function ask(path: string, init: RequestInit = {}, bindings: Bindings = env) {
  const context = createExecutionContext()
  const request = new Request(`http://localhost:8787${path}`, init)
  const response = await worker.fetch(request, bindings, context)
  await response.body?.cancel()
  await waitOnExecutionContext(context)
  return response
}

const requestLines = () => lines.filter((line) => line.includes('"event":"request"'))
const logged = () => requestLines().map((line) => JSON.parse(line))

/** What nobody may find in a log: it stands wherever a reader or an editor can put something. */
const SECRET = '5ec2e700-5ec2-4e70-8ec2-5ec2e75ec2e7'
const HEADERS = {
  authorization: `Bearer ${SECRET}`,
  cookie: `__Secure-desk=${SECRET}; desk=${SECRET}`,
  'cf-connecting-ip': '2001:db8:5ec2:e700::1',
  'user-agent': SECRET,
  referer: `https://reader.example/${SECRET}`,
  'if-none-match': `"${SECRET}"`,
  'last-event-id': SECRET,
  'accept-language': 'uk',
}
const QUERY = ['key', 'q', 'challenge', 'topic', 'deadline', 'url'].map((n) => `${n}=${SECRET}`)
const BODIES: [string, string][] = [
  ['application/json', JSON.stringify({ text: SECRET, secret: SECRET, address: SECRET })],
  ['application/x-www-form-urlencoded', `token=${SECRET}&hub.secret=${SECRET}&q=${SECRET}`],
  ['application/x-ndjson', `{"says":"${SECRET}"}\n`],
]

/** Every route once, with the secret in the place of whatever may stand there. */
const ROUTES = app.routes
  .filter(({ path }) => !path.endsWith('/*'))
  .map(({ method, path }) => ({
    method: method === 'ALL' ? 'PUT' : method,
    path: path
      .replaceAll(/:\w+\{([^}|]*?)((?:\\\.[a-z]+)*)\}/g, (_, __, suffix) => SECRET + suffix)
      .replaceAll(/:\w+\{(\w[\w-]*)[^}]*\}/g, '$1')
      .replaceAll(/:\w+/g, SECRET)
      .replaceAll('\\', ''),
  }))

describe('Of a request, the log', () => {
  test('says method, route, status, what was waited for and the language', async () => {
    await ask('/deadlines/prisoner-exchange?lang=uk')
    await ask('/deadlines/prisoner-exchange.feed.json')
    await ask('/healthz', { method: 'HEAD' })
    expect(logged()).toEqual([
      {
        ...{ event: 'request', method: 'GET', route: '/deadlines/:slug', status: 200 },
        ...{ milliseconds: expect.any(Number), language: 'uk', kept: false },
      },
      expect.objectContaining({ route: '/deadlines/:file.feed.json', language: null }),
      expect.objectContaining({ method: 'HEAD', route: '/healthz', status: 200 }),
    ])
  })

  test('says that nothing had changed by the status', async () => {
    const tag = (await ask('/feed.atom')).headers.get('etag') ?? ''
    await ask('/feed.atom', { headers: { 'if-none-match': tag } })
    expect(logged().map(({ status }) => status)).toEqual([200, 304])
  })

  test('says whether the answer was worked out or kept', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2025-07-21T20:00:00Z') })
    for (let time = 0; time < 2; time++) await ask('/status.json')
    await ask('/desk')
    vi.useRealTimers()
    expect(logged().map(({ kept }) => kept)).toEqual([false, true, false])
  })

  test('says of an answer that is kept what it says of one that is not', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2025-07-21T20:00:00Z') })
    const path = '/deadlines/prisoner-exchange?lang=uk'
    const tag = (await ask(path)).headers.get('etag') ?? ''
    await ask(path)
    await ask(path, { method: 'HEAD' })
    await ask(path, { headers: { 'if-none-match': tag } })
    await ask('/feed.atom')
    await ask('/feed.atom')
    vi.useRealTimers()
    const page = { route: '/deadlines/:slug', status: 200, language: 'uk' }
    const feed = { route: '/feed.atom', status: 200, language: null }
    expect(logged()).toMatchObject([
      { ...page, kept: false },
      { ...page, kept: true },
      { ...page, kept: true, method: 'HEAD' },
      { ...page, kept: true, status: 304, language: null },
      { ...feed, kept: false },
      { ...feed, kept: true },
    ])
  })

  test('names no route where there is none, or none for the method', async () => {
    await ask('/wp-login.php')
    await ask('/feed.atom')
    await ask('/feed.atom', { method: 'POST' })
    expect(logged()).toEqual([
      expect.objectContaining({ route: null, status: 404 }),
      expect.objectContaining({ route: '/feed.atom', status: 200 }),
      expect.objectContaining({ route: null, status: 405 }),
    ])
  })

  test('names the routes of more addresses than it remembers', async () => {
    const named = namingRoutes(app.router)
    const nameOf = (path: string) => named(new Request(`http://localhost${path}`))
    for (let round = 0; round < 2; round++) {
      for (let each = 0; each < 1001; each++) {
        expect(nameOf(`/deadlines/a-${each}`)).toBe('/deadlines/:slug')
      }
      expect(nameOf('/nowhere')).toBe(null)
      expect(nameOf(`/deadlines/a?${'q'.repeat(1000)}`)).toBe('/deadlines/:slug')
    }
  })

  test('says nothing that was sent, whatever the address, and is one line', async () => {
    expect(ROUTES.length).toBeGreaterThan(60)
    for (const { method, path } of ROUTES) {
      const bodies = method === 'GET' || method === 'DELETE' ? [null] : BODIES
      for (const each of bodies) {
        const [type, body] = each ?? []
        const headers = { ...HEADERS, ...(type && { 'content-type': type }) }
        const before = requestLines().length
        await ask(`${path}?${QUERY.join('&')}`, { method, headers, body })
        expect([path, requestLines().length - before]).toEqual([path, 1])
      }
    }
    expect(lines.filter((line) => /5ec2|2001:db8|reader\.example/i.test(line))).toEqual([])
    expect(logged().filter(({ route }) => route === null)).toEqual([])
  })

  test('says nothing of who asked for what failed, and is one line beside the fault’s', async () => {
    const broken = { ...env, DB: null as unknown as Bindings['DB'] }
    const page = await ask(`/?q=${SECRET}`, { headers: HEADERS }, broken)
    const sent = { method: 'POST', headers: HEADERS, body: SECRET }
    const written = await ask('/ledger', sent, { ...broken, EDITORS: 'Ada:no-digest' })
    expect([page.status, written.status]).toEqual([500, 500])
    expect(logged()).toMatchObject([
      { route: '/', status: 500 },
      { route: '/ledger', status: 500 },
    ])
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.filter((line) => line.includes('5ec2'))).toEqual([])
  })

  test('is written where what answers throws, and takes nothing away from it', async () => {
    const thrown = new Error('thrown')
    const failing = logRequests<Bindings>(
      () => Promise.reject(thrown),
      () => '/',
    )
    const asked = failing(new Request('http://localhost/'), env, createExecutionContext())
    await expect(asked).rejects.toBe(thrown)
    expect(logged()).toMatchObject([{ route: '/', status: 500, language: null, kept: false }])
  })
})
