/** What is kept of the ledger, held against the ledger itself. */
import type { D1Database } from '@cloudflare/workers-types'
import { beforeAll, describe, expect, test } from 'vitest'
import { NOT_NARROWED } from '../../src/deadline/board.ts'
import { boardPage, countPhases, nextDue, presentBoard } from '../../src/ledger/board.ts'
import { datedAt, lastOver, lastReported, tellStates } from '../../src/ledger/calendar.ts'
import { nextMilestone, tellChanges } from '../../src/ledger/changes.ts'
import { readHead } from '../../src/ledger/head.ts'
import { KeptLedger } from '../../src/ledger/kept.ts'
import { tellBoard, tellDeadlines } from '../../src/ledger/tell.ts'
import { counting } from './cost.ts'
import { emptyDatabase, importText } from './database.ts'
import { variedLedger } from './varied.ts'

let db: D1Database
/** Instants around everything that happens, and some of nothing. */
let instants: number[]

beforeAll(async () => {
  db = await emptyDatabase()
  expect(await importText(db, variedLedger())).toMatchObject({ ok: true })
  const { results } = await db
    .prepare('SELECT DISTINCT at FROM changes ORDER BY at')
    .all<{ at: number }>()
  const some = results.filter((_, index) => index % 8 === 0).map(({ at }) => at)
  instants = [0, ...some.flatMap((at) => [at - 1, at, at + 1]), 4_000_000_000]
})

const everything = (now: number) => ({
  ...NOT_NARROWED,
  now,
  unreported: true,
  limit: 20,
  after: null,
})
const whole = { topic: null, kind: null, certainty: null, knownAt: null }

/** Each look-up that depends on the time. */
const LOOK_UPS: Record<string, (db: D1Database, now: number) => Promise<unknown>> = {
  'a page of the board': (db, now) => boardPage(db, everything(now)),
  'what is due first': (db, now) => nextDue(db, everything(now)),
  'how many there are': (db, now) => countPhases(db, everything(now)),
  'what has a word in it': (db, now) => presentBoard(db, { ...everything(now), q: 'number' }),
  'a page of a feed': (db, now) =>
    tellChanges(db, { ...whole, now, subject: 'everything', types: null, before: null, limit: 20 }),
  'the next milestone': (db, now) => nextMilestone(db, { now, subject: 'everything' }),
  'what was last reported': (db, now) => lastReported(db, { now, knownAt: null }),
  'what was last over': (db, now) => lastOver(db, { now, isPresent: true }),
  'a board as it is told': (db, now) => tellBoard(db, everything(now), null),
  'a board as it was known': (db, now) => tellBoard(db, everything(now), now),
  'a calendar': async (db, now) => {
    const { slugs } = await datedAt(db, { ...whole, now, isPresent: true }, 20)
    return tellStates(db, slugs, { ...whole, now })
  },
}

describe('What is kept', () => {
  test.each(Object.keys(LOOK_UPS))(
    'gives %s as the ledger does, at every instant',
    async (name) => {
      const lookUp = LOOK_UPS[name]
      const kept = new KeptLedger(db, await readHead(db)).db
      // To and fro, so that what was kept of one time serves another.
      for (const now of [...instants, ...instants.toReversed()]) {
        expect(await lookUp(kept, now), String(now)).toEqual(await lookUp(db, now))
      }
    },
  )

  test.each([null, 'number'])(
    'is read once, whatever the second, until something changes: %j',
    async (q) => {
      const { counted, cost } = counting(db)
      const kept = new KeptLedger(counted, await readHead(db)).db
      const at = instants[instants.length >> 1]
      const { results } = await db
        .prepare('SELECT min(at) AS next FROM changes WHERE at > ?1')
        .bind(at)
        .all<{ next: number }>()
      const tell = (now: number) => tellBoard(kept, { ...everything(now), q }, null)
      await tell(at)
      const [first, { next }] = [cost.read, results[0]]
      expect(first).toBeGreaterThan(20)
      for (const now of [at, at + 1, next - 1]) await tell(now)
      expect(cost.read).toBe(first)
      await tell(next)
      expect(cost.read).toBeGreaterThan(first)
    },
  )

  test('is folded once, and counted anew in each second', async () => {
    const kept = new KeptLedger(db, await readHead(db)).db
    const at = instants[instants.length >> 1]
    const [first, second] = [
      await tellDeadlines(kept, ['deadline-23'], at, null),
      await tellDeadlines(kept, ['deadline-23'], at + 1, null),
    ]
    expect(second[0].log).toBe(first[0].log)
    const seconds = [first, second].map(([{ status }]) => status.remaining?.seconds ?? 0)
    expect(seconds[0] - seconds[1]).toBe(1)
  })

  test('is folded apart from what was known of it', async () => {
    const kept = new KeptLedger(db, await readHead(db)).db
    const at = instants[instants.length >> 1]
    const [all] = await tellDeadlines(kept, ['deadline-23'], at, null)
    const [known] = await tellDeadlines(kept, ['deadline-23'], at, 0)
    expect([all.status.reports > 0, known.status.reports]).toEqual([true, 0])
  })
})
