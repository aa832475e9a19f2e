import { expect, test } from 'vitest'
import { Recent } from '../src/recent.ts'

test('What was used lately is kept, up to the size in all', () => {
  const recent = new Recent<string>(10)
  recent.set('a', 'A', 4)
  recent.set('b', 'B', 4)
  expect(recent.get('a')).toBe('A')
  recent.set('c', 'C', 4)
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual(['A', null, 'C'])
})

test('What was used last but one goes before what was used last, again and again', () => {
  const recent = new Recent<string>(8)
  recent.set('a', 'A', 4)
  expect(recent.get('a')).toBe('A')
  recent.set('b', 'B', 4)
  expect([recent.get('a'), recent.get('a')]).toEqual(['A', 'A'])
  recent.set('c', 'C', 4)
  expect([recent.get('a'), recent.get('b')]).toEqual(['A', null])
})

test('What is larger than all that may be kept is not, and puts nothing out', () => {
  const recent = new Recent<string>(10)
  recent.set('a', 'A', 10)
  recent.set('b', 'B', 11)
  expect([recent.get('a'), recent.get('b')]).toEqual(['A', null])
})

test('What is set anew counts once', () => {
  const recent = new Recent<string>(10)
  for (const value of ['A', 'B', 'C']) recent.set('a', value, 6)
  recent.set('b', 'B', 4)
  expect([recent.get('a'), recent.get('b')]).toEqual(['C', 'B'])
})
