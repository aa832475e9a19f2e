import { env } from 'cloudflare:test'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Bindings } from '../../src/env.ts'
import { fanOut } from '../../src/ledger/deliveries.ts'
import { ring } from '../../src/ledger/events.ts'
import { addIntent, type Intent } from '../../src/ledger/intents.ts'
import { addSubscription, type NewSubscription } from '../../src/ledger/subscriptions.ts'
import { emptyDatabase, shippedDatabase } from '../ledger/database.ts'
import { request } from './request.ts'
import { ask, askJson } from './tracker.ts'

const setClock = (instant: string) =>
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(instant) })
const at = (instant: string) => Date.parse(instant) / 1000

interface Health {
  timekeeper: object
  deliveries: object
}

const SUBSCRIPTION: NewSubscription = {
  ...{ id: 'an-id', transport: 'webhook', address: 'https://example.org/', state: 'active' },
  ...{ subject: 'everything', events: ['moved', 'outcome'], site: 'https://tracker.example' },
  ...{ details: {}, keyDigest: null, createdAt: 0, expiresAt: null },
}

const INTENT: Omit<Intent, 'seq'> = {
  ...{ mode: 'subscribe', callback: 'https://example.org/', secret: null, leaseSeconds: 60 },
  ...{ topic: 'https://tracker.example/feed.atom', site: 'https://tracker.example' },
}

/** Every sample, by its name and labels. */
async function metrics(bindings: Bindings = env): Promise<Record<string, number>> {
  const answer = await request('http://localhost:8787/metrics', {}, bindings)
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  const lines = (await answer.text()).trimEnd().split('\n')
  const samples = lines.filter((line) => !line.startsWith('#'))
  for (const line of samples) {
    expect(line).toMatch(/^eleventh_hour_[a-z_]+(\{[a-z]+="[a-z-]+"(,[a-z]+="[a-z-]+")*\})? \d+$/)
    const [name] = line.split(/[{ ]/)
    expect(lines.filter((each) => each.startsWith(`# TYPE ${name} `))).toHaveLength(1)
    expect(lines.filter((each) => each.startsWith(`# HELP ${name} `))).toHaveLength(1)
  }
  return Object.fromEntries(
    samples.map((line) => line.split(' ')).map(([name, value]) => [name, Number(value)]),
  )
}

beforeEach(() => {
  setClock('2025-07-21T20:00:00Z')
})

afterEach(() => {
  vi.useRealTimers()
})

describe('The health of the tracker', () => {
  test('tells of a timekeeper that has never rung', async () => {
    await emptyDatabase()
    expect(await askJson<Health>('/healthz')).toMatchObject({
      timekeeper: { lastRang: null, waitsFor: null, isLate: false },
      deliveries: { waiting: 0, dead: 0, lagSeconds: 0 },
    })
    expect(await metrics()).not.toHaveProperty(
      'eleventh_hour_timekeeper_last_rang_timestamp_seconds',
    )
  })

  test('tells when it last rang, what it waits for, and when it is late', async () => {
    const db = await shippedDatabase()
    await ring(db, at('2025-07-21T19:59:58Z'))
    const waitsFor = { at: '2025-07-21T21:00:00Z', for: 'change' }
    const { timekeeper } = await askJson<{ timekeeper: { waitsFor: object } }>('/healthz')
    expect(timekeeper).toEqual({
      ...{ lastRang: '2025-07-21T19:59:58Z', isLate: false },
      waitsFor: { at: expect.stringMatching(/^2025-07-2[1-9]T/), for: 'change' },
    })
    const next = Date.parse((timekeeper.waitsFor as typeof waitsFor).at)
    setClock(new Date(next + 31_000).toISOString())
    expect(await askJson<Health>('/healthz')).toMatchObject({ timekeeper: { isLate: true } })
    expect(await metrics()).toMatchObject({
      eleventh_hour_timekeeper_late: 1,
      eleventh_hour_timekeeper_last_rang_timestamp_seconds: at('2025-07-21T19:59:58Z'),
      eleventh_hour_timekeeper_next_wake_timestamp_seconds: next / 1000,
      eleventh_hour_ledger_reports: 21,
    })
  })

  test('tells how far deliveries lag', async () => {
    const db = await shippedDatabase()
    await addSubscription(db, SUBSCRIPTION)
    await ring(db, at('2025-07-21T19:00:00Z'))
    await ring(db, at('2025-08-20T00:00:00Z'))
    while (!(await fanOut(db, at('2025-08-20T00:00:00Z'))).isDone);
    setClock('2025-08-20T00:01:40Z')
    // The last of each deadline that ever had a date.
    const { deliveries } = await askJson<Health>('/healthz')
    expect(deliveries).toEqual({ waiting: 6, dead: 0, lagSeconds: 100 })
    expect(await metrics()).toMatchObject({
      eleventh_hour_deliveries_waiting: 6,
      eleventh_hour_deliveries_lag_seconds: 100,
      'eleventh_hour_subscriptions{transport="webhook",state="active"}': 1,
      'eleventh_hour_deliveries_total{outcome="delivered"}': 0,
    })
  })

  test('tells of an event that nobody was given yet, and of who was to be asked', async () => {
    const db = await shippedDatabase()
    await ring(db, at('2025-07-21T19:00:00Z'))
    while (!(await fanOut(db, at('2025-07-21T20:00:00Z'))).isDone);
    await ring(db, at('2025-07-22T21:00:00Z'))
    setClock('2025-07-22T21:00:31Z')
    expect(await askJson<Health>('/healthz')).toMatchObject({
      timekeeper: { isLate: true },
      deliveries: { waiting: 0, lagSeconds: 31 },
    })
    while (!(await fanOut(db, at('2025-07-22T21:00:31Z'))).isDone);
    expect(await askJson<Health>('/healthz')).toMatchObject({
      timekeeper: { isLate: false },
      deliveries: { lagSeconds: 0 },
    })
    await addIntent(db, INTENT, { now: at('2025-07-22T21:00:00Z'), most: 1 })
    expect(await askJson<Health>('/healthz')).toMatchObject({ timekeeper: { isLate: true } })
    expect(await metrics()).toMatchObject({ eleventh_hour_timekeeper_late: 1 })
  })

  test('is told also while the timekeeper is down, but for who listens', async () => {
    await emptyDatabase()
    expect(await metrics()).toMatchObject({ eleventh_hour_listening: 0 })
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const listening = () => Promise.reject(new Error('The object has been reset.'))
    const TIMEKEEPER = { getByName: () => ({ listening }) } as unknown as Bindings['TIMEKEEPER']
    const samples = await metrics({ ...env, TIMEKEEPER })
    expect(samples).not.toHaveProperty('eleventh_hour_listening')
    expect(samples).toMatchObject({ eleventh_hour_timekeeper_late: 0 })
    expect(log.mock.calls.join()).toContain('timekeeper-unreachable')
    log.mockRestore()
  })

  test.each(['deliveries', 'tallies'])(
    'is a 503 where the ledger cannot be read: %s',
    async (table) => {
      await emptyDatabase()
      await env.DB.prepare(`DROP TABLE ${table}`).run()
      const log = vi.spyOn(console, 'error').mockImplementation(() => {})
      const statuses = [(await ask('/healthz')).status, (await ask('/metrics')).status]
      expect(statuses).toEqual([table === 'tallies' ? 200 : 503, 503])
      log.mockRestore()
    },
  )
})
