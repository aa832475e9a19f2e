import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/deadline/report.ts'
import { isKnownBy, momentsOf, status } from '../../src/deadline/status.ts'
import {
  ankara,
  at,
  daily,
  deadline,
  desk,
  issuer,
  kyiv,
  moscow,
  nameless,
  says,
} from './reports.ts'

const [MON, TUE, WED, THU, FRI] = ['14', '15', '16', '17', '18'].map(
  (day) => `2025-07-${day}T12:00:00Z`,
)
const LATER = at('2025-07-20T00:00:00Z')

const told = (reports: Report[], now = LATER, known: number | null = null) =>
  status(deadline('ultimatum', { issuedAt: '2025-07-14' }), reports, now, known)

describe('the moments of a deadline', () => {
  const reports = [
    says.date(issuer, WED, '2025-07-24', { recordedAt: THU }),
    says.date(issuer, MON, '2025-07-23'),
    says.date(desk, MON, '2025-07-23'),
  ]

  test('are each once, oldest first', () => {
    expect(momentsOf(reports, null)).toEqual([MON, WED])
  })

  test('are those recorded by known', () => {
    expect(momentsOf(reports, at(THU) - 1)).toEqual([MON])
  })
})

describe('the reports that count', () => {
  const said = says.date(issuer, MON, '2025-07-23')

  test('are those made by now, to the second', () => {
    expect(told([said], at(MON) - 1)).toMatchObject({ when: null, reports: 0, updatedAt: null })
    expect(told([said], at(MON))).toMatchObject({ when: '2025-07-23', reports: 1, updatedAt: MON })
  })

  test('are those recorded by known, to the second, and all that is recorded where nobody asks', () => {
    const late = says.date(issuer, MON, '2025-07-23', { recordedAt: WED })
    expect(told([late], LATER, at(WED) - 1)).toMatchObject({ when: null, reports: 0 })
    expect(told([late], LATER, at(WED))).toMatchObject({ when: '2025-07-23', reports: 1 })
    expect(told([late], at(TUE), null)).toMatchObject({ when: '2025-07-23', reports: 1 })
  })

  test('may have been recorded after now: a ledger entered today shows any past day', () => {
    const today = says.date(issuer, MON, '2025-07-23', { recordedAt: '2026-11-23T00:00:00Z' })
    expect(told([today], at(TUE)).when).toBe('2025-07-23')
    expect(told([today], at(TUE), at(TUE)).when).toBeNull()
    expect(isKnownBy(today, at('2026-11-22T23:59:59Z'))).toBe(false)
    expect(isKnownBy(today, at('2026-11-23T00:00:00Z'))).toBe(true)
  })

  test('count once where they come twice', () => {
    expect(told([said, said])).toEqual(told([said]))
  })
})

