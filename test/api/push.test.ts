/** A browser asks to be notified, proves that it is one, and ends it. */
import { env } from 'cloudflare:test'
import type { D1Database } from '@cloudflare/workers-types'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { findSubscription } from '../../src/ledger/subscriptions.ts'
import { vapidKeys } from '../../src/timekeeper/push/vapid.ts'
import { shippedDatabase } from '../ledger/database.ts'
import { newBrowser, type PushedBrowser } from '../timekeeper/push/browser.ts'
import { request } from './request.ts'
import { ask, askJson } from './tracker.ts'

let db: D1Database
let browser: PushedBrowser

beforeEach(async () => {
  db = await shippedDatabase()
  browser = newBrowser()
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const JSON_TYPE = { 'content-type': 'application/json' }

function send(path: string, body: unknown, headers: Record<string, string> = {}) {
  const init = { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) }
  return ask(path, init)
}

const wish = (more: object = {}) => ({ subscription: browser.subscription, ...more })

async function begin(more: object = {}, headers = {}) {
  const answer = await send('/push', wish(more), headers)
  expect(answer.status).toBe(201)
  const { id, key } = await answer.json<{ id: string; key: string }>()
  return { id, key, path: `/push/${id}?key=${key}` }
}

const proofIn = () => browser.pushes.at(-1)?.message.proof
const stateAt = async (path: string) => (await ask(path)).json()

describe('The tracker’s key', () => {
  test('is made once, however many ask for it at the same moment', async () => {
    const asked = await Promise.all(Array.from({ length: 8 }, () => askJson('/push/key')))
    expect(new Set(asked.map(({ key }) => key)).size).toBe(1)
    expect(await askJson('/push/key')).toEqual(asked[0])
    expect(asked[0].key).toMatch(/^B[\w-]{86}$/)
    const { results } = await db.prepare('SELECT name FROM keys').all()
    expect(results).toEqual([{ name: 'vapid' }])
  })

  test('is one that signs what it verifies', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => vapidKeys(db)))
    expect(new Set(made.map(({ privateKey }) => privateKey)).size).toBe(1)
  })
})

