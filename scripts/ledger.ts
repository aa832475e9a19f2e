/** `npm run ledger -- import FILE`, `export`, `rebuild`: the ledger from the command line. */

import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import type { D1Database } from '@cloudflare/workers-types'
import { formatInstant } from '../src/deadline/instant.ts'
import { exportLedger } from '../src/ledger/export.ts'
import { importLedger } from '../src/ledger/import.ts'
import { rebuild } from '../src/ledger/rebuild.ts'
import { settingsFaults } from './deploy/faults.ts'
import { OWN_SETTINGS, readProduction } from './deploy/settings.ts'
import { openDatabase } from './local-database.ts'
import { LOCAL_STATE } from './project.ts'
import { rebuildRemote } from './remote-database.ts'
import { wakeServer } from './running-server.ts'

const USAGE = `Usage:
  npm run ledger -- import FILE [--by NAME]   record a file of NDJSON; NAME is the editor
  npm run ledger -- export [FILE]             write the whole ledger as NDJSON (to standard output)
  npm run ledger -- rebuild                   make all that is derived anew from the reports
  npm run ledger -- rebuild --remote          … in production, by production.jsonc

  --persist-to DIR   the local state to work on, if it is not .wrangler/state`

/** Beyond so many a list of what is wrong helps nobody. */
const REFUSALS_SHOWN = 50

const UNHEARD =
  'The server that runs here does not answer: what is new is told of when it next looks, within an hour.\n'

class UsageError extends Error {}

async function run(): Promise<void> {
  const { command, file, by, state, isRemote } = readArguments()
  if (isRemote) return tellRebuilt(await rebuildProduction())
  if (command === 'export') return withDatabase(state, (db) => exportFile(db, file))
  // Before as well: what it finds after is then none of what it should have seen to by itself.
  await wakeServer(state)
  try {
    await withDatabase(state, (db) =>
      command === 'import' ? importFile(db, file ?? '', by) : rebuild(db).then(tellRebuilt),
    )
  } finally {
    if (!(await wakeServer(state))) process.stderr.write(UNHEARD)
  }
}

async function withDatabase(state: string, work: (db: D1Database) => Promise<void>): Promise<void> {
  const { db, close } = await openDatabase(state)
  try {
    await work(db)
  } finally {
    await close()
  }
}

function tellRebuilt(deadlines: number): void {
  process.stderr.write(`The states of ${deadlines} deadlines are made anew.\n`)
}

async function rebuildProduction(): Promise<number> {
  const { config, faults } = readProduction(OWN_SETTINGS)
  const [fault] = [...faults, ...settingsFaults(config)]
  if (fault) throw new Error(`${fault.what}\n→ ${fault.mend}`)
  return rebuildRemote(config)
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      by: { type: 'string' },
      'persist-to': { type: 'string' },
      remote: { type: 'boolean' },
    },
  })
  const [command, file, ...more] = positionals
  const known = ['import', 'export', 'rebuild'].includes(command)
  const { by = 'desk', 'persist-to': state = LOCAL_STATE, remote: isRemote = false } = values
  if (!known || more.length > 0 || (command === 'import' && !file)) throw new UsageError()
  // What is in a ledger is had from, and sent to, its address.
  if (isRemote && command !== 'rebuild') throw new UsageError()
  return { command, file, by, state, isRemote }
}

async function importFile(db: D1Database, file: string, by: string): Promise<void> {
  const recording = {
    recordedAt: formatInstant(Math.floor(Date.now() / 1000)),
    recordedBy: by,
  }
  const imported = await importLedger(db, createReadStream(file), recording, (done, of) => {
    process.stderr.write(`${file}: ${done} of ${of} lines done\n`)
  })
  if (imported.ok) {
    const { lines, recorded } = imported
    process.stderr.write(
      `${file}: ${recorded} of ${lines} lines recorded, ${lines - recorded} were there already.\n`,
    )
    return
  }
  const { refusals, refused } = imported
  for (const { line, pointer, detail } of refusals.slice(0, REFUSALS_SHOWN)) {
    process.stderr.write(`${file}:${line}: ${pointer && `${pointer} `}${detail}\n`)
  }
  const more = refused - REFUSALS_SHOWN
  if (more > 0) process.stderr.write(`… and ${more} more.\n`)
  process.stderr.write('Nothing of the file is recorded.\n')
  process.exitCode = 1
}

async function exportFile(db: D1Database, file: string | undefined): Promise<void> {
  const out = file ? createWriteStream(file) : process.stdout
  for await (const line of exportLedger(db)) {
    if (!out.write(`${line}\n`)) await once(out, 'drain')
  }
  if (file) await finished(out.end())
}

// Whoever reads the export may have enough of it: `export | head`.
process.stdout.on('error', (error: { code?: string }) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

try {
  await run()
} catch (error) {
  const usage =
    error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
  const reason = error instanceof UsageError ? '' : `${(error as Error).message}\n`
  process.stderr.write(`${reason}${usage ? `${USAGE}\n` : ''}`)
  process.exitCode = usage ? 2 : 1
}