describe('a retraction', () => {
  const first = says.date(issuer, MON, '2025-07-23')
  const wrong = says.date(issuer, TUE, '2025-07-28')
  const takenBack = says.retraction(desk, WED, wrong)

  test('leaves what was said before', () => {
    expect(told([first, wrong, takenBack])).toMatchObject({
      when: '2025-07-23',
      certainty: 'firm',
      reports: 3,
      updatedAt: WED,
    })
    expect(told([first, wrong, takenBack]).moves.map(({ to }) => to)).toEqual(['2025-07-23'])
  })

  test('changes nothing of the time before it', () => {
    expect(told([first, wrong, takenBack], at(WED) - 1).when).toBe('2025-07-28')
    expect(told([first, wrong, takenBack], LATER, at(WED) - 1).when).toBe('2025-07-28')
  })

  test('of the only date leaves none', () => {
    const only = says.retraction(desk, TUE, first)
    expect(told([first, only])).toMatchObject({ when: null, certainty: 'undated', moves: [] })
  })

  test('of a claim brings back what that claim had superseded', () => {
    const party = says.date(kyiv, MON, '2025-07-23')
    const ruling = says.date(issuer, TUE, '2025-07-28')
    expect(told([party, ruling, says.retraction(desk, WED, ruling)]).claims).toMatchObject([
      { when: '2025-07-23', source: { name: 'Kyiv' } },
    ])
  })

  test('of an outcome opens the deadline again', () => {
    const outcome = says.outcome(desk, TUE, { result: 'met' })
    expect(told([first, outcome]).phase).toBe('closed')
    expect(told([first, outcome, says.retraction(desk, WED, outcome)])).toMatchObject({
      phase: 'upcoming',
      outcome: null,
    })
  })

  test.each([
    ['the outcome has the smaller id', '1', '2'],
    ['the date has the smaller id', '2', '1'],
  ])('stands against a word on the date at the same instant, though %s', (_, one, two) => {
    const id = (digit: string) => `00000000-0000-4000-8000-00000000000${digit}`
    const ended = says.outcome(desk, WED, { result: 'unmet' }, { id: id(one) })
    const word = says.date(kyiv, WED, '2025-07-30', { id: id(two) })
    expect(told([ended, word])).toMatchObject({ phase: 'closed', outcome: { result: 'unmet' } })
  })

  test('of what reopened a deadline closes it again', () => {
    const outcome = says.outcome(desk, TUE, { result: 'met' })
    const again = says.date(issuer, WED, '2025-07-30')
    expect(told([first, outcome, again, says.retraction(desk, THU, again)])).toMatchObject({
      phase: 'closed',
      when: '2025-07-23',
    })
  })

  test('that is itself taken back takes back nothing', () => {
    const mended = says.retraction(desk, THU, takenBack)
    expect(told([first, wrong, takenBack, mended]).when).toBe('2025-07-28')
    const after = says.retraction(desk, FRI, mended)
    expect(told([first, wrong, takenBack, mended, after]).when).toBe('2025-07-23')
  })

  test('of a report that is not there takes back nothing', () => {
    const elsewhere = says.date(issuer, MON, '2025-07-25')
    expect(told([first, says.retraction(desk, TUE, elsewhere)]).when).toBe('2025-07-23')
  })
})

describe('an outcome', () => {
  const dated = says.date(issuer, MON, '2025-07-23')

  test('closes the deadline and stops the countdown', () => {
    const outcome = says.outcome(desk, WED, {
      result: 'unmet',
      consequence: 'pending',
      at: '2025-07-16',
    })
    const closed = told([dated, outcome])
    expect(closed).toMatchObject({ phase: 'closed', remaining: null, when: '2025-07-23' })
    expect(closed.target).toBe('2025-07-24T00:00:00Z')
    expect(closed.outcome).toEqual({
      result: 'unmet',
      consequence: 'pending',
      at: '2025-07-16',
      reportedAt: WED,
      source: desk,
      report: outcome.id,
    })
  })

  test('is the latest one reported', () => {
    const reports = [
      dated,
      says.outcome(desk, WED, { result: 'unmet', consequence: 'pending' }),
      says.outcome(daily, THU, { result: 'unmet', consequence: 'late' }),
    ]
    expect(told(reports).outcome).toMatchObject({ consequence: 'late', source: { name: 'Daily' } })
    expect(told(reports, at(WED)).outcome).toMatchObject({ consequence: 'pending' })
  })

  test('is not made by time alone', () => {
    expect(told([dated], at('2030-01-01T00:00:00Z'))).toMatchObject({
      phase: 'passed',
      outcome: null,
    })
  })

  test.for([
    [desk, 'upcoming'],
    [issuer, 'upcoming'],
    [kyiv, 'upcoming'],
    [daily, 'closed'],
    [nameless, 'closed'],
  ] as const)('after which $0.standing gives a date is $1', ([by, phase]) => {
    const outcome = says.outcome(desk, TUE, { result: 'withdrawn' })
    expect(told([dated, outcome, says.date(by, WED, '2025-07-30')]).phase).toBe(phase)
  })

  test('after which a note comes stays', () => {
    const outcome = says.outcome(desk, TUE, { result: 'met' })
    expect(told([dated, outcome, says.note(desk, WED, 'Looking back')]).phase).toBe('closed')
  })

  test('that follows a new date closes the deadline again', () => {
    const reports = [
      dated,
      says.outcome(desk, TUE, { result: 'withdrawn' }),
      says.date(issuer, WED, '2025-07-30'),
      says.outcome(desk, THU, { result: 'met' }),
    ]
    expect(told(reports)).toMatchObject({ phase: 'closed', outcome: { result: 'met' } })
  })

  test('of talks is undone by a new date: cancelled talks are set anew', () => {
    const reports = [
      says.date(kyiv, MON, '2025-07-23'),
      says.outcome(desk, TUE, { result: 'cancelled' }),
      says.date(moscow, WED, '2025-07-30'),
    ]
    expect(status(deadline('talks'), reports, LATER, null)).toMatchObject({
      phase: 'upcoming',
      outcome: null,
      when: '2025-07-30',
    })
  })
})

