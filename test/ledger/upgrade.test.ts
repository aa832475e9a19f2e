/** What a migration makes of a ledger that is there already: the same as if it had always been so. */
import { env } from 'cloudflare:test'
import type { D1Database } from '@cloudflare/workers-types'
import { expect, test } from 'vitest'
import { rebuild } from '../../src/ledger/rebuild.ts'
import { emptyDatabase, importText } from './database.ts'
import { variedLedger } from './varied.ts'

const queriesOf = (file: string) => env.MIGRATIONS.find(({ name }) => name === file)?.queries ?? []

/** The states as they were before the migration, with the columns that they had. */
async function undo(db: D1Database): Promise<void> {
  const before = queriesOf('0001_ledger.sql').filter((sql) => /\bstates\b/.test(sql))
  const columns =
    'deadline, held_from, held_until, certainty, opens, closes, target, result, ended_at, shelf'
  const undone = [
    'DROP TABLE census',
    'DROP TABLE census_spans',
    'DROP VIEW spells',
    `CREATE TABLE kept AS SELECT ${columns} FROM states`,
    'DROP TABLE states',
    ...before,
    `INSERT INTO states (${columns}) SELECT ${columns} FROM kept`,
    'DROP TABLE kept',
  ]
  for (const sql of undone) await db.prepare(sql).run()
}

async function tables(db: D1Database) {
  const rows = async (sql: string) => (await db.prepare(sql).all<Record<string, unknown>>()).results
  const census = await rows('SELECT * FROM census_spans ORDER BY topic, level, bucket')
  return {
    states: await rows('SELECT * FROM states ORDER BY deadline, held_from'),
    census: census.filter(({ topic, level, bucket, ...numbers }) =>
      Object.values(numbers).some((number) => number !== 0),
    ),
    indexes:
      await rows(`SELECT name, sql FROM sqlite_master WHERE tbl_name = 'states' AND type = 'index'
      ORDER BY name`),
  }
}

test('The board’s look-ups are filled from the states that there are', async () => {
  const db = await emptyDatabase()
  await importText(db, variedLedger())
  const right = await tables(db)
  expect(right.census.length).toBeGreaterThan(100)
  await undo(db)
  for (const file of ['0008_board.sql', '0009_costs.sql']) {
    for (const sql of queriesOf(file)) await db.prepare(sql).run()
  }
  // As whoever migrates has it done (scripts/local-database.ts, scripts/deploy/).
  await rebuild(db)
  expect(await tables(db)).toEqual(right)
})
