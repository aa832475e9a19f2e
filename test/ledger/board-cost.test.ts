/** What the board costs in rows, which D1 is billed by: it follows what is shown, not the ledger. */
import { beforeAll, describe, expect, test } from 'vitest'
import { NOT_NARROWED } from '../../src/deadline/board.ts'
import type { BoardQuery } from '../../src/ledger/board.ts'
import { tellBoard } from '../../src/ledger/tell.ts'
import { counting } from './cost.ts'
import { emptyDatabase, importText } from './database.ts'
import { generatedLedger } from './generated.ts'

const SIZES = [300, 1500]
const LIMIT = 20

const at = (instant: string) => Date.parse(instant) / 1000
/** In the middle of the generated dates. */
const NOW = { now: at('2026-01-15T12:00:00Z'), unreported: true }

const QUERIES: Record<string, Partial<BoardQuery>> = {
  'of the present': NOW,
  'of an earlier instant': { now: at('2025-01-02T12:00:00Z'), unreported: false },
  'of what is upcoming': { ...NOW, phase: 'upcoming' },
  'of what is due': { ...NOW, phase: 'due' },
  'of what has passed': { ...NOW, phase: 'passed' },
  'of what had passed': { now: NOW.now, unreported: false, phase: 'passed' },
}

/** Rows that each question reads, by the ledger's size. */
const costs: Record<string, number>[] = []

async function costsOf(deadlines: number): Promise<Record<string, number>> {
  const db = await emptyDatabase()
  expect(await importText(db, generatedLedger(deadlines, 3))).toMatchObject({ ok: true })
  const costs: Record<string, number> = {}
  for (const [name, query] of Object.entries(QUERIES)) {
    const { counted, cost } = counting(db)
    const everything = { ...NOT_NARROWED, ...NOW, limit: LIMIT, after: null }
    await tellBoard(counted, { ...everything, ...query }, null)
    costs[name] = cost.read
  }
  return costs
}

beforeAll(async () => {
  for (const deadlines of SIZES) costs.push(await costsOf(deadlines))
}, 120_000)

describe('A page of the board', () => {
  test.each(Object.keys(QUERIES))(
    '%s reads hardly more of a ledger five times as large',
    (name) => {
      const [small, large] = costs.map((each) => each[name])
      expect(small).toBeGreaterThan(0)
      expect(large).toBeLessThan(1.2 * small)
    },
  )
})