describe('the target', () => {
  const interval = [says.date(issuer, MON, '2025-08-07/2025-08-09')]
  const target = (kind: 'ultimatum' | 'talks' | 'deadline', reports: Report[]) =>
    status(deadline(kind), reports, LATER, null).target

  test.for([
    ['talks', '2025-08-07T00:00:00Z'],
    ['ultimatum', '2025-08-10T00:00:00Z'],
    ['deadline', '2025-08-10T00:00:00Z'],
  ] as const)('of %s is %s', ([kind, expected]) => {
    expect(target(kind, interval)).toBe(expected)
  })

  test('is null on an unbounded side, which is tentative and not undated', () => {
    const until = [says.date(kyiv, MON, '../2025-08-31')]
    expect(status(deadline('talks'), until, LATER, null)).toMatchObject({
      target: null,
      remaining: null,
      certainty: 'tentative',
      window: { opens: null, closes: '2025-09-01T00:00:00Z' },
    })
    expect(target('ultimatum', until)).toBe('2025-09-01T00:00:00Z')
    expect(target('ultimatum', [says.date(kyiv, MON, '2025-08-31/..')])).toBeNull()
    expect(target('talks', [says.date(kyiv, MON, '2025-08-31/..')])).toBe('2025-08-31T00:00:00Z')
  })
})

describe('the elapsed share', () => {
  const dated = [says.date(issuer, MON, '2025-07-23')]

  test('is that of an ultimatum with a known issue date alone', () => {
    const share = (kind: 'ultimatum' | 'talks' | 'deadline', issuedAt: string | null) =>
      status(deadline(kind, { issuedAt }), dated, at('2025-07-19T00:00:00Z'), null).elapsed
    expect(share('ultimatum', '2025-07-14')).toBe(0.5)
    expect(share('ultimatum', null)).toBeNull()
    expect(share('talks', '2025-07-14')).toBeNull()
    expect(share('deadline', '2025-07-14')).toBeNull()
  })

  test('is null without a date', () => {
    expect(told([says.noDate(issuer, MON)]).elapsed).toBeNull()
  })
})

describe('the status', () => {
  test('has every key, null where nothing is known', () => {
    expect(status(deadline('talks'), [], LATER, null)).toEqual({
      slug: 'the-deadline',
      kind: 'talks',
      title: 'The deadline',
      topic: null,
      issuer: null,
      addressees: [],
      demand: null,
      threat: null,
      place: null,
      issuedAt: null,
      phase: 'upcoming',
      certainty: 'undated',
      when: null,
      zone: null,
      window: null,
      spread: null,
      target: null,
      remaining: null,
      elapsed: null,
      claims: [],
      moves: [],
      outcome: null,
      reports: 0,
      updatedAt: null,
    })
  })

  test('has the leading date resolved, and its zone', () => {
    const counted = says.date(
      issuer,
      MON,
      { in: 'P50D', from: '2025-07-14' },
      { zone: 'America/New_York' },
    )
    expect(told([counted])).toMatchObject({
      when: '2025-09-02',
      zone: 'America/New_York',
      window: { opens: '2025-09-02T04:00:00Z', closes: '2025-09-03T04:00:00Z' },
      claims: [
        { when: '2025-09-02', zone: 'America/New_York', report: counted.id, reportedAt: MON },
      ],
    })
  })

  test('counts the reports of every kind, and is as new as the last', () => {
    const reports = [
      says.date(kyiv, MON, '2025-07-23'),
      says.note(ankara, THU, 'Preparing'),
      says.noDate(moscow, TUE),
    ]
    expect(told(reports)).toMatchObject({ reports: 3, updatedAt: THU })
  })
})
