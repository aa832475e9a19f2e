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
