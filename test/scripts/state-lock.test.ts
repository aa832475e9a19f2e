import { existsSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lockState } from '../../scripts/state-lock.ts'
import { temporaryDirectory } from './temporary.ts'

const lockOf = (state: string) => join(state, 'ledger.lock')

describe('The lock of a local state', () => {
  test('is held by one at a time, and then by the next', async () => {
    const state = temporaryDirectory()
    const first = await lockState(state)
    let second: (() => void) | null = null
    const waiting = lockState(state).then((unlock) => {
      second = unlock
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(second).toBeNull()
    first()
    await waiting
    expect(existsSync(lockOf(state))).toBe(true)
    ;(second as unknown as () => void)()
    expect(existsSync(lockOf(state))).toBe(false)
  })

  test.each([
    ['was killed', '4194305', 0],
    ['has been silent, though its number is another’s now', String(process.pid), 60],
    ['was killed before it wrote its number', '', 60],
  ])('is taken from a holder that %s', async (_, holder, secondsAgo) => {
    const state = temporaryDirectory()
    writeFileSync(lockOf(state), holder)
    const then = new Date(Date.now() - secondsAgo * 1000)
    utimesSync(lockOf(state), then, then)
    ;(await lockState(state))()
    expect(existsSync(lockOf(state))).toBe(false)
  })
})
