/** The hub's side of WebSub: what it asks of subscribers, keeps of them, and sends them. */
import type { D1Database } from '@cloudflare/workers-types'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { reportInputSchema } from '../../src/deadline/report-schema.ts'
import { dueSubscriptions, fanOut } from '../../src/ledger/deliveries.ts'
import { enter } from '../../src/ledger/enter.ts'
import { ring } from '../../src/ledger/events.ts'
import { addIntent, type Intent, nextIntentAfter, takeIntents } from '../../src/ledger/intents.ts'
import { reportLine } from '../../src/ledger/line.ts'
import {
  type SubscriptionRow,
  subscriptionOf,
  type Transport,
} from '../../src/ledger/subscriptions.ts'
import { deliver as deliverAll } from '../../src/timekeeper/deliver.ts'
import type { Carrier } from '../../src/timekeeper/transport.ts'
import { websubCarrier } from '../../src/timekeeper/websub/carrier.ts'
import { readTopic } from '../../src/timekeeper/websub/content.ts'
import type { WebsubDetails } from '../../src/timekeeper/websub/details.ts'
import { confirmIntent } from '../../src/timekeeper/websub/intent.ts'
import { KeptFeeds } from '../../src/timekeeper/websub/kept.ts'
import { ask as askTracker } from '../api/tracker.ts'
import { countRows, emptyDatabase, importText, RECORDING } from '../ledger/database.ts'
import { confirm, openSubscriber, type Subscriber, signatureOf } from './subscriber.ts'

const SITE = 'http://localhost:8787'
const TOPIC = `${SITE}/feed.atom`
const CALLBACK = 'https://subscriber.example/callback?key=1'
const START = Date.parse('2030-01-02T12:00:00Z') / 1000
const DAY = 24 * 3600

let db: D1Database
let now: number
let subscriber: Subscriber

const read = (address: string) => askTracker(address.slice(SITE.length))
const carrier = () => websubCarrier(db, (place) => readTopic(place, read), false)

function setClock(seconds: number): void {
  now = seconds
  vi.useFakeTimers({ toFake: ['Date'], now: now * 1000 })
}

