/** What has not arrived, as editors see it, and sending it again. */
import { env } from 'cloudflare:test'
import type { D1Database } from '@cloudflare/workers-types'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { receiveWith } from '../../timekeeper/outside.ts'
import {
  deliverAll,
  deliverAt,
  openLedger,
  START,
  setDate,
  subscribe,
  subscribed,
} from '../../timekeeper/webhook/deliveries.ts'
import { go, signIn } from './browsing.ts'
import { send } from './editors.ts'

const SECRET_PATH = 'T000/B000/a-secret-of-slack'
const webhook = subscribed(
  { format: 'slack' },
  { address: `https://hooks.slack.com/services/${SECRET_PATH}` },
)

let db: D1Database

/** Two events that were given up, and one that is still tried. */
beforeEach(async () => {
  db = await openLedger()
  receiveWith(() => new Response('', { status: 500 }))
  // So that both are tried at the same instants.
  vi.spyOn(Math, 'random').mockReturnValue(0)
  await subscribe(db, { ...webhook, details: { ...webhook.details } })
  await setDate(db, 'd', '2030-03-01', START)
  await setDate(db, 'e', '2030-03-02', START)
  await deliverAll(db, START)
  // At which it was switched off, and by its page on again.
  await db.prepare("UPDATE subscriptions SET state = 'active', failing_since = NULL").run()
  await setDate(db, 'd', '2030-03-03', START + 1)
  await deliverAt(db, START + 1)
  // What is sent again is sent in earnest: without TLS it is refused, and no network is asked.
  await db.prepare("UPDATE subscriptions SET address = replace(address, 'https:', 'http:')").run()
})

afterEach(() => {
  vi.restoreAllMocks()
})

interface Deliveries {
  counts: object
  deliveries: Record<string, unknown>[]
}

async function told(query = ''): Promise<Deliveries> {
  return (await send(`/deliveries.json${query}`, undefined, {}, 'GET'))
    .body as unknown as Deliveries
}

describe('/deliveries.json', () => {
  test('tells what was given up and what is still tried, the newest first', async () => {
    const { counts, deliveries } = await told()
    expect(counts).toEqual({ waiting: 1, dead: 2 })
    expect(deliveries.map(({ deadline, state, attempts }) => [deadline, state, attempts])).toEqual([
      ['d', 'waiting', 1],
      ['e', 'dead', 10],
      ['d', 'dead', 11],
    ])
    expect(deliveries[1]).toEqual({
      ...{ subscription: webhook.id, transport: 'webhook', host: 'hooks.slack.com' },
      ...{ subscriptionState: 'active', event: expect.any(String), deadline: 'e' },
      ...{ events: ['moved'], recordedAt: '2030-01-01T00:00:00Z', state: 'dead', attempts: 10 },
      ...{ failure: 'it answered 500', nextAt: null },
    })
  })

  test('is narrowed and cut', async () => {
    expect((await told('?state=dead')).deliveries).toHaveLength(2)
    expect((await told('?state=waiting')).deliveries).toHaveLength(1)
    expect((await told('?limit=1')).deliveries).toHaveLength(1)
  })

  test('is for editors alone, and kept nowhere', async () => {
    const refused = await send('/deliveries.json', undefined, { authorization: null }, 'GET')
    expect(refused.status).toBe(401)
    expect(refused.headers.get('access-control-allow-origin')).toBe(null)
    const { headers } = await send('/deliveries.json', undefined, {}, 'GET')
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null])
  })
})

describe('/deliveries/replay', () => {
  test.each([
    ['all', null],
    ['one subscription’s', webhook.id],
  ])('sends %s again', async (_, subscription) => {
    const answer = await send('/deliveries/replay', { subscription })
    expect(answer.body).toEqual({ replayed: 2 })
    expect((await told()).counts).toEqual({ waiting: 3, dead: 0 })
  })

  test('says of a subscription that is none, or switched off, why not', async () => {
    const unknown = await send('/deliveries/replay', { subscription: crypto.randomUUID() })
    expect(unknown.body.errors).toMatchObject([{ pointer: '#/subscription' }])
    await env.DB.prepare("UPDATE subscriptions SET state = 'off'").run()
    const off = await send('/deliveries/replay', { subscription: webhook.id })
    expect(off.status).toBe(409)
    expect((await send('/deliveries/replay', { subscription: null })).body).toEqual({ replayed: 0 })
    expect((await send('/deliveries/replay', {}, { authorization: null })).status).toBe(401)
  })
})

describe('The desk', () => {
  test('says on its first page how many were given up, and leads there', async () => {
    const page = await (await go('/desk', { cookie: await signIn() })).text()
    expect(page).toContain('<a href="/desk/deliveries">Deliveries: 2 given up</a>')
  })

  test('lists them, and never an address in full or a secret', async () => {
    const cookie = await signIn()
    const pages = [
      await (await go('/desk/deliveries', { cookie })).text(),
      JSON.stringify(await told()),
    ]
    expect(pages[0]).toMatch(/hooks\.slack\.com<\/h2>/)
    expect(pages[0]).toContain('10 attempts: it answered 500')
    for (const page of pages) {
      for (const secret of [SECRET_PATH, webhook.details.secret, '?key=']) {
        expect(page).not.toContain(secret)
      }
    }
  })

  test('sends again at a press, for who is signed in', async () => {
    const form = { subscription: webhook.id }
    expect((await go('/desk/deliveries', { form })).status).toBe(401)
    expect((await told()).counts).toEqual({ waiting: 1, dead: 2 })
    const page = await go('/desk/deliveries', { form, cookie: await signIn() })
    expect(await page.text()).toContain('2 deliveries were sent again.')
    expect((await told()).counts).toEqual({ waiting: 3, dead: 0 })
  })
})
