/** How fast a file is imported, against the same rows inserted in equal batches. */
import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { writeLine } from '../../src/ledger/line.ts'
import { record } from '../../src/ledger/record.ts'
import { makeBareTables } from './bare-tables.ts'
import { type Bound, embed } from './embedded.ts'
import { type Phase, quantile } from './figures.ts'
import { inGroups, LINES_AT_ONCE, migrate } from './fill.ts'
import { type Making, madeLedger } from './ledger.ts'
import { processorSeconds } from './processor.ts'
import { databaseIn, type Runtime, startRuntime } from './runtime.ts'
import { AUTHORIZED } from './wire.ts'
import { insertsOf } from './written-rows.ts'

export interface Bulk {
  reports: number
  /** How fast, and for how much of a processor, as multiples of the bare Worker's. */
  ratios: { speed: number; cpu: number }
}

/** A part of the file, and the batches of rows that come of it. */
interface Part {
  lines: string
  batches: string
}

/** Each imports a part in its turn, until both have imported all of it. */
export async function compareImport(making: Making, parts: number, state: string): Promise<Bulk> {
  rmSync(state, { recursive: true, force: true })
  mkdirSync(dirname(databaseIn(state, 'tracker')), { recursive: true })
  const empty = new DatabaseSync(databaseIn(state, 'tracker'))
  migrate(empty)
  empty.close()
  makeBareTables(databaseIn(state, 'bare'))
  const runtime = await startRuntime(state)
  try {
    const ratios = await inTurn(runtime, partsOf(making, parts))
    return { reports: making.deadlines * making.reportsEach, ratios }
  } finally {
    await runtime.stop()
  }
}

async function inTurn(runtime: Runtime, parts: AsyncIterable<Part>): Promise<Bulk['ratios']> {
  const speed: number[] = []
  const cpu: number[] = []
  for await (const { lines, batches } of parts) {
    const tracker = await send(runtime, runtime.tracker, lines)
    const bare = await send(runtime, runtime.bare, batches)
    speed.push(bare.seconds / tracker.seconds)
    cpu.push(tracker.cpuSeconds / bare.cpuSeconds)
  }
  return { speed: quantile(speed, 0.5), cpu: quantile(cpu, 0.5) }
}

async function send(
  { pid }: Runtime,
  origin: URL,
  body: string,
): Promise<Pick<Phase, 'seconds' | 'cpuSeconds'>> {
  let seconds = 0
  const post = async () => {
    const start = performance.now()
    const answer = await fetch(new URL('/ledger', origin), {
      ...{ method: 'POST', body, headers: AUTHORIZED },
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`The import fails with ${answer.status}: ${text}`)
    seconds = (performance.now() - start) / 1000
  }
  const cpuSeconds = await processorSeconds(pid, post, { isFollowed: true })
  return { seconds, cpuSeconds }
}

/** One is made after the other, so that but one is held. */
async function* partsOf(making: Making, parts: number): AsyncGenerator<Part> {
  let sent: Bound[][] = []
  const { db, file } = embed(':memory:', (batch) => sent.push(insertsOf(batch)))
  migrate(file)
  const whole = making.deadlines * (making.reportsEach + 1)
  for (const lines of inGroups(madeLedger(making), Math.ceil(whole / parts))) {
    for (const group of inGroups(lines, LINES_AT_ONCE)) await record(db, group, making.around)
    yield {
      lines: lines.map((line) => `${writeLine(line)}\n`).join(''),
      batches: sent.map((batch) => `${JSON.stringify(batch)}\n`).join(''),
    }
    sent = []
  }
  file.close()
}
