/** Deliveries to webhooks, in real D1; the network alone is the test's. */
import type { D1Database } from '@cloudflare/workers-types'
import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { eventEnvelopeShape } from '../../../src/api/contract/shapes/envelope.ts'
import { replay } from '../../../src/ledger/dead-letters.ts'
import { dueSubscriptions, fanOut, nextDueAfter } from '../../../src/ledger/deliveries.ts'
import { importLedger } from '../../../src/ledger/import.ts'
import { changeSubscription, dropSubscription } from '../../../src/ledger/subscriptions.ts'
import { condition } from '../../../src/timekeeper/condition.ts'
import { replaceSecret } from '../../../src/timekeeper/webhook/sign.ts'
import { RECORDING } from '../../ledger/database.ts'
import { ok, type Received, receiveWith } from '../outside.ts'
import {
  deliverAll,
  deliverAt,
  deliveryRows,
  openLedger,
  START,
  setDate,
  subscribe,
  subscribed,
  subscriptionRow,
} from './deliveries.ts'

const DAY = 24 * 3600

let db: D1Database

beforeEach(async () => {
  db = await openLedger()
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const answer = (status: number, headers: HeadersInit = {}) => new Response('', { status, headers })

const idOf = ({ body }: Received): string => JSON.parse(body).data.id

/** Has an event be tried once more, and then given up. */
const lastTry = (event: number) =>
  db.prepare('UPDATE deliveries SET attempts = 10 WHERE event = ?1').bind(event).run()

/** What was told of, by its date. */
const toldOf = ({ body }: Received): string => JSON.parse(body).data.deadline.when

describe('A receiver that verifies by the package', () => {
  const clockAt = (seconds: number) => vi.useFakeTimers({ toFake: ['Date'], now: seconds * 1000 })

  async function delivered(secret: string): Promise<Received> {
    const received = receiveWith(ok)
    await subscribe(db, subscribed({ secret }))
    await setDate(db, 'd', '2030-03-01', START + 1)
    await deliverAt(db, START + 2)
    expect(received).toHaveLength(1)
    clockAt(START + 2)
    return received[0]
  }

  const secret = subscribed().details.secret

  test('accepts a delivery, whose envelope holds the status', async () => {
    const { body, headers } = await delivered(secret)
    const envelope = new Webhook(secret).verify(body, headers) as {
      data: { id: string; deadline: object }
    }
    expect(envelope).toMatchObject({
      ...{ type: 'deadline.moved', timestamp: '2030-01-01T00:00:01Z', version: 1 },
      subscription: expect.stringMatching(
        /^https:\/\/eleventh-hour\.example\/webhooks\/[\w-]+\?key=k$/,
      ),
      data: { events: ['moved'], move: { kind: 'set' }, now: '2030-01-01T00:00:01Z' },
    })
    expect(headers['webhook-id']).toBe(envelope.data.id)
    expect(eventEnvelopeShape.parse(envelope)).toEqual(envelope)
  })

  test('rejects one that was changed', async () => {
    const { body, headers } = await delivered(secret)
    const changed = body.replace('2030-03-01', '2030-04-01')
    expect(changed).not.toBe(body)
    expect(() => new Webhook(secret).verify(changed, headers)).toThrow(WebhookVerificationError)
  })

  test('rejects one that is 10 minutes old', async () => {
    const { body, headers } = await delivered(secret)
    clockAt(START + 2 + 600)
    expect(() => new Webhook(secret).verify(body, headers)).toThrow(WebhookVerificationError)
  })

  test('rejects one that another secret has signed', async () => {
    const { body, headers } = await delivered(subscribed().details.secret)
    expect(() => new Webhook(secret).verify(body, headers)).toThrow(WebhookVerificationError)
  })

  test('accepts by the old and by the new secret for a day after it was replaced, then by the new', async () => {
    const received = receiveWith(ok)
    const details = replaceSecret(subscribed({ secret }).details, START)
    await subscribe(db, subscribed(details))
    const takes = (by: string, { body, headers }: Received) => {
      try {
        new Webhook(by).verify(body, headers)
        return true
      } catch {
        return false
      }
    }
    for (const [at, both] of [
      [START + DAY - 1, true],
      [START + DAY, false],
    ] as const) {
      await setDate(db, 'd', both ? '2030-03-01' : '2030-03-02', at)
      await deliverAt(db, at)
      clockAt(at)
      const [last] = received.slice(-1)
      expect([takes(details.secret, last), takes(secret, last)]).toEqual([true, both])
      vi.useRealTimers()
    }
  })
})

describe('A secret that is replaced again and again', () => {
  test('leaves each valid for a day, three at the most', () => {
    const first = subscribed().details
    const second = replaceSecret(first, START)
    const third = replaceSecret(second, START + 10)
    expect(third.previous).toEqual([
      { secret: second.secret, until: START + 10 + DAY },
      { secret: first.secret, until: START + DAY },
    ])
    expect(replaceSecret(third, START + DAY).previous.map((each) => each.secret)).toEqual([
      ...[third.secret, second.secret],
    ])
    const many = [1, 2, 3, 4, 5].reduce((details, at) => replaceSecret(details, START + at), first)
    expect(many.previous).toHaveLength(3)
  })
})

describe('A receiver that fails half of the time', () => {
  test('gets everything, and of each deadline in order', async () => {
    const taken: Received[] = []
    receiveWith((received, count) => {
      if (count % 2 === 1) return answer(500)
      taken.push(received)
      return ok()
    })
    await subscribe(db)
    const days = Array.from({ length: 12 }, (_, index) => String(index + 10))
    for (const day of days) {
      for (const slug of ['d', 'e']) {
        await setDate(db, slug, `2030-03-${day}`, START + Number(day))
      }
    }
    await deliverAll(db, START + 100)
    expect(new Set(taken.map(idOf)).size).toBe(24)
    expect(taken).toHaveLength(24)
    for (const slug of ['d', 'e']) {
      const own = taken.filter(({ body }) => JSON.parse(body).data.deadline.slug === slug)
      expect(own.map(toldOf)).toEqual(days.map((day) => `2030-03-${day}`))
    }
    expect(await deliveryRows(db)).toEqual([])
    expect(await subscriptionRow(db)).toMatchObject({ state: 'active', failing_since: null })
  })

  test('has what it takes sent again under the same id, signed anew', async () => {
    const received = receiveWith((_, count) => (count === 1 ? answer(503) : ok()))
    await subscribe(db)
    await setDate(db, 'd', '2030-03-01', START + 1)
    await deliverAll(db, START + 1)
    const [first, second] = received
    expect(second.headers['webhook-id']).toBe(first.headers['webhook-id'])
    expect(second.body).toBe(first.body)
    expect(Number(second.headers['webhook-timestamp'])).toBeGreaterThanOrEqual(START + 6)
  })
})

const instant = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000', '')

/** Imports a party's word at an instant, as a line that says itself when it was recorded. */
async function importWord(at: number, saidAt: number, recordedAt: number): Promise<void> {
  const line = {
    ...{ deadline: 'd', says: 'date', when: '2030-09-09', zone: 'UTC' },
    ...{ source: { name: 'A party', standing: 'party' }, reportedAt: instant(saidAt) },
    recordedAt: instant(recordedAt),
  }
  const bytes = [new TextEncoder().encode(JSON.stringify(line))]
  const recording = { ...RECORDING, recordedAt: instant(at) }
  const imported = await importLedger(db, bytes, recording)
  if (!imported.ok) throw new Error(JSON.stringify(imported.refusals))
}

describe('The status that is told', () => {
  test.each([
    ['two seconds later', START + 3],
    ['in the same second', START + 1],
    ['years ago, as the line has it', START - 4 * 365 * DAY],
  ])(
    'is the same in a later try, though another had been heard before and was recorded %s',
    async (_, recordedAt) => {
      const received = receiveWith((_, count) => (count === 1 ? answer(503) : ok()))
      await subscribe(db)
      await setDate(db, 'd', '2030-03-01', START + 1)
      await deliverAt(db, START + 2)
      await importWord(START + 3, START + 1, recordedAt)
      await deliverAt(db, START + 10)
      const [first, second] = received
      expect(JSON.parse(first.body).data.deadline).toMatchObject({ certainty: 'firm', reports: 1 })
      expect(second.body).toBe(first.body)
    },
  )

  test.each([
    ['years ago', START - 4 * 365 * DAY],
    ['years ahead', START + 4 * 365 * DAY],
  ])('has the report that it is about in it, though its line was recorded %s', async (_, at) => {
    const received = receiveWith(ok)
    await subscribe(db)
    await importWord(START + 1, START - DAY, at)
    while (!(await fanOut(db, START + 1)).isDone);
    await deliverAt(db, START + 2)
    const [{ body }] = received
    expect(JSON.parse(body).data.deadline).toMatchObject({ when: '2030-09-09', reports: 1 })
  })

  test('is that of an earlier version’s event, which does not say what was recorded by then', async () => {
    const received = receiveWith(ok)
    await subscribe(db)
    await setDate(db, 'd', '2030-03-01', START + 1)
    await db.prepare('UPDATE events SET head = NULL').run()
    await deliverAt(db, START + 2)
    expect(received.map(toldOf)).toEqual(['2030-03-01'])
  })
})

describe('Of one deadline', () => {
  test('nothing is sent before what came earlier has arrived, and another waits for neither', async () => {
    const received = receiveWith(({ body }) => (body.includes('"slug":"d"') ? answer(500) : ok()))
    await subscribe(db)
    await setDate(db, 'd', '2030-03-01', START + 1)
    await setDate(db, 'd', '2030-03-02', START + 2)
    await setDate(db, 'e', '2030-03-03', START + 3)
    await deliverAt(db, START + 4)
    expect(received.map(toldOf)).toEqual(['2030-03-01', '2030-03-03'])
  })

  test('what comes later is due with what it waits for, and nobody looks for it before', async () => {
    receiveWith(() => answer(503, { 'retry-after': '3600' }))
    await subscribe(db)
    await setDate(db, 'd', '2030-03-01', START + 1)
    await setDate(db, 'd', '2030-03-02', START + 2)
    await deliverAt(db, START + 3)
    await setDate(db, 'd', '2030-03-03', START + 4)
    expect(await dueSubscriptions(db, START + 4)).toHaveLength(1)
    await deliverAt(db, START + 5)
    const again = START + 3 + 3600
    expect(await dueSubscriptions(db, again - 1)).toEqual([])
    expect((await condition(db, again - 1)).lateSince.delivery).toBe(null)
    expect(await nextDueAfter(db, START + 5)).toBe(again)
    const received = receiveWith(ok)
    await deliverAt(db, again)
    expect(received.map(toldOf)).toEqual(['2030-03-01', '2030-03-02', '2030-03-03'])
  })

  test('what comes later is sent at once when what it waits for is given up', async () => {
    const received = receiveWith((sent) => (toldOf(sent) === '2030-03-01' ? answer(500) : ok()))
    await subscribe(db)
    await setDate(db, 'd', '2030-03-01', START + 1)
    await setDate(db, 'd', '2030-03-02', START + 2)
    await deliverAt(db, START + 3)
    await lastTry(1)
    await deliverAll(db, START + 4)
    expect(received.slice(-2).map(toldOf)).toEqual(['2030-03-01', '2030-03-02'])
    expect((await deliveryRows(db)).map(({ state }) => state)).toEqual(['dead'])
  })
})

describe('While one life of the timekeeper has a delivery made', () => {
  const deliverBy = (run: string, at: number) => deliverAt(db, at, {}, run)

  beforeEach(async () => {
    await subscribe(db)
    await setDate(db, 'd', '2030-03-01', START + 1)
    await setDate(db, 'd', '2030-03-02', START + 2)
  })

  test('a message that an earlier one left behind does nothing', async () => {
    const received = receiveWith(async (_, count) => {
      if (count === 1) await deliverBy('1st life', START + 3)
      return ok()
    })
    await deliverBy('2nd life', START + 3)
    expect(received.map(toldOf)).toEqual(['2030-03-01', '2030-03-02'])
  })

  test('a later one takes over', async () => {
    const received = receiveWith(async (_, count) => {
      if (count === 1) await deliverBy('2nd life', START + 3)
      return ok()
    })
    await deliverBy('1st life', START + 3)
    expect(received.map(toldOf)).toEqual(['2030-03-01', '2030-03-01', '2030-03-02'])
  })

  test.each([200, 500])(
    'a later one has what follows to itself, also where %i comes of it',
    async (status) => {
      let later = Promise.resolve<unknown>(null)
      const isOver = Promise.withResolvers<void>()
      const received = receiveWith(async (_, count) => {
        if (count > 1) return count === 2 ? isOver.promise.then(ok) : ok()
        const isUnderWay = vi.waitUntil(() => received.length === 2)
        later = deliverBy('2nd life', START + 3)
        await isUnderWay
        return answer(status)
      })
      await deliverBy('1st life', START + 3)
      expect(received).toHaveLength(2)
      isOver.resolve()
      await later
      expect(received.map(toldOf)).toEqual(['2030-03-01', '2030-03-01', '2030-03-02'])
      expect(await deliveryRows(db)).toEqual([])
    },
  )
})

describe('An answer', () => {
  beforeEach(async () => {
    await subscribe(db)
    await setDate(db, 'd', '2030-03-01', START + 1)
  })

  test('that asks for a later try is heeded, but not for more than a day', async () => {
    for (const [asked, least] of [
      ['120', 120],
      ['1.5', 5],
      ['999999999', DAY],
      ['Wed, 01 Jan 2031 00:00:00 GMT', 5],
    ] as const) {
      receiveWith(() => answer(429, { 'retry-after': asked }))
      await db.prepare('UPDATE deliveries SET next_at = 0, attempts = 0').run()
      const [wake] = await deliverAt(db, START + 2)
      expect(wake - START - 2).toBeGreaterThanOrEqual(least)
      expect(wake - START - 2).toBeLessThanOrEqual(Math.max(least, 6))
    }
  })

  test('that leads elsewhere is none', async () => {
    const received = receiveWith(() => answer(302, { location: 'https://other.example.org/' }))
    await deliverAt(db, START + 2)
    expect(received).toHaveLength(1)
    expect((await subscriptionRow(db))?.failure).toBe(
      'it answered 302, and redirects are not followed',
    )
  })

  test('of 410 switches it off, and what was still due is a dead letter', async () => {
    receiveWith(() => answer(410))
    await setDate(db, 'e', '2030-03-02', START + 1)
    await deliverAt(db, START + 2)
    expect(await subscriptionRow(db)).toMatchObject({
      ...{ state: 'off', failing_since: START + 2, failure: 'it answered 410: gone' },
    })
    expect((await deliveryRows(db)).map(({ state, failure }) => [state, failure])).toEqual([
      ['dead', 'it answered 410: gone'],
      ['dead', 'it answered 410: gone'],
    ])
    await setDate(db, 'd', '2030-03-03', START + 3)
    expect(await deliveryRows(db)).toHaveLength(2)
  })
})

describe('A webhook', () => {
  const webhook = subscribed()

  beforeEach(async () => {
    await subscribe(db, webhook)
    for (const slug of ['d', 'e']) await setDate(db, slug, '2030-03-01', START + 1)
  })

  test('that is ended while it is sent to is sent nothing more', async () => {
    const received = receiveWith(async () => {
      await dropSubscription(db, webhook.id)
      return ok()
    })
    await deliverAt(db, START + 2)
    expect(received).toHaveLength(1)
  })

  test('whose secret is replaced meanwhile is sent the next one by the new', async () => {
    const { details } = webhook
    const newer = { ...details, secret: subscribed().details.secret }
    const received = receiveWith(async () => {
      await changeSubscription(db, webhook.id, { details: newer })
      return ok()
    })
    await deliverAt(db, START + 2)
    vi.useFakeTimers({ toFake: ['Date'], now: (START + 2) * 1000 })
    for (const [index, { secret }] of [details, newer].entries()) {
      const { body, headers } = received[index]
      expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: 'deadline.moved' })
    }
  })
})

