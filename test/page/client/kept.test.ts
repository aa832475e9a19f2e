import { describe, expect, it } from 'vitest'
import { isFile, isKeepable, isKeptPage, neededBy } from '../../../src/page/client/kept.ts'

describe('a page to keep', () => {
  it.each([
    ...['/', '/archive', '/record', '/topics/russia-ukraine-war', '/deadlines/russia-50-days'],
  ])('is %s', (path) => {
    expect(isKeptPage(path)).toBe(true)
  })

  it.each([
    ...['/desk', '/desk/deadlines/x', '/deadlines/x.json', '/deadlines/x.png', '/topics/x.ics'],
    ...['/subscribe', '/webhooks/1', '/healthz', '/status.json', '/feed.atom', '/embed/x', '/docs'],
    ...['/deadlines/x/reports', '/archive/', '/push/key', '/assets/page.css'],
  ])('is not %s', (path) => {
    expect(isKeptPage(path)).toBe(false)
  })

  const HTML = { 'content-type': 'text/html; charset=UTF-8', 'cache-control': 'no-cache' }

  it.each([
    ['a page as it is', new Response('', { headers: HTML }), true],
    ['a fault', new Response('', { status: 500, headers: HTML }), false],
    ['nothing there', new Response('', { status: 404, headers: HTML }), false],
    ['data', new Response('{}', { headers: { 'content-type': 'application/json' } }), false],
    ['a secret', new Response('', { headers: { ...HTML, 'cache-control': 'no-store' } }), false],
    ['one’s own', new Response('', { headers: { ...HTML, 'cache-control': 'private' } }), false],
    [
      'sent on',
      Object.defineProperty(new Response('', { headers: HTML }), 'redirected', { value: true }),
      false,
    ],
  ])('comes as an answer that is one: %s', (_, answer, isOne) => {
    expect(isKeepable(answer)).toBe(isOne)
  })
})

describe('a file', () => {
  it('is what has its content in its name', () => {
    expect([isFile('/assets/live-1.js'), isFile('/service-worker.js')]).toEqual([true, false])
  })

  const files = [
    { name: 'live-1.js', text: 'import("./later-1.js")' },
    { name: 'later-1.js', text: 'import("./offline-1.js"); import("./live-1.js")' },
    { name: 'offline-1.js', text: '' },
    { name: 'live-2.js', text: 'import("./later-2.js")' },
    { name: 'later-2.js', text: '' },
  ]

  it.each([
    ['by whom it is named', ['<script src="/assets/later-2.js">'], ['later-2.js']],
    [
      'by those in turn',
      ['<script src="/assets/live-1.js">'],
      ['later-1.js', 'live-1.js', 'offline-1.js'],
    ],
    [
      'by any',
      ['live-1.js', 'live-2.js'],
      ['later-1.js', 'later-2.js', 'live-1.js', 'live-2.js', 'offline-1.js'],
    ],
    ['by nobody', ['<p>live</p>'], []],
  ])('is needed %s', (_, texts, needed) => {
    expect([...neededBy(texts, files)].sort()).toEqual(needed)
  })
})
