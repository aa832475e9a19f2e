import { describe, expect, test } from 'vitest'
import { whileAsked } from '../../src/timekeeper/while-asked.ts'

/** What takes until it is let go, each time that it is done. */
function slowly() {
  const waiting: { done: () => void; fail: (error: Error) => void }[] = []
  const ask = whileAsked(() => new Promise<void>((done, fail) => waiting.push({ done, fail })))
  return { ask, waiting }
}

const settle = () => new Promise((resolve) => setTimeout(resolve))

describe('What is done while it is asked for', () => {
  test('is done once more for all who ask meanwhile', async () => {
    const { ask, waiting } = slowly()
    const first = ask()
    const others = [ask(), ask()]
    waiting[0].done()
    await settle()
    expect(waiting).toHaveLength(2)
    waiting[1].done()
    await Promise.all([first, ...others])
    expect(waiting).toHaveLength(2)
  })

  test.each([0, 1, 2, 3, 4, 5])('is done for who asks %i steps after its end', async (steps) => {
    const { ask, waiting } = slowly()
    const first = ask()
    waiting[0].done()
    for (let step = 0; step < steps; step++) await null
    const again = ask()
    await settle()
    expect(waiting).toHaveLength(2)
    waiting[1].done()
    await Promise.all([first, again])
  })

  test('that fails is done anew for who asks next', async () => {
    const { ask, waiting } = slowly()
    const failed = ask()
    waiting[0].fail(new Error('out of order'))
    await expect(failed).rejects.toThrow('out of order')
    const next = ask()
    waiting[1].done()
    await next
  })
})
