import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPassages, scoreOf } from './score.ts'

/** Passages and their marks by other authors: the rules were made with the open ones at hand. */
const OPEN = ['open', 'rehearsal-a', 'rehearsal-b', 'rehearsal-c', 'rehearsal-d'].map(fileOf)
const FILES = [...OPEN, fileOf('set-aside')]

/** Set MISSES to see each draft of the open passages that is not as marked. */
const SHOWS_MISSES = process.env.MISSES !== undefined

function fileOf(name: string): string {
  return `test/intake/passages/${name}.json`
}

test.each(FILES.filter((file) => existsSync(file)))('drafts of %s', (file) => {
  const { misses, ...score } = scoreOf(readPassages(file))
  console.log(file, score)
  if (SHOWS_MISSES && OPEN.includes(file)) console.log(misses.join('\n'))
  expect(score.precision).toBeGreaterThanOrEqual(0.9)
  expect(score.recall).toBeGreaterThanOrEqual(0.8)
})

test('drafts of all open passages together', () => {
  const score = scoreOf(OPEN.flatMap(readPassages))
  expect(score.precision).toBeGreaterThanOrEqual(0.95)
  expect(score.recall).toBeGreaterThanOrEqual(0.9)
})
