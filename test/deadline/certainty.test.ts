import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/deadline/report.ts'
import { status } from '../../src/deadline/status.ts'
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

const [MON, TUE, WED] = ['14', '15', '16'].map((day) => `2025-07-${day}T12:00:00Z`)

const told = (...reports: Report[]) =>
  status(deadline('talks'), reports, at('2025-07-20T00:00:00Z'), null)

/** `Kyiv says 2025-07-23`. */
function sentence({ source, when }: Report): string {
  return `${source.name} says ${typeof when === 'string' ? when : JSON.stringify(when)}`
}

const ROWS: [certainty: string, ...reports: Report[]][] = [
  ['firm', says.date(issuer, MON, '2025-07-23')],
  ['firm', says.date(desk, MON, '2025-07-23')],
  ['firm', says.date(issuer, MON, '2025-07-23T19:00')],
  ['firm', says.date(issuer, MON, '2025-07-23', { zone: null })],
  ['firm', says.date(issuer, MON, { in: 'P9D', from: '2025-07-14' })],
  ['firm', says.date(kyiv, MON, '2025-07-23'), says.date(moscow, TUE, '2025-07-23')],
  ['firm', says.date(kyiv, MON, '2025-07-23'), says.date(moscow, TUE, '2025-07-23T19:00')],
  ['firm', says.date(issuer, MON, '2025-07-23'), says.date(daily, TUE, '2025-07-23?')],
  ['firm', says.noDate(moscow, MON), says.date(issuer, TUE, '2025-07-23')],
  ['firm', says.date(issuer, MON, '2025-07-23'), says.noDate(daily, TUE)],
  ['firm', says.noDate(issuer, MON), says.date(issuer, TUE, '2025-07-23')],
  ['tentative', says.date(issuer, MON, '2025-07-23?')],
  ['tentative', says.date(issuer, MON, '2025-07-23~')],
  ['tentative', says.date(issuer, MON, '2025-07-23%')],
  ['tentative', says.date(issuer, MON, '2025-07')],
  ['tentative', says.date(issuer, MON, '2025-08-07/2025-08-09')],
  ['tentative', says.date(issuer, MON, '[2025-07-23,2025-07-24]')],
  ['tentative', says.date(issuer, MON, '../2025-07-23')],
  ['tentative', says.date(issuer, MON, '2025-07-23/..')],
  ['tentative', says.date(kyiv, MON, '2025-07-23')],
  ['tentative', says.date(daily, MON, '2025-07-23')],
  ['tentative', says.date(nameless, MON, '2025-07-23')],
  ['tentative', says.date(kyiv, MON, '2025-07-23'), says.date(daily, TUE, '2025-07-23')],
  ['tentative', says.date(issuer, MON, '2025-07-23'), says.noDate(kyiv, TUE)],
  ['tentative', says.noDate(moscow, MON), says.date(kyiv, TUE, '2025-07-23')],
  ['tentative', says.date(kyiv, MON, '2025-07-23?'), says.date(moscow, TUE, '2025-07-23')],
  ['tentative', says.date(kyiv, MON, '2025-07'), says.date(moscow, TUE, '2025-07-23')],
  [
    'tentative',
    says.date(kyiv, MON, '2025-07-23'),
    says.date(moscow, TUE, '2025-07-23'),
    says.noDate(ankara, WED),
  ],
  [
    'tentative',
    says.date(kyiv, MON, '2025-07-23'),
    says.date(moscow, TUE, '2025-07-23'),
    says.date(ankara, WED, '2025-07-23?'),
  ],
  ['contested', says.date(kyiv, MON, '2025-07-23'), says.date(moscow, TUE, '2025-07-24')],
  ['contested', says.date(kyiv, MON, '2025-07-23'), says.date(nameless, TUE, '2025-07-24')],
  ['contested', says.date(issuer, MON, '2025-07-23'), says.date(nameless, TUE, '2025-07-24')],
  [
    'contested',
    says.date(issuer, MON, '2025-07-23T19:00'),
    says.date(daily, TUE, '2025-07-23T20:00'),
  ],
  [
    'contested',
    says.date(kyiv, MON, '2025-07-21/2025-07-27'),
    says.date(daily, TUE, '2025-07-22'),
    says.date(nameless, WED, '2025-07-24'),
  ],
  [
    'firm',
    says.noDate(issuer, MON),
    says.date(kyiv, TUE, '2025-07-23'),
    says.date(moscow, WED, '2025-07-23'),
  ],
  ['undated'],
  ['undated', says.note(kyiv, MON, 'Nothing yet')],
  ['undated', says.noDate(kyiv, MON)],
  ['undated', says.date(kyiv, MON, '2025-07-23'), says.noDate(kyiv, TUE)],
  ['undated', says.date(kyiv, MON, '2025-07-23'), says.noDate(issuer, TUE)],
  ['undated', says.noDate(issuer, MON), says.date(kyiv, TUE, '2025-07-23')],
  [
    'undated',
    says.noDate(desk, MON),
    says.date(kyiv, TUE, '2025-07-23'),
    says.date(daily, WED, '2025-07-24'),
  ],
  ['undated', says.date(issuer, MON, '2025-07-23'), says.noDate(issuer, TUE)],
]

describe('the certainty', () => {
  test.for(
    ROWS.map(([certainty, ...reports]) => ({
      certainty,
      reports,
      said: reports.map(sentence).join(', then ') || 'nobody says anything',
    })),
  )('is $certainty where $said', ({ certainty, reports }) => {
    expect(told(...reports).certainty).toBe(certainty)
  })

  test('is that of the date as it is now: a date that moved takes no doubt along', () => {
    const doubtful = says.date(issuer, MON, '2025-07-23?')
    expect(told(doubtful).certainty).toBe('tentative')
    expect(told(doubtful, says.date(issuer, TUE, '2025-07-28')).certainty).toBe('firm')
    expect(
      told(says.date(issuer, MON, '2025-07-23'), says.date(issuer, TUE, '2025-07-28?')).certainty,
    ).toBe('tentative')
  })
})
