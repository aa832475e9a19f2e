/** What ten thousand subscribers cost in time: as ratios of what was measured in turn. */
import type { D1Database } from '@cloudflare/workers-types'
import { beforeEach, expect, test } from 'vitest'
import { reportInputSchema } from '../../src/deadline/report-schema.ts'
import { fanOut } from '../../src/ledger/deliveries.ts'
import { reportLine } from '../../src/ledger/line.ts'
import { record } from '../../src/ledger/record.ts'
import { emptyDatabase, importText, RECORDING } from '../ledger/database.ts'
import { subscribeMany } from './subscribers.ts'

const BEGINNING = Date.parse('2026-12-01T12:00:00Z') / 1000
const LATER = BEGINNING + 100_000
const SIZES = [0, 1000, 10_000]
const ROUNDS = 40
/** In which whatever is done once is done. */
const FIRST_ROUNDS = 4

let db: D1Database
let moves = 0

beforeEach(async () => {
  db = await emptyDatabase()
  await importText(db, `${JSON.stringify({ slug: 'd', kind: 'deadline', title: 'A deadline' })}\n`)
})

/** The runtime's clock goes on with what is read and written. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = Date.now()
  await work()
  return Date.now() - before
}

async function move(): Promise<void> {
  moves++
  const input = reportInputSchema.parse({
    ...{ says: 'date', when: `2027-06-${10 + (moves % 20)}` },
    reportedAt: new Date((BEGINNING - (1000 - moves) * 60) * 1000).toISOString(),
    source: { name: 'The issuer', standing: 'issuer' },
  })
  await record(db, [await reportLine('d', input, RECORDING)], BEGINNING + moves)
}

async function fanOutAll(): Promise<void> {
  while (!(await fanOut(db, LATER)).isDone);
}

/** Leaves no gap in the numbers: those are gone through. */
async function subscribeOnly(count: number): Promise<void> {
  const tables = ['deliveries', 'subscriptions', "sqlite_sequence WHERE name = 'subscriptions'"]
  await db.batch(tables.map((table) => db.prepare(`DELETE FROM ${table}`)))
  if (count > 0) await subscribeMany(db, count)
}

/** Medians in milliseconds, by the number of subscribers: a machine that stops for a moment changes none. */
async function measure() {
  const taken = SIZES.map((size) => ({ size, writing: [] as number[], fanningOut: [] as number[] }))
  for (let round = 0; round < ROUNDS; round++) {
    for (const index of SIZES.keys()) {
      const { size, writing, fanningOut } = taken[(index + round) % taken.length]
      await subscribeOnly(size)
      const times = [await timed(move), await timed(fanOutAll)]
      const count = await db.prepare('SELECT count(*) AS n FROM deliveries').first('n')
      expect(count).toBe(size)
      if (round < FIRST_ROUNDS) continue
      writing.push(times[0])
      fanningOut.push(times[1])
    }
  }
  return taken.map(({ writing, fanningOut }) => ({
    writing: medianOf(writing),
    fanningOut: medianOf(fanningOut),
  }))
}

function medianOf(times: number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]
}

test('Ten thousand subscribers do not slow the write, and their fan-out is linear', async () => {
  const [none, few, many] = await measure()
  expect(many.writing / none.writing).toBeLessThan(1.2)
  expect(many.fanningOut / few.fanningOut).toBeLessThan(10)
}, 120_000)
