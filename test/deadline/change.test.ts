import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Change, changesOf } from '../../src/deadline/change.ts'
import type { Report } from '../../src/deadline/report.ts'
import { timeOf } from '../../src/deadline/timeline.ts'
import { at, desk, issuer, kyiv, nameless, says } from './reports.ts'

const SET = says.date(issuer, '2025-07-14T12:00:00Z', '2025-09-02')
const PULLED = says.date(issuer, '2025-07-28T12:00:00Z', '2025-08-07/2025-08-09')

const brief = (changes: Change[]) =>
  changes.map(({ type, at, milestone, move }) =>
    [new Date(at * 1000).toISOString().slice(0, 16), type, milestone ?? move?.kind]
      .join(' ')
      .trim(),
  )

describe('What happens to a deadline', () => {
  test('is each report by what it changed, and each milestone while its date stood', () => {
    expect(brief(changesOf('ultimatum', [SET, PULLED]))).toEqual([
      '2025-07-14T12:00 move set',
      '2025-07-28T12:00 move pull-in',
      '2025-08-03T00:00 milestone 7d',
      '2025-08-07T00:00 milestone 3d',
      '2025-08-07T00:00 milestone opens',
      '2025-08-09T00:00 milestone 24h',
      '2025-08-09T23:00 milestone 1h',
      '2025-08-10T00:00 milestone closes',
    ])
  })

  test('has no milestone that fell before anybody knew the date, but one at that very instant', () => {
    const late = says.date(issuer, '2025-08-30T23:59:59Z', '2025-09-02')
    const names = (report: Report) =>
      changesOf('deadline', [report]).flatMap(({ milestone }) => milestone ?? [])
    expect(names(late)).toEqual(['3d', '24h', 'opens', '1h', 'closes'])
    expect(names({ ...late, reportedAt: '2025-08-31T00:00:00Z' })[0]).toBe('3d')
    expect(names({ ...late, reportedAt: '2025-08-31T00:00:01Z' })[0]).toBe('24h')
  })

  test('passes an exact instant in one', () => {
    const exact = says.date(issuer, '2025-07-23T15:30:00Z', '2025-07-23T16:00:00Z')
    expect(brief(changesOf('ultimatum', [exact])).at(-1)).toBe('2025-07-23T16:00 milestone closes')
    expect(brief(changesOf('talks', [exact])).slice(1)).toEqual([
      '2025-07-23T16:00 milestone opens',
    ])
  })

  test('has no milestones once it has an outcome, or no date', () => {
    const ended = says.outcome(desk, '2025-08-01T12:00:00Z', {
      ...{ result: 'withdrawn' as const, consequence: null, at: null },
    })
    const none = says.noDate(issuer, '2025-08-01T12:00:00Z')
    for (const last of [ended, none]) {
      const after = changesOf('ultimatum', [SET, last]).filter((each) => each.at > timeOf(last))
      expect(after).toEqual([])
    }
  })

  test('tells a move with both dates, and how sure it then was', () => {
    const [, pulled] = changesOf('ultimatum', [SET, PULLED])
    expect(pulled.move).toEqual({
      kind: 'pull-in',
      from: { when: '2025-09-02', zone: 'UTC' },
      to: { when: '2025-08-07/2025-08-09', zone: 'UTC' },
    })
    expect([pulled.certainty, pulled.target]).toEqual(['tentative', at('2025-08-10T00:00:00Z')])
  })

  test('names who says what where they differ', () => {
    const one = says.date(kyiv, '2025-07-21T18:00:00Z', '2025-07-23')
    const other = says.date(nameless, '2025-07-21T19:00:00Z', '2025-07-24')
    const [alone, contested] = changesOf('talks', [one, other])
    expect(alone.claims).toEqual([])
    expect(contested.claims).toEqual([
      { source: 'Kyiv', date: { when: '2025-07-23', zone: 'UTC' } },
      { source: 'Anonymous source', date: { when: '2025-07-24', zone: 'UTC' } },
    ])
  })

  test('keeps a report that was taken back, with when and by whom, and when it was put back', () => {
    const back = says.retraction(desk, '2025-07-15T12:00:00Z', SET)
    const undone = says.retraction(issuer, '2025-07-16T12:00:00Z', back)
    const [set] = changesOf('ultimatum', [SET, back, undone])
    expect(set.takings).toEqual([
      { at: at('2025-07-15T12:00:00Z'), by: 'Desk' },
      { at: at('2025-07-16T12:00:00Z'), by: null },
    ])
    expect(set.type).toBe('move')
  })
})

describe('Whatever was reported', () => {
  const day = fc
    .integer({ min: 0, max: 60 })
    .map((days) => at('2025-07-01T00:00:00Z') + days * 86_400)
  const text = (instant: number) => new Date(instant * 1000).toISOString().slice(0, 19)
  const dated = fc
    .tuple(day, day, fc.constantFrom(issuer, kyiv, nameless))
    .map(([said, when, by]) => says.date(by, `${text(said)}Z`, text(when).slice(0, 10)))
  const ledger = fc
    .array(dated, { minLength: 1, maxLength: 8 })
    .chain((reports) =>
      fc
        .array(fc.tuple(day, fc.nat(reports.length - 1)), { maxLength: 3 })
        .map((pairs) => [
          ...reports,
          ...pairs.map(([said, index]) => says.retraction(desk, `${text(said)}Z`, reports[index])),
        ]),
    )
  /** What is known later of a retraction is the only thing that a past change may gain. */
  const by = (changes: Change[], now: number) =>
    changes
      .filter((change) => change.at <= now)
      .map((change) => ({ ...change, takings: change.takings.filter((each) => each.at <= now) }))

  test('what has happened by an instant follows from what was reported by then', () => {
    fc.assert(
      fc.property(ledger, day, (reports, now) => {
        const then = reports.filter((report) => timeOf(report) <= now)
        expect(by(changesOf('ultimatum', reports), now)).toEqual(
          by(changesOf('ultimatum', then), now),
        )
      }),
    )
  })

  test('each report is told once, each milestone once, and in the order of time', () => {
    fc.assert(
      fc.property(ledger, (reports) => {
        const changes = changesOf('ultimatum', reports)
        const keys = changes.map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        const told = changes.filter(({ type }) => type !== 'milestone').map(({ key }) => key)
        expect(told.toSorted()).toEqual(reports.map(({ id }) => id).toSorted())
        const instants = changes.map((change) => change.at)
        expect(instants).toEqual(instants.toSorted((a, b) => a - b))
      }),
    )
  })
})
