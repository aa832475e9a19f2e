/** What the board, a calendar and a report cost in rows, which D1 is billed by: it follows what is shown or said, not the ledger. */
import type { D1Database } from '@cloudflare/workers-types'
import { beforeAll, describe, expect, test } from 'vitest'
import { NOT_NARROWED } from '../../src/deadline/board.ts'
import { reportInputSchema } from '../../src/deadline/report-schema.ts'
import type { BoardQuery } from '../../src/ledger/board.ts'
import { datedAt, lastOver } from '../../src/ledger/calendar.ts'
import { isOpening, reportLine, writeLine } from '../../src/ledger/line.ts'
import { record } from '../../src/ledger/record.ts'
import { tellBoard } from '../../src/ledger/tell.ts'
import { madeLedger } from '../bench/ledger.ts'
import { type Cost, counting } from './cost.ts'
import { emptyDatabase, importText } from './database.ts'

const SIZES = [1000, 5000]
const LIMIT = 20
const REPORTS_EACH = 4

const at = (instant: string) => Date.parse(instant) / 1000
/** The made ledger's present, in which nothing is said later, */
const AROUND = at('2026-11-01T00:00:00Z')
/** and instants within what is said of it. */
const NOW = { now: at('2026-11-15T12:00:00Z'), unreported: true }
const PAST = { now: at('2026-02-01T12:00:00Z'), unreported: false }

const MAKING = { reportsEach: REPORTS_EACH, seed: 11, around: AROUND }

const NARROWINGS: Record<string, Partial<BoardQuery>> = {
  '': {},
  ' of a topic': { topic: 'belmora-ilmaria-strait' },
  ' of a kind': { kind: 'talks' },
  ' of what is firm': { certainty: 'firm' },
  ' of what is undated': { certainty: 'undated' },
  ' of what is upcoming': { phase: 'upcoming' },
  ' of what is due': { phase: 'due' },
  ' of what has passed': { phase: 'passed' },
  ' of what is closed': { phase: 'closed' },
  ' of what has a rare word in it': { q: 'Round 773' },
}

/** Which deadlines a calendar is of, and when it changed. */
const IN_A_CALENDAR = ' in a calendar'

interface Reading {
  rows: number
  /** Rows that have to be read for what is shown: a deadline, its reports and its place. */
  shown: number
}

/** What each question costs, by the ledger's size. */
const costs: Record<string, Reading>[] = []

async function databaseOf(deadlines: number): Promise<D1Database> {
  const db = await emptyDatabase()
  const text = [...madeLedger({ ...MAKING, deadlines })].map(writeLine).join('\n')
  expect(await importText(db, text)).toMatchObject({ ok: true })
  return db
}

async function costsOf(db: D1Database): Promise<Record<string, Reading>> {
  const readings: Record<string, Reading> = {}
  for (const [time, instant] of Object.entries({ present: NOW, past: PAST })) {
    for (const [of, narrowing] of Object.entries(NARROWINGS)) {
      const { counted, cost } = counting(db)
      const query = { ...NOT_NARROWED, ...instant, ...narrowing, limit: LIMIT, after: null }
      const { told } = await tellBoard(counted, query, null)
      const shown = told.length * (REPORTS_EACH + 5)
      readings[time + of] = { rows: cost.read, shown }
    }
    const { counted, cost } = counting(db)
    const asked = { ...NOT_NARROWED, now: instant.now, isPresent: instant.unreported }
    const { slugs } = await datedAt(counted, { ...asked, knownAt: null }, LIMIT)
    await lastOver(counted, asked)
    readings[time + IN_A_CALENDAR] = { rows: cost.read, shown: slugs.length }
  }
  return readings
}

/** What a report costs, by the ledger's size. */
const writes: Cost[] = []

async function costOfReport(db: D1Database): Promise<Cost> {
  const [opening] = madeLedger({ ...MAKING, deadlines: 1 })
  if (!isOpening(opening)) throw new Error('a made ledger begins with a deadline')
  const { opens } = opening
  const said = reportInputSchema.parse({
    ...{ id: 'bd0e71ab-4d45-4b8e-a8d3-5b8d0d4e4a8a', says: 'date', when: '2026-12-24' },
    ...{ source: { name: 'Desk', standing: 'desk' }, reportedAt: '2026-11-02T00:00:00Z' },
  })
  const recording = { recordedAt: '2026-11-02T00:00:00Z', recordedBy: 'desk' }
  const { counted, cost } = counting(db)
  await record(counted, [await reportLine(opens.slug, said, recording)], AROUND)
  return cost
}

beforeAll(async () => {
  for (const deadlines of SIZES) {
    const db = await databaseOf(deadlines)
    costs.push(await costsOf(db))
    writes.push(await costOfReport(db))
  }
}, 120_000)

/** What is open at once is gone through, and more is where there is more of all; and more has three letters of a word. */
function mostGrowth(question: string): number {
  if (question.endsWith('due')) return 1.6
  if (question.endsWith('word in it')) return 1.25
  return question.startsWith('present') ? 1.15 : 1.25
}

describe('What is shown of the board', () => {
  const questions = (time: string) =>
    [...Object.keys(NARROWINGS), IN_A_CALENDAR].map((of) => time + of)

  test.each([...questions('present'), ...questions('past')])(
    '%s reads hardly more of a ledger five times as large',
    (question) => {
      const [small, large] = costs.map((each) => each[question])
      const alike = large.rows - large.shown + small.shown
      expect(alike).toBeLessThan(mostGrowth(question) * small.rows)
    },
  )

  test.each(questions('present'))('%s reads few rows beside what it shows', (question) => {
    for (const cost of costs) expect(cost[question].rows - cost[question].shown).toBeLessThan(160)
  })
})

describe('A report', () => {
  test('reads and writes the same, whatever the ledger’s size', () => {
    const [small, large] = writes
    expect(large).toEqual(small)
    expect(small.read).toBeLessThan(115)
    expect(small.written).toBeLessThan(140)
  })
})