describe('A browser that asks', () => {
  test('is sent a first notification, and nothing is kept of its key but a digest', async () => {
    const { id, key, path } = await begin({ deadline: 'russia-50-days' })
    expect(browser.pushes.map(({ message }) => message)).toEqual([
      {
        ...{ id, title: 'Eleventh Hour', lang: 'en', at: expect.any(Number) },
        body: 'You will be told of: End the war in Ukraine within 50 days',
        url: 'http://localhost:8787/subscribe?deadline=russia-50-days',
        ...{
          tag: '/subscribe?deadline=russia-50-days',
          proof: expect.stringMatching(/^[\w-]{32}$/),
        },
      },
    ])
    expect(await stateAt(path)).toEqual({ id, state: 'pending' })
    const { results } = await db.prepare('SELECT * FROM subscriptions').all()
    expect(JSON.stringify(results)).not.toContain(key)
    expect(JSON.stringify(results)).not.toContain(proofIn())
  })

  test('is told so in its language', async () => {
    await begin({ topic: 'russia-ukraine-war' }, { 'accept-language': 'uk-UA' })
    expect(browser.pushes[0].message).toMatchObject({
      body: 'Ви отримуватимете сповіщення: Війна Росії проти України',
      lang: 'uk',
    })
  })

  test('is known by the signature of the key that it was given', async () => {
    const { key } = await askJson<{ key: string }>('/push/key')
    await begin()
    const { headers, bytes } = browser.pushes[0]
    const [, token, k] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.get('authorization') ?? '') ?? []
    expect(k).toBe(key)
    const [head, claims, signature] = token.split('.')
    const point = Buffer.from(key, 'base64url')
    const curve = { name: 'ECDSA', namedCurve: 'P-256' }
    const verifying = await crypto.subtle.importKey('raw', point, curve, false, ['verify'])
    const isSigned = await crypto.subtle.verify(
      { name: 'ECDSA', hash: 'SHA-256' },
      verifying,
      Buffer.from(signature, 'base64url'),
      Buffer.from(`${head}.${claims}`),
    )
    expect(isSigned).toBe(true)
    expect(JSON.parse(atob(head))).toEqual({ typ: 'JWT', alg: 'ES256' })
    const { aud, sub, exp } = JSON.parse(atob(claims))
    expect([aud, sub]).toEqual(['https://push.example', 'http://localhost:8787'])
    expect(exp - Date.now() / 1000).toBeLessThanOrEqual(24 * 3600)
    expect(headers.get('content-encoding')).toBe('aes128gcm')
    expect(headers.get('ttl')).toBe('3600')
    expect(bytes).toBeLessThanOrEqual(4096)
  })

  test('is active once it has sent the proof back, and again is no harm', async () => {
    const { id, path } = await begin()
    for (let times = 0; times < 2; times++) {
      const proven = await send('/push/prove', { id, proof: proofIn() })
      expect([proven.status, await proven.json()]).toEqual([200, { id, state: 'active' }])
    }
    expect(await stateAt(path)).toEqual({ id, state: 'active' })
  })

  test('is not active by another’s proof, nor after an hour', async () => {
    const one = await begin()
    const proof = proofIn()
    const other = await begin({ topic: 'russia-ukraine-war' })
    for (const body of [
      { id: one.id, proof: 'guessed' },
      { id: other.id, proof },
      { id: 'c2f4e1d0-0000-4000-8000-000000000000', proof },
    ]) {
      expect((await send('/push/prove', body)).status).toBe(404)
    }
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_601_000 })
    expect((await send('/push/prove', { id: one.id, proof })).status).toBe(404)
    expect((await ask(one.path)).status).toBe(404)
  })

  test('takes the place of what it had of the same subject, and of nothing else', async () => {
    const begun = []
    for (const more of [{}, { topic: 'russia-ukraine-war' }, { most: 1 }]) {
      const each = await begin(more)
      await send('/push/prove', { id: each.id, proof: proofIn() })
      begun.push(each)
    }
    const statuses = await Promise.all(begun.map(async ({ path }) => (await ask(path)).status))
    expect(statuses).toEqual([404, 200, 200])
  })

  test('takes the place of what it had at another address, with what waits there', async () => {
    const waiting = () =>
      db
        .prepare('SELECT subscription, event FROM deliveries')
        .all()
        .then(({ results }) => results)
    const had = await begin()
    await send('/push/prove', { id: had.id, proof: proofIn() })
    await db
      .prepare(`INSERT INTO deliveries (subscription, event, deadline, next_at)
      SELECT seq, 7, 'russia-50-days', 4102444800 FROM subscriptions`)
      .run()
    browser = newBrowser('https://push.example/another')
    const stranger = await begin({ former: { id: had.id, key: 'no key of it' } })
    await send('/push/prove', { id: stranger.id, proof: proofIn() })
    expect((await ask(had.path)).status).toBe(200)

    const moved = await begin({ former: { id: had.id, key: had.key } })
    expect((await ask(had.path)).status).toBe(200)
    await send('/push/prove', { id: moved.id, proof: proofIn() })
    expect((await ask(had.path)).status).toBe(404)
    expect(await stateAt(moved.path)).toEqual({ id: moved.id, state: 'active' })
    const { seq } = (await findSubscription(db, moved.id)) ?? {}
    expect(await waiting()).toEqual([{ subscription: seq, event: 7 }])
  })

  /** Begins and proves, each of a subject of its own. */
  async function beginProven(count: number) {
    for (let n = 0; n < count; n++) {
      const { id } = await begin()
      expect((await send('/push/prove', { id, proof: proofIn() })).status).toBe(200)
      await db.prepare('UPDATE subscriptions SET topic = id WHERE id = ?1').bind(id).run()
    }
  }

  test('has twenty at the most', async () => {
    await beginProven(20)
    const refused = await send('/push', wish())
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { detail: 'This endpoint has 20 subscriptions already. End one first.' },
    ])
  })

  test('has twenty at the most also where it proves several at once', async () => {
    const begun = []
    for (const topic of ['one', 'two', 'three']) {
      const { id } = await begin()
      begun.push({ id, proof: proofIn() })
      await db.prepare('UPDATE subscriptions SET topic = ?2 WHERE id = ?1').bind(id, topic).run()
    }
    await beginProven(19)
    const answers = await Promise.all(begun.map((each) => send('/push/prove', each)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })

  test('may have asked in vain as often as it likes', async () => {
    for (let n = 0; n < 25; n++) await begin()
    expect(browser.pushes).toHaveLength(25)
  })

  test('has them for itself where browsers are told apart by what follows a ?', async () => {
    const edge = 'https://wns2-par02p.notify.windows.com/w/?token='
    browser = newBrowser(`${edge}one`)
    await beginProven(20)
    browser = newBrowser(`${edge}other`)
    await begin()
    expect(browser.pushes.length).toBe(1)
  })

  test('has to wait where too many from its network took no notification', async () => {
    browser.answer = 403
    for (let n = 0; n < 10; n++) expect((await send('/push', wish())).status).toBe(400)
    const slowed = await send('/push', wish())
    expect([slowed.status, slowed.headers.get('retry-after')]).toEqual([429, '1'])
  })

  test('has to wait as well where they come at once', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    browser.answer = 403
    const answers = await Promise.all(Array.from({ length: 30 }, () => send('/push', wish())))
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([...Array(10).fill(400), ...Array(20).fill(429)])
  })

  test('is told where its push service takes nothing, and nothing is kept', async () => {
    browser.answer = 403
    const refused = await send('/push', wish())
    expect([refused.status, await refused.json()]).toMatchObject([
      400,
      { errors: [{ detail: 'takes no notification: it answered 403' }] },
    ])
    const { results } = await db.prepare('SELECT * FROM subscriptions').all()
    expect(results).toEqual([])
  })

  test('ends it with its key, and with no other', async () => {
    const { id, path } = await begin()
    const init = { method: 'DELETE' }
    for (const wrong of [`/push/${id}`, `/push/${id}?key=`, `/push/${id}?key=wrong`]) {
      expect((await ask(wrong, init)).status).toBe(404)
    }
    expect(await (await ask(path, init)).json()).toEqual({ id, state: 'ended' })
    expect((await ask(path, init)).status).toBe(404)
  })
})