describe('An address that nothing arrives at', () => {
  test('is tried with longer and longer waits, given up and switched off after three days', async () => {
    const received = receiveWith(() => answer(500))
    await subscribe(db)
    await setDate(db, 'd', '2030-03-01', START)
    const end = await deliverAll(db, START)
    expect(received).toHaveLength(11)
    expect((end - START) / DAY).toBeCloseTo(3.4, 0)
    expect(await subscriptionRow(db)).toMatchObject({
      ...{ state: 'off', failing_since: START, failure: 'it answered 500' },
    })
    expect((await deliveryRows(db)).map(({ state }) => state)).toEqual(['dead'])
  })

  test('is switched off by whatever fails there after three days, and all else is given up', async () => {
    receiveWith(() => answer(500))
    await subscribe(db)
    await setDate(db, 'd', '2030-03-01', START)
    await deliverAt(db, START)
    await setDate(db, 'e', '2030-03-02', START + 3 * DAY - 1)
    await deliverAt(db, START + 3 * DAY - 1)
    expect((await subscriptionRow(db))?.state).toBe('active')
    await setDate(db, 'd', '2030-03-03', START + 3 * DAY)
    await deliverAt(db, START + 4 * DAY)
    expect((await subscriptionRow(db))?.state).toBe('off')
    expect((await deliveryRows(db)).map(({ state }) => state)).toEqual(['dead', 'dead', 'dead'])
  })

  describe('to the last of its tries', () => {
    test('does not fail any more while nothing is sent, nor at once when it is again', async () => {
      receiveWith((sent) => (toldOf(sent) === '2030-03-02' ? answer(500) : ok()))
      await subscribe(db)
      await setDate(db, 'e', '2030-03-01', START)
      await setDate(db, 'd', '2030-03-02', START)
      await lastTry(2)
      await deliverAt(db, START)
      expect(await subscriptionRow(db)).toMatchObject({ delivered: 1, failing_since: null })
      receiveWith((_, count) => (count === 1 ? answer(503) : ok()))
      const later = START + 30 * DAY
      await setDate(db, 'd', '2030-03-03', later)
      await deliverAt(db, later)
      expect(await subscriptionRow(db)).toMatchObject({ state: 'active', failing_since: later })
      await deliverAll(db, later + 5)
      expect(await subscriptionRow(db)).toMatchObject({ delivered: 2, failing_since: null })
    })

    test('fails on while something else waits', async () => {
      receiveWith(() => answer(500))
      await subscribe(db)
      await setDate(db, 'd', '2030-03-01', START)
      await deliverAt(db, START)
      await setDate(db, 'd', '2030-03-02', START + 1)
      await lastTry(1)
      await deliverAt(db, START + DAY)
      expect((await deliveryRows(db)).map(({ state }) => state)).toEqual(['dead', 'waiting'])
      expect(await subscriptionRow(db)).toMatchObject({ state: 'active', failing_since: START })
    })
  })

  test('is not switched off where something has arrived just before', async () => {
    await subscribe(db)
    await db.prepare('UPDATE subscriptions SET failing_since = ?1').bind(START).run()
    receiveWith((_, count) => (count === 1 ? ok() : answer(500)))
    const late = START + 4 * DAY
    await setDate(db, 'd', '2030-03-01', late)
    await setDate(db, 'e', '2030-03-02', late)
    await deliverAt(db, late)
    expect(await subscriptionRow(db)).toMatchObject({ state: 'active', failing_since: late })
  })

  test('gets what was given up once it is replayed, in its order', async () => {
    receiveWith(() => answer(500))
    await subscribe(db)
    await setDate(db, 'd', '2030-03-01', START)
    const end = await deliverAll(db, START)
    await db.prepare("UPDATE subscriptions SET state = 'active', failing_since = NULL").run()
    await setDate(db, 'd', '2030-03-02', end)
    const received = receiveWith(ok)
    expect(await replay(db, null, end)).toBe(1)
    expect(await nextDueAfter(db, end)).toBe(end + 1)
    await deliverAll(db, end)
    expect(received.map(toldOf)).toEqual(['2030-03-01', '2030-03-02'])
    expect(await deliveryRows(db)).toEqual([])
  })

  test('is not replayed to while it is switched off', async () => {
    receiveWith(() => answer(410))
    await subscribe(db)
    await setDate(db, 'd', '2030-03-01', START)
    await deliverAt(db, START)
    expect(await replay(db, 1, START)).toBe(0)
    await db.prepare("UPDATE subscriptions SET state = 'active'").run()
    expect(await replay(db, 1, START)).toBe(1)
  })
})

describe('An address on this machine', () => {
  test('is sent to in local work alone, whenever it was subscribed', async () => {
    const received = receiveWith(ok)
    await subscribe(db, subscribed({}, { address: 'http://127.0.0.1:9000/in' }))
    await setDate(db, 'd', '2030-03-01', START)
    await deliverAt(db, START)
    expect(received).toEqual([])
    expect((await subscriptionRow(db))?.failure).toBe('its address must begin with https://')
    await db.prepare('UPDATE deliveries SET next_at = 0').run()
    await deliverAt(db, START, { OPEN_LOOPBACK: '1' })
    expect(received).toHaveLength(1)
  })
})
