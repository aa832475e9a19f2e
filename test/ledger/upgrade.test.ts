/** What a migration makes of a ledger that is there already: the same as if it had always been so. */
import { env } from 'cloudflare:test'
import type { D1Database } from '@cloudflare/workers-types'
import { expect, test } from 'vitest'
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
  const states = await db.prepare('SELECT * FROM states ORDER BY deadline, held_from').all()
  const census = await db
    .prepare(
      `SELECT * FROM census WHERE unreported OR upcoming OR due OR passed OR closed
      ORDER BY topic, level, bucket, kind, certainty`,
    )
    .all()
  return { states: states.results, census: census.results }
}

test('The board’s look-ups are filled from the states that there are', async () => {
  const db = await emptyDatabase()
  await importText(db, variedLedger())
  const right = await tables(db)
  expect(right.census.length).toBeGreaterThan(100)
  await undo(db)
  for (const sql of queriesOf('0008_board.sql')) await db.prepare(sql).run()
  expect(await tables(db)).toEqual(right)
})
