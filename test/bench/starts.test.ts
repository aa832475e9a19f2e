import { expect, test } from 'vitest'
import type { Module } from './bundle.ts'
import { compareStarts } from './starts.ts'

const script = (path: string, contents: string): Module => ({ type: 'ESModule', path, contents })
const answering = (status: number) =>
  script('worker.mjs', `export default { fetch: () => new Response('', { status: ${status} }) }`)

test('A start costs more where there is more to compile, though nothing of it is run', async () => {
  const functions = Array.from(
    { length: 20_000 },
    (_, n) => `export function f${n}(a) { return a + ${n} }`,
  )
  const many = [answering(404), script('later.mjs', functions.join('\n'))]
  const workers = [
    { name: 'small', modules: [answering(404)] },
    { name: 'large', modules: many },
  ]
  const [small, large] = await compareStarts(workers, 3)
  expect([small.name, small.timesTheFirst]).toEqual(['small', 1])
  expect(small.milliseconds).toBeGreaterThan(1)
  expect(large.timesTheFirst).toBeGreaterThan(1.2)
  expect(large.milliseconds / small.milliseconds).toBe(large.timesTheFirst)
})

test('A Worker that answers otherwise is no start', async () => {
  const wrong = [{ name: 'wrong', modules: [answering(500)] }]
  await expect(compareStarts(wrong, 1)).rejects.toThrow('it answered 500, not 404')
})

test('A Worker that does not start is said not to', async () => {
  const broken = [{ name: 'broken', modules: [script('worker.mjs', 'no script')] }]
  await expect(compareStarts(broken, 1)).rejects.toThrow('the runtime ended before it listened')
})

test('A start costs the same however much the process has in memory that measures it', async () => {
  const small = [{ name: 'small', modules: [answering(404)] }]
  const [before] = await compareStarts(small, 5)
  const ballast = Buffer.alloc(600_000_000, 1)
  const [after] = await compareStarts(small, 5)
  expect(ballast.length).toBeGreaterThan(0)
  expect(after.milliseconds / before.milliseconds).toBeLessThan(1.25)
})
