import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/deadline/report.ts'
import { inOrder, retracted, timeline } from '../../src/deadline/timeline.ts'
import { at, daily, desk, issuer, kyiv, moscow, says, uuid } from './reports.ts'

const [MON, TUE, WED, THU] = ['14', '15', '16', '17'].map((day) => `2025-07-${day}T12:00:00Z`)

/** Each state as when it began, its date and its certainty. */
const states = (reports: Report[]) =>
  timeline('talks', reports).map(({ from, leading, certainty }) => [
    new Date(from * 1000).toISOString().replace('.000Z', 'Z'),
    leading?.when.text ?? null,
    certainty,
  ])

describe('the timeline', () => {
  test('has a state for each instant at which something was said', () => {
    expect(
      states([
        says.noDate(moscow, MON),
        says.date(kyiv, TUE, '2025-07-23'),
        says.note(daily, WED, 'Both delegations are packing'),
        says.date(daily, THU, '2025-07-24'),
      ]),
    ).toEqual([
      [MON, null, 'undated'],
      [TUE, '2025-07-23', 'tentative'],
      [WED, '2025-07-23', 'tentative'],
      [THU, '2025-07-23', 'contested'],
    ])
  })

  test('has one state for all that was said at one instant', () => {
    expect(
      states([says.date(kyiv, MON, '2025-07-23'), says.date(moscow, MON, '2025-07-23')]),
    ).toEqual([[MON, '2025-07-23', 'firm']])
  })

  test('is empty where nothing was said', () => {
    expect(timeline('talks', [])).toEqual([])
  })

  test('keeps what was known before a retraction, and loses it from then on', () => {
    const wrong = says.date(issuer, TUE, '2025-07-28')
    expect(
      states([
        says.date(issuer, MON, '2025-07-23'),
        wrong,
        says.retraction(desk, WED, wrong),
        says.note(daily, THU, 'A misprint'),
      ]),
    ).toEqual([
      [MON, '2025-07-23', 'firm'],
      [TUE, '2025-07-28', 'firm'],
      [WED, '2025-07-23', 'firm'],
      [THU, '2025-07-23', 'firm'],
    ])
  })

  test('counts to the opening of talks and to the closing of the rest', () => {
    const reports = [says.date(kyiv, MON, '2025-07-23')]
    const target = (kind: 'talks' | 'ultimatum' | 'deadline') => timeline(kind, reports)[0].target
    expect(target('talks')).toBe(at('2025-07-23T00:00:00Z'))
    expect(target('ultimatum')).toBe(at('2025-07-24T00:00:00Z'))
    expect(target('deadline')).toBe(at('2025-07-24T00:00:00Z'))
  })

  test('has each move in the states from then on', () => {
    const kinds = timeline('talks', [
      says.date(kyiv, MON, '2025-07-23'),
      says.date(kyiv, TUE, '2025-07-24'),
      says.noDate(kyiv, WED),
    ]).map(({ moves }) => moves.map(({ kind }) => kind))
    expect(kinds).toEqual([['set'], ['set', 'slip'], ['set', 'slip', 'withdrawn']])
  })
})

describe('the order of the ledger', () => {
  test('is by when it was said, then recorded, then by id; each once', () => {
    const last = says.note(desk, TUE, '', { id: uuid(901), recordedAt: TUE })
    const third = says.note(desk, MON, '', { id: uuid(903), recordedAt: WED })
    const second = says.note(desk, MON, '', { id: uuid(904), recordedAt: TUE })
    const first = says.note(desk, MON, '', { id: uuid(902), recordedAt: TUE })
    expect(inOrder([last, third, second, first, third])).toEqual([first, second, third, last])
  })
})

describe('the reports taken back', () => {
  const said = says.date(issuer, MON, '2025-07-23')
  const back = says.retraction(desk, TUE, said)
  const again = says.retraction(desk, WED, back)
  const after = says.retraction(desk, THU, again)

  test.for<[string, Report[], Report[]]>([
    ['nothing', [said], []],
    ['a report', [said, back], [said]],
    ['its retraction instead', [said, back, again], [back]],
    ['the report once more', [said, back, again, after], [again, said]],
  ])('are those of %s', ([, ordered, expected]) => {
    expect(retracted(ordered)).toEqual(new Set(expected.map(({ id }) => id)))
  })
})
