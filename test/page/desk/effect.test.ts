import { describe, expect, test } from 'vitest'
import type { Report } from '../../../src/deadline/report.ts'
import { status } from '../../../src/deadline/status.ts'
import { type Effect, writeEffect } from '../../../src/page/desk/effect.tsx'
import { ledgerOf, SHIPPED, viewAt } from '../ledger.ts'

const epoch = (at: string) => Date.parse(at) / 1000

/** What some reports of a deadline, the last ones, change at an instant, and at an earlier one. */
function effectOf(
  slug: string,
  fresh: Report[],
  now: string,
  earlier: string | null = null,
): Effect {
  const deadline = SHIPPED.deadlines.find(
    (each) => each.slug === slug,
  ) as (typeof SHIPPED.deadlines)[0]
  const old = SHIPPED.reports.filter(
    (report) => report.deadline === slug && !fresh.includes(report),
  )
  const at = (instant: string) => ({
    at: epoch(instant),
    before: status(deadline, old, epoch(instant), null),
    after: status(deadline, [...old, ...fresh], epoch(instant), null),
  })
  return {
    now: at(now),
    earlier: earlier === null ? null : at(earlier),
    isAhead: false,
    recorded: 0,
  }
}

const reported = (slug: string, when: unknown) =>
  SHIPPED.reports.filter(
    (report) => report.deadline === slug && JSON.stringify(report.when) === JSON.stringify(when),
  )

describe('What a report will change is said', () => {
  test('of a date that another source contradicts', () => {
    const fresh = reported('istanbul-round-3', '2025-07-24')
    expect(fresh).toHaveLength(1)
    const now = '2025-07-21T20:00:00Z'
    expect(writeEffect(viewAt(now), effectOf('istanbul-round-3', fresh, now))).toEqual([
      'Certainty: tentative → contested',
      'Sources with a word on the date: 3 → 4',
    ])
  })

  test('of a date that is moved', () => {
    const fresh = reported('russia-50-days', '2025-08-08').concat(
      reported('russia-50-days', '2025-08-07/2025-08-09'),
    )
    expect(fresh).toHaveLength(2)
    const now = '2025-07-30T00:00:00Z'
    expect(writeEffect(viewAt(now), effectOf('russia-50-days', fresh, now))).toEqual([
      'The countdown moves from 2 September 2025 to 8 August 2025',
    ])
  })

  test('as of when it was said, where it changes nothing any more', () => {
    const fresh = reported('istanbul-round-3', '2025-07-24')
    const now = '2026-11-23T00:00:00Z'
    const effect = effectOf('istanbul-round-3', fresh, now, '2025-07-21T20:00:00Z')
    effect.now.before = effect.now.after
    expect(writeEffect(viewAt(now), effect)).toEqual([
      'Nothing in the status changes now: what is recorded joins the log.',
      'As of 21 July 2025, 20:00 UTC:',
      'Certainty: tentative → contested',
      'Sources with a word on the date: 3 → 4',
    ])
  })

  test('of a deadline that is opened, and of what is dated ahead', () => {
    const { deadlines, reports } = ledgerOf(
      { kind: 'ultimatum', title: 'Leave' },
      { when: '2025-09-01', zone: 'UTC' },
    )
    const now = '2025-08-01T00:00:00Z'
    const after = status(deadlines[0], reports, epoch(now), null)
    const effect: Effect = {
      now: { at: epoch(now), before: null, after },
      earlier: null,
      ...{ isAhead: true, recorded: 0 },
    }
    expect(writeEffect(viewAt(now), effect)).toEqual([
      'Opens ultimatum: Leave',
      'Certainty: firm',
      'The countdown goes to 1 September 2025',
      'Sources with a word on the date: 1',
      'It is said to come later than now: it is shown from then on.',
    ])
  })

  test('of a countdown that ends', () => {
    const fresh = SHIPPED.reports.filter(
      ({ deadline, says }) => deadline === 'russia-50-days' && says === 'outcome',
    )
    const now = '2025-08-10T00:00:00Z'
    expect(writeEffect(viewAt(now), effectOf('russia-50-days', fresh, now))).toEqual([
      'The countdown to 8 August 2025 ends',
      'Phase: past its time → closed',
      'Outcome: none → unmet; not carried out',
    ])
  })
})
