/** `npm run bench`: what the tracker costs, beside a Worker that only returns the same bytes. */
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fromRoot } from '../../scripts/project.ts'
import { compareImport } from './bulk.ts'
import { buildWorker } from './bundle.ts'
import { readNumbers, runCommand } from './command.ts'
import { keptLedger, making, REPORTS_EACH } from './kept-ledger.ts'
import { type Loader, startLoader } from './loader.ts'
import type { Plan } from './pairs.ts'
import { writeReadme } from './readme.ts'
import { costsOf, type Row } from './reads-and-writes.ts'
import { startCosts } from './start-costs.ts'
import { surroundings } from './surroundings.ts'
import { type Measured, type Run, tableOf } from './table.ts'

const USAGE = `Usage:
  npm run bench                  ledgers of 10, 1,000 and 100,000 deadlines; the long one is made once
  npm run bench -- --smoke       of 10 and 1,000, in half a minute; the figures are rough
  --sizes 10,1000                of other sizes
  --json                         for programs
  --readme                       writes the table into README.md as well`

interface Scale {
  sizes: number[]
  plan: Plan
  /** Deadlines that are imported, and in how many parts. */
  imported: number
  parts: number
  /** How often each part of the Worker is started. */
  starts: number
}

const WHOLE: Scale = {
  sizes: [10, 1000, 100_000],
  plan: {
    // Many turns: with large answers either Worker has half or twice its speed for a while, as memory is
    // new or had before, and a few turns may all be such. None is shorter than a second: what is worked out
    // once a second would be worked out more often than that, which a p99 shows.
    ...{ pairs: 11, seconds: 1, writes: 40, connections: 8, patienceSeconds: 30 },
    // The runtime clears young memory away ten times a second while there is little of it, and eight who
    // wait for that each time are a hundredth of the requests; under load it soon gives itself more.
    warmUpSeconds: 4,
    // What is looked for once a second is among it.
    againSeconds: 1.1,
  },
  ...{ imported: 10_000, parts: 10, starts: 11 },
}

const SMOKE: Scale = {
  sizes: [10, 1000],
  plan: {
    ...{ pairs: 2, seconds: 0.03, writes: 5, connections: 2, patienceSeconds: 0.5 },
    ...{ warmUpSeconds: 0.03, againSeconds: 0.03 },
  },
  ...{ imported: 200, parts: 2, starts: 3 },
}

/** What is going on; the table alone goes to standard output. */
function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

async function makeLedgers(sizes: number[]): Promise<void> {
  for (const deadlines of sizes) await keptLedger(making(deadlines))
}

async function measure(scale: Scale, state: string, loader: Loader): Promise<Run> {
  say('Building the Worker, and the ledgers that are not there yet …')
  await Promise.all([buildWorker(), makeLedgers(scale.sizes)])
  const measured = { surroundings: surroundings(), ledgers: [] as Measured[] }
  for (const deadlines of scale.sizes) {
    say(`With ${deadlines} deadlines …`)
    const rows: Row[] = []
    for await (const row of costsOf(making(deadlines), { state, loader, plan: scale.plan })) {
      say(`  ${row.method} ${row.address} ${row.status}`)
      rows.push(row)
    }
    measured.ledgers.push({ deadlines, reportsEach: REPORTS_EACH, rows })
  }
  say('Importing …')
  const imported = await compareImport(making(scale.imported), scale.parts, state)
  say('Starting …')
  return { ...measured, import: imported, start: await startCosts(scale.starts) }
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...{ smoke: { type: 'boolean' }, json: { type: 'boolean' } },
      ...{ readme: { type: 'boolean' }, sizes: { type: 'string' } },
    } as const,
  })
  const scale = values.smoke ? SMOKE : WHOLE
  const sizes = values.sizes === undefined ? scale.sizes : readNumbers('--sizes', values.sizes)
  // Which secrets wrangler has read is no part of the table, and would be of the JSON.
  process.env.WRANGLER_LOG = 'error'
  const state = fromRoot(`dist/bench/running-${process.pid}`)
  const loader = startLoader()
  try {
    const measured = await measure({ ...scale, sizes }, state, loader)
    const table = tableOf(measured)
    process.stdout.write(values.json ? `${JSON.stringify(measured, null, 2)}\n` : `${table}\n`)
    if (values.readme) writeReadme(table)
  } finally {
    loader.stop()
    rmSync(state, { recursive: true, force: true })
  }
}

await runCommand(USAGE, run)
