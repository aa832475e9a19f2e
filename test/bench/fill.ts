/** Fills a database's file with a made ledger, to what an import of its lines would have left. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { fromRoot } from '../../scripts/project.ts'
import type { EpochSeconds } from '../../src/deadline/instant.ts'
import type { Line } from '../../src/ledger/line.ts'
import { record } from '../../src/ledger/record.ts'
import { embed } from './embedded.ts'

/** Lines that an import stores in one batch (src/ledger/import.ts): what is news depends on them. */
export const LINES_AT_ONCE = 1000

/** A write looks up by these; the others are made once all rows are there, which is much quicker. */
const LOOKED_UP_BY = ['reports_of_a_deadline', 'states_of_a_deadline']

const MIGRATIONS = fromRoot('src/ledger/migrations')

/** An empty ledger's tables. */
export function migrate(file: DatabaseSync): void {
  for (const name of readdirSync(MIGRATIONS).sort()) {
    file.exec(readFileSync(join(MIGRATIONS, name), 'utf8'))
  }
}

/** Records the lines at `now` in a new file; ':memory:' keeps them there. */
export async function fill(
  path: string,
  lines: Iterable<Line>,
  now: EpochSeconds,
): Promise<DatabaseSync> {
  const { db, file } = embed(path)
  // What is cut off is begun anew, so nothing is kept for putting it right.
  file.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000')
  migrate(file)
  const remake = dropIndexes(file)
  file.exec('BEGIN')
  for (const group of inGroups(lines, LINES_AT_ONCE)) await record(db, group, now)
  for (const sql of remake) file.exec(sql)
  file.exec('COMMIT')
  return file
}

function dropIndexes(file: DatabaseSync): string[] {
  const indexes = file
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    .all()
    .filter(({ name }) => !LOOKED_UP_BY.includes(String(name)))
  for (const { name } of indexes) file.exec(`DROP INDEX ${name}`)
  return indexes.map(({ sql }) => String(sql))
}

export function* inGroups<T>(each: Iterable<T>, most: number): Generator<T[]> {
  let group: T[] = []
  for (const one of each) {
    group.push(one)
    if (group.length < most) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

/** As the timekeeper leaves it when it has looked: with nobody to tell, all has been told. */
export function settle(file: DatabaseSync): void {
  file.exec('UPDATE events SET fanned_to = NULL WHERE fanned_to IS NOT NULL')
}

/** Every table that the migrations make, by name, with all of its rows in the order of their columns. */
export function contentsOf(file: DatabaseSync): Record<string, unknown[]> {
  return Object.fromEntries(
    tablesOf(file).map((table) => {
      const width = file.prepare(`SELECT * FROM ${table}`).columns().length
      const order = Array.from({ length: width }, (_, index) => index + 1)
      return [table, file.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).all()]
    }),
  )
}

export function tablesOf(file: DatabaseSync): string[] {
  const named = file.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'
    AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'
    AND name <> 'd1_migrations' ORDER BY name`)
  return named.all().map(({ name }) => String(name))
}
