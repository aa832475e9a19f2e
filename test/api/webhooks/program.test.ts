/** Webhooks by API, from the first question to the end. */
import { env } from 'cloudflare:test'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { challengeEnvelopeShape } from '../../../src/api/contract/shapes/envelope.ts'
import { networkOf } from '../../../src/api/network.ts'
import { dropExpired } from '../../../src/ledger/subscriptions.ts'
import { countRows, shippedDatabase } from '../../ledger/database.ts'
import { ok, receiveWith } from '../../timekeeper/outside.ts'
import { request } from '../request.ts'
import { ADDRESS, agreed, agreeing, get, keyOf, ORIGIN, post, subscribed } from './asking.ts'

const DAY = 24 * 3600

beforeEach(async () => {
  await shippedDatabase()
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const states = async () =>
  (await env.DB.prepare('SELECT state FROM subscriptions').all<{ state: string }>()).results.map(
    ({ state }) => state,
  )

describe('An address that is subscribed', () => {
  test('is asked by a signed challenge, and told nothing else before it agrees', async () => {
    const received = receiveWith(ok)
    const webhook = await subscribed()
    expect(webhook).toMatchObject({ state: 'pending', failure: null })
    expect(received).toHaveLength(1)
    const [{ url, body, headers }] = received
    expect(url).toBe(ADDRESS)
    const envelope = new Webhook(webhook.secret).verify(body, headers)
    expect(challengeEnvelopeShape.parse(envelope)).toEqual(envelope)
    expect(envelope).toEqual({
      ...{ type: 'webhook.challenge', timestamp: expect.any(String), version: 1 },
      data: {
        challenge: expect.stringMatching(/^[\w-]{32}$/),
        confirm: expect.stringContaining(`${ORIGIN}/webhooks/${webhook.id}/confirm?challenge=`),
      },
    })
    expect(body).not.toContain(keyOf(webhook))
  })

  test('is active at once where it gives the challenge back, wherever in its answer', async () => {
    receiveWith(({ body }) => new Response(`<p>${JSON.parse(body).data.challenge}</p>`))
    expect(await subscribed()).toMatchObject({ state: 'active' })
  })

  test.each([
    ['an error', () => 500, 'it answered 500'],
    ['a redirect', () => 307, 'it answered 307, and redirects are not followed'],
    ['that it is gone', () => 410, 'it answered 410: gone'],
  ])(
    'is pending where it answers %s, though the challenge be in it',
    async (_, status, failure) => {
      receiveWith(({ body }) => new Response(JSON.parse(body).data.challenge, { status: status() }))
      expect(await subscribed()).toMatchObject({ state: 'pending', failure })
    },
  )

  test('is pending where nobody answers', async () => {
    receiveWith(() => Promise.reject(new Error('getaddrinfo ENOTFOUND 10.1.2.3')))
    const failure = 'no connection could be made'
    expect(await subscribed()).toMatchObject({ state: 'pending', failure })
  })

  test('is forgotten after a day in which nobody has confirmed it', async () => {
    receiveWith(ok)
    const webhook = await subscribed()
    expect((await get(webhook.page)).status).toBe(200)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + DAY * 1000 })
    expect((await get(webhook.page)).status).toBe(404)
    await dropExpired(env.DB, Math.floor(Date.now() / 1000))
    expect(await states()).toEqual([])
  })

  test('is answered with all that it was subscribed by, each thing once and in its order', async () => {
    receiveWith(agreeing)
    const response = await post('/webhooks?format=discord', {
      url: `${ADDRESS}?token=1`,
      topic: 'russia-ukraine-war',
      events: ['due', 'moved', 'due'],
    })
    const answer = await response.json<{ id: string }>()
    expect(answer).toEqual({
      ...{ id: expect.any(String), url: `${ADDRESS}?token=1`, topic: 'russia-ukraine-war' },
      ...{ deadline: null, events: ['moved', 'due'], format: 'discord', state: 'pending' },
      ...{ failure: null, secret: expect.stringMatching(/^whsec_[\w+/]{43}=$/) },
      page: expect.stringMatching(/\/webhooks\/[\w-]{36}\?key=[\w-]{32}$/),
    })
    expect(response.headers.get('location')).toBe(`${ORIGIN}/webhooks/${answer.id}`)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})

describe('What cannot be subscribed', () => {
  const refused: [object | string, string, RegExp][] = [
    [{}, '#/url', /missing/],
    [{ url: 'http://example.org' }, '#/url', /https/],
    [{ url: 'https://192.168.0.1/' }, '#/url', /public internet/],
    [{ url: 'http://127.0.0.1:9000/' }, '#/url', /https/],
    [{ url: ADDRESS, topic: 'nowhere' }, '#/topic', /\/status\.json/],
    [{ url: ADDRESS, deadline: 'nowhere' }, '#/deadline', /\/status\.json/],
    [{ url: ADDRESS, topic: 'a', deadline: 'b' }, '#/deadline', /together with topic/],
    [{ url: ADDRESS, events: ['war'] }, '#/events/0', /must be one of outcome, moved/],
    [{ url: ADDRESS, events: [] }, '#/events', /one at least/],
    [{ url: ADDRESS, secret: 'mine' }, '#/secret', /not a key/],
  ]

  test.each(refused)('%j is named, and what would be right', async (body, pointer, detail) => {
    const received = receiveWith(agreeing)
    const response = await post('/webhooks', body)
    expect(response.status).toBe(400)
    const { errors } = await response.json<{ errors: object[] }>()
    expect(errors).toContainEqual({ pointer, detail: expect.stringMatching(detail) })
    expect([received, await states()]).toEqual([[], []])
  })

  test('in a format that is none is refused', async () => {
    const response = await post('/webhooks?format=teams', { url: ADDRESS })
    expect(await response.json()).toMatchObject({ status: 400, errors: [{ pointer: '#/format' }] })
  })

  test('is a 21st of an address, whatever its query', async () => {
    receiveWith(agreeing)
    for (let n = 0; n < 20; n++) await subscribed({ url: n % 2 ? ADDRESS : `${ADDRESS}?n=${n}` })
    const response = await post('/webhooks', { url: `${ADDRESS}?n=20` })
    expect(response.status).toBe(409)
    expect(await response.text()).toContain('20 subscriptions already')
    for (const url of [`${ADDRESS}/other`, `${ADDRESS}-2`, 'https://hooks.example.org/i']) {
      expect((await post('/webhooks', { url })).status).toBe(201)
    }
  })
})

describe('The twenty that an address may have', () => {
  /** From anywhere: each comes from a network of its own. */
  const askFor = (url: string, n: number) =>
    post('/webhooks', { url }, { 'cf-connecting-ip': `192.0.2.${n}` })
  const many = (length: number, url = ADDRESS) =>
    Promise.all(Array.from({ length }, (_, n) => askFor(url, n)))
  const statusesOf = (answers: Response[]) => answers.map(({ status }) => status).sort()

  test('are none of those that strangers ask for and it does not agree to', async () => {
    receiveWith(ok)
    expect(statusesOf(await many(25))).toEqual(Array(25).fill(201))
    receiveWith(agreeing)
    expect(await subscribed()).toMatchObject({ state: 'active' })
  })

  test('are none of those whose time is over, before they are dropped', async () => {
    receiveWith(agreeing)
    await many(20)
    await env.DB.prepare('UPDATE subscriptions SET expires_at = 1').run()
    expect((await askFor(ADDRESS, 20)).status).toBe(201)
  })

  test('are those too that are switched off, since they can be switched on', async () => {
    receiveWith(agreeing)
    await many(20)
    await env.DB.prepare("UPDATE subscriptions SET state = 'off'").run()
    expect((await askFor(ADDRESS, 20)).status).toBe(409)
  })

  test('are no more where programs agree at once, and nothing is left of the others', async () => {
    receiveWith(agreeing)
    const expected = [...Array(20).fill(201), ...Array(5).fill(409)]
    expect(statusesOf(await many(25))).toEqual(expected)
    expect(await states()).toEqual(Array(20).fill('active'))
  })
})

describe('A network', () => {
  const from = (network: string, path: string) =>
    post('/webhooks', { url: `https://hooks.example.org/${path}` }, { 'cf-connecting-ip': network })

  test('from which come addresses that do not agree is slowed down, and no other', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    const received = receiveWith(ok)
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => from('192.0.2.1', String(n))),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201))
    const slowed = await from('192.0.2.1', 'more')
    expect([slowed.status, slowed.headers.get('retry-after')]).toEqual([429, '1'])
    expect(await slowed.text()).toContain('did not agree: try again in 1 s')
    expect(received).toHaveLength(10)
    expect((await from('192.0.2.2', 'more')).status).toBe(201)
  })

  test('from which many come at once has no more of them asked than one after the other', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    const received = receiveWith(ok)
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => from('192.0.2.1', String(n))),
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([...Array(10).fill(201), ...Array(50).fill(429)])
    expect(received).toHaveLength(10)
  })

  test('whose addresses agree may subscribe as many as it likes', async () => {
    receiveWith(agreeing)
    for (let n = 0; n < 15; n++) expect((await from('192.0.2.1', String(n))).status).toBe(201)
    const { tries } =
      (await env.DB.prepare('SELECT tries FROM tries').first<{ tries: number }>()) ?? {}
    expect(tries).toBe(0)
  })

  test('is an IPv4 address, or the first half of one of IPv6', () => {
    expect(networkOf('2001:db8:0:1::7')).toBe('2001:db8:0:1')
  })
})

