import { describe, expect, test } from 'vitest'
import { type Case, caseOf, percentOf, recordOf, timesMoved } from '../../src/deadline/record.ts'
import type { Outcome, Report } from '../../src/deadline/report.ts'
import { status } from '../../src/deadline/status.ts'
import { at, deadline, issuer, says } from './reports.ts'

const UNMOVED = { later: 0, earlier: 0 }

function ended(outcome: Partial<Outcome> = {}, more: Partial<Case> = {}): Case {
  const { result = 'unmet', consequence = null } = outcome
  return { issuer: null, topic: null, moved: UNMOVED, result, consequence, ...more }
}

const open = (more: Partial<Case> = {}): Case => ({ ...ended(), ...more, result: null })

const nonZero = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))

describe('A case', () => {
  const set = says.date(issuer, '2025-07-01T00:00:00Z', '2025-07-20')
  const caseAt = (instant: string, ...reports: Report[]) =>
    caseOf(status(deadline('ultimatum', { issuer: 'Issuer' }), reports, at(instant), null))

  test.each([
    ['is none before its time is up', '2025-07-19T00:00:00Z', [set], null],
    ['is none without a date', '2025-07-30T00:00:00Z', [], null],
    ['has no result from the passing of time', '2026-07-30T00:00:00Z', [set], { result: null }],
    [
      'has the result that was reported, even before its time',
      '2025-07-11T00:00:00Z',
      [set, says.outcome(issuer, '2025-07-10T00:00:00Z', { result: 'met' })],
      { result: 'met', consequence: null },
    ],
    [
      'keeps result and consequence apart',
      '2025-08-30T00:00:00Z',
      [set, says.outcome(issuer, '2025-07-21T00:00:00Z', { consequence: 'late' })],
      { result: 'unmet', consequence: 'late' },
    ],
    [
      'is open again after a later word on the date',
      '2025-08-30T00:00:00Z',
      [
        set,
        says.outcome(issuer, '2025-07-21T00:00:00Z', { result: 'unmet' }),
        says.date(issuer, '2025-07-22T00:00:00Z', '2025-08-20'),
      ],
      { result: null, moved: { later: 1, earlier: 0 } },
    ],
  ])('%s', (_, instant, reports, expected) => {
    const found = caseAt(instant, ...reports)
    if (expected === null) expect(found).toBeNull()
    else expect(found).toMatchObject({ issuer: 'Issuer', ...expected })
  })

  test.each([
    [[], 0, 0],
    [['set'], 0, 0],
    [['set', 'firmed'], 0, 0],
    [['set', 'loosened', 'adjusted', 'withdrawn'], 0, 0],
    [['set', 'slip'], 1, 0],
    [['set', 'pull-in', 'firmed'], 0, 1],
    [['set', 'slip', 'slip', 'pull-in'], 2, 1],
  ] as const)(
    'with the moves %j was put off %i times and brought forward %i',
    (kinds, later, earlier) => {
      expect(timesMoved(kinds.map((kind) => ({ kind })))).toEqual({ later, earlier })
    },
  )
})

describe('The record', () => {
  test.each([
    ['of nothing', [], { cases: 0, demands: 0, talks: 0, open: 0 }, {}],
    ['of one that is open', [open()], { cases: 0, demands: 0, open: 1, moved: 0 }, {}],
    [
      'of ultimatums and deadlines',
      [
        ended({ result: 'met' }),
        ended({ result: 'partly-met' }),
        ended(),
        ended(),
        ended({ result: 'withdrawn' }),
        ended({ result: 'disputed' }),
      ],
      { cases: 6, demands: 6, talks: 0, open: 0 },
      { met: 1, 'partly-met': 1, unmet: 2, withdrawn: 1, disputed: 1 },
    ],
    [
      'of talks, apart from those',
      [ended({ result: 'held' }), ended({ result: 'cancelled' }), ended(), open()],
      { cases: 3, demands: 1, talks: 2, open: 1 },
      { held: 1, cancelled: 1, unmet: 1 },
    ],
  ])('%s counts each once', (_, cases, tally, results) => {
    const { all } = recordOf(cases)
    expect(all).toMatchObject(tally)
    expect(nonZero(all.results)).toEqual(results)
  })

  test('counts the consequences of the unmet alone, and those that nobody recorded', () => {
    const { all } = recordOf([
      ended({ consequence: 'carried-out' }),
      ended({ consequence: 'not-carried-out' }),
      ended({ consequence: 'not-carried-out' }),
      ended({ consequence: 'pending' }),
      ended(),
      ended({ result: 'partly-met', consequence: 'late' }),
      ended({ result: 'disputed', consequence: 'partly' }),
    ])
    expect(nonZero(all.followed)).toEqual({
      ...{ 'carried-out': 1, 'not-carried-out': 2, pending: 1, unrecorded: 1 },
    })
    expect(all.results.unmet).toBe(5)
  })

  test.each([
    [
      { later: 0, earlier: 0 },
      { moved: 0, movedLater: 0, movedEarlier: 0 },
    ],
    [
      { later: 3, earlier: 0 },
      { moved: 1, movedLater: 1, movedEarlier: 0 },
    ],
    [
      { later: 0, earlier: 1 },
      { moved: 1, movedLater: 0, movedEarlier: 1 },
    ],
    [
      { later: 1, earlier: 2 },
      { moved: 1, movedLater: 1, movedEarlier: 1 },
    ],
  ])('counts a case that moved %j once', (moved, expected) => {
    expect(recordOf([ended({}, { moved }), ended()]).all).toMatchObject(expected)
  })

  test('does not count the moves of what has no outcome yet', () => {
    const { all } = recordOf([open({ moved: { later: 1, earlier: 1 } })])
    expect(all).toMatchObject({ cases: 0, moved: 0, movedLater: 0, movedEarlier: 0, open: 1 })
  })

  test('is told by issuer and by topic, the most cases first and the nameless last', () => {
    const { issuers, topics } = recordOf([
      ended({}, { topic: 'truce' }),
      ended({}, { topic: 'truce' }),
      ended({}, { issuer: 'B' }),
      ended({}, { issuer: 'A', topic: 'talks' }),
      ended({ result: 'met' }, { issuer: 'C' }),
      ended({ result: 'met' }, { issuer: 'C' }),
      open({ issuer: 'D' }),
    ])
    const named = (groups: typeof issuers) =>
      groups.map(({ name, tally }) => [name, tally.cases, tally.open])
    expect(named(issuers)).toEqual([
      ['C', 2, 0],
      ['A', 1, 0],
      ['B', 1, 0],
      ['D', 0, 1],
      [null, 2, 0],
    ])
    expect(named(topics)).toEqual([
      ['truce', 2, 0],
      ['talks', 1, 0],
      [null, 3, 1],
    ])
    expect(issuers[0].tally.results).toMatchObject({ met: 2, unmet: 0 })
  })
})

describe('A percentage', () => {
  test.each([
    [1, 1, null],
    [3, 4, null],
    [0, 0, null],
    [0, 5, 0],
    [5, 5, 100],
    [3, 7, 43],
    [1, 300, 1],
    [299, 300, 99],
  ])('of %i of %i is %s', (count, of, percent) => {
    expect(percentOf(count, of)).toBe(percent)
  })
})
