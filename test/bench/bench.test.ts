import { spawn, spawnSync } from 'node:child_process'
import { readlinkSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { beforeAll, describe, expect, test } from 'vitest'
import { fromRoot, wranglerEnvironment } from '../../scripts/project.ts'
import { temporaryDirectory } from '../scripts/temporary.ts'
import { MEASURES } from './figures.ts'
import { making } from './kept-ledger.ts'
import { startLoader } from './loader.ts'
import { memoryOf } from './processor.ts'
import { prepare } from './reads-and-writes.ts'
import { startRuntime } from './runtime.ts'
import type { Run } from './table.ts'
import { getRequest } from './wire.ts'

let run: Run

beforeAll(async () => {
  run = JSON.parse(await bench('--smoke', '--json'))
}, 300_000)

async function bench(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [fromRoot('test/bench/bench.ts'), ...args], {
    ...{ cwd: fromRoot('.'), env: wranglerEnvironment() },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A runtime that does not start says nothing.
    timeout: 200_000,
  })
  return String(await buffer(child.stdout))
}

const READ = [
  '/',
  '/status.json',
  '/deadlines/S',
  '/deadlines/S.json',
  '/feed.atom',
  '/calendar.ics',
]

test.each([
  ['bench', ['--sizes', '10,nine'], 'such as 10,1000, and not "10,nine"'],
  ['bench', ['--sise', '10'], "'--sise'"],
  ['live', ['--listeners', 'many'], 'such as 10,1000, and not "many"'],
  ['live', ['--listeners', '10,20'], 'one number, and not "10,20"'],
  ['live', ['--audiences', '0'], 'not "0"'],
  ['start', ['--turns', '-3'], '--turns'],
  ['start', ['21'], "'21'"],
])('%s with %j is refused, saying what would be right', (name, given, said) => {
  const args = [fromRoot(`test/bench/${name}.ts`), ...given]
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect([status, stderr]).toEqual([2, expect.stringContaining(said)])
  expect(stderr).toContain('Usage:')
})

describe('A short bench', () => {
  test('has every address, a 304 of each, and a write, with each ledger', () => {
    expect(run.ledgers.map(({ deadlines }) => deadlines)).toEqual([10, 1000])
    for (const { rows } of run.ledgers) {
      const named = rows.map(({ method, address, status }) => [
        method,
        address.replace('?at=', ''),
        status,
      ])
      expect(named).toEqual([
        ...READ.map((address) => ['GET', address, 200]),
        ...READ.map((address) => ['GET', address, 304]),
        ['POST', '/deadlines/S/reports', 201],
      ])
    }
  })

  test('has figures that can be read', () => {
    const rows = run.ledgers.flatMap((ledger) => ledger.rows)
    for (const { address, ratios, rows: counted } of rows) {
      const figures = [
        ...MEASURES.map((measure) => ratios[measure]),
        ...Object.values(counted.tracker),
      ]
      expect([address, figures.every((each) => Number.isFinite(each) && each >= 0)]).toEqual([
        address,
        true,
      ])
    }
    expect(run.import).toEqual({
      ...{ reports: 2000, ratios: { speed: expect.any(Number), cpu: expect.any(Number) } },
    })
    expect(run.import.ratios.speed).toBeGreaterThan(0)
  })

  test('has what each part of a start costs, and what is uploaded', () => {
    expect(run.start.starts.map(({ timesTheFirst }) => timesTheFirst)).toEqual([
      1,
      ...Array(4).fill(expect.any(Number)),
    ])
    const [bare, atOnce, , , whole] = run.start.starts
    expect(bare.milliseconds).toBeLessThan(atOnce.milliseconds)
    expect(atOnce.milliseconds).toBeLessThan(whole.milliseconds)
    expect(run.start.scripts).toBeGreaterThan(100_000)
  })

  test('holds the tracker against a Worker that returns the same bytes', () => {
    for (const { address, status, bytes } of run.ledgers.flatMap(({ rows }) => rows)) {
      expect([address, bytes]).toMatchObject([address, { areSame: true, bare: bytes.tracker }])
      expect([address, bytes.tracker > 0]).toEqual([address, status !== 304])
    }
  })

  test('counts rows as one does by hand', () => {
    // The head (1), and the changes before and after now (2). Each list of one slug is unrolled (1). The
    // deadline is read by what is unique (1); its ten reports by what is not, so that one more is looked at (11).
    const byHand = 1 + 2 + (1 + 1) + (1 + 11)
    for (const { rows } of run.ledgers) {
      const one = rows.find(
        ({ address, status }) => address === '/deadlines/S.json' && status === 200,
      )
      expect(one?.rows.tracker).toEqual({ read: byHand, written: 0 })
    }
  })

  test('finds that hardly a row is read while nothing is recorded', () => {
    for (const { address, rowsAgain } of run.ledgers.flatMap(({ rows }) => rows)) {
      // The head at the most.
      if (rowsAgain !== null) expect([address, rowsAgain <= 1]).toEqual([address, true])
    }
  })

  test('writes about as many rows by either Worker: the tracker removes some, and adds to some', () => {
    for (const { rows } of run.ledgers) {
      const { tracker, bare } = rows[rows.length - 1].rows
      expect(bare.written).toBeGreaterThan(0)
      expect(Math.abs(tracker.written / bare.written - 1)).toBeLessThan(0.2)
    }
  })
})

test('An answer of the Worker that is sent is not in memory any more', async () => {
  const state = temporaryDirectory()
  await prepare(state, making(1000))
  // The Worker was built by the bench.
  const [runtime, loader] = [await startRuntime(state), startLoader()]
  try {
    // Nobody who reads its log has a part of the processors.
    expect(readlinkSync(`/proc/${runtime.pid}/fd/1`)).toBe('/dev/null')
    const page = new URL('/', runtime.tracker)
    const bytes = (await (await fetch(page)).arrayBuffer()).byteLength
    const load = { port: Number(page.port), status: 200, connections: 4, seconds: 0 }
    const send = (answers: number) =>
      loader.send({ ...load, requests: Array(answers).fill(getRequest('/', null)), isOnce: true })
    // Some are there until the young ones are next gone through.
    await send(2000)
    const before = memoryOf(runtime.pid)
    const { others } = await send(6000)
    expect(others).toEqual({})
    expect((memoryOf(runtime.pid) - before) / (6000 * bytes)).toBeLessThan(0.5)
  } finally {
    loader.stop()
    await runtime.stop()
  }
})
