import { readdirSync } from 'node:fs'
import { fromRoot } from './project.ts'

/** The files of the migrations, in their order. */
export function migrationNames(): string[] {
  const files = readdirSync(fromRoot('src/ledger/migrations'))
  return files.filter((name) => name.endsWith('.sql')).sort()
}
