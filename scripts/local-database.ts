/** The embedded D1 database that `npm start` serves from and `npm run ledger` works on. */
import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { getPlatformProxy, unstable_readConfig as readConfig } from 'wrangler'
import { select } from '../src/ledger/busy.ts'
import { readHead } from '../src/ledger/head.ts'
import { rebuild } from '../src/ledger/rebuild.ts'
import { keep } from './keep.ts'
import { migrationNames } from './migrations.ts'
import { fromRoot } from './project.ts'
import { lockState } from './state-lock.ts'
import { askWrangler } from './wrangler.ts'

export interface LocalDatabase {
  db: D1Database
  close: () => Promise<void>
}

/** Opens the database, with every migration applied; `state` is where wrangler keeps its files. */
export async function openDatabase(state: string): Promise<LocalDatabase> {
  const unlock = await lockState(state)
  try {
    const { db, close } = await openMigrated(state)
    return { db, close: () => close().finally(unlock) }
  } catch (error) {
    unlock()
    throw error
  }
}

async function openMigrated(state: string): Promise<LocalDatabase> {
  const database = await open(state)
  if (!(await pendingMigrations(database.db))) return database
  await database.close()
  migrate(state)
  const migrated = await open(state)
  // A new migration may have made room for what follows from lines that are there already.
  if ((await readHead(migrated.db)) > 0) await rebuild(migrated.db)
  return migrated
}

async function open(state: string): Promise<LocalDatabase> {
  const { env, dispose } = await quietly(() =>
    getPlatformProxy<{ DB: D1Database }>({
      configPath: writeConfig(),
      persist: { path: join(state, 'v3') },
      envFiles: [],
      remoteBindings: false,
    }),
  )
  return { db: env.DB, close: dispose }
}

/** Of the tracker's configuration the database alone: what else there is needs its script to run. */
function writeConfig(): string {
  const { name, compatibility_date, d1_databases } = readConfig({
    config: fromRoot('wrangler.jsonc'),
  })
  const path = fromRoot('dist/database.json')
  keep(path, `${JSON.stringify({ name, compatibility_date, d1_databases })}\n`)
  return path
}

/** Without wrangler's word, on each opening, on which secrets it has read. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { WRANGLER_LOG } = process.env
  process.env.WRANGLER_LOG = 'error'
  try {
    return await work()
  } finally {
    if (WRANGLER_LOG === undefined) delete process.env.WRANGLER_LOG
    else process.env.WRANGLER_LOG = WRANGLER_LOG
  }
}

async function pendingMigrations(db: D1Database): Promise<boolean> {
  const table = db.prepare("SELECT name FROM sqlite_master WHERE name = 'd1_migrations'")
  if ((await select(table)).length === 0) return true
  const applied = await select<{ name: string }>(db.prepare('SELECT name FROM d1_migrations'))
  return migrationNames().some((file) => !applied.some(({ name }) => name === file))
}

function migrate(state: string): void {
  const command = ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state]
  const { ok, text } = askWrangler(command)
  if (!ok) throw new Error(`The migrations do not apply:\n${text}`)
}