describe('A webhook’s JSON', () => {
  const jsonOf = (id: string, key: string | null, headers = {}) =>
    request(`${ORIGIN}/webhooks/${id}.json${key === null ? '' : `?key=${key}`}`, { headers }, env)

  test('tells how it is, by its key in the query or as a Bearer, and not its whole address', async () => {
    const webhook = await agreed({ url: `${ADDRESS}?token=secret`, deadline: 'russia-50-days' })
    const key = keyOf(webhook)
    const byQuery = await (await jsonOf(webhook.id, key)).json()
    const byBearer = await jsonOf(webhook.id, null, { authorization: `Bearer ${key}` })
    expect(await byBearer.json()).toEqual(byQuery)
    expect(byQuery).toMatchObject({
      ...{ host: 'hooks.example.org', state: 'active', deadline: 'russia-50-days', topic: null },
      ...{ confirmBy: null, delivered: 0, deliveredAt: null, waiting: 0, dead: 0 },
    })
    expect(JSON.stringify(byQuery)).not.toMatch(/token|whsec/)
  })

  test('is kept nowhere, listed nowhere, and its address is told to nobody', async () => {
    const webhook = await agreed()
    for (const response of [await jsonOf(webhook.id, keyOf(webhook)), await jsonOf('a-b', 'x')]) {
      const header = (name: string) => response.headers.get(name)
      expect(header('cache-control')).toBe('no-store')
      expect(header('referrer-policy')).toBe('no-referrer')
      expect(header('x-robots-tag')).toBe('noindex')
    }
  })

  test('is the same 404 for a wrong key and for none, as for an unknown id', async () => {
    const webhook = await agreed()
    const key = keyOf(webhook)
    const problems = await Promise.all(
      [
        ...[jsonOf(webhook.id, 'wrong'), jsonOf(webhook.id, null), jsonOf(webhook.id, '')],
        ...[jsonOf(webhook.id, key.toUpperCase()), jsonOf(crypto.randomUUID(), key)],
      ].map(async (response) => {
        const { status } = await response
        return { status, text: await (await response).text() }
      }),
    )
    expect(new Set(problems.map(({ text }) => text)).size).toBe(1)
    expect(problems.map(({ status }) => status)).toEqual(Array(5).fill(404))
  })
})

describe('Ending one', () => {
  const end = (id: string, key: string) =>
    request(`${ORIGIN}/webhooks/${id}?key=${key}`, { method: 'DELETE' }, env)

  test('leaves nothing of it', async () => {
    const webhook = await agreed()
    const response = await end(webhook.id, keyOf(webhook))
    expect(await response.json()).toEqual({ id: webhook.id, state: 'ended' })
    expect(await countRows(env.DB, 'subscriptions')).toBe(0)
    expect((await end(webhook.id, keyOf(webhook))).status).toBe(404)
  })

  test('takes its key', async () => {
    const webhook = await agreed()
    expect((await end(webhook.id, 'wrong')).status).toBe(404)
    expect(await states()).toEqual(['active'])
  })
})

test('What an address does not take is said, with what it does', async () => {
  const webhook = await agreed()
  for (const [path, method, allow] of [
    ['/webhooks', 'GET', 'POST'],
    [`/webhooks/${webhook.id}`, 'PUT', 'GET, HEAD, POST, DELETE'],
    [`/webhooks/${webhook.id}/confirm`, 'DELETE', 'GET, HEAD, POST'],
  ]) {
    const response = await request(ORIGIN + path, { method }, env)
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow])
  }
})
