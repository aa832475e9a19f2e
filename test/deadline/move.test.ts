import { describe, expect, test } from 'vitest'
import { status } from '../../src/deadline/status.ts'
import type { When } from '../../src/deadline/when.ts'
import { at, daily, deadline, issuer, kyiv, moscow, says, uuid } from './reports.ts'

const LATER = at('2025-08-01T00:00:00Z')

/** The moves as a source changes its mind a day apart. */
function movesOf(dates: When[]) {
  const reports = dates.map((when, index) =>
    says.date(issuer, `2025-07-${14 + index}T12:00:00Z`, when),
  )
  return status(deadline('ultimatum'), reports, LATER, null).moves
}

describe('a change of the date', () => {
  test.for<[When, When, string]>([
    ['2025-09-02', '2025-09-03', 'slip'],
    ['2025-09-02', '2025-09-02/2025-09-04', 'loosened'],
    ['2025-09-02', '2025-09-01/2025-09-02', 'loosened'],
    ['2025-09-02', '2025-09-01/2025-09-03', 'loosened'],
    ['2025-08-07/2025-08-09', '2025-08-08/2025-08-10', 'slip'],
    ['2025-09-02', '2025-08-07/2025-08-09', 'pull-in'],
    ['2025-08-07/2025-08-09', '2025-08-06/2025-08-08', 'pull-in'],
    ['2025-08-07/2025-08-09', '2025-08-08', 'firmed'],
    ['2025-08-07/2025-08-09', '2025-08-07', 'firmed'],
    ['2025-08', '2025-08-31', 'firmed'],
    ['2025-09-02', '2025-09-02T12:00', 'firmed'],
    ['2025-09-02T12:00', '2025-09-02', 'loosened'],
    ['2025-09-02T12:00', '2025-09-02T12:01', 'slip'],
    ['2025-09-02T12:00', '2025-09-02T11:59', 'pull-in'],
    ['2025-09-02', '../2025-09-02', 'loosened'],
    ['../2025-09-02', '../2025-08-31', 'firmed'],
    ['../2025-09-02', '2025-09-02', 'firmed'],
    ['2025-09-02/..', '2025-09-03/..', 'firmed'],
    ['../2025-09-02', '2025-09-03/..', 'slip'],
    ['2025-09-03/..', '../2025-09-02', 'pull-in'],
    ['2025-09-02', '2025-09-02?', 'adjusted'],
    ['2025-09-02~', '2025-09-02', 'adjusted'],
    ['2025-09-02?', '2025-09-03', 'slip'],
    ['2025-09-02', null, 'withdrawn'],
    [null, '2025-09-02', 'set'],
  ])('from %s to %s is %s', ([from, to, kind]) => {
    expect(movesOf([from, to]).at(-1)).toMatchObject({ kind, from, to })
  })

  test.for<[When, When, string]>([
    ['2025-09-02', '2025-09-02', 'said again'],
    ['2025-08', '2025-08-01/2025-08-31', 'in other words'],
    [{ in: 'P50D', from: '2025-07-14' }, '2025-09-02', 'counted before'],
    ['2025-09-02?', '2025-09-02~', 'in doubt for another reason'],
    [null, null, 'still without a date'],
  ])('from %j to %j is no move: %s', ([from, to]) => {
    expect(movesOf([from, to])).toHaveLength(movesOf([from]).length)
  })

  test('has each date that the source went through, as EDTF', () => {
    const moves = movesOf([
      { in: 'P50D', from: '2025-07-14' },
      '2025-08-07/2025-08-09',
      null,
      '2025-08-08',
    ])
    expect(moves.map(({ kind, at: when, from, to }) => [kind, when, from, to])).toEqual([
      ['set', '2025-07-14T12:00:00Z', null, '2025-09-02'],
      ['pull-in', '2025-07-15T12:00:00Z', '2025-09-02', '2025-08-07/2025-08-09'],
      ['withdrawn', '2025-07-16T12:00:00Z', '2025-08-07/2025-08-09', null],
      ['set', '2025-07-17T12:00:00Z', null, '2025-08-08'],
    ])
  })

  test('is told by who leads from then on', () => {
    const media = says.date(daily, '2025-07-14T12:00:00Z', '2025-07-24')
    const party = says.date(kyiv, '2025-07-15T12:00:00Z', '2025-07-23')
    const { moves } = status(deadline('talks'), [media, party], LATER, null)
    expect(moves.map(({ kind, source, report }) => [kind, source.name, report])).toEqual([
      ['set', 'Daily', media.id],
      ['pull-in', 'Kyiv', party.id],
    ])
  })

  test('is told by whoever spoke where that makes another one lead', () => {
    const first = says.date(kyiv, '2025-07-14T12:00:00Z', '2025-07-23')
    const second = says.date(moscow, '2025-07-15T12:00:00Z', '2025-07-24')
    const withdrawal = says.noDate(moscow, '2025-07-16T12:00:00Z')
    const { moves } = status(deadline('talks'), [first, second, withdrawal], LATER, null)
    expect(moves.at(-1)).toMatchObject({
      kind: 'pull-in',
      from: '2025-07-24',
      to: '2025-07-23',
      source: { name: 'Moscow' },
      report: withdrawal.id,
    })
  })

  test('is not made by a claim that does not lead', () => {
    const party = says.date(kyiv, '2025-07-14T12:00:00Z', '2025-07-23')
    const media = says.date(daily, '2025-07-15T12:00:00Z', '2025-07-24')
    expect(status(deadline('talks'), [party, media], LATER, null).moves).toHaveLength(1)
  })

  test('is told by who leads, though another spoke in the same instant', () => {
    const party = says.date(kyiv, '2025-07-14T12:00:00Z', '2025-07-23', { id: uuid(901) })
    const media = says.date(daily, '2025-07-14T12:00:00Z', '2025-07-23', { id: uuid(902) })
    const { moves } = status(deadline('talks'), [party, media], LATER, null)
    expect(moves).toMatchObject([{ source: { name: 'Kyiv' }, report: party.id }])
  })

  test('at one instant is one move, however many spoke', () => {
    const reports = [kyiv, moscow].map((by) => says.date(by, '2025-07-14T12:00:00Z', '2025-07-23'))
    expect(status(deadline('talks'), reports, LATER, null).moves).toHaveLength(1)
  })
})
