import { describe, expect, it } from 'vitest'
import { ProblemPage } from '../../src/page/problem.tsx'
import { textOf, viewAt } from './ledger.ts'

describe('the page of a problem', () => {
  const view = viewAt('2025-07-21T20:00:00Z', {})
  const errors = [{ pointer: '/at', detail: 'must be an instant' }]
  const page = String(ProblemPage({ view, status: 400, detail: 'It cannot be read.', errors }))

  it('says what was wrong, and where', () => {
    expect(textOf(page)).toContain('400 Bad request It cannot be read.')
    expect(textOf(page)).toContain('What was wrong /at must be an instant')
  })

  it('leads back to the board', () => {
    expect(page).toContain('<a class="form-link" href="/">To the board</a>')
  })

  it('claims no address of its own, and no other forms', () => {
    expect(page).not.toContain('rel="canonical"')
    const others = [...page.matchAll(/<link rel="alternate" type="([^"]*)" href="([^"]*)"/g)]
    expect(others.map(([, type, href]) => [type, href])).toEqual([
      ['application/atom+xml', '/feed.atom'],
      ['application/rss+xml', '/feed.rss'],
      ['application/feed+json', '/feed.json'],
    ])
  })
})
