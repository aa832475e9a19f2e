/** The numbers that are counted beforehand, held against the states that they are of. */
import type { D1Database } from '@cloudflare/workers-types'
import { beforeEach, describe, expect, test } from 'vitest'
import { countAnew } from '../../src/ledger/census.ts'
import { rebuild } from '../../src/ledger/rebuild.ts'
import { emptyDatabase, importText } from './database.ts'
import { variedLedger } from './varied.ts'

let db: D1Database

beforeEach(async () => {
  db = await emptyDatabase()
})

/** All that is counted; where it comes to nothing there may be no row. */
async function census(): Promise<object[]> {
  const { results } = await db
    .prepare('SELECT * FROM census_spans ORDER BY topic, level, bucket')
    .all<Record<string, string | number>>()
  return results.filter(({ topic, level, bucket, ...numbers }) =>
    Object.values(numbers).some((number) => number !== 0),
  )
}

describe('The census', () => {
  test('is the same counted report by report and all at once', async () => {
    const lines = variedLedger().split('\n')
    for (const line of lines) expect(await importText(db, line)).toMatchObject({ ok: true })
    const kept = await census()
    expect(kept.length).toBeGreaterThan(100)
    await db.batch(countAnew(db))
    expect(await census()).toEqual(kept)
  })

  test('is put right by a rebuild, whatever was lost', async () => {
    await importText(db, variedLedger())
    const right = await census()
    await db.batch([db.prepare('DELETE FROM states WHERE shelf = ?1').bind('counted')])
    await db.prepare('DELETE FROM census_spans WHERE level = 15').run()
    await rebuild(db)
    expect(await census()).toEqual(right)
  })
})
