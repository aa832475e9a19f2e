import { describe, expect, it } from 'vitest'
import { NOT_NARROWED } from '../../src/deadline/board.ts'
import type { Status } from '../../src/deadline/status.ts'
import { status } from '../../src/deadline/status.ts'
import { DeadlinePage } from '../../src/page/deadline/deadline.tsx'
import { ProblemPage } from '../../src/page/problem.tsx'
import {
  archiveOf,
  boardOf,
  type Ledger,
  ledgerOf,
  pageOf,
  recordPageOf,
  SHIPPED,
  subscribeOf,
  textOf,
  viewAt,
} from './ledger.ts'

const HOSTILE = `</title><script>alert("1")</script><b onclick='x'>`

const hostile: Ledger = ledgerOf(
  {
    ...{ kind: 'ultimatum', title: HOSTILE, issuer: HOSTILE, addressees: [HOSTILE] },
    ...{ demand: HOSTILE, threat: HOSTILE, place: HOSTILE, issuedAt: '2025-07-01' },
  },
  {
    ...{ when: '2025-09-02', zone: 'UTC', quote: HOSTILE, note: HOSTILE },
    source: { name: HOSTILE, standing: 'issuer', via: HOSTILE },
  },
)

const DAYS = ['2025-05-01', '2025-07-16', '2025-07-21', '2025-07-23', '2025-07-28', '2025-08-08']
const TOPIC = { ...NOT_NARROWED, topic: 'russia-ukraine-war' }
const views = [...DAYS.map((day) => viewAt(`${day}T15:00:00Z`)), viewAt('2026-11-23T02:00:00Z', {})]

const pages: [string, string][] = [
  ...views.flatMap((view): [string, string][] => [
    [`the board at ${view.now}`, boardOf(SHIPPED, view)],
    [`a topic at ${view.now}`, boardOf(SHIPPED, view, TOPIC)],
    [`the archive at ${view.now}`, archiveOf(SHIPPED, view)],
    [`subscribing at ${view.now}`, subscribeOf(SHIPPED, view)],
    [`the record at ${view.now}`, recordPageOf(SHIPPED, view)],
    ...SHIPPED.deadlines.map(({ slug }): [string, string] => [
      `${slug} at ${view.now}`,
      pageOf(SHIPPED, slug, view),
    ]),
  ]),
  ['a hostile board', boardOf(hostile, viewAt('2025-07-21T20:00:00Z'))],
  ['a hostile deadline', pageOf(hostile, 'a-deadline', viewAt('2025-07-21T20:00:00Z'))],
  [
    'a search of a topic that finds nothing',
    boardOf({ deadlines: [], reports: [] }, views[0], { ...TOPIC, q: HOSTILE }),
  ],
  [
    'a hostile choice',
    subscribeOf(hostile, viewAt('2025-07-21T20:00:00Z'), { slug: 'a-deadline' }),
  ],
  ['a hostile archive', archiveOf(hostile, viewAt('2026-11-23T02:00:00Z'))],
  ['a hostile record', recordPageOf(hostile, viewAt('2026-11-23T02:00:00Z'))],
  ['a problem', problemPage('No such page')],
  ['a hostile problem', problemPage(HOSTILE)],
]

function problemPage(text: string): string {
  const errors = [{ pointer: '/at', detail: text }]
  const view = viewAt('2025-07-21T20:00:00Z', {})
  return String(ProblemPage({ view, status: 404, detail: text, errors }))
}

describe.each(pages)('%s', (_name, page) => {
  it('has nothing that the content security policy forbids', () => {
    const tags = page.replace(/="[^"]*"/g, '=""')
    expect(tags).not.toMatch(/<style\b/)
    expect(tags).not.toMatch(/<[^>]*\s(style|on\w+)=/)
    const scripts = page.match(/<script\b[^>]*>/g) ?? []
    // A block of data is no script: nothing runs it, and the policy does not ask about it.
    const run = scripts.filter((tag) => tag !== '<script type="application/ld+json">')
    const own = page.includes('data-words=') ? 'countdown' : page.includes('data-said=') && 'copy'
    expect(run).toEqual(own ? [`<script type="module" src="/assets/${own}-1.js">`] : [])
  })

  it('is a whole document with one main heading, and no level left out', () => {
    expect(page).toMatch(/^<!doctype html>\s*<html lang="en" dir="ltr">/)
    const levels = [...page.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels[0]).toBe(1)
    levels.slice(1).forEach((level, index) => {
      expect(level - levels[index]).toBeLessThanOrEqual(1)
    })
  })

  it('names each id once, and points only to ids that there are', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const pointed = [...page.matchAll(/(?:href="#|aria-labelledby=")([^"]*)"/g)].map(([, id]) => id)
    expect(ids).toEqual(expect.arrayContaining(pointed))
  })

  it('gives machines only dates that HTML knows', () => {
    for (const [, datetime] of page.matchAll(/<time datetime="([^"]*)"/g)) {
      expect(datetime).toMatch(/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?Z?)?)?)?$/)
    }
  })

  it('has no place left open and nothing undefined in its words', () => {
    expect(textOf(page)).not.toMatch(/[{}]|undefined|null|NaN|\[object/)
  })
})

describe('text from the ledger', () => {
  it('is escaped wherever it stands', () => {
    for (const [, page] of pages.filter(([name]) => name.startsWith('a hostile'))) {
      expect(page).not.toContain('<script>')
      expect(page).not.toContain('<b onclick')
      expect(page).toContain('&lt;script&gt;')
    }
  })

  it('is linked only to the web', () => {
    const view = viewAt('2025-07-21T20:00:00Z')
    const told = withLinks('javascript:alert(1)', 'data:text/html,x', view.now)
    const page = String(DeadlinePage({ view, status: told, log: [], moments: [] }))
    expect(page).not.toContain('javascript:')
    expect(page).not.toContain('data:text')
    expect(textOf(page)).toContain('A ministry, issuer, via A paper')
  })
})

/** Addresses that the ledger would have refused, in case it ever does not. */
function withLinks(url: string, archiveUrl: string, now: number): Status {
  const source = { name: 'A ministry', standing: 'issuer', via: 'A paper' }
  const { deadlines, reports } = ledgerOf({}, { when: '2025-09-02', zone: 'UTC', source })
  for (const report of reports) Object.assign(report.source, { url, archiveUrl })
  return status(deadlines[0], reports, now, null)
}
