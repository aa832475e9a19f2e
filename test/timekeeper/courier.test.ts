/** The courier as the queue calls it: whom it keeps waiting, and that it comes to its end. */

import { exports } from 'cloudflare:workers'
import type { D1Database } from '@cloudflare/workers-types'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { QueueMessage } from '../../src/env.ts'
import { ok, receiveWith } from './outside.ts'
import {
  deliveryRows,
  openLedger,
  START,
  setDate,
  subscribe,
  subscriptionRow,
} from './webhook/deliveries.ts'

const { Courier } = exports as unknown as {
  Courier: { deliver(message: QueueMessage): Promise<void> }
}

let db: D1Database

beforeEach(async () => {
  db = await openLedger()
  await subscribe(db)
  vi.useFakeTimers({ toFake: ['Date'], now: (START + 2) * 1000 })
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('A courier', () => {
  test('keeps nobody waiting for an answer, and sees to what comes of it', async () => {
    await setDate(db, 'd', '2030-03-01', START + 1)
    const answer = Promise.withResolvers<Response>()
    const received = receiveWith(() => answer.promise)
    await Courier.deliver({ subscription: 1, run: 'a run' })
    await vi.waitUntil(() => received.length === 1)
    expect(await deliveryRows(db)).toHaveLength(1)
    answer.resolve(ok())
    await vi.waitUntil(async () => (await subscriptionRow(db))?.delivered === 1)
    await vi.waitUntil(async () => (await deliveryRows(db)).length === 0)
  })

  test('that finds nothing due keeps nobody waiting either', async () => {
    const received = receiveWith(ok)
    await Courier.deliver({ subscription: 1, run: 'a run' })
    await Courier.deliver({ intent: 1 })
    expect(received).toEqual([])
  })
})
