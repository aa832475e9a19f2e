import { describe, expect, it } from 'vitest'
import { daysMoved, type Line } from '../../../src/page/deadline/drift.ts'
import { idOf } from '../ledger.ts'
import { NOW, parseReports } from './drift-reports.ts'

const on = (day: number) => `2025-07-${String(day).padStart(2, '0')}T00:00:00Z`
const seconds = (day: number) => Date.parse(on(day)) / 1000
const PARTY = { name: 'A party', standing: 'party' }
const OTHER = { name: 'Another party', standing: 'party' }

const spans = (line?: Line) => line?.words.map(({ from, until }) => [from, until])

describe('A source’s line', () => {
  it('has each word until its next, and the last until the end', () => {
    const [line] = parseReports(
      { when: '2025-09-02', reportedAt: on(1) },
      { when: '2025-08-09', reportedAt: on(8) },
    )
    expect(spans(line)).toEqual([
      [seconds(1), seconds(8)],
      [seconds(8), NOW],
    ])
  })

  it('tells each change against the same source’s word before', () => {
    const [line] = parseReports(
      { when: '2025-09-02', reportedAt: on(1) },
      { when: '2025-08-07/2025-08-09', reportedAt: on(2) },
      { when: '2025-08-08', reportedAt: on(3) },
      { when: '2025-08-08', reportedAt: on(4) },
      { when: null, reportedAt: on(5) },
      { when: '2025-08-08', reportedAt: on(6) },
    )
    const kinds = line?.words.map(({ change }) => change?.kind ?? null)
    expect(kinds).toEqual(['set', 'pull-in', 'firmed', null, 'withdrawn', 'set'])
  })

  it('leaves out what was taken back', () => {
    const [line] = parseReports(
      { when: '2025-09-02', reportedAt: on(1) },
      { when: '2025-08-09', reportedAt: on(2) },
      { says: 'retraction', when: undefined, retracts: idOf(1), reportedAt: on(3) },
    )
    expect(spans(line)).toEqual([[seconds(1), NOW]])
  })

  it('has the later recorded of two words in one instant', () => {
    const [line] = parseReports(
      { when: '2025-09-02', reportedAt: on(1) },
      { when: '2025-08-09', reportedAt: on(1), recordedAt: '2025-07-02T00:00:00Z' },
    )
    expect(line?.words.map(({ when }) => when?.text)).toEqual(['2025-08-09'])
  })

  it('is as sure as the deadline was while it stood', () => {
    const lines = parseReports(
      { when: '2025-08-09', reportedAt: on(1), source: PARTY },
      { when: '2025-08-20', reportedAt: on(2), source: OTHER },
      { when: '2025-08-20', reportedAt: on(3), source: PARTY },
    )
    const own = lines.find(({ source }) => source.name === PARTY.name)
    expect(own?.words.map(({ certainty }) => certainty)).toEqual(['contested', 'firm'])
  })
})

describe('The lines', () => {
  it('are one for each source, the leading one’s first', () => {
    const lines = parseReports(
      { when: '2025-08-09', reportedAt: on(1), source: PARTY },
      { when: null, reportedAt: on(2), source: OTHER },
      { when: '2025-08-20', reportedAt: on(3) },
    )
    expect(lines.map(({ source, isLeading }) => [source.name, isLeading])).toEqual([
      ['A ministry', true],
      ['A party', false],
      ['Another party', false],
    ])
  })
})

describe('The days that a window moved by', () => {
  const day = (number: number) => number * 86_400
  it.each([
    ['a span to a day', [50, 51], [24, 27], [24, 26]],
    ['a day to a day', [50, 51], [24, 25], [26, 26]],
    ['what has no opening', [null, 51], [null, 55], [4, 4]],
    ['nothing', [50, 51], [50, 51], null],
    ['what has no end in common', [null, 51], [50, null], null],
  ])('from %s', (_, before, after, moved) => {
    const windowOf = ([opens, closes]: (number | null)[]) => ({
      opens: opens === null ? null : day(opens),
      closes: closes === null ? null : day(closes),
    })
    expect(daysMoved(windowOf(before), windowOf(after))).toEqual(moved)
  })
})
