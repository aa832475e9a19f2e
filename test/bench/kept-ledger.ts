/** Made ledgers are kept in dist/bench, so that a long one is made once. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fromRoot } from '../../scripts/project.ts'
import { contentsOf, fill, settle } from './fill.ts'
import { type Making, madeLedger } from './ledger.ts'

const KEPT = fromRoot('dist/bench/ledgers')

/** Enough for every kind of row to be among them. */
const SAMPLE = 50

export const REPORTS_EACH = 10
const SEED = 11

/** The ledgers that are measured, by their length. */
export const making = (deadlines: number): Making => ({
  ...{ deadlines, reportsEach: REPORTS_EACH, seed: SEED, around: around() },
})

/** The month's beginning: dates stay around the present, and a ledger is made once in a month. */
function around(): number {
  const now = new Date()
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth()) / 1000
}

/** The database of a made ledger, as its own file; it is not to be written to. */
export async function keptLedger(making: Making): Promise<string> {
  mkdirSync(KEPT, { recursive: true })
  const { deadlines, reportsEach, seed } = making
  const name = `${deadlines}-by-${reportsEach}-seed-${seed}-`
  const file = `${name}${await digestOf(making)}.sqlite`
  if (!existsSync(join(KEPT, file))) await make(join(KEPT, file), making)
  for (const other of readdirSync(KEPT)) {
    if (other.startsWith(name) && other !== file) rmSync(join(KEPT, other))
  }
  return join(KEPT, file)
}

async function make(path: string, making: Making): Promise<void> {
  const unfinished = `${path}.${process.pid}`
  rmSync(unfinished, { force: true })
  const file = await fill(unfinished, madeLedger(making), making.around)
  settle(file)
  file.close()
  renameSync(unfinished, path)
}

const digests = new Map<string, Promise<string>>()

/** By the tables and the rows of a short one: it changes when the ledger comes to keep something else. */
function digestOf(making: Making): Promise<string> {
  const sample = { ...making, deadlines: SAMPLE }
  const key = JSON.stringify(sample)
  const digest = digests.get(key) ?? digestOfAll(sample)
  digests.set(key, digest)
  return digest
}

async function digestOfAll(making: Making): Promise<string> {
  const file = await fill(':memory:', madeLedger(making), making.around)
  const schema = file.prepare('SELECT sql FROM sqlite_master ORDER BY name').all()
  const hash = createHash('sha256').update(JSON.stringify([schema, contentsOf(file)]))
  file.close()
  return hash.digest('hex').slice(0, 12)
}
