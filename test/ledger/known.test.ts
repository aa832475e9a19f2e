/** What was known, of more deadlines than are held at once: the same as what is looked up. */
import type { D1Database } from '@cloudflare/workers-types'
import { beforeAll, describe, expect, test } from 'vitest'
import { NOT_NARROWED } from '../../src/deadline/board.ts'
import { type ChangeQuery, type Place, tellChanges } from '../../src/ledger/changes.ts'
import { recordedBy } from '../../src/ledger/read.ts'
import { tellBoard } from '../../src/ledger/tell.ts'
import { emptyDatabase, importText } from './database.ts'
import { generatedLedger } from './generated.ts'

const DEADLINES = 450
const AT_ONCE = 200
const NOW = Date.parse('2025-07-01T00:00:00Z') / 1000
const EVER = Date.parse('2999-01-01T00:00:00Z') / 1000

let db: D1Database

beforeAll(async () => {
  db = await emptyDatabase()
  expect(await importText(db, generatedLedger(DEADLINES, 3))).toMatchObject({ ok: true })
})

describe('What was known of many deadlines', () => {
  test('is read a page at a time, each deadline once', async () => {
    const pages: string[][] = []
    for await (const recorded of recordedBy(db, { ...NOT_NARROWED, knownAt: EVER })) {
      pages.push(recorded.map(({ deadline }) => deadline.slug))
    }
    expect(pages.map(({ length }) => length)).toEqual([AT_ONCE, AT_ONCE, DEADLINES - 2 * AT_ONCE])
    expect(new Set(pages.flat()).size).toBe(DEADLINES)
  })

  test('is the board that is looked up', async () => {
    const query = { ...NOT_NARROWED, now: NOW, unreported: true, limit: DEADLINES, after: null }
    const { told, ...rest } = await tellBoard(db, query, null)
    const known = await tellBoard(db, query, EVER)
    expect(told).toHaveLength(DEADLINES)
    expect(known).toEqual({ told, ...rest })
  })

  test('is the feed that is looked up, page by page', async () => {
    const query = { ...NOT_NARROWED, subject: 'everything', now: NOW, types: null, limit: 300 }
    let before: Place | null = null
    for (let page = 0; page < 4; page++) {
      const asked = { ...query, before } as Omit<ChangeQuery, 'knownAt'>
      const { changes, last } = await tellChanges(db, { ...asked, knownAt: null })
      expect(changes).toHaveLength(300)
      expect(await tellChanges(db, { ...asked, knownAt: EVER })).toEqual({ changes, last })
      before = last
    }
  })
})
