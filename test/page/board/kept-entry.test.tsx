/** Entries that are kept, held against those that are drawn anew, as the time goes by. */
import { describe, expect, test } from 'vitest'
import { type Status, status } from '../../../src/deadline/status.ts'
import { Entry } from '../../../src/page/board/entry.tsx'
import { KeptEntry } from '../../../src/page/board/kept-entry.tsx'
import { type Ledger, ledgerOf, SHIPPED, viewAt } from '../ledger.ts'
import { TWENTY } from '../twenty.ts'

/** To an hour, to a day in a zone, to a stretch of days, to talks, and by several who differ. */
const COUNTED: Ledger[] = [
  ledgerOf({ slug: 'hour', kind: 'ultimatum', issuedAt: '2025-07-14' }, said('2025-07-29T18:00Z')),
  ledgerOf({ slug: 'day' }, said('2025-07-30', 'Asia/Kathmandu')),
  ledgerOf(
    { slug: 'days', kind: 'ultimatum', issuedAt: '2025-07-20' },
    said('2025-07-28/2025-08-02'),
  ),
  ledgerOf({ slug: 'talks', kind: 'talks' }, said('2025-07-29', 'Europe/Kyiv')),
  ledgerOf({ slug: 'open' }, said('2025-07-29/..')),
  ledgerOf(
    { slug: 'differ' },
    said('2025-07-29T18:00Z'),
    said('2025-07-31', 'Asia/Tokyo', 'A party'),
    said('2026-01-02', 'UTC', 'Another'),
  ),
  ledgerOf({ slug: 'moved' }, said('2025-07-29'), {
    when: '2025-08-03',
    reportedAt: '2025-07-22T09:00:00Z',
  }),
].map(withOwnSlug)

function said(when: string, zone: string | null = null, name = 'A ministry') {
  return { when, zone, source: { name, standing: name === 'A ministry' ? 'issuer' : 'party' } }
}

function withOwnSlug({ deadlines, reports }: Ledger): Ledger {
  return {
    deadlines,
    reports: reports.map((report) => ({ ...report, deadline: deadlines[0].slug })),
  }
}

function statusesAt(now: number): Status[] {
  return [SHIPPED, TWENTY, ...COUNTED].flatMap(({ deadlines, reports }) =>
    deadlines.map((deadline) => {
      const own = reports.filter((report) => report.deadline === deadline.slug)
      return status(deadline, own, now, null)
    }),
  )
}

/** Seconds after another, over the ends of minutes, hours, days by several zones, a week and a year. */
const TIMES = [
  ...['2025-07-28T18:14:59', '2025-07-28T23:59:59', '2025-07-29T16:59:58', '2025-07-29T17:58:59'],
  ...['2025-07-29T17:59:58', '2025-07-29T18:14:59', '2025-07-29T20:59:59', '2025-07-30T18:14:59'],
  ...['2025-07-29T08:59:59', '2025-08-01T23:59:59', '2025-08-02T12:00:00', '2025-12-31T23:59:59'],
]
const INSTANTS = TIMES.flatMap((time) =>
  [0, 1, 2, 61].map((later) => Date.parse(`${time}Z`) / 1000 + later),
)

describe.each(['en', 'uk', 'ar'] as const)('An entry that is kept, in %s', (lang) => {
  test('is the one that would be drawn, at every instant', () => {
    const drawings = new Set<string>()
    for (const now of INSTANTS) {
      const view = viewAt(new Date(now * 1000).toISOString(), {}, lang)
      for (const status of statusesAt(now)) {
        const drawn = String(<Entry view={view} status={status} />)
        expect(String(<KeptEntry view={view} status={status} />), `${status.slug} ${now}`).toBe(
          drawn,
        )
        drawings.add(drawn)
      }
    }
    // Most are kept from second to second, and what the time shows in is drawn again.
    expect(drawings.size).toBeGreaterThan(3 * statusesAt(INSTANTS[0]).length)
    expect(drawings.size).toBeLessThan(INSTANTS.length * statusesAt(INSTANTS[0]).length * 0.5)
  })

  test('leads to where the one of another instant does not', () => {
    const [status] = statusesAt(INSTANTS[0])
    const [now, then] = [{}, { at: '2025-07-28T18:14:59Z' }].map((asked) =>
      String(<KeptEntry view={viewAt('2025-07-28T18:14:59Z', asked, lang)} status={status} />),
    )
    expect(now).not.toBe(then)
  })
})