beforeEach(async () => {
  db = await emptyDatabase()
  const opening = { slug: 'd', kind: 'ultimatum', title: 'Leave the island', topic: 'islands' }
  const other = { slug: 'e', kind: 'talks', title: 'Talks' }
  await importText(db, [opening, other].map((each) => `${JSON.stringify(each)}\n`).join(''))
  setClock(START)
  await ring(db, now)
  subscriber = openSubscriber()
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const asking = (asked: Partial<Intent> = {}): Omit<Intent, 'seq'> => ({
  ...{ mode: 'subscribe', callback: CALLBACK, topic: TOPIC, secret: null },
  ...{ leaseSeconds: DAY, site: SITE, ...asked },
})

/** Asks the hub, and has it see to that. */
async function ask(asked: Partial<Intent> = {}): Promise<void> {
  await addIntent(db, asking(asked), { now, most: 100 })
  await seeTo()
}

async function seeTo(): Promise<void> {
  const confirming = { db, read, clock: () => now, wakeBy: async () => {}, setOut: () => {} }
  for (const intent of await takeIntents(db, now)) await confirmIntent(intent, confirming)
}

async function subscriptions() {
  const { results } = await db.prepare('SELECT * FROM subscriptions').all<SubscriptionRow>()
  return results.map((row) => subscriptionOf<WebsubDetails>(row))
}

/** An issuer gives a deadline another date, and everybody is given what is due to them. */
async function say(when: string, deadline = 'd'): Promise<void> {
  const reportedAt = new Date(now * 1000).toISOString().replace('.000', '')
  const source = { name: 'The issuer', standing: 'issuer' }
  const input = reportInputSchema.parse({ says: 'date', when, zone: 'UTC', source, reportedAt })
  await enter(
    db,
    [await reportLine(deadline, input, { ...RECORDING, recordedAt: reportedAt })],
    now,
  )
  await ring(db, now)
  while (!(await fanOut(db, now)).isDone);
}

async function deliver() {
  const [subscription] = await subscriptions()
  return carrier().send(subscription, [], now)
}

const asked = () =>
  subscriber.received
    .filter(({ method }) => method === 'GET')
    .map(({ address }) => Object.fromEntries(new URL(address).searchParams))
const sent = () => subscriber.received.filter(({ method }) => method === 'POST')

describe('A subscription', () => {
  test('is asked about at its callback, whose own query stays in front', async () => {
    await ask()
    const [{ address, headers }] = subscriber.received
    expect(address).toMatch(
      /^https:\/\/subscriber\.example\/callback\?key=1&hub\.mode=subscribe&hub\.topic=http%3A%2F%2Flocalhost%3A8787%2Ffeed\.atom&hub\.challenge=[0-9a-f-]{36}&hub\.lease_seconds=86400$/,
    )
    expect(headers.get('user-agent')).toBe('Eleventh-Hour')
  })

  test('begins once its callback has answered with the challenge', async () => {
    await ask({ topic: `${SITE}/topics/islands.feed.json`, secret: 's' })
    expect(await subscriptions()).toMatchObject([
      {
        ...{ transport: 'websub', address: CALLBACK, subject: { topic: 'islands' }, events: null },
        ...{ state: 'active', createdAt: START, expiresAt: START + DAY, site: SITE },
        details: { topic: `${SITE}/topics/islands.feed.json`, secret: 's' },
      },
    ])
    expect(await countRows(db, 'intents')).toBe(0)
  })

  test.each<[string, Subscriber['answer']]>([
    ['another challenge', () => new Response('another')],
    ['the challenge and more', (asked) => new Response(`${asked.get('hub.challenge')}\n`)],
    ['nothing', () => new Response('')],
    ['404', (asked) => new Response(asked.get('hub.challenge'), { status: 404 })],
    ['500', (asked) => new Response(asked.get('hub.challenge'), { status: 500 })],
    ['302', () => new Response(null, { status: 302, headers: { location: CALLBACK } })],
  ])('is none where the callback answers with %s', async (_, answer) => {
    subscriber.answer = answer
    await ask()
    expect(asked()).toHaveLength(1)
    expect(await subscriptions()).toEqual([])
    expect(await countRows(db, 'intents')).toBe(0)
  })

  test('of which the callback does not answer is asked about three times, and then no more', async () => {
    subscriber.answer = () => null
    await ask()
    for (const seconds of [29, 1, 29, 1, 29, 1, 3600]) {
      setClock(now + seconds)
      await seeTo()
    }
    expect(asked()).toHaveLength(3)
    expect(await countRows(db, 'intents')).toBe(0)
  })

  test('is not given up where it was only taken, and its subscriber never asked', async () => {
    await addIntent(db, asking(), { now, most: 100 })
    for (const _ of [1, 2, 3, 4, 5]) {
      expect(await takeIntents(db, now)).toHaveLength(1)
      setClock(now + 30)
    }
    await seeTo()
    expect(asked()).toHaveLength(1)
  })

  test('that was being proven when the process ended is asked about again', async () => {
    await addIntent(db, asking(), { now, most: 100 })
    expect(await takeIntents(db, now)).toHaveLength(1)
    expect(await nextIntentAfter(db, now)).toBe(now + 30)
    setClock(now + 30)
    await seeTo()
    expect(await subscriptions()).toHaveLength(1)
  })

  test.each([
    [`${SITE}/deadlines/nowhere.atom`, 'There is no deadline "nowhere".'],
    [`${SITE}/topics/nothing.rss`, 'There is no topic "nothing".'],
    [`${SITE}/feed.atom?kind=war`, 'The query cannot be read: kind must be one of'],
    [`${SITE}/`, `This hub tells of the feeds of ${SITE} alone: see ${SITE}/subscribe.`],
    [`${SITE}/calendar.ics`, 'This hub tells of the feeds'],
    ['https://elsewhere.example/feed.atom', 'This hub tells of the feeds'],
  ])('to %s is denied, with the reason', async (topic, reason) => {
    await ask({ topic })
    const [denial] = asked()
    expect(asked()).toEqual([
      { key: '1', 'hub.mode': 'denied', 'hub.topic': topic, 'hub.reason': denial['hub.reason'] },
    ])
    expect(denial['hub.reason']).toContain(reason)
    expect(await countRows(db, 'intents')).toBe(0)
    expect(await subscriptions()).toEqual([])
  })

  test('is denied where a callback has twenty', async () => {
    for (let number = 0; number < 21; number++) {
      await ask({ topic: `${TOPIC}?before=2030-01-01T00:00:${String(number).padStart(2, '0')}Z` })
    }
    expect(await subscriptions()).toHaveLength(20)
    expect(asked().at(-1)).toMatchObject({ 'hub.mode': 'denied' })
  })

  test.each([
    [
      'another order of parameters',
      '?only=moves,outcomes&kind=talks',
      '?kind=talks&only=moves,outcomes',
    ],
    ['what links pick up on their way', '?utm_source=a', ''],
    ['another spelling', '?before=2030-01-01T00:00:00Z', '?before=2030-01-01T00:00:00Z%7E%7E'],
  ])('is the same by %s, and told in the subscriber’s own', async (_, first, second) => {
    await ask({ topic: TOPIC + first })
    await ask({ topic: TOPIC + second })
    expect(asked().map((each) => each['hub.topic'])).toEqual([TOPIC + first, TOPIC + second])
    expect((await subscriptions()).map(({ details }) => details.topic)).toEqual([TOPIC + second])
  })
})

describe('A subscription that is asked for again', () => {
  test('has its new lease and secret once that is confirmed, and not before', async () => {
    await ask({ secret: 'old' })
    setClock(now + 3600)
    subscriber.answer = () => new Response('no')
    await ask({ secret: 'new' })
    expect(await subscriptions()).toMatchObject([
      { expiresAt: START + DAY, details: { secret: 'old' } },
    ])
    subscriber.answer = confirm
    await ask({ secret: 'new', leaseSeconds: 2 * DAY })
    expect(await subscriptions()).toMatchObject([
      { createdAt: START, expiresAt: now + 2 * DAY, details: { secret: 'new' } },
    ])
    await ask()
    expect(await subscriptions()).toMatchObject([{ details: { secret: null } }])
  })

  test('after its lease is over begins anew', async () => {
    await ask()
    setClock(START + DAY)
    await ask()
    expect(await subscriptions()).toMatchObject([{ createdAt: START + DAY }])
  })
})

describe('The end of a subscription', () => {
  test('is asked about as well, and comes only with the challenge', async () => {
    await ask()
    subscriber.answer = () => new Response(null, { status: 404 })
    await ask({ mode: 'unsubscribe' })
    expect(await subscriptions()).toHaveLength(1)
    subscriber.answer = confirm
    await ask({ mode: 'unsubscribe' })
    expect(await subscriptions()).toEqual([])
    expect(Object.keys(asked().at(-1) ?? {})).toEqual([
      ...['key', 'hub.mode', 'hub.topic', 'hub.challenge'],
    ])
  })

  test('is that of one feed alone', async () => {
    await ask()
    await ask({ topic: `${SITE}/feed.rss` })
    await ask({ mode: 'unsubscribe', topic: `${SITE}/feed.rss` })
    expect(await subscriptions()).toMatchObject([{ details: { topic: TOPIC } }])
  })

  test('asked for right after the beginning comes after it', async () => {
    await addIntent(db, asking(), { now, most: 100 })
    await addIntent(db, asking({ mode: 'unsubscribe' }), { now, most: 100 })
    await seeTo()
    expect(await subscriptions()).toHaveLength(1)
    await seeTo()
    expect(await subscriptions()).toEqual([])
    expect(asked().map((each) => each['hub.mode'])).toEqual(['subscribe', 'unsubscribe'])
  })
})

describe('What is sent', () => {
  test.each(['/feed.atom', '/feed.rss', '/feed.json', '/topics/islands.atom', '/deadlines/d.rss'])(
    'is %s as it stands there, with its type and its links',
    async (path) => {
      await ask({ topic: SITE + path })
      await say('2030-03-01')
      expect(await deliver()).toEqual({ outcome: 'delivered' })
      const served = await askTracker(path)
      const [{ address, headers, body }] = sent()
      expect(address).toBe(CALLBACK)
      expect(body).toBe(await served.text())
      expect(headers.get('content-type')).toBe(served.headers.get('content-type'))
      expect(headers.get('link')).toBe(served.headers.get('link'))
      expect(headers.has('x-hub-signature')).toBe(false)
    },
  )

  test('is signed by the subscriber’s secret, byte for byte', async () => {
    const secret = 'ключ, 🔑'
    await ask({ secret })
    await say('2030-03-01')
    await deliver()
    const [{ headers, body }] = sent()
    expect(headers.get('x-hub-signature')).toBe(signatureOf(body, secret))
  })

  test('names the feed as the subscriber spelt it', async () => {
    const topic = `${TOPIC}?only=moves&kind=ultimatum`
    await ask({ topic })
    await say('2030-03-01')
    await deliver()
    expect(sent()[0].headers.get('link')).toBe(`<${SITE}/hub>; rel="hub", <${topic}>; rel="self"`)
  })

  test('is not what the subscriber has', async () => {
    await ask()
    await say('2030-03-01')
    expect(await deliver()).toEqual({ outcome: 'delivered' })
    expect(await deliver()).toEqual({ outcome: 'skipped' })
    expect(sent()).toHaveLength(1)
  })

  test('is read once for all who have the same feed, until the next event', async () => {
    let times = 0
    const counted = (address: string) => {
      times++
      return read(address)
    }
    for (const key of [2, 3, 4]) await ask({ callback: `${CALLBACK}${key}` })
    const kept = new KeptFeeds()
    const carrier = websubCarrier(db, (place) => kept.read(db, place, counted), false)
    for (const day of ['2030-03-01', '2030-03-02']) {
      await say(day)
      for (const subscription of await subscriptions()) {
        expect(await carrier.send(subscription, [], now)).toEqual({ outcome: 'delivered' })
      }
    }
    expect(times).toBe(2)
    expect(new Set(sent().map(({ body }) => body)).size).toBe(2)
  })

  test('is never older than the last event, though that came while it was read', async () => {
    await ask()
    await say('2030-03-01')
    const kept = new KeptFeeds()
    const place = { topic: TOPIC, site: SITE }
    const interrupted = async (address: string) => {
      const answer = await read(address)
      await say('2030-03-02')
      await kept.read(db, place, read)
      return answer
    }
    const old = await kept.read(db, place, interrupted)
    const fresh = await kept.read(db, place, read)
    const [before, after] = [old, fresh].map((each) => each.ok && each.content.digest)
    expect(after).not.toBe(before)
  })

  test('is nothing where a feed has nothing new of what happened', async () => {
    await ask({ topic: `${TOPIC}?only=outcomes` })
    await say('2030-03-01')
    expect(await dueSubscriptions(db, now)).toHaveLength(1)
    expect(await deliver()).toEqual({ outcome: 'skipped' })
    expect(sent()).toEqual([])
  })

  test('comes when a milestone passes by the clock', async () => {
    await say('2030-03-01')
    await ask({ leaseSeconds: 30 * DAY })
    setClock(Date.parse('2030-01-31T00:00:00Z') / 1000)
    await ring(db, now)
    while (!(await fanOut(db, now)).isDone);
    expect(await dueSubscriptions(db, now)).toHaveLength(1)
    expect(await deliver()).toEqual({ outcome: 'delivered' })
    expect(sent()[0].body).toContain('<category term="milestone"/>')
  })

  test('is also what came to pass while the subscriber was being asked', async () => {
    await addIntent(db, asking(), { now, most: 100 })
    const [intent] = await takeIntents(db, now)
    let wokenBy: number | null = null
    // The report comes, and is given to everybody there is, before the answer.
    const slow = async (address: string) => {
      const answer = await read(address)
      await say('2030-03-01')
      return answer
    }
    const wakeBy = async (at: number) => {
      wokenBy = at
    }
    await confirmIntent(intent, { db, read: slow, clock: () => now, wakeBy, setOut: () => {} })
    expect(wokenBy).toBe(now)
    expect(await dueSubscriptions(db, now)).toHaveLength(1)
    expect(await deliver()).toEqual({ outcome: 'delivered' })
  })

  test('is of the subscription’s own subject', async () => {
    await ask({ topic: `${SITE}/deadlines/d.atom` })
    await say('2030-03-01', 'e')
    expect(await dueSubscriptions(db, now)).toEqual([])
    await say('2030-03-01', 'd')
    expect(await dueSubscriptions(db, now)).toHaveLength(1)
  })

  test('is nothing once the lease is over', async () => {
    await ask()
    await say('2030-03-01')
    setClock(START + DAY)
    expect(await deliver()).toEqual({ outcome: 'gone', why: 'its lease is over' })
    await say('2030-03-02')
    const { results } = await db.prepare('SELECT DISTINCT event FROM deliveries').all()
    expect(results).toHaveLength(1)
    expect(sent()).toEqual([])
  })

  test.each([
    [410, { outcome: 'gone' }],
    [503, { outcome: 'failed' }],
    [301, { outcome: 'failed' }],
  ])('that is answered with %i is %j', async (status, outcome) => {
    await ask()
    await say('2030-03-01')
    subscriber.status = status
    expect(await deliver()).toMatchObject(outcome)
    subscriber.status = 204
    expect(await deliver()).toEqual({ outcome: 'delivered' })
  })

  test('is tried again as long as the lease runs, however long nothing has arrived', async () => {
    await ask()
    await db
      .prepare('UPDATE subscriptions SET failing_since = ?1')
      .bind(START - 4 * DAY)
      .run()
    await say('2030-03-01')
    subscriber.status = 500
    const [{ seq }] = await subscriptions()
    const carriers = { websub: carrier() } as Record<Transport, Carrier>
    const nothing = async () => {}
    const waiting = { wakeBy: nothing, setOut: () => {}, passOn: nothing }
    const delivering = { db, carriers, clock: () => now, ...waiting }
    await deliverAll({ subscription: seq, run: 'a' }, delivering)
    expect(await subscriptions()).toMatchObject([{ state: 'active', delivered: 0 }])
    expect(sent()).toHaveLength(1)
    subscriber.status = 204
    setClock(now + 10)
    await deliverAll({ subscription: seq, run: 'a' }, delivering)
    expect(await subscriptions()).toMatchObject([{ delivered: 1, failingSince: null }])
    expect(sent()).toHaveLength(2)
  })
})
