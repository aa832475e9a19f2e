import { describe, expect, test } from 'vitest'
import { outlives } from '../../../src/api/answers/outlives.ts'

const SITE = 'https://tracker.example'
const AT = '2025-07-21T20:00:00Z'
const later = (deadline: string, seconds: number) => {
  return { deadline, at: Date.parse(AT) / 1000 + seconds }
}

describe('What was told as of an instant', () => {
  test('stays while nothing has arrived that was made by then', () => {
    expect(outlives(`${SITE}/?at=${AT}`, [])).toBe(true)
    expect(outlives(`${SITE}/?at=${AT}`, [later('a', 1), later('b', 9)])).toBe(true)
    expect(outlives(`${SITE}/?at=${AT}`, [later('a', 1), later('b', 0)])).toBe(false)
  })

  test.each([
    '/deadlines/a',
    '/deadlines/a.json',
    '/deadlines/a.png',
    '/deadlines/a.svg',
    '/embed/a',
  ])('is at %s no more when anything of it arrives', (path) => {
    expect(outlives(`${SITE}${path}?at=${AT}`, [later('b', 1)])).toBe(true)
    expect(outlives(`${SITE}${path}?at=${AT}`, [later('a', 1)])).toBe(false)
  })

  test.each([
    '/feed.atom',
    '/feed.json',
    '/topics/t.rss',
    '/deadlines/a.feed.json',
    '/calendar.ics',
    '/topics/t.ics',
    '/docs',
    '/subscribe',
  ])('stays never at %s', (path) => {
    expect(outlives(`${SITE}${path}?at=${AT}`, [])).toBe(false)
  })

  test.each([
    ['2025-07-21T22:00:00%2B02:00', true],
    ['2025-07-21T22:00:00+02:00', true],
    ['2025-07-21T22:00:01%2B02:00', false],
    ['soon', false],
    ['', false],
  ])('is of the instant %s, however it is written', (at, stays) => {
    expect(outlives(`${SITE}/status.json?at=${at}`, [later('a', 1)])).toBe(stays)
  })
})
