/** What a browser is told of a deadline: from a report to what its push service is sent. */
import { env } from 'cloudflare:test'
import type { D1Database } from '@cloudflare/workers-types'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { reportInputSchema } from '../../../src/deadline/report-schema.ts'
import { fanOut, nextDueAfter } from '../../../src/ledger/deliveries.ts'
import { enter } from '../../../src/ledger/enter.ts'
import { ring } from '../../../src/ledger/events.ts'
import { reportLine } from '../../../src/ledger/line.ts'
import { addSubscription, findSubscription } from '../../../src/ledger/subscriptions.ts'
import { carriersOf } from '../../../src/timekeeper/carriers.ts'
import { deliver } from '../../../src/timekeeper/deliver.ts'
import type { PushDetails } from '../../../src/timekeeper/push/details.ts'
import { emptyDatabase, importText, RECORDING } from '../../ledger/database.ts'
import { newBrowser, type PushedBrowser } from './browser.ts'

const at = (instant: string) => Date.parse(instant) / 1000
const START = '2030-01-01T00:00:00Z'
const ID = '7f3a1c52-9d0e-4b68-8a27-0c5d1e9f4b36'
const NIGHT = { from: '22:00', to: '07:00', zone: 'Europe/Kyiv' }

let db: D1Database
let browser: PushedBrowser

async function subscribe(details: Partial<PushDetails> = {}): Promise<void> {
  const { endpoint, keys } = browser.subscription
  await addSubscription(db, {
    ...{ id: ID, transport: 'push', address: endpoint, subject: 'everything', state: 'active' },
    ...{ events: ['outcome', 'moved', 'milestone'], site: 'https://eleventh-hour.example' },
    ...{ keyDigest: null, createdAt: at(START), expiresAt: null },
    details: {
      keys,
      quiet: null,
      most: 50,
      proofDigest: '',
      shown: null,
      former: null,
      ...details,
    },
  })
}

/** What an issuer says of a deadline, recorded at the moment it is said. */
async function say(slug: string, reportedAt: string, said: object): Promise<void> {
  const source = { name: 'The issuer', standing: 'issuer' }
  const input = reportInputSchema.parse({ source, zone: 'UTC', reportedAt, ...said })
  const line = await reportLine(slug, input, { ...RECORDING, recordedAt: reportedAt })
  const entered = await enter(db, [line], at(reportedAt))
  if (!entered.ok) throw new Error(JSON.stringify(entered.misfits))
}

const move = (slug: string, reportedAt: string, when: string) =>
  say(slug, reportedAt, { says: 'date', when })

/** Lets the timekeeper look at an instant, and delivers what is then due. */
async function deliverAt(instant: string): Promise<void> {
  const now = at(instant)
  while (!(await ring(db, now)).isDone);
  while (!(await fanOut(db, now)).isDone);
  const subscription = (await findSubscription(db, ID))?.seq ?? 0
  const carriers = carriersOf(env, () => Promise.reject(new Error('nothing is to be read')))
  await deliver(
    { subscription, run: 'a' },
    {
      db,
      carriers,
      clock: () => now,
      wakeBy: async () => {},
      setOut: () => {},
      passOn: async () => {},
    },
  )
}

const told = () => browser.pushes.map(({ message }) => message.body.split('.')[0])
const waiting = async () =>
  (await db.prepare("SELECT count(*) AS n FROM deliveries WHERE state = 'waiting'").first('n')) ?? 0

beforeEach(async () => {
  db = await emptyDatabase()
  browser = newBrowser()
  const titles = { island: 'Leave the island', talks: 'Talks', bridge: 'Open the bridge' }
  const lines = Object.entries(titles).map(([slug, title]) =>
    JSON.stringify({ slug, kind: 'ultimatum', title }),
  )
  await importText(db, lines.map((line) => `${line}\n`).join(''))
  await ring(db, at(START))
})

