/** What each address costs with a ledger of some size. */
import { constants, copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { EpochSeconds } from '../../src/deadline/instant.ts'
import { reportInputSchema } from '../../src/deadline/report-schema.ts'
import { reportLine } from '../../src/ledger/line.ts'
import { type Answers, acquaint, unchanged } from './acquaint.ts'
import { makeBareTables } from './bare-tables.ts'
import type { Figures } from './figures.ts'
import { keptLedger } from './kept-ledger.ts'
import type { Making } from './ledger.ts'
import type { Loader } from './loader.ts'
import { type Bench, compare, type Plan } from './pairs.ts'
import { ADDRESSES, type Probe, reading, saying, writing } from './probes.ts'
import { quietIn } from './quiet.ts'
import { restoring } from './restoring.ts'
import { databaseIn, startRuntime } from './runtime.ts'
import { KEPT_ROWS } from './workers/answers.ts'
import { rowsOfWrite } from './written-rows.ts'

export interface Row {
  method: Probe['method']
  address: string
  status: Probe['status']
  ratios: Figures
  bytes: Answers['bytes']
  rows: Answers['rows']
  rowsAgain: Answers['rowsAgain']
}

/** Deadlines that are written to, so that none comes to have many more reports than the others. */
const WRITTEN_TO = 1000

export async function* costsOf(
  making: Making,
  { state, loader, plan }: { state: string; loader: Loader; plan: Plan },
): AsyncGenerator<Row> {
  const slugs = await prepare(state, making)
  const runtime = await startRuntime(state)
  try {
    const rows = await rowsOfWrite(databaseIn(state, 'tracker'), await lineOf(slugs[0]), now())
    await fetch(new URL(KEPT_ROWS, runtime.bare), { method: 'PUT', body: JSON.stringify(rows) })
    const bench = { runtime, loader, plan, quiet: quietIn(databaseIn(state, 'tracker')) }
    yield* readsOf(bench, slugs)
    yield await writeOf(bench, slugs, databaseIn(state, 'tracker'))
  } finally {
    await runtime.stop()
  }
}

async function* readsOf(bench: Bench, slugs: string[]): AsyncGenerator<Row> {
  const read: { probe: Probe; tag: string | null }[] = []
  for (const address of ADDRESSES) {
    const probe = reading(address, slugs[0])
    const answers = await acquaint(bench, probe)
    read.push({ probe, tag: answers.tag })
    yield rowOf(probe, answers, await compare(bench, probe, answers.seconds))
  }
  for (const { probe, tag } of read) {
    const again = await unchanged(bench.runtime, probe, tag)
    const answers = await acquaint(bench, again)
    yield rowOf(again, answers, await compare(bench, again, answers.seconds))
  }
}

/** Where there are few deadlines, each turn begins with the same ledger. */
async function writeOf(bench: Bench, slugs: string[], path: string): Promise<Row> {
  const probe = writing(slugs)
  const restore = slugs.length < WRITTEN_TO ? await restoring(path) : async () => {}
  const answers = await acquaint(bench, probe)
  return rowOf(probe, answers, await compare(bench, probe, answers.seconds, restore))
}

function rowOf({ method, address, status }: Probe, answers: Answers, ratios: Figures): Row {
  const { bytes, rows, rowsAgain } = answers
  return { method, address, status, ratios, bytes, rows, rowsAgain }
}

/** Puts both databases in place, and gives the slugs that are asked for. */
export async function prepare(state: string, making: Making): Promise<string[]> {
  rmSync(state, { recursive: true, force: true })
  const tracker = databaseIn(state, 'tracker')
  mkdirSync(dirname(tracker), { recursive: true })
  copyFileSync(await keptLedger(making), tracker, constants.COPYFILE_FICLONE)
  makeBareTables(databaseIn(state, 'bare'))
  const file = new DatabaseSync(tracker, { readOnly: true })
  const found = file.prepare('SELECT slug FROM deadlines ORDER BY seq LIMIT ?').all(WRITTEN_TO)
  file.close()
  return found.map(({ slug }) => String(slug))
}

const now = (): EpochSeconds => Math.floor(Date.now() / 1000)

function lineOf(slug: string) {
  const { recordedAt, recordedBy } = { recordedAt: saying('').reportedAt, recordedBy: 'bench' }
  return reportLine(slug, reportInputSchema.parse(saying(crypto.randomUUID())), {
    recordedAt,
    recordedBy,
  })
}
