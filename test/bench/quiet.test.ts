import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { temporaryDirectory } from '../scripts/temporary.ts'
import { quietIn } from './quiet.ts'

const NOW = Date.parse('2026-11-29T07:21:59Z')
let waits: number[]

/** Time passes only by being waited for. */
vi.mock('node:timers/promises', () => ({
  setTimeout: async (ms: number) => {
    waits.push(ms)
    vi.setSystemTime(Date.now() + ms)
  },
}))

beforeEach(() => {
  waits = []
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
})

afterEach(() => {
  vi.useRealTimers()
})

/** A ledger in which something comes to pass so many seconds from now. */
function ledgerWith(...seconds: number[]): string {
  const path = join(temporaryDirectory(), 'ledger.sqlite')
  const file = new DatabaseSync(path)
  file.exec('CREATE TABLE changes (at INTEGER)')
  for (const each of seconds) file.prepare('INSERT INTO changes VALUES (?)').run(NOW / 1000 + each)
  file.close()
  return path
}

test.each([
  ['nothing', [], []],
  ['what is long over, or far ahead', [-60, 60], []],
  ['what comes to pass meanwhile', [1], [2000]],
  ['what has just come to pass', [0], [1000]],
  ['one thing after another', [1, 4, 7], [2000, 3000, 3000]],
])('Of %s so much is waited for', async (_, seconds, expected) => {
  await quietIn(ledgerWith(...seconds))(3)
  expect(waits).toEqual(expected)
})
