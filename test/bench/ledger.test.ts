import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../scripts/local-database.ts'
import { importLedger } from '../../src/ledger/import.ts'
import { type Line, writeLine } from '../../src/ledger/line.ts'
import { readLine } from '../../src/ledger/read-line.ts'
import { temporaryDirectory } from '../scripts/temporary.ts'
import { contentsOf, fill, settle } from './fill.ts'
import { madeLedger } from './ledger.ts'

const NOVEMBER = Date.parse('2026-11-01T00:00:00Z') / 1000
const RECORDING = { recordedAt: '2026-11-01T00:00:00Z', recordedBy: 'desk' }

const made = (deadlines: number, seed = 11): Line[] => [
  ...madeLedger({ deadlines, reportsEach: 10, seed, around: NOVEMBER }),
]

describe('A made ledger', () => {
  test('is valid, and spelled as the ledger spells it', async () => {
    const lines = made(300).map(writeLine)
    const read = await Promise.all(lines.map((line) => readLine(line, RECORDING)))
    expect(read.map((each) => (each.ok ? writeLine(each.value) : each.refusals))).toEqual(lines)
  })

  test('is the same for the same seed, and begins as a shorter one does', () => {
    expect(made(20)).toEqual(made(30).slice(0, 20 * 11))
    expect(made(20, 12)).not.toEqual(made(20))
  })

  test('has dates before and after the present, moved, doubted, taken back and ended', async () => {
    const file = await fill(':memory:', made(300), NOVEMBER)
    const count = (sql: string) => Number(file.prepare(`SELECT count(*) AS n ${sql}`).get()?.n)
    const present = 'FROM states WHERE held_until IS NULL'
    expect(count(`${present} AND shelf = 'counted' AND closes > ${NOVEMBER}`)).toBeGreaterThan(30)
    expect(count(`${present} AND shelf = 'counted' AND closes <= ${NOVEMBER}`)).toBeGreaterThan(15)
    expect(count(`${present} AND shelf = 'closed'`)).toBeGreaterThan(100)
    expect(count(`${present} AND certainty = 'contested'`)).toBeGreaterThan(30)
    expect(count('FROM changes WHERE change LIKE \'%"slip"%\'')).toBeGreaterThan(100)
    expect(count('FROM changes WHERE change LIKE \'%"pull-in"%\'')).toBeGreaterThan(30)
    expect(count('FROM reports WHERE line LIKE \'%"retraction"%\'')).toBeGreaterThan(30)
  })
})

describe('A filled database', () => {
  test('has every row of every table that an import leaves', async () => {
    const directory = temporaryDirectory()
    // More than are stored in one batch, of which the last begins in the middle of a deadline.
    const lines = made(200)
    const { db, close } = await openDatabase(directory)
    const bytes = new TextEncoder().encode(lines.map((line) => `${writeLine(line)}\n`).join(''))
    await importLedger(db, [bytes], RECORDING)
    await close()
    const imported = new DatabaseSync(databaseUnder(directory))
    const filled = await fill(':memory:', lines, NOVEMBER)
    expect(contentsOf(filled)).toEqual(contentsOf(imported))
    expect(contentsOf(filled).head).toEqual([expect.objectContaining({ seq: lines.length })])
    expect(indexesOf(filled)).toEqual(indexesOf(imported))
  })

  test('has nobody to tell once it is settled', async () => {
    const file = await fill(':memory:', made(20), NOVEMBER)
    const untold = 'SELECT count(*) AS events FROM events WHERE fanned_to IS NOT NULL'
    expect(file.prepare(untold).get()).not.toMatchObject({ events: 0 })
    settle(file)
    expect(file.prepare(untold).get()).toMatchObject({ events: 0 })
  })
})

/** The one among wrangler's files that has the ledger. */
function databaseUnder(directory: string): string {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  const found = files.find((file) => file.endsWith('.sqlite') && isLedger(join(directory, file)))
  return join(directory, found ?? '')
}

const isLedger = (path: string) => readFileSync(path).includes('CREATE TABLE deadlines')

function indexesOf(file: DatabaseSync) {
  const written =
    "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
  return file.prepare(written).all()
}
