import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { expect, test } from 'vitest'
import { openDatabase } from '../../scripts/local-database.ts'
import { exportLedger } from '../../src/ledger/export.ts'
import { rebuild } from '../../src/ledger/rebuild.ts'
import { generatedLedger } from '../ledger/generated.ts'
import { finish, killGroup, run, start } from './run.ts'
import { temporaryDirectory } from './temporary.ts'

/** KILLS=50 for the whole; a few on every run. */
const KILLS = Number(process.env.KILLS ?? 4)

/** About as long as the whole file takes to be stored, so that kills fall all over it. */
const STORING_MS = 1500

test('An import killed in the middle leaves nothing by half, and is finished by sending it again', async () => {
  const directory = temporaryDirectory()
  const file = join(directory, 'ledger.ndjson')
  writeFileSync(file, generatedLedger(150, 20))
  const empty = join(directory, 'empty')
  await (await openDatabase(empty)).close()
  const fresh = (name: string) => {
    cpSync(empty, join(directory, name), { recursive: true })
    return join(directory, name)
  }
  const once = await importedOnce(fresh('once'), file)
  let state = fresh('killed-0')
  let cutOff = 0
  for (let kill = 1; kill <= KILLS; kill++) {
    await importAndKill(state, file)
    const found = await inspect(state)
    expect(once.ledger.startsWith(found.ledger)).toBe(true)
    expect(found.derived).toBe(found.derivedAnew)
    if (found.ledger.length > 0 && found.ledger.length < once.ledger.length) cutOff++
    if (found.ledger.length < once.ledger.length) continue
    state = fresh(`killed-${kill}`)
  }
  console.info(`${KILLS} kills, ${cutOff} of them in the middle of the file`)
  expect(cutOff).toBeGreaterThanOrEqual(KILLS / 4)
  expect((await run('ledger.ts', 'import', file, '--persist-to', state)).code).toBe(0)
  expect(await inspect(state)).toEqual(once)
}, 600_000)

async function importedOnce(state: string, file: string) {
  expect((await run('ledger.ts', 'import', file, '--persist-to', state)).code).toBe(0)
  const found = await inspect(state)
  expect(found.ledger.split('\n')).toHaveLength(readFileSync(file, 'utf8').split('\n').length)
  return found
}

/** Kills the import, and the database under it, at some moment once it has begun to store. */
async function importAndKill(state: string, file: string): Promise<void> {
  const child = start('ledger.ts', ['import', file, '--persist-to', state])
  const ended = finish(child)
  child.stderr?.once('data', () => {
    setTimeout(() => killGroup(child), Math.random() * STORING_MS)
  })
  await ended
}

/** Opens what is left, as a next start would, and reads it whole. */
async function inspect(state: string) {
  const { db, close } = await openDatabase(state)
  try {
    let ledger = ''
    for await (const line of exportLedger(db)) ledger += `${line}\n`
    const derived = await readStates(db)
    await rebuild(db)
    return { ledger, derived, derivedAnew: await readStates(db) }
  } finally {
    await close()
  }
}

async function readStates(db: D1Database): Promise<string> {
  const { results } = await db.prepare('SELECT * FROM states ORDER BY deadline, held_from').all()
  return JSON.stringify(results)
}
