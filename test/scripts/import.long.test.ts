import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generatedLedger } from '../ledger/generated.ts'
import { finish, start } from './run.ts'
import { temporaryDirectory } from './temporary.ts'

const LINES = 100_000

/** A Worker has 128 MB. Here the tools that run it take their part of less. */
const HEAP = { NODE_OPTIONS: '--max-old-space-size=110' }

test(`${LINES} lines are imported within the memory of a Worker`, async () => {
  const directory = temporaryDirectory()
  const file = join(directory, 'long.ndjson')
  writeFileSync(file, longLedger())
  const { code, err } = await finish(
    start('ledger.ts', ['import', file, '--persist-to', directory], HEAP),
  )
  expect([code, err.trim().split('\n').at(-1)]).toEqual([
    0,
    `${file}: ${LINES} of ${LINES} lines recorded, 0 were there already.`,
  ])
})

/** Ten reports after each deadline, each with as many words as a real one. */
function longLedger(): string {
  const lines = generatedLedger(Math.ceil(LINES / 11), 10)
    .trim()
    .split('\n')
  const parsed = lines.map((line) => JSON.parse(line))
  const byDeadline = Map.groupBy(parsed, ({ slug, deadline }) => slug ?? deadline)
  const ordered = [...byDeadline.values()].flat().slice(0, LINES)
  return ordered.map((line) => JSON.stringify(withWords(line))).join('\n')
}

function withWords(line: { id?: string }): object {
  return line.id ? { ...line, quote: `${line.id} `.repeat(9) } : line
}
