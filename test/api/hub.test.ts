import { env } from 'cloudflare:test'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { addIntent } from '../../src/ledger/intents.ts'
import { countRows, emptyDatabase } from '../ledger/database.ts'
import { request } from './request.ts'
import { ask, BROWSER } from './tracker.ts'

const TOPIC = 'https://eleventh-hour.example/feed.atom'
const CALLBACK = 'https://subscriber.example/callback'

type Fields = Record<string, string | undefined>

const FORM = 'application/x-www-form-urlencoded'

async function send(
  body: string,
  { bindings = {}, type = FORM, site = 'https://eleventh-hour.example' } = {},
): Promise<Response> {
  const init = { method: 'POST', headers: { 'content-type': type }, body }
  return request(`${site}/hub`, init, { ...env, TIMEKEEPER: asleep, ...bindings })
}

/** Nobody sees to what is kept, so that it can be looked at. */
const asleep = {
  getByName: () => ({ expectWrite: async () => {}, wake: async () => {} }),
} as unknown as typeof env.TIMEKEEPER

function form(fields: Fields): string {
  const usual = { 'hub.mode': 'subscribe', 'hub.topic': TOPIC, 'hub.callback': CALLBACK }
  const given = Object.entries({ ...usual, ...fields }).filter(([, value]) => value !== undefined)
  return new URLSearchParams(given as [string, string][]).toString()
}

const kept = async () =>
  (await env.DB.prepare('SELECT * FROM intents ORDER BY seq DESC').all()).results[0]

beforeEach(async () => {
  await emptyDatabase()
})

