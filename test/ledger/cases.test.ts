/** The record as it is summed up beforehand, held against the fold of every deadline by itself. */
import type { D1Database } from '@cloudflare/workers-types'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Deadline } from '../../src/deadline/deadline.ts'
import { caseOf, type DeadlineRecord, recordOf } from '../../src/deadline/record.ts'
import type { Report } from '../../src/deadline/report.ts'
import { status } from '../../src/deadline/status.ts'
import { countCasesAnew, recordAt } from '../../src/ledger/cases.ts'
import { type Line, writeLine } from '../../src/ledger/line.ts'
import { rebuild } from '../../src/ledger/rebuild.ts'
import { madeLedger } from '../bench/ledger.ts'
import { counting } from './cost.ts'
import { emptyDatabase, exported, importText } from './database.ts'
import { variedLedger } from './varied.ts'

const at = (instant: string) => Date.parse(instant) / 1000
const AROUND = at('2026-11-01T00:00:00Z')

const made = (deadlines: number, seed = 11): Line[] => [
  ...madeLedger({ deadlines, reportsEach: 6, seed, around: AROUND }),
]

async function databaseOf(lines: Line[]): Promise<D1Database> {
  const db = await emptyDatabase()
  expect(await importText(db, lines.map(writeLine).join('\n'))).toMatchObject({ ok: true })
  return db
}

function folded(lines: (Deadline | Report)[], now: number): DeadlineRecord {
  const deadlines = lines.filter((line): line is Deadline => 'slug' in line)
  const reports = Map.groupBy(
    lines.filter((line): line is Report => 'says' in line),
    ({ deadline }) => deadline,
  )
  const cases = deadlines.map((each) =>
    caseOf(status(each, reports.get(each.slug) ?? [], now, null)),
  )
  return recordOf(cases.filter((each) => each !== null))
}

/** Instants at which something is said, begins or ends, and the second before. */
async function turnsOf(db: D1Database): Promise<number[]> {
  const { results } = await db.prepare('SELECT DISTINCT at FROM changes').all<{ at: number }>()
  return results.flatMap(({ at }) => [at - 1, at])
}

async function linesOf(db: D1Database): Promise<(Deadline | Report)[]> {
  return (await exported(db))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

async function holds(db: D1Database): Promise<void> {
  const [lines, turns] = [await linesOf(db), await turnsOf(db)]
  const instant = fc.oneof(
    fc.constantFrom(...turns),
    fc.integer({ min: at('2023-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z') }),
  )
  await fc.assert(
    fc.asyncProperty(instant, async (now) => {
      expect(await recordAt(db, now), String(now)).toEqual(folded(lines, now))
    }),
    { numRuns: 60 },
  )
}

/** Of what is counted only what comes to something: of the rest there may be no row. */
async function endings(db: D1Database) {
  const sql = 'SELECT * FROM endings ORDER BY whose, level, bucket'
  const { results } = await db.prepare(sql).all<Record<string, string | number>>()
  return results.filter(({ whose, level, bucket, ...figures }) =>
    Object.values(figures).some((figure) => figure !== 0),
  )
}

describe('The record', () => {
  test.each([11, 12, 13])('is at any instant what the fold gives: ledger %i', async (seed) => {
    await holds(await databaseOf(made(60, seed)))
  })

  test('is what the fold gives where reports come one by one, in no order', async () => {
    const db = await emptyDatabase()
    const lines = variedLedger().split('\n')
    const openings = lines.filter((line) => !line.includes('"says"'))
    const reports = lines.filter((line) => line.includes('"says"'))
    await importText(db, openings.join('\n'))
    for (const report of reports.toReversed()) {
      expect(await importText(db, report)).toMatchObject({ ok: true })
    }
    await holds(db)
  })

  test('is summed up the same all at once, and put right by a rebuild', async () => {
    const db = await databaseOf(made(60))
    const right = await endings(db)
    expect(right.length).toBeGreaterThan(100)
    await db.batch(countCasesAnew(db))
    expect(await endings(db)).toEqual(right)
    await db.prepare('DELETE FROM cases WHERE result IS NULL').run()
    await db.prepare('DELETE FROM endings WHERE level = 15').run()
    await rebuild(db)
    expect(await endings(db)).toEqual(right)
  })

  test('reads what it shows, not what has ended', async () => {
    const costs: { rows: number; groups: number }[] = []
    for (const deadlines of [200, 2000]) {
      const { counted, cost } = counting(await databaseOf(made(deadlines)))
      const { issuers, topics } = await recordAt(counted, AROUND)
      costs.push({ rows: cost.read, groups: issuers.length + topics.length })
    }
    for (const { rows, groups } of costs) expect(rows).toBeLessThan(110 * groups)
  }, 120_000)
})
