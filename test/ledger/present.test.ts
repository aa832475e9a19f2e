/** In which sessions the present ledger is looked for. The local runtime has no replicas: a test says what one answers. */
import type { D1Database, D1DatabaseSession } from '@cloudflare/workers-types'
import { beforeEach, describe, expect, test } from 'vitest'
import { knownLedger, presentLedger } from '../../src/ledger/present.ts'
import { importText, shippedDatabase } from './database.ts'

let db: D1Database
/** What each session was to be like, and what it is in place of the real one. */
let asked: (string | undefined)[]
let instead: ((session: D1DatabaseSession) => Partial<D1DatabaseSession>)[]

/** As a bookmark of D1's is written. */
const A_PLACE = expect.stringMatching(/^[0-9a-f]{8}-/)

beforeEach(async () => {
  const real = await shippedDatabase()
  asked = []
  instead = []
  const withSession = (since?: string) => {
    asked.push(since)
    const session = real.withSession(since)
    return instead.shift()?.(session) ?? session
  }
  db = {
    prepare: (sql: string) => real.prepare(sql),
    batch: (statements: Parameters<D1Database['batch']>[0]) => real.batch(statements),
    withSession,
  } as unknown as D1Database
})

/** A replica that is so far, and answers when it is to. */
const replica = (head: number, when: Promise<unknown>) => () => ({
  getBookmark: () => 'behind',
  prepare: () => ({ all: () => when.then(() => ({ results: [{ seq: head }] })) }) as never,
})

async function record(): Promise<void> {
  const line = JSON.stringify({ slug: 'a', kind: 'talks', title: 'Talks on A' })
  expect(await importText(db, `${line}\n`)).toMatchObject({ ok: true })
}

describe('The present ledger is looked for', () => {
  test('nowhere that is behind where it was read before', async () => {
    const { head } = await presentLedger(db, true)
    expect((await presentLedger(db, false)).head).toBe(head)
    expect(asked).toEqual(['first-primary', A_PLACE])
  })

  test('where it is written, for who wants the newest, and after a write of one’s own', async () => {
    await presentLedger(db, true)
    await record()
    expect(knownLedger(db)).toBe(null)
    await presentLedger(db, false)
    await presentLedger(db, false)
    expect(asked).toEqual(['first-primary', 'first-primary', A_PLACE])
  })

  test('anew where its place is not known any more', async () => {
    await presentLedger(db, true)
    const refused = Promise.reject(new Error('there is no such bookmark'))
    instead.push(replica(0, refused))
    await expect(presentLedger(db, false)).rejects.toThrow('bookmark')
    await presentLedger(db, false)
    expect(asked).toEqual(['first-primary', A_PLACE, 'first-unconstrained'])
  })
})

test('A replica that answers late takes nothing back', async () => {
  await presentLedger(db, true)
  let answer = () => {}
  const isTime = new Promise<void>((resolve) => {
    answer = resolve
  })
  instead.push(replica(1, isTime))
  const late = presentLedger(db, false)
  const newest = await presentLedger(db, true)
  expect(newest.head).toBeGreaterThan(1)
  answer()
  expect(await late).toBe(newest)
  expect(knownLedger(db)).toBe(newest)
})