describe('The hub', () => {
  test('takes what is asked, and sees to it after the answer', async () => {
    const response = await send(form({}))
    expect([response.status, response.headers.get('content-type')]).toEqual([
      202,
      'text/plain; charset=UTF-8',
    ])
    expect(await kept()).toMatchObject({
      ...{ mode: 'subscribe', topic: TOPIC, callback: CALLBACK, secret: null },
      ...{ lease_seconds: 864_000, site: 'https://eleventh-hour.example', tries: 0 },
    })
  })

  test('announces what it is about to keep, so that it is found whatever happens', async () => {
    const calls: [string, number][] = []
    const noting = (name: string) => async () => {
      calls.push([name, await countRows(env.DB, 'intents')])
    }
    const TIMEKEEPER = {
      getByName: () => ({ expectWrite: noting('expectWrite'), wake: noting('wake') }),
    } as unknown as typeof env.TIMEKEEPER
    await send(form({}), { bindings: { TIMEKEEPER } })
    expect(calls).toEqual([
      ['expectWrite', 0],
      ['wake', 1],
    ])
  })

  test.each([
    [undefined, 864_000],
    ['', 864_000],
    ['1', 3600],
    ['7200', 7200],
    ['9999999999999999', 2_592_000],
  ])('makes of a lease of %s one of %i seconds', async (seconds, lease) => {
    await send(form({ 'hub.lease_seconds': seconds }))
    expect(await kept()).toMatchObject({ lease_seconds: lease })
  })

  test('passes over what it does not know', async () => {
    expect((await send(`${form({})}&foo=bar&hub.foo=hub.bar&foo=bar`)).status).toBe(202)
  })

  test('passes over lease and secret of what is to end', async () => {
    const rest = { 'hub.lease_seconds': 'for ever', 'hub.secret': 'x'.repeat(300) }
    expect((await send(form({ 'hub.mode': 'unsubscribe', ...rest }))).status).toBe(202)
    expect(await kept()).toMatchObject({ mode: 'unsubscribe', secret: null })
  })

  test.each<[string, Fields]>([
    ['/hub.mode', { 'hub.mode': undefined }],
    ['/hub.mode', { 'hub.mode': 'publish' }],
    ['/hub.mode', { 'hub.mode': 'SUBSCRIBE' }],
    ['/hub.topic', { 'hub.topic': undefined }],
    ['/hub.topic', { 'hub.topic': '' }],
    ['/hub.topic', { 'hub.topic': '/feed.atom' }],
    ['/hub.topic', { 'hub.topic': `${TOPIC}#entry` }],
    ['/hub.topic', { 'hub.topic': `${TOPIC}?q=ü` }],
    ['/hub.topic', { 'hub.topic': `${TOPIC}>; rel="self"` }],
    ['/hub.topic', { 'hub.topic': `${TOPIC}\r\nx-other: 1` }],
    ['/hub.callback', { 'hub.callback': undefined }],
    ['/hub.callback', { 'hub.callback': 'subscriber' }],
    ['/hub.callback', { 'hub.callback': 'https://' }],
    ['/hub.callback', { 'hub.callback': `${CALLBACK}#part` }],
    ['/hub.callback', { 'hub.callback': `${CALLBACK}?${'x'.repeat(2000)}` }],
    ['/hub.callback', { 'hub.callback': 'http://subscriber.example/' }],
    ['/hub.callback', { 'hub.callback': 'https://127.0.0.1/' }],
    ['/hub.lease_seconds', { 'hub.lease_seconds': '0' }],
    ['/hub.lease_seconds', { 'hub.lease_seconds': '-5' }],
    ['/hub.lease_seconds', { 'hub.lease_seconds': '1e6' }],
    ['/hub.secret', { 'hub.secret': 'x'.repeat(200) }],
    ['/hub.secret', { 'hub.secret': 'ü'.repeat(100) }],
  ])('refuses %s of %j, and says what would be right', async (pointer, fields) => {
    const response = await send(form(fields))
    expect(response.status).toBe(400)
    const { errors, detail } = await response.json<{ errors: object[]; detail: string }>()
    expect(errors).toMatchObject([{ pointer: `#${pointer}` }])
    expect(detail).toMatch(/must|missing/)
    expect(await countRows(env.DB, 'intents')).toBe(0)
  })

  test('takes a secret of 199 bytes', async () => {
    expect((await send(form({ 'hub.secret': 'x'.repeat(199) }))).status).toBe(202)
    expect(await kept()).toMatchObject({ secret: 'x'.repeat(199) })
  })

  test('takes a secret by https alone, unless it is set up for local work', async () => {
    const asked = form({ 'hub.secret': 's' })
    const site = 'http://localhost:8787'
    expect((await send(asked, { site })).status).toBe(400)
    const bindings = { OPEN_LOOPBACK: '1' }
    expect((await send(asked, { site, bindings })).status).toBe(202)
  })

  test('takes a field once', async () => {
    const response = await send(`${form({})}&hub.topic=${TOPIC}`)
    expect(await response.json()).toMatchObject({
      errors: [{ pointer: '#/hub.topic', detail: 'is given more than once' }],
    })
  })

  test.each([
    [415, '{}', 'application/json'],
    [415, form({}), 'multipart/form-data; boundary=x'],
    [413, 'x'.repeat(65_537), FORM],
    [400, '', FORM],
  ])('answers %i to a body of another kind', async (status, body, type) => {
    expect((await send(body, { type })).status).toBe(status)
  })

  test('lets a thousand wait for a host, and not more', async () => {
    const asked = { mode: 'subscribe', topic: TOPIC, secret: null, leaseSeconds: 3600 } as const
    const site = 'https://eleventh-hour.example'
    for (let number = 0; number < 999; number++) {
      const callback = `${CALLBACK}/${number}`
      await addIntent(env.DB, { ...asked, callback, site }, { now: 0, most: 1000 })
    }
    expect((await send(form({}))).status).toBe(202)
    const response = await send(form({}))
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '60'])
    const elsewhere = form({ 'hub.callback': 'https://another.example/callback' })
    expect((await send(elsewhere)).status).toBe(202)
  })

  test.each(['GET', 'HEAD', 'PUT', 'DELETE'])('explains itself to %s', async (method) => {
    for (const init of [{ method }, { method, ...BROWSER }]) {
      const response = await ask('/hub', init)
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
      if (method !== 'HEAD') expect(await response.text()).toContain('WebSub hub')
    }
  })
})

test('What is asked of the hub goes its whole way by the timekeeper and its queue', async () => {
  await emptyDatabase()
  const asked: URL[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    asked.push(new URL(String(input)))
    return new Response(asked[0].searchParams.get('hub.challenge'))
  })
  const body = form({ 'hub.topic': 'http://localhost:8787/feed.rss' })
  const headers = { 'content-type': FORM }
  expect((await ask('/hub', { method: 'POST', headers, body })).status).toBe(202)
  await expect.poll(() => countRows(env.DB, 'subscriptions'), { timeout: 20_000 }).toBe(1)
  expect(asked.map(({ host }) => host)).toEqual(['subscriber.example'])
  await expect.poll(() => countRows(env.DB, 'intents'), { timeout: 20_000 }).toBe(0)
  vi.restoreAllMocks()
})
