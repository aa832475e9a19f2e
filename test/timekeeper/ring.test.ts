/** What the clock makes events of, in real D1 and the real object, with time set by the test. */
import { env, evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import type { D1Database, DurableObjectStub } from '@cloudflare/workers-types'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { reportInputSchema } from '../../src/deadline/report-schema.ts'
import { type Bindings, type DeliveryMessage, timekeeperOf } from '../../src/env.ts'
import { enter } from '../../src/ledger/enter.ts'
import { eventsAfter, ring } from '../../src/ledger/events.ts'
import { type Line, reportLine } from '../../src/ledger/line.ts'
import type { Timekeeper } from '../../src/timekeeper/timekeeper.ts'
import { emptyDatabase, importText, RECORDING } from '../ledger/database.ts'
import { subscribeMany } from './subscribers.ts'

const OPENING = JSON.stringify({ slug: 'd', kind: 'ultimatum', title: 'Leave the island' })

const at = (instant: string) => Date.parse(instant) / 1000

/** What an issuer says, recorded at the moment it is said. */
async function report(when: string | null, reportedAt: string, more: object = {}): Promise<Line> {
  const source = { name: 'The issuer', standing: 'issuer' }
  const input = { says: 'date', when, zone: 'UTC', source, reportedAt, ...more }
  return reportLine('d', reportInputSchema.parse(input), { ...RECORDING, recordedAt: reportedAt })
}

let db: D1Database

async function say(...said: Parameters<typeof report>): Promise<void> {
  const entered = await enter(db, [await report(...said)], at(said[1]))
  if (!entered.ok) throw new Error(JSON.stringify(entered.misfits))
}

/** Each event: when it was, what it was, and whether it is told. */
async function events(): Promise<string[]> {
  const rows = await db.prepare('SELECT * FROM events ORDER BY seq').all<{
    change: string
    events: string
    is_told: number
  }>()
  return rows.results.map(({ change, events, is_told }) => {
    const { at, milestone } = JSON.parse(change)
    const instant = new Date(at * 1000).toISOString().slice(0, 16)
    const names = JSON.parse(events).map((each: string) =>
      each === 'milestone' ? milestone : each,
    )
    return `${instant} ${names}${is_told ? '' : ' (not told)'}`
  })
}

beforeEach(async () => {
  db = await emptyDatabase()
  const imported = await importText(db, `${OPENING}\n`)
  if (!imported.ok) throw new Error('the deadline is not open')
  await ring(db, at('2030-01-01T00:00:00Z'))
})

afterEach(() => {
  vi.useRealTimers()
})

describe('A ring', () => {
  test('makes each milestone an event once, however often it is repeated', async () => {
    await say('2030-03-01', '2030-01-02T12:00:00Z')
    for (const now of ['2030-01-31T00:00:00Z', '2030-01-31T00:00:00Z', '2030-01-31T00:00:07Z']) {
      await Promise.all([ring(db, at(now)), ring(db, at(now))])
    }
    expect(await events()).toEqual(['2030-01-02T12:00 moved', '2030-01-31T00:00 30d'])
    expect((await eventsAfter(db, { seq: 0, subject: 'everything', limit: 10 })).length).toBe(2)
  })

  test('that comes too early makes none', async () => {
    await say('2030-03-01', '2030-01-02T12:00:00Z')
    await ring(db, at('2030-01-30T23:59:59Z'))
    expect(await events()).toEqual(['2030-01-02T12:00 moved'])
  })

  test('that comes late records all with their true times, and tells the last one alone', async () => {
    await say('2030-03-01', '2030-01-02T12:00:00Z')
    await ring(db, at('2030-02-28T12:00:00Z'))
    expect((await events()).slice(1)).toEqual([
      '2030-01-31T00:00 30d (not told)',
      '2030-02-23T00:00 7d (not told)',
      '2030-02-27T00:00 3d',
    ])
  })

  test('tells of what has the same instant, of one deadline and of several', async () => {
    const other = JSON.stringify({ slug: 'e', kind: 'talks', title: 'Talks' })
    const source = { name: 'The host', standing: 'issuer' }
    const said = { deadline: 'e', says: 'date', when: '2030-02-01', zone: 'UTC', source }
    const line = JSON.stringify({ ...said, reportedAt: '2030-01-02T00:00:00Z' })
    await importText(db, `${other}\n${line}\n`)
    await say('2030-01-31', '2030-01-02T12:00:00Z')
    await ring(db, at('2030-01-31T00:00:00Z'))
    const told = (await events()).filter((each) => each.startsWith('2030-01-31'))
    expect(told).toEqual(['2030-01-31T00:00 24h', '2030-01-31T00:00 due', '2030-01-31T00:00 24h'])
  })

  test('goes on where more was passed than one batch takes', async () => {
    const lines = Array.from({ length: 450 }, (_, index) => {
      const slug = `many-${index}`
      const source = { name: 'The host', standing: 'issuer' }
      const said = { deadline: slug, says: 'date', when: '2030-06-01', zone: 'UTC', source }
      return [
        { slug, kind: 'talks', title: 'Talks' },
        { ...said, reportedAt: '2030-01-02T00:00:00Z' },
      ].map((each) => `${JSON.stringify(each)}\n`)
    })
    await importText(db, lines.flat().join(''))
    const now = at('2030-05-29T00:00:00Z')
    // 450 dates that were set, and three times as many milestones.
    const count = () => db.prepare('SELECT count(*) AS n FROM events').first('n')
    for (let rings = 1; rings <= 9; rings++) {
      expect(await ring(db, now)).toEqual({ isDone: false })
      expect(await count()).toBe(200 * rings)
    }
    expect(await ring(db, now)).toEqual({ isDone: true })
    expect(await count()).toBe(1800)
    const sql = `SELECT change ->> 'milestone' AS milestone, is_told, count(*) AS n FROM events
      WHERE milestone IS NOT NULL AND recorded_at = ?1 GROUP BY 1, 2`
    expect((await db.prepare(sql).bind(now).all()).results).toEqual([
      { milestone: '30d', is_told: 0, n: 450 },
      { milestone: '3d', is_told: 1, n: 450 },
      { milestone: '7d', is_told: 0, n: 450 },
    ])
  })
})

describe('A write of several reports', () => {
  const paper = { source: { name: 'A paper', standing: 'media' } }
  const note = { says: 'note', when: undefined, zone: undefined, note: 'As was expected', ...paper }

  /** Together, at ten o'clock. */
  async function write(...reports: Promise<Line>[]): Promise<void> {
    const entered = await enter(db, await Promise.all(reports), at('2030-01-05T10:00:00Z'))
    expect(entered.ok).toBe(true)
    await ring(db, at('2030-01-05T10:00:01Z'))
  }

  test('is told of once, though none of them had been passed when it was made', async () => {
    await write(
      report('2030-03-01', '2030-01-05T08:00:00Z'),
      report('2030-03-01', '2030-01-05T09:00:00Z', paper),
      report('2030-03-01', '2030-01-05T09:30:00Z', note),
    )
    expect(await events()).toEqual([
      '2030-01-05T08:00 moved',
      '2030-01-05T09:00  (not told)',
      '2030-01-05T09:30  (not told)',
    ])
  })

  test('leaves what is to be said only later to the clock', async () => {
    await write(
      report('2030-03-01', '2030-01-05T08:00:00Z'),
      report('2030-04-01', '2030-01-05T12:00:00Z'),
    )
    expect(await events()).toEqual(['2030-01-05T08:00 moved'])
    await ring(db, at('2030-01-05T12:00:00Z'))
    expect((await events()).slice(1)).toEqual(['2030-01-05T12:00 moved'])
  })
})

describe('A move', () => {
  test('plans anew what is ahead, and repeats nothing that was told', async () => {
    await say('2030-03-01', '2030-01-02T12:00:00Z')
    await ring(db, at('2030-01-31T00:00:00Z'))
    await say('2030-03-11', '2030-02-01T12:00:00Z')
    await say('2030-03-01', '2030-02-02T12:00:00Z')
    await ring(db, at('2030-02-23T00:00:00Z'))
    expect(await events()).toEqual([
      '2030-01-02T12:00 moved',
      '2030-01-31T00:00 30d',
      '2030-02-01T12:00 moved',
      '2030-02-02T12:00 moved',
      '2030-02-23T00:00 7d',
    ])
  })

  test('that was announced for later is told when its time has come', async () => {
    await say('2030-03-01', '2030-01-02T12:00:00Z')
    const entered = await enter(
      db,
      [await report('2030-04-01', '2030-01-10T12:00:00Z')],
      at('2030-01-05T12:00:00Z'),
    )
    expect(entered.ok).toBe(true)
    await ring(db, at('2030-01-10T11:59:59Z'))
    expect(await events()).toEqual(['2030-01-02T12:00 moved'])
    await ring(db, at('2030-01-10T12:00:00Z'))
    expect((await events()).at(-1)).toBe('2030-01-10T12:00 moved')
  })
})

describe('A milestone', () => {
  test('of a date that was written while it passed is not lost', async () => {
    await ring(db, at('2030-02-28T23:00:03Z'))
    const line = await report('2030-03-01T00:00', '2030-02-28T22:59:58Z')
    await enter(db, [line], at('2030-02-28T22:59:58Z'))
    await ring(db, at('2030-02-28T23:00:04Z'))
    expect(await events()).toEqual(['2030-02-28T22:59 moved', '2030-02-28T23:00 1h'])
  })

  test('of a date that was written while it passed is not told where another has passed since', async () => {
    await ring(db, at('2030-02-28T23:00:03Z'))
    const line = await report('2030-03-01T00:00', '2030-02-28T22:59:58Z')
    await enter(db, [line], at('2030-02-28T22:59:58Z'))
    await ring(db, at('2030-03-01T00:00:00Z'))
    expect(await events()).toEqual([
      '2030-02-28T22:59 moved',
      '2030-02-28T23:00 1h (not told)',
      '2030-03-01T00:00 passed',
    ])
  })

  test('that ends a window, and fell before the date was written, is told once', async () => {
    await ring(db, at('2030-01-05T09:59:00Z'))
    const line = await report('2030-01-05T09:50', '2030-01-05T08:00:00Z')
    await enter(db, [line], at('2030-01-05T10:00:00Z'))
    await ring(db, at('2030-01-05T10:00:01Z'))
    expect(await events()).toEqual(['2030-01-05T08:00 moved', '2030-01-05T09:50 passed'])
  })

  test('that the clock has yet to pass is left to it by a write', async () => {
    const line = await report('2030-01-05T09:50', '2030-01-05T08:00:00Z')
    await enter(db, [line], at('2030-01-05T10:00:00Z'))
    await ring(db, at('2030-01-05T10:00:01Z'))
    expect(await events()).toEqual([
      '2030-01-05T08:00 moved',
      '2030-01-05T08:50 1h (not told)',
      '2030-01-05T09:50 passed',
    ])
  })

  test('that fell before anybody knew the date is none', async () => {
    await ring(db, at('2030-02-28T23:30:00Z'))
    await say('2030-03-01T00:00', '2030-02-28T23:30:00Z')
    await ring(db, at('2030-02-28T23:30:01Z'))
    expect(await events()).toEqual(['2030-02-28T23:30 moved'])
  })
})

describe('The timekeeper', () => {
  const keeper = () => timekeeperOf(env) as unknown as DurableObjectStub

  async function alarm(): Promise<string | null> {
    return runInDurableObject(keeper(), async (_, { storage }) => {
      const planned = await storage.getAlarm()
      return planned === null ? null : new Date(planned).toISOString()
    })
  }

  const setClock = (instant: string) =>
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(instant) })

  test('waits for the next milestone, and a write moves it', async () => {
    setClock('2030-01-02T12:00:00Z')
    await say('2030-03-01', '2030-01-02T12:00:00Z')
    await timekeeperOf(env).wake()
    expect(await alarm()).toBe('2030-01-31T00:00:00.000Z')
    setClock('2030-01-02T12:00:01Z')
    await say('2030-02-20', '2030-01-02T12:00:01Z')
    await timekeeperOf(env).wake()
    expect(await alarm()).toBe('2030-01-22T00:00:00.000Z')
  })

  test('rings by its alarm, and waits for what comes after', async () => {
    setClock('2030-01-02T12:00:00Z')
    await say('2030-03-01', '2030-01-02T12:00:00Z')
    await timekeeperOf(env).wake()
    setClock('2030-01-31T00:00:00Z')
    expect(await runDurableObjectAlarm(keeper())).toBe(true)
    expect((await events()).at(-1)).toBe('2030-01-31T00:00 30d')
    expect(await alarm()).toBe('2030-02-23T00:00:00.000Z')
  })

  test('that was told of a write looks a second later, whatever becomes of it', async () => {
    setClock('2030-01-02T12:00:00Z')
    await timekeeperOf(env).expectWrite()
    expect(await alarm()).toBe('2030-01-02T12:00:01.000Z')
    await timekeeperOf(env).wake()
    expect(await alarm()).toBe('2030-01-02T12:00:01.000Z')
    setClock('2030-01-02T12:00:01Z')
    await timekeeperOf(env).wake()
    expect(await alarm()).toBe(null)
  })

  test('has a name in each life, which sorts after those of the lives before', async () => {
    const runs: string[] = []
    await subscribeMany(db, 1)
    for (const second of [0, 1, 2, 3, 4]) {
      const instant = `2030-01-02T12:00:0${second}Z`
      setClock(instant)
      await runInDurableObject(keeper(), async (instance) => {
        const timekeeper = instance as unknown as Timekeeper
        const { DELIVERIES } = (timekeeper as unknown as { env: Bindings }).env
        const sent = vi.spyOn(DELIVERIES, 'sendBatch').mockResolvedValue(undefined as never)
        await say('2030-03-01', instant)
        await timekeeper.wake()
        const [{ body }] = [...sent.mock.calls[0][0]]
        runs.push((body as DeliveryMessage).run)
        sent.mockRestore()
      })
      await evictDurableObject(keeper())
    }
    expect([...new Set(runs)].sort()).toEqual(runs)
  })

  test('looked after by the hour, says in the log what it should have seen to', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    setClock('2030-01-02T12:00:00Z')
    await say('2030-03-01', '2030-01-02T12:00:00Z')
    await timekeeperOf(env).check()
    expect(log).not.toHaveBeenCalled()
    setClock('2030-01-31T00:07:00Z')
    await timekeeperOf(env).check()
    expect(log.mock.calls).toEqual([
      [
        JSON.stringify({
          ...{ event: 'timekeeper-was-late' },
          ...{ change: '2030-01-31T00:00:00Z', delivery: null, intent: null },
        }),
      ],
    ])
    expect((await events()).at(-1)).toBe('2030-01-31T00:00 30d')
    log.mockRestore()
  })
})