afterEach(() => {
  vi.restoreAllMocks()
})

describe('A browser', () => {
  test('is told of a move in the words of the feeds, by what leads to it', async () => {
    await subscribe()
    await move('island', '2030-01-02T12:00:00Z', '2030-03-01')
    await deliverAt('2030-01-02T12:00:01Z')
    const [{ message, headers }] = browser.pushes
    const { id } = message
    expect(message).toEqual({
      ...{ title: 'Leave the island', lang: 'en', id, at: at('2030-01-02T12:00:00Z') * 1000 },
      body: expect.stringMatching(/^Set for 1 March\. Firm\. 58 days 12 hours left\. The issuer/),
      url: `https://eleventh-hour.example/deadlines/island#${id}`,
      tag: '/deadlines/island',
    })
    expect([headers.get('ttl'), headers.get('urgency')]).toEqual(['604799', 'high'])
    expect(headers.get('topic')).toMatch(/^[\w-]{32}$/)
    expect(await waiting()).toBe(0)
  })

  test('is told of what came to pass together of one deadline by the newest alone', async () => {
    await subscribe()
    await move('island', '2030-01-02T12:00:00Z', '2030-03-01')
    await move('bridge', '2030-01-02T12:00:01Z', '2030-03-02')
    await move('island', '2030-01-02T12:00:02Z', '2030-03-03')
    await deliverAt('2030-01-02T12:00:03Z')
    expect(told().sort()).toEqual(['Put off from 1 March to 3 March', 'Set for 2 March'])
    expect(await waiting()).toBe(0)
  })

  test('is told nothing before it has proven itself', async () => {
    await subscribe()
    await db.prepare("UPDATE subscriptions SET state = 'pending'").run()
    await move('island', '2030-01-02T12:00:00Z', '2030-03-01')
    await deliverAt('2030-01-02T12:00:01Z')
    expect([told(), await waiting()]).toEqual([[], 0])
  })

  test.each([404, 410])('that its push service knows no more (%i) is forgotten', async (status) => {
    await subscribe()
    browser.answer = status
    await move('island', '2030-01-02T12:00:00Z', '2030-03-01')
    await deliverAt('2030-01-02T12:00:01Z')
    expect([await findSubscription(db, ID), await waiting()]).toEqual([null, 0])
  })

  test('at which nothing arrives for three days is forgotten', async () => {
    await subscribe()
    browser.answer = 503
    await move('island', '2030-01-02T12:00:00Z', '2030-03-01')
    await deliverAt('2030-01-02T12:00:01Z')
    await move('island', '2030-01-05T11:59:00Z', '2030-03-02')
    await deliverAt('2030-01-05T12:00:00Z')
    expect(await findSubscription(db, ID)).toMatchObject({ state: 'active' })
    await move('island', '2030-01-05T12:00:01Z', '2030-03-03')
    await deliverAt('2030-01-05T12:00:01Z')
    expect(await findSubscription(db, ID)).toBe(null)
    expect(await db.prepare('SELECT count(*) AS n FROM deliveries').first('n')).toBe(0)
  })

  test('is told by the newest alone also of what its push service did not take before', async () => {
    await subscribe()
    browser.answer = 503
    await move('island', '2030-01-02T12:00:00Z', '2030-03-01')
    await deliverAt('2030-01-02T12:00:01Z')
    browser.answer = 201
    await move('island', '2030-01-02T12:00:02Z', '2030-03-03')
    await deliverAt('2030-01-02T12:00:03Z')
    await deliverAt('2030-01-02T12:00:10Z')
    expect([told(), await waiting()]).toEqual([['Put off from 1 March to 3 March'], 0])
  })

  test('is told of what is new however often its push service did not take what is older', async () => {
    await subscribe()
    browser.answer = 503
    await move('island', '2030-01-02T12:00:00Z', '2030-03-01')
    await deliverAt('2030-01-02T12:00:01Z')
    await db.prepare('UPDATE deliveries SET attempts = 9').run()
    await move('island', '2030-01-02T12:00:02Z', '2030-03-03')
    await deliverAt('2030-01-02T12:00:03Z')
    browser.answer = 201
    await deliverAt('2030-01-02T12:00:09Z')
    expect(told()).toEqual(['Put off from 1 March to 3 March'])
  })

  test('is told later where its push service is out of order', async () => {
    await subscribe()
    browser.answer = 503
    await move('island', '2030-01-02T12:00:00Z', '2030-03-01')
    await deliverAt('2030-01-02T12:00:01Z')
    browser.answer = 201
    await deliverAt('2030-01-02T12:00:07Z')
    expect(told()).toHaveLength(1)
  })

  test('that was not there does not fail any more once what it missed has run out', async () => {
    await subscribe()
    await move('island', '2030-01-02T12:00:00Z', '2030-01-03T02:00:00Z')
    await deliverAt('2030-01-02T12:00:01Z')
    browser.answer = 503
    await deliverAt('2030-01-03T01:00:00Z')
    expect((await findSubscription(db, ID))?.failingSince).toBe(at('2030-01-03T01:00:00Z'))
    await deliverAt('2030-01-03T02:00:01Z')
    expect([(await findSubscription(db, ID))?.failingSince, await waiting()]).toEqual([null, 0])
  })
})

