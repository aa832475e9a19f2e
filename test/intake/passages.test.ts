import { expect, test } from 'vitest'
import { readPassages, scoreOf } from './score.ts'

/** Passages and their marks by other authors: the rules were made with the open ones at hand. */
const REHEARSALS = ['a', 'b', 'c', 'd', 'e'].map((letter) => `rehearsal-${letter}`)
const OPEN = ['open', ...REHEARSALS].map(fileOf)
/** These nobody who wrote a rule had seen when they were first scored. */
const FILES = [...OPEN, fileOf('set-aside')]

/** Set MISSES to see each draft of the open passages that is not as marked. */
const SHOWS_MISSES = process.env.MISSES !== undefined

function fileOf(name: string): string {
  return `test/intake/passages/${name}.json`
}

test.each(FILES)('drafts of %s', (file) => {
  const { misses, ...score } = scoreOf(readPassages(file))
  console.log(file, score)
  if (SHOWS_MISSES && OPEN.includes(file)) console.log(misses.join('\n'))
  expect(score.precision).toBeGreaterThanOrEqual(0.9)
  expect(score.recall).toBeGreaterThanOrEqual(0.8)
})

test('drafts of all open passages together', () => {
  const { misses: _, ...score } = scoreOf(OPEN.flatMap(readPassages))
  console.log('the open ones together', score)
  expect(score.precision).toBeGreaterThanOrEqual(0.95)
  expect(score.recall).toBeGreaterThanOrEqual(0.9)
})
