import { readFileSync } from 'node:fs'
import { formatInstant } from '../src/deadline/instant.ts'
import { readHead } from '../src/ledger/head.ts'
import { importLedger } from '../src/ledger/import.ts'
import { openDatabase } from './local-database.ts'
import { fromRoot } from './project.ts'

const SHIPPED = 'src/shipped/russia-ukraine-2025.ndjson'

/** Applies the migrations, and loads the ledger that the tracker ships with where there is none. */
export async function loadShippedLedger(state: string): Promise<string> {
  const { db, close } = await openDatabase(state)
  try {
    const head = await readHead(db)
    if (head > 0) return `The ledger holds ${head} lines.`
    const recordedAt = formatInstant(Math.floor(Date.now() / 1000))
    const bytes = [readFileSync(fromRoot(SHIPPED))]
    const imported = await importLedger(db, bytes, { recordedAt, recordedBy: 'desk' })
    if (!imported.ok) throw new Error(`${SHIPPED}: ${JSON.stringify(imported.refusals)}`)
    return `The ledger was empty: loaded ${imported.recorded} lines on Russia and Ukraine, 2025.`
  } finally {
    await close()
  }
}
