/** Charts that are kept, held against those that are drawn anew, as the time goes by. */
import { expect, test } from 'vitest'
import { status } from '../../../src/deadline/status.ts'
import { Drift } from '../../../src/page/deadline/drift-section.tsx'
import { KeptDrift } from '../../../src/page/deadline/kept-drift.tsx'
import type { Language } from '../../../src/page/words/words.ts'
import { type Ledger, ledgerOf, SHIPPED, viewAt } from '../ledger.ts'

/** What is said, and when time is up, in the middle of a minute. */
const ODD = ledgerOf(
  { kind: 'ultimatum', issuedAt: '2025-07-14' },
  { when: '2025-07-20T10:00:40Z', reportedAt: '2025-07-14T15:00:17Z' },
  { when: '2025-07-18T10:00:00Z', reportedAt: '2025-07-15T08:30:50Z' },
  { when: '2025-07-17T10:00:40Z', reportedAt: '2025-07-16T09:59:59Z' },
)
const TURNS = ['2025-07-15T08:30:50Z', '2025-07-16T09:59:59Z', '2025-07-17T10:00:40Z']

const SHIPPED_ONE: Ledger = {
  deadlines: SHIPPED.deadlines.filter(({ slug }) => slug === 'russia-50-days'),
  reports: SHIPPED.reports.filter(({ deadline }) => deadline === 'russia-50-days'),
}

function partsAt(ledger: Ledger, at: string, lang?: Language) {
  const now = Date.parse(at) / 1000
  const log = ledger.reports.filter(({ reportedAt }) => Date.parse(reportedAt) / 1000 <= now)
  return { view: viewAt(at, {}, lang), status: status(ledger.deadlines[0], log, now, null), log }
}

const later = (at: string, seconds: number) =>
  new Date(Date.parse(at) + seconds * 1000).toISOString()
const keptAt = (ledger: Ledger, at: string, lang?: Language) =>
  String(<KeptDrift {...partsAt(ledger, at, lang)} />)
const freshAt = (ledger: Ledger, at: string, lang?: Language) =>
  String(<Drift {...partsAt(ledger, at, lang)} />)

test.each(['en', 'ar'] as const)('A whole minute is drawn as it is, and kept, in %s', (lang) => {
  for (const at of ['2025-07-16T00:00:00Z', '2025-07-30T08:14:00Z', '2025-12-31T23:59:00Z']) {
    const fresh = freshAt(SHIPPED_ONE, at, lang)
    expect(fresh).toContain('drift-bar')
    for (const seconds of [59, 0, 30]) {
      expect(keptAt(SHIPPED_ONE, later(at, seconds), lang)).toBe(fresh)
    }
    expect(keptAt(SHIPPED_ONE, later(at, 60), lang)).toBe(freshAt(SHIPPED_ONE, later(at, 60), lang))
  }
})

test.each(TURNS)('What is said or is up at %s is drawn as of then', (at) => {
  expect(keptAt(ODD, at)).toBe(freshAt(ODD, at))
  expect(keptAt(ODD, at)).not.toBe(keptAt(ODD, later(at, -1)))
  expect(keptAt(ODD, later(at, 1))).toBe(keptAt(ODD, at))
})

/** In order, those of both widths. */
function barsOf(markup: string) {
  return [...markup.matchAll(/<rect class="drift-bar[^>]*>/g)].map(([rect]) =>
    ['x', 'y', 'width', 'height'].map((name) =>
      Number.parseFloat(rect.match(new RegExp(`\\b${name}="([^"%]+)`))?.[1] ?? 'NaN'),
    ),
  )
}

test('No bar is off by more than a quarter of a pixel', () => {
  const widest = 1056
  for (const at of [...TURNS, '2025-07-14T15:01:17Z', '2025-07-16T21:30:00Z']) {
    const [kept, fresh] = [keptAt(ODD, later(at, 59)), freshAt(ODD, later(at, 59))].map(barsOf)
    expect(kept.length).toBeGreaterThan(0)
    expect(kept).toHaveLength(fresh.length)
    kept.forEach((bar, index) => {
      const [x, y, width, height] = bar.map((side, each) => Math.abs(side - fresh[index][each]))
      expect(Math.max(x, width) * (widest / 100)).toBeLessThanOrEqual(0.25)
      expect(Math.max(y, height)).toBeLessThanOrEqual(0.25)
    })
  }
})

test('A chart follows from what is said, and from no address that it was asked at', () => {
  const { view, status, log } = partsAt(SHIPPED_ONE, '2025-07-30T08:14:00Z')
  const elsewhere = viewAt('2025-07-30T08:14:00Z', { at: '2025-07-30T08:14:00Z' })
  expect(String(<Drift view={elsewhere} status={status} log={log} />)).toBe(
    String(<Drift view={view} status={status} log={log} />),
  )
  const fewer = log.slice(0, -1)
  expect(String(<KeptDrift view={view} status={status} log={fewer} />)).not.toBe(
    String(<KeptDrift view={view} status={status} log={log} />),
  )
})
