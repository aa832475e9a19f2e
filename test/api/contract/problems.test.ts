/** Every problem that the contract names is met on purpose, at every operation that names it. */
import { env } from 'cloudflare:test'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addSubscription } from '../../../src/ledger/subscriptions.ts'
import { type Example, examplesOf } from '../../../src/page/docs/example.ts'
import type { Addressed, OpenApi } from '../../../src/page/docs/openapi.ts'
import { shippedDatabase } from '../../ledger/database.ts'
import { ok, receiveWith } from '../../timekeeper/outside.ts'
import { subscribed } from '../../timekeeper/webhook/deliveries.ts'
import { agreeing } from '../webhooks/asking.ts'
import { examplesBrowser } from './browser.ts'
import { describedIn, objectionsTo, readOperations, type Sent, send } from './contract.ts'

type Meet = (example: Example) => Promise<Response>

const changed = (example: Example, change: Partial<Sent>, bindings = {}) =>
  send({ ...example, ...change }, bindings)

const withToken = (token: string) => ({ Authorization: `Bearer ${token}` })

/** A field is wrong, or of an address a parameter. */
const wrong: Meet = (example) => {
  if (example.method === 'GET') {
    return changed(example, { address: `${example.address.split('?')[0]}?at=yesterday&url=x` })
  }
  const said = /"(?:kind|says|published)":"([\w-]+)"|hub\.mode=(\w+)/
  return changed(example, {
    body: example.body
      ?.replace(said, (text, json, form) => text.replace(json ?? form, 'war'))
      .replace(/"proof":"[^"]*"/, '"proof":1')
      .replace(/"(url|subscription)":("https:[^"]+hour"|null)/, '"$1":"war"'),
  })
}

const WAYS: Record<number, Meet> = {
  400: wrong,
  401: (example) => changed(example, { headers: { ...example.headers, Authorization: '' } }),
  403: (example) => changed(example, {}, { EDITORS: '' }),
  404: (example) =>
    changed(example, {
      address: example.address
        .replace(/(topics|deadlines|embed)(\/|%2F)[a-z0-9-]+/, '$1$2nowhere')
        .replace(/key=.+/, 'key=wrong'),
      body: example.body?.replace(/"(deadline|proof)":"[^"]*"/, '"$1":"nowhere"'),
    }),
  409: async (example) => {
    await send(example)
    return changed(example, { body: example.body?.replace('48', '49') })
  },
  413: (example) => changed(example, { body: 'x'.repeat(65_537) }),
  415: (example) => changed(example, { headers: withToken('$TOKEN') }),
  429: async (example) => {
    const headers = { ...example.headers, ...withToken('wrong') }
    for (let times = 0; times < 10; times++) await changed(example, { headers })
    return changed(example, { headers })
  },
  501: (example) => changed(example, { address: `${example.address}&format=xml` }),
  503: (example) => changed(example, {}, { DB: null }),
}

/** As many as an endpoint may have. */
async function fillEndpoint(address: string): Promise<void> {
  const subject = { topic: 'russia-ukraine-war' }
  for (let number = 0; number < 20; number++) {
    await addSubscription(env.DB, subscribed({}, { transport: 'push', address, subject }))
  }
}

/** What is met in a way of its own, by the operation and the status. */
const OWN_WAYS: Record<string, Meet> = {
  'subscribeWebhook 409': async (example) => {
    receiveWith(agreeing)
    for (let times = 0; times < 20; times++) await send(example)
    return send(example)
  },
  'subscribeWebhook 429': async (example) => {
    receiveWith(ok)
    for (let times = 0; times < 10; times++) await send(example)
    return send(example)
  },
  'beginPush 409': async (example) => {
    await fillEndpoint(JSON.parse(example.body ?? '{}').subscription.endpoint)
    return send(example)
  },
  'beginPush 429': async (example) => {
    receiveWith(() => new Response(null, { status: 404 }))
    for (let times = 0; times < 10; times++) await send(example)
    return send(example)
  },
  'provePush 409': async (example) => {
    await fillEndpoint('https://push.example/own')
    return send(example)
  },
  'listen 404': (example) => changed(example, { address: '/live?deadline=nowhere' }),
  'replayDeliveries 409': async (example) => {
    const off = subscribed({}, { state: 'off' })
    await addSubscription(env.DB, off)
    return changed(example, { body: JSON.stringify({ subscription: off.id }) })
  },
}

/** Met only where another editor writes the same at the same moment. */
const BY_CHANCE = ['importLedger 409']

let document: OpenApi
let operations: Addressed[]

beforeEach(async () => {
  await examplesBrowser(await shippedDatabase())
  vi.useFakeTimers({ now: Date.parse('2026-11-23T12:00:00Z'), toFake: ['Date'] })
  vi.spyOn(console, 'error').mockImplementation(() => {})
  ;({ document, operations } = await readOperations())
  const [opening] = operations.filter(({ operation }) => operation.operationId === 'openDeadline')
  await send(examplesOf(opening)[0])
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** What each operation answers where it is asked in a way that is to fail with a status. */
async function meet(status: number) {
  const wrong: unknown[] = []
  const bodies: unknown[] = []
  for (const each of operations) {
    const described = describedIn(document, each)
    const { operationId } = each.operation
    if (!described.has(status)) continue
    if (BY_CHANCE.includes(`${operationId} ${status}`)) continue
    const meet = OWN_WAYS[`${operationId} ${status}`] ?? WAYS[status]
    const answer = await meet(examplesOf(each)[0])
    bodies.push(await answer.clone().json())
    const objected = await objectionsTo(document, described.get(answer.status), answer)
    if (answer.status !== status || objected.length > 0) {
      wrong.push([operationId, answer.status, objected])
    }
  }
  return { wrong, bodies }
}

test('Every problem has a way to meet it here', () => {
  const named = operations.flatMap((each) => [...describedIn(document, each).keys()])
  expect(new Set(named.filter((status) => status >= 400).map(String))).toEqual(
    new Set(Object.keys(WAYS)),
  )
})

describe.each(Object.keys(WAYS).map(Number))('A %i', (status) => {
  test('comes from every operation that names it, in its shape', async () => {
    const { wrong, bodies } = await meet(status)
    expect(bodies.length).toBeGreaterThan(0)
    expect(wrong).toEqual([])
    const shown = Object.values(document.components.responses)
      .flatMap(({ content = {} }) =>
        Object.values(content['application/problem+json'].examples ?? {}),
      )
      .map(({ value }) => value as { status: number })
    expect(bodies).toContainEqual(shown.find((each) => each.status === status))
  })
})