describe('What is not right', () => {
  const endpoint = (address: string) => ({
    subscription: { ...browser.subscription, endpoint: address },
  })
  const keys = (more: object) => ({
    subscription: { ...browser.subscription, keys: { ...browser.subscription.keys, ...more } },
  })

  test.each([
    ['an endpoint that is no address', () => endpoint('somewhere'), '/subscription/endpoint'],
    ['one without TLS', () => endpoint('http://push.example/'), '/subscription/endpoint'],
    ['one on this machine', () => endpoint('https://127.0.0.1/'), '/subscription/endpoint'],
    ['one within a network', () => endpoint('https://10.0.0.1/'), '/subscription/endpoint'],
    [
      'one within a network, by IPv6',
      () => endpoint('https://[fd00::1]/'),
      '/subscription/endpoint',
    ],
    ['a name of this machine', () => endpoint('https://localhost/'), '/subscription/endpoint'],
    ['another port', () => endpoint('https://push.example:22/'), '/subscription/endpoint'],
    ['a short key', () => keys({ p256dh: 'BAAA' }), '/subscription/keys/p256dh'],
    [
      'a key of no curve',
      () => keys({ p256dh: `B${'A'.repeat(86)}` }),
      '/subscription/keys/p256dh',
    ],
    ['a short secret', () => keys({ auth: 'AAAA' }), '/subscription/keys/auth'],
    [
      'an hour that there is not',
      () => ({ quiet: { from: '24:00', to: '07:00', zone: 'UTC' } }),
      '/quiet/from',
    ],
    [
      'an abbreviation',
      () => ({ quiet: { from: '22:00', to: '07:00', zone: 'EST' } }),
      '/quiet/zone',
    ],
    ['none a day', () => ({ most: 0 }), '/most'],
    ['too many a day', () => ({ most: 51 }), '/most'],
    ['no events', () => ({ events: [] }), '/events'],
    ['unknown events', () => ({ events: ['war'] }), '/events/0'],
    [
      'two subjects',
      () => ({ topic: 'russia-ukraine-war', deadline: 'russia-50-days' }),
      '/deadline',
    ],
    ['a word that nobody knows', () => ({ mots: 5 }), '/mots'],
  ])('is refused: %s', async (_, more, pointer) => {
    const answer = await send('/push', wish(more()))
    const { errors } = await answer.json<{ errors: { pointer: string }[] }>()
    expect([answer.status, errors.map((each) => each.pointer)]).toEqual([400, [`#${pointer}`]])
    expect(browser.pushes).toEqual([])
  })

  test.each([
    ['a topic', { topic: 'nowhere' }],
    ['a deadline', { deadline: 'nowhere' }],
  ])('is not found: %s that is not there', async (_, more) => {
    expect((await send('/push', wish(more))).status).toBe(404)
  })

  test('may be on this machine where the setting says so', async () => {
    const body = JSON.stringify(wish(endpoint('http://127.0.0.1:9/')))
    const init = { method: 'POST', headers: JSON_TYPE, body }
    const open = { ...env, OPEN_LOOPBACK: '1' }
    const answer = await request('http://localhost:8787/push', init, open)
    const { detail } = await answer.json<{ detail: string }>()
    expect(detail).toContain('takes no notification: no connection could be made')
  })
})

describe('Other sites’ pages', () => {
  test('cannot subscribe a browser: what they may send without asking is refused', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', '']) {
      expect((await send('/push', wish(), { 'content-type': type })).status).toBe(415)
    }
    const asking = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' }
    const answer = await ask('/push', { method: 'OPTIONS', headers: asking })
    expect(answer.headers.get('access-control-allow-origin')).toBe(null)
  })

  test.each([
    ['GET', '/push', 'POST'],
    ['PUT', '/push/c2f4e1d0-0000-4000-8000-000000000000', 'GET, HEAD, DELETE'],
  ])('%s %s is answered with what can be done', async (method, path, allowed) => {
    const answer = await ask(path, { method })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allowed])
  })

  test('keep no answer', async () => {
    const { path } = await begin()
    for (const each of ['/push/key', path]) {
      expect((await ask(each)).headers.get('cache-control')).toBe('no-store')
    }
  })
})
