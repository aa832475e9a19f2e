import { applyD1Migrations, env, reset } from 'cloudflare:test'
import type { D1Database } from '@cloudflare/workers-types'
import { exportLedger } from '../../src/ledger/export.ts'
import { type Imported, importLedger } from '../../src/ledger/import.ts'
import shippedText from '../../src/shipped/russia-ukraine-2025.ndjson?raw'

export const SHIPPED = shippedText

export const RECORDING = { recordedAt: '2026-11-23T12:00:00Z', recordedBy: 'desk' }

/** An empty tracker: real D1, with every migration applied. */
export async function emptyDatabase(): Promise<D1Database> {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  return env.DB
}

export async function shippedDatabase(): Promise<D1Database> {
  const db = await emptyDatabase()
  const imported = await importText(db, SHIPPED)
  if (!imported.ok) throw new Error(JSON.stringify(imported.refusals))
  return db
}

export function importText(db: D1Database, text: string): Promise<Imported> {
  return importLedger(db, [new TextEncoder().encode(text)], RECORDING)
}

export async function exported(db: D1Database): Promise<string> {
  let text = ''
  for await (const line of exportLedger(db)) text += `${line}\n`
  return text
}

export async function countRows(db: D1Database, table: string): Promise<number> {
  return (await db.prepare(`SELECT count(*) AS rows FROM ${table}`).first<number>('rows')) ?? 0
}

/** All that is derived, as text, to compare to the byte. */
export async function derived(db: D1Database): Promise<string> {
  const states = await db.prepare('SELECT * FROM states ORDER BY deadline, held_from').all()
  const changes = await db.prepare('SELECT * FROM changes ORDER BY deadline, at, key').all()
  return JSON.stringify([states.results, changes.results])
}