describe('By night', () => {
  test('nothing is sent, and in the morning the newest of each deadline', async () => {
    await subscribe({ quiet: NIGHT })
    // In Kyiv it is 23:00, 01:00 and 06:59; then 07:00.
    await move('island', '2030-01-02T21:00:00Z', '2030-03-01')
    await deliverAt('2030-01-02T21:00:01Z')
    await move('island', '2030-01-02T23:00:00Z', '2030-03-03')
    await move('bridge', '2030-01-02T23:00:01Z', '2030-03-02')
    await deliverAt('2030-01-02T23:00:02Z')
    expect(await nextDueAfter(db, at('2030-01-02T23:00:02Z'))).toBe(at('2030-01-03T05:00:00Z'))
    await deliverAt('2030-01-03T04:59:59Z')
    expect(told()).toEqual([])
    await deliverAt('2030-01-03T05:00:00Z')
    expect(told().sort()).toEqual(['Put off from 1 March to 3 March', 'Set for 2 March'])
  })

  test('it is the newest however much there was', async () => {
    await subscribe({ quiet: NIGHT, most: 2 })
    await move('island', '2030-01-02T21:00:00Z', '2030-03-01')
    for (let n = 10; n < 35; n++)
      await move('bridge', `2030-01-02T21:${n}:00Z`, `2030-04-0${(n % 7) + 1}`)
    await move('island', '2030-01-02T23:00:00Z', '2030-03-03')
    await deliverAt('2030-01-02T23:30:00Z')
    await deliverAt('2030-01-03T05:00:00Z')
    expect(told()).toEqual(['Put off from 1 March to 3 March', 'Put off from 6 April to 7 April'])
    expect(await waiting()).toBe(0)
  })

  test('what is left of a time that is up in the morning is told no more', async () => {
    await subscribe({ quiet: NIGHT })
    await move('island', '2030-01-02T12:00:00Z', '2030-01-03T02:00:00Z')
    await deliverAt('2030-01-02T12:00:01Z')
    // An hour is left at 03:00 in Kyiv; at 07:00 none is, and of that nobody asked to be told.
    await deliverAt('2030-01-03T01:00:00Z')
    await deliverAt('2030-01-03T05:00:00Z')
    expect([told().length, await waiting()]).toEqual([1, 0])
  })
})

