import { describe, expect, test } from 'vitest'
import {
  isKeepable,
  isOfAnInstant,
  questionOf,
  wantsNewest,
} from '../../../src/api/answers/keepable.ts'

const SITE = 'https://tracker.example'

describe('A request is answered from what is kept', () => {
  test.each([
    ...[
      '/',
      '/?topic=a',
      '/status.json',
      '/next.json?at=2025-07-21',
      '/topics/a',
      '/topics/a.atom',
    ],
    ...[
      '/deadlines/s',
      '/deadlines/s.png',
      '/feed.atom',
      '/feed.json',
      '/calendar.ics',
      '/archive',
    ],
    ...['/record', '/subscribe', '/embed/s', '/oembed?url=x', '/docs', '/openapi.json'],
  ])('at %s', (path) => {
    expect(isKeepable(new Request(SITE + path))).toBe(true)
    expect(isKeepable(new Request(SITE + path, { method: 'HEAD' }))).toBe(true)
    expect(isKeepable(new Request(SITE + path, { method: 'POST' }))).toBe(false)
  })

  test.each([
    ...[
      '/head.json',
      '/healthz',
      '/metrics',
      '/live',
      '/hub',
      '/desk',
      '/desk/new',
      '/ledger.ndjson',
    ],
    ...[
      '/deliveries.json',
      '/push/key',
      '/webhooks/x',
      '/subscribe/webhook',
      '/ledger',
      '/nothing',
    ],
    '/manifest.webmanifest',
  ])('never at %s', (path) => {
    expect(isKeepable(new Request(SITE + path))).toBe(false)
  })

  test('by its language and its address alone', () => {
    const german = { headers: { 'accept-language': 'de' } }
    const keys = [new Request(SITE), new Request(SITE, german), new Request(`${SITE}/?q=a`)]
    expect(new Set(keys.map(questionOf)).size).toBe(3)
    const other = new Request(SITE, { headers: { 'user-agent': 'a', 'if-none-match': '"b"' } })
    expect(questionOf(other)).toBe(questionOf(new Request(SITE)))
  })
})

test.each([
  [{ 'cache-control': 'no-cache' }, true],
  [{ 'cache-control': 'max-age=0' }, true],
  [{ authorization: 'Bearer a' }, true],
  [{ cookie: 'a=b; __Secure-recorded=1' }, true],
  [{ cookie: 'a=b' }, false],
  [{ 'cache-control': 'max-age=60' }, false],
  [{}, false],
])('Who sends %j wants the newest: %s', (headers, wanted) => {
  expect(wantsNewest(new Headers(headers))).toBe(wanted)
})

test('An instant is asked for by the parameter alone', () => {
  expect(isOfAnInstant(`${SITE}/?at=2025-07-21`)).toBe(true)
  expect(isOfAnInstant(`${SITE}/?q=a&at=2025-07-21`)).toBe(true)
  expect(isOfAnInstant(`${SITE}/?what=2025`)).toBe(false)
})
