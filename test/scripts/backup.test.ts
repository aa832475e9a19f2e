import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../scripts/local-database.ts'
import { fromRoot } from '../../scripts/project.ts'
import { loadShippedLedger } from '../../scripts/shipped-ledger.ts'
import { askWrangler } from '../../scripts/wrangler.ts'
import { addSubscription } from '../../src/ledger/subscriptions.ts'
import { temporaryDirectory } from './temporary.ts'

/** A tracker's place on this machine: its database alone, where wrangler looks for it. */
function place(): { on: string[]; state: string } {
  const directory = temporaryDirectory()
  const config = join(directory, 'wrangler.json')
  const migrations_dir = fromRoot('src/ledger/migrations')
  const names = { binding: 'DB', database_name: 'eleventh-hour', database_id: 'local' }
  const d1_databases = [{ ...names, migrations_dir }]
  mkdirSync(join(directory, '.wrangler'))
  writeFileSync(
    config,
    JSON.stringify({ name: 'a', compatibility_date: '2026-11-01', d1_databases }),
  )
  return { on: ['--local', '--config', config], state: join(directory, '.wrangler/state') }
}

/** All rows of all tables, but for what the runtime keeps beside them. */
async function rowsAt(state: string): Promise<Record<string, unknown[]>> {
  const { db, close } = await openDatabase(state)
  const sql =
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'"
  const { results } = await db.prepare(sql).all<{ name: string }>()
  const rows: [string, unknown[]][] = []
  for (const { name } of results) {
    rows.push([name, (await db.prepare(`SELECT * FROM ${name}`).all()).results])
  }
  await close()
  return Object.fromEntries(rows)
}

test('A whole backup brings back every row, the subscribers’ too, and is as far migrated', async () => {
  const [one, other] = [place(), place()]
  await loadShippedLedger(one.state)
  const { db, close } = await openDatabase(one.state)
  await addSubscription(db, {
    ...{ id: 'an-id', transport: 'webhook', address: 'https://example.org/', state: 'active' },
    ...{ subject: 'everything', events: ['moved'], site: 'https://tracker.example' },
    ...{ details: { secret: 'it’s; a secret' }, keyDigest: null, createdAt: 0, expiresAt: null },
  })
  await close()
  const file = join(temporaryDirectory(), 'backup.sql')
  const saved = askWrangler(['d1', 'export', 'eleventh-hour', '--output', file, ...one.on])
  expect(saved.ok, saved.text).toBe(true)
  const restored = askWrangler(['d1', 'execute', 'DB', '--file', file, ...other.on])
  expect(restored.ok, restored.text).toBe(true)
  const rows = await rowsAt(one.state)
  expect(rows.subscriptions).toHaveLength(1)
  expect(rows.reports.length).toBeGreaterThan(20)
  expect(await rowsAt(other.state)).toEqual(rows)
})
