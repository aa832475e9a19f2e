import type { ChildProcess } from 'node:child_process'
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

/** How many batches the file is stored in: as many times, and once before, it is told how far it is. */
const BATCHES = 4

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
    // In the second batch, the third, the fourth, the first: of each so many as there are kills.
    await importAndKill(state, file, (kill % BATCHES) + 1, once.batchMs)
    const found = await inspect(state)
    expect(once.found.ledger.startsWith(found.ledger)).toBe(true)
    expect(found.derived).toBe(found.derivedAnew)
    if (found.ledger.length > 0 && found.ledger.length < once.found.ledger.length) cutOff++
    if (found.ledger.length < once.found.ledger.length) continue
    state = fresh(`killed-${kill}`)
  }
  console.info(`${KILLS} kills, ${cutOff} of them in the middle of the file`)
  expect(cutOff).toBeGreaterThanOrEqual(KILLS / 4)
  expect((await run('ledger.ts', 'import', file, '--persist-to', state)).code).toBe(0)
  expect(await inspect(state)).toEqual(once.found)
}, 600_000)

async function importedOnce(state: string, file: string) {
  const told: number[] = []
  const child = start('ledger.ts', ['import', file, '--persist-to', state])
  onTold(child, () => told.push(performance.now()))
  expect((await finish(child)).code).toBe(0)
  expect(told).toHaveLength(BATCHES + 1)
  const found = await inspect(state)
  expect(found.ledger.split('\n')).toHaveLength(readFileSync(file, 'utf8').split('\n').length)
  return { found, batchMs: (told[BATCHES] - told[0]) / BATCHES }
}

/** Kills the import, and the database under it, at some moment of its nth batch. */
async function importAndKill(
  state: string,
  file: string,
  nth: number,
  batchMs: number,
): Promise<void> {
  const child = start('ledger.ts', ['import', file, '--persist-to', state])
  const ended = finish(child)
  let told = 0
  onTold(child, () => {
    if (++told === nth) setTimeout(() => killGroup(child), Math.random() * batchMs)
  })
  await ended
}

/** Hears each time that the import tells how far it is. */
function onTold(child: ChildProcess, heard: () => void): void {
  child.stderr?.on('data', (chunk: Buffer) => {
    for (const _ of `${chunk}`.matchAll(/ lines done\n/g)) heard()
  })
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
