/** What ten thousand subscribers cost: in rows, which are the same on every machine. */
import type { D1Database } from '@cloudflare/workers-types'
import { beforeEach, describe, expect, test } from 'vitest'
import { reportInputSchema } from '../../src/deadline/report-schema.ts'
import { fanOut } from '../../src/ledger/deliveries.ts'
import { reportLine } from '../../src/ledger/line.ts'
import { record } from '../../src/ledger/record.ts'
import { type Cost, counting } from '../ledger/cost.ts'
import { emptyDatabase, importText, RECORDING } from '../ledger/database.ts'
import { subscribeMany } from './subscribers.ts'

const NOW = Date.parse('2026-12-01T12:00:00Z') / 1000

let db: D1Database

async function move(day: number, on = db): Promise<void> {
  const input = reportInputSchema.parse({
    ...{ says: 'date', when: `2027-06-${day}`, reportedAt: `2026-12-01T12:00:${day}Z` },
    source: { name: 'The issuer', standing: 'issuer' },
  })
  await record(on, [await reportLine('d', input, RECORDING)], NOW + day)
}

/** What fanning out the one event there is costs. */
async function fanningOut(): Promise<Cost> {
  const { counted, cost } = counting(db)
  while (!(await fanOut(counted, NOW + 60)).isDone);
  return cost
}

async function openDeadline(): Promise<void> {
  db = await emptyDatabase()
  await importText(db, `${JSON.stringify({ slug: 'd', kind: 'deadline', title: 'A deadline' })}\n`)
}

beforeEach(openDeadline)

describe('Ten thousand subscribers', () => {
  test('are fanned out to in rows that grow no faster than they do', async () => {
    await subscribeMany(db, 1000)
    await move(10)
    const few = await fanningOut()
    await db.batch(
      ['DELETE FROM deliveries', 'DELETE FROM subscriptions'].map((sql) => db.prepare(sql)),
    )
    await subscribeMany(db, 10_000)
    await move(11)
    const many = await fanningOut()
    expect(await db.prepare('SELECT count(*) AS n FROM deliveries').first('n')).toBe(10_000)
    expect(many.read).toBeLessThanOrEqual(few.read * 10)
    expect(many.written).toBeLessThanOrEqual(few.written * 10)
  })

  test('make no difference to the write that they are told of', async () => {
    const writing = async () => {
      await move(10)
      const { counted, cost } = counting(db)
      await move(11, counted)
      return cost
    }
    const alone = await writing()
    await openDeadline()
    await subscribeMany(db, 10_000)
    const followed = await writing()
    expect(alone.written).toBeGreaterThan(10)
    expect(followed.written).toBe(alone.written)
    // It is not known what the one row more is; it is one, not ten thousand.
    expect(followed.read).toBeLessThanOrEqual(alone.read + 1)
  })
})
