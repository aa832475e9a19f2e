/** `npm run bench:start`: what a start of the Worker costs, as it is deployed and in parts. */
import { parseArgs } from 'node:util'
import { buildWorker } from './bundle.ts'
import { readNumber, runCommand } from './command.ts'
import { startCosts } from './start-costs.ts'

const USAGE = `Usage:
  npm run bench:start            each Worker is started eleven times, in turn
  --turns 21                     so many times`

await runCommand(USAGE, async () => {
  const { values } = parseArgs({ options: { turns: { type: 'string', default: '11' } } })
  const turns = readNumber('--turns', values.turns)
  await buildWorker()
  const { starts } = await startCosts(turns)
  for (const { name, milliseconds, timesTheFirst } of starts) {
    const figures = `${milliseconds.toFixed(1).padStart(6)} ms ${timesTheFirst.toFixed(2).padStart(6)}×`
    process.stdout.write(`${figures}  ${name}\n`)
  }
})
