/** The bare Worker's database: the ledger's tables, of which nothing is asked. */
import { DatabaseSync } from 'node:sqlite'
import { migrate, tablesOf } from './fill.ts'

/**
 * The same columns and as many indexes, but nothing is unique or checked, so that the same rows can
 * be inserted again and again.
 */
export function makeBareTables(path: string): void {
  const ledger = new DatabaseSync(':memory:')
  migrate(ledger)
  const bare = new DatabaseSync(path)
  for (const table of tablesOf(ledger)) {
    const columns = ledger.prepare(`PRAGMA table_info(${table})`).all()
    bare.exec(`CREATE TABLE ${table} (${columns.map(({ name, type }) => `"${name}" ${type}`)})`)
    for (const index of ledger.prepare(`PRAGMA index_list(${table})`).all()) {
      const parts = ledger.prepare(`PRAGMA index_info(${index.name})`).all()
      const where = partOf(ledger, String(index.name))
      bare.exec(
        `CREATE INDEX bare_${index.name} ON ${table} (${parts.map(({ name }) => `"${name}"`)}) ${where}`,
      )
    }
  }
  bare.close()
}

/** Which rows an index has, where it has not all of them. */
function partOf(ledger: DatabaseSync, index: string): string {
  const made = ledger.prepare('SELECT sql FROM sqlite_master WHERE name = ?').get(index)
  return /WHERE .*$/s.exec(String(made?.sql))?.[0] ?? ''
}
