/** What has some words in it is found by the rarest of their trigrams: the same as if all were gone through. */
import type { D1Database } from '@cloudflare/workers-types'
import { beforeAll, describe, expect, test } from 'vitest'
import { NOT_NARROWED } from '../../src/deadline/board.ts'
import { presentBoard } from '../../src/ledger/board.ts'
import { knownBoard } from '../../src/ledger/board-known.ts'
import { foundBoard } from '../../src/ledger/found.ts'
import { writeLine } from '../../src/ledger/line.ts'
import { rebuild } from '../../src/ledger/rebuild.ts'
import { rarestTrigram, trigramsOf } from '../../src/ledger/trigrams.ts'
import { madeLedger } from '../bench/ledger.ts'
import { counting } from './cost.ts'
import { emptyDatabase, importText } from './database.ts'

const DEADLINES = 400
const AROUND = Date.parse('2026-11-01T00:00:00Z') / 1000
const MAKING = { deadlines: DEADLINES, reportsEach: 3, seed: 5, around: AROUND }
const QUERY = { ...NOT_NARROWED, now: AROUND, unreported: true, limit: 30, after: null }
const EVER = Date.parse('2999-01-01T00:00:00Z') / 1000

const OTHERS = [
  { slug: 'accents', kind: 'deadline', title: 'Élysée: İstanbul’a dönüş – Ошибка 🕊🕊🕊' },
  { slug: 'short', kind: 'deadline', title: 'Ab' },
]

let db: D1Database

beforeAll(async () => {
  db = await emptyDatabase()
  const lines = [
    ...[...madeLedger(MAKING)].map(writeLine),
    ...OTHERS.map((each) => JSON.stringify(each)),
  ]
  expect(await importText(db, lines.join('\n'))).toMatchObject({ ok: true })
})

const slugsOf = ({ placed }: { placed: { slug: string }[] }) => placed.map(({ slug }) => slug)

describe('The trigrams of a text', () => {
  test.each([
    ['', []],
    ['ab', []],
    ['abc', ['abc']],
    ['abcabc', ['abc', 'bca', 'cab']],
    ['a b', ['a b']],
    // Each is one letter, though a string has it as two.
    ['🕊🕊🕊🕊', ['🕊🕊🕊']],
  ])('%j: %j', (text, trigrams) => {
    expect(trigramsOf(text)).toEqual(trigrams)
  })
})

describe('A search', () => {
  const WORDS = [
    ...['round 7', '(3', 'meet', 'MEET, round', 'ilmaria', 'e', 'th', 'the', 'nowhere at all'],
    ...['elysee', 'ÉLYSÉE', 'istanbul', 'ошибка', '🕊', '🕊🕊🕊', 'ab', '’a d', '%', '_', "'"],
  ]

  test.each(WORDS)('for %j finds what going through all of them does', async (q) => {
    const found = await presentBoard(db, { ...QUERY, q })
    expect(found).toEqual(await knownBoard(db, { ...QUERY, q }, EVER))
  })

  test('finds something for most of these, and never all', async () => {
    const found = await Promise.all(
      WORDS.map((q) => presentBoard(db, { ...QUERY, q, limit: 1000 })),
    )
    const numbers = found.map(({ placed }) => placed.length)
    expect(numbers.filter((number) => number > 0).length).toBeGreaterThan(WORDS.length - 5)
    expect(Math.max(...numbers)).toBe(DEADLINES + 1)
    expect(slugsOf(await presentBoard(db, { ...QUERY, q: 'ELYSEE' }))).toEqual(['accents'])
    expect(slugsOf(await presentBoard(db, { ...QUERY, q: 'ab', limit: 1000 }))).toContain('short')
  })

  test.each([1, 7, 100])('is the same where %i are held at once', async (atOnce) => {
    for (const q of ['meet', 'e']) {
      const search = { ...QUERY, q, topic: 'belmora-ilmaria-strait' }
      const few = await foundBoard(db, search, atOnce)
      expect(few).toEqual(await foundBoard(db, search))
      expect(few.placed.length).toBeGreaterThan(1)
    }
  })

  test('looks by what the fewest have', async () => {
    expect(await rarestTrigram(db, 'meet, round 399')).toBe('399')
    expect(await rarestTrigram(db, 'meet xyzzy')).toMatch(/[xyz]/)
    expect(await rarestTrigram(db, 'xy')).toBeNull()
  })

  test('costs some ten rows for each that has it', async () => {
    const { counted, cost } = counting(db)
    const { counts } = await presentBoard(counted, { ...QUERY, q: 'round' })
    const found = Object.values(counts).reduce((sum, count) => sum + count, 0)
    expect(found).toBeGreaterThan(50)
    expect(found).toBeLessThan(DEADLINES / 2)
    expect(cost.read).toBeLessThan(12 * found)
  })
})

test('What is there already is found once all that is derived is made anew, and counted once', async () => {
  const all = async (sql: string) => (await db.prepare(sql).all()).results
  const contents = async () => [
    await all('SELECT * FROM trigrams'),
    await all('SELECT * FROM trigram_counts'),
  ]
  const before = await contents()
  expect(before[0].length).toBeGreaterThan(10_000)
  await rebuild(db)
  expect(await contents()).toEqual(before)
  for (const table of ['trigrams', 'trigram_counts']) await db.prepare(`DELETE FROM ${table}`).run()
  expect(slugsOf(await presentBoard(db, { ...QUERY, q: 'elysee' }))).toEqual([])
  await rebuild(db)
  expect(await contents()).toEqual(before)
  const counted = await all('SELECT trigram, count(*) AS deadlines FROM trigrams GROUP BY trigram')
  expect(before[1]).toEqual(counted)
})
