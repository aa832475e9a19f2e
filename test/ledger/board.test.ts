import type { D1Database } from '@cloudflare/workers-types'
import { beforeAll, describe, expect, test } from 'vitest'
import { NOT_NARROWED } from '../../src/deadline/board.ts'
import { CERTAINTIES } from '../../src/deadline/claim.ts'
import { PHASES } from '../../src/deadline/phase.ts'
import { type BoardQuery, boardPage, presentBoard } from '../../src/ledger/board.ts'
import { knownBoard } from '../../src/ledger/board-known.ts'
import { tellBoard } from '../../src/ledger/tell.ts'
import { emptyDatabase, importText } from './database.ts'
import { DEADLINES, variedLedger } from './varied.ts'

/** The second is that of a report: the state before it holds no longer. */
const INSTANTS = [
  '2025-05-01T12:00:00Z',
  '2025-05-21T08:00:00Z',
  '2025-06-10T00:00:00Z',
  '2025-07-23T19:00:00Z',
  '2025-07-31T00:00:00Z',
  '2025-12-31T00:00:00Z',
].map((text) => Date.parse(text) / 1000)

const EVERYTHING = {
  unreported: false,
  limit: 1000,
  after: null,
  ...NOT_NARROWED,
}

const NARROWINGS: Partial<BoardQuery>[] = [
  {},
  { unreported: true },
  { topic: 'a-topic' },
  { kind: 'talks' },
  { q: 'NUMBER 3' },
  { q: 'number', topic: 'a-topic', unreported: true },
  { q: 'a-t', phase: 'due' },
  { q: 'r', kind: 'talks', certainty: 'firm' },
  { q: 'nothing' },
  { kind: 'ultimatum', topic: 'a-topic', unreported: true },
  ...PHASES.map((phase) => ({ phase })),
  ...CERTAINTIES.map((certainty) => ({ certainty, unreported: true })),
  { certainty: 'contested', phase: 'passed', kind: 'ultimatum' },
]

const EVER = Date.parse('2999-01-01T00:00:00Z') / 1000

let db: D1Database

beforeAll(async () => {
  db = await emptyDatabase()
  const imported = await importText(db, variedLedger())
  expect(imported).toMatchObject({ ok: true })
})

describe('The board as a look-up', () => {
  const cases = INSTANTS.flatMap((now) => NARROWINGS.map((narrowing) => ({ ...narrowing, now })))

  test.each(cases)('is the board as folded from the reports: %j', async (narrowing) => {
    const query: BoardQuery = { ...EVERYTHING, ...narrowing }
    const folded = await knownBoard(db, query, EVER)
    expect(await presentBoard(db, query)).toEqual({
      ...folded,
      placed: folded.placed.map(({ slug, place, key }) => ({ slug, place, key })),
    })
  })

  test('has every place filled by the cases above', async () => {
    const places = new Set<string>()
    for (const now of INSTANTS) {
      const { placed } = await boardPage(db, { ...EVERYTHING, unreported: true, now })
      for (const { place } of placed) places.add(place)
    }
    expect([...places].sort()).toEqual(['closed', 'counted', 'passed', 'uncounted', 'undated'])
  })

  test('finds some of each certainty and not all, so that the cases above can differ', async () => {
    for (const certainty of CERTAINTIES) {
      const narrowed = { ...EVERYTHING, certainty, now: INSTANTS[3] }
      const { placed } = await boardPage(db, narrowed)
      expect(placed.length, certainty).toBeGreaterThan(0)
      expect(placed.length, certainty).toBeLessThan(50)
    }
  })

  test.each([1, 2, 7, 59])('comes in pages of %i without a gap or a repetition', async (limit) => {
    const query: BoardQuery = { ...EVERYTHING, unreported: true, now: INSTANTS[3] }
    const { placed: whole } = await boardPage(db, query)
    expect(whole).toHaveLength(DEADLINES)
    for (const [known, q] of [[null], [EVER], [null, 'number'], [null, 'r']] as const) {
      const slugs: string[] = []
      let after: BoardQuery['after'] = null
      do {
        const page = await tellBoard(db, { ...query, q: q ?? null, limit, after }, known)
        slugs.push(...page.told.map(({ status }) => status.slug))
        after = page.last
      } while (after && slugs.length <= DEADLINES)
      expect(slugs).toEqual(whole.map(({ slug }) => slug))
    }
  })

  test('of some places goes on after any deadline of the board, one of another place as well', async () => {
    const query: BoardQuery = { ...EVERYTHING, unreported: true, now: INSTANTS[3] }
    const { placed: whole } = await boardPage(db, query)
    for (const [index, after] of whole.entries()) {
      const { placed } = await boardPage(db, { ...query, after }, ['counted', 'passed'])
      const rest = whole.slice(index + 1)
      expect(placed).toEqual(rest.filter(({ place }) => ['counted', 'passed'].includes(place)))
    }
  })

  test('shows a deadline without a report only where nobody asked for an instant', async () => {
    const at = await boardPage(db, { ...EVERYTHING, now: INSTANTS[5] })
    const present = await boardPage(db, { ...EVERYTHING, now: INSTANTS[5], unreported: true })
    expect([at.placed.length, present.placed.length]).toEqual([50, DEADLINES])
  })
})