describe('A day’s notifications', () => {
  const three = async (from: number) => {
    for (let n = from; n < from + 3; n++) {
      await move('island', `2030-01-02T12:0${n}:00Z`, `2030-03-0${n}`)
      await deliverAt(`2030-01-02T12:0${n}:01Z`)
    }
  }

  test('are as many as were asked for, and what is beyond is dropped', async () => {
    await subscribe({ most: 2 })
    await three(1)
    expect([told().length, await waiting()]).toEqual([2, 0])
    await move('island', '2030-01-03T12:00:00Z', '2030-03-09')
    await deliverAt('2030-01-03T12:00:01Z')
    expect(told()).toHaveLength(3)
  })

  test('are counted by the reader’s midnight', async () => {
    await subscribe({ most: 2, quiet: { from: '03:00', to: '03:00', zone: 'Pacific/Auckland' } })
    // 12:00 UTC is 01:00 of the third there, and 10:59 UTC was the second.
    await move('island', '2030-01-02T10:58:00Z', '2030-03-08')
    await deliverAt('2030-01-02T10:58:01Z')
    await three(1)
    expect(told()).toHaveLength(3)
  })

  test('do not keep an outcome back', async () => {
    await subscribe({ most: 1 })
    await move('island', '2030-01-02T12:00:00Z', '2030-03-01')
    await deliverAt('2030-01-02T12:00:01Z')
    const outcome = { result: 'met', at: '2030-01-02' }
    await say('island', '2030-01-02T13:00:00Z', { says: 'outcome', zone: null, outcome })
    await deliverAt('2030-01-02T13:00:01Z')
    expect(told()).toEqual([expect.stringContaining('Set for'), 'Met'])
  })

  test('do not keep it back either where something came after it', async () => {
    await subscribe({ most: 1, quiet: NIGHT })
    await move('island', '2030-01-02T12:00:00Z', '2030-03-01')
    await deliverAt('2030-01-02T12:00:01Z')
    await move('bridge', '2030-01-02T21:00:00Z', '2030-03-02')
    const outcome = { result: 'met', at: '2030-01-02' }
    await say('island', '2030-01-02T22:00:00Z', { says: 'outcome', zone: null, outcome })
    await move('island', '2030-01-02T23:00:00Z', '2030-03-09')
    await deliverAt('2030-01-02T23:00:01Z')
    await deliverAt('2030-01-03T05:00:00Z')
    expect(told()).toEqual([
      'Set for 1 March',
      'Set for 2 March',
      expect.stringContaining('9 March'),
    ])
  })

  test('are not used up by what failed, nor by what is sent again after a fault', async () => {
    await subscribe({ most: 2 })
    browser.answer = 503
    await move('island', '2030-01-02T12:00:00Z', '2030-03-01')
    await deliverAt('2030-01-02T12:00:01Z')
    browser.answer = 201
    await deliverAt('2030-01-02T12:00:10Z')
    // It was sent, and the courier ended before that was written down.
    const row = { subscription: 1, event: 1, deadline: 'island', at: at('2030-01-02T12:00:20Z') }
    await db
      .prepare(
        'INSERT INTO deliveries (subscription, event, deadline, next_at) VALUES (?, ?, ?, ?)',
      )
      .bind(...Object.values(row))
      .run()
    await deliverAt('2030-01-02T12:00:20Z')
    await move('bridge', '2030-01-02T12:01:00Z', '2030-03-01')
    await deliverAt('2030-01-02T12:01:01Z')
    const ids = browser.pushes.map(({ message }) => message.id)
    expect([ids.length, new Set(ids).size]).toEqual([3, 2])
  })

  test('of many deadlines at once are no more either', async () => {
    await subscribe({ most: 2 })
    await move('island', '2030-01-02T12:00:00Z', '2030-03-01')
    await move('bridge', '2030-01-02T12:00:00Z', '2030-03-01')
    await move('talks', '2030-01-02T12:00:00Z', '2030-03-01')
    await deliverAt('2030-01-02T12:00:01Z')
    expect([told().length, await waiting()]).toEqual([2, 0])
  })
})
