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
  source,
  uuid,
} from './reports.ts'

const [MON, TUE, WED, THU] = ['14', '15', '16', '17'].map((day) => `2025-07-${day}T12:00:00Z`)

const told = (...reports: Report[]) =>
  status(deadline('talks'), reports, at('2025-07-20T00:00:00Z'), null)

/** `Kyiv 2025-07-23`, the leading one first. */
const claims = (...reports: Report[]) =>
  told(...reports).claims.map(({ source: { name }, when }) => `${name} ${when}`)

describe("a source's claim", () => {
  test('is its latest word', () => {
    expect(claims(says.date(kyiv, MON, '2025-07-22'), says.date(kyiv, TUE, '2025-07-23'))).toEqual([
      'Kyiv 2025-07-23',
    ])
  })

  test('is the later recorded of two words of one instant, then that of the higher id', () => {
    const early = { id: uuid(902), recordedAt: TUE }
    const late = { id: uuid(901), recordedAt: WED }
    expect(
      claims(says.date(kyiv, MON, '2025-07-22', late), says.date(kyiv, MON, '2025-07-23', early)),
    ).toEqual(['Kyiv 2025-07-22'])
    expect(
      claims(
        says.date(kyiv, MON, '2025-07-22', { id: uuid(901) }),
        says.date(kyiv, MON, '2025-07-23', { id: uuid(902) }),
      ),
    ).toEqual(['Kyiv 2025-07-23'])
  })

  test('is one, whichever outlet carried it and whatever standing it had before', () => {
    const viaTass = source('party', 'Moscow', 'TASS')
    const viaInterfax = source('media', 'Moscow', 'Interfax')
    expect(
      claims(says.date(viaTass, MON, '2025-07-22'), says.date(viaInterfax, TUE, '2025-07-23')),
    ).toEqual(['Moscow 2025-07-23'])
  })

  test('is apart for nameless sources of different outlets', () => {
    const toReuters = source('anonymous', nameless.name, 'Reuters')
    expect(
      claims(
        says.date(nameless, MON, '2025-07-22'),
        says.date(toReuters, TUE, '2025-07-23'),
        says.date(nameless, WED, '2025-07-24'),
      ),
    ).toEqual(['Anonymous source 2025-07-24', 'Anonymous source 2025-07-23'])
  })

  test('stays through notes and outcomes of the same source', () => {
    expect(
      claims(
        says.date(kyiv, MON, '2025-07-22'),
        says.note(kyiv, TUE, 'More soon'),
        says.outcome(kyiv, WED, { result: 'cancelled' }),
      ),
    ).toEqual(['Kyiv 2025-07-22'])
  })

  test('may be that there is no date', () => {
    expect(claims(says.date(kyiv, MON, '2025-07-22'), says.noDate(kyiv, TUE))).toEqual([
      'Kyiv null',
    ])
  })
})

describe('a later word of the desk or the issuer', () => {
  test.for([desk, issuer])('supersedes every claim before it ($standing)', (ruling) => {
    expect(
      claims(
        says.date(kyiv, MON, '2025-07-22'),
        says.date(daily, MON, '2025-07-23'),
        says.date(ruling, TUE, '2025-07-24'),
      ),
    ).toEqual([`${ruling.name} 2025-07-24`])
  })

  test('leaves the claims after it, and leads them', () => {
    expect(
      claims(
        says.date(issuer, MON, '2025-07-24'),
        says.date(daily, TUE, '2025-07-25'),
        says.date(kyiv, WED, '2025-07-23'),
      ),
    ).toEqual(['Issuer 2025-07-24', 'Kyiv 2025-07-23', 'Daily 2025-07-25'])
  })

  test('supersedes the desk by the issuer, and the issuer by the desk', () => {
    const [early, late] = [MON, TUE]
    expect(
      claims(says.date(desk, early, '2025-07-22'), says.date(issuer, late, '2025-07-23')),
    ).toEqual(['Issuer 2025-07-23'])
    expect(
      claims(says.date(issuer, early, '2025-07-22'), says.date(desk, late, '2025-07-23')),
    ).toEqual(['Desk 2025-07-23'])
  })

  test('supersedes claims by saying that there is no date', () => {
    expect(claims(says.date(kyiv, MON, '2025-07-22'), says.noDate(issuer, TUE))).toEqual([
      'Issuer null',
    ])
  })

  test('supersedes two parties that agreed before it', () => {
    expect(
      claims(
        says.date(kyiv, MON, '2025-07-22'),
        says.date(moscow, TUE, '2025-07-22'),
        says.date(issuer, WED, '2025-07-24'),
      ),
    ).toEqual(['Issuer 2025-07-24'])
  })
})

describe('two parties that agree', () => {
  test('supersede claims from before the later of the two, the issuer’s among them', () => {
    expect(
      claims(
        says.date(issuer, MON, '2025-07-30'),
        says.date(kyiv, TUE, '2025-07-23'),
        says.date(daily, TUE, '2025-07-25'),
        says.date(moscow, WED, '2025-07-23'),
      ),
    ).toEqual(['Moscow 2025-07-23', 'Kyiv 2025-07-23'])
  })

  test('supersede a third party’s word of no date from before, and not one from after', () => {
    const before = says.noDate(ankara, MON)
    const after = says.noDate(ankara, THU)
    const both = [says.date(kyiv, TUE, '2025-07-23'), says.date(moscow, WED, '2025-07-23')]
    expect(claims(before, ...both)).toEqual(['Moscow 2025-07-23', 'Kyiv 2025-07-23'])
    expect(claims(after, ...both)).toEqual(['Moscow 2025-07-23', 'Ankara null', 'Kyiv 2025-07-23'])
  })

  test('agree where their windows overlap, if only in part', () => {
    expect(
      claims(
        says.date(daily, MON, '2025-07-29'),
        says.date(kyiv, TUE, '2025-07-21/2025-07-24'),
        says.date(moscow, WED, '2025-07-24T12:00'),
      ),
    ).toEqual(['Moscow 2025-07-24T12:00', 'Kyiv 2025-07-21/2025-07-24'])
  })

  test('have no such weight where they disagree', () => {
    expect(
      claims(
        says.date(issuer, MON, '2025-07-30'),
        says.date(kyiv, TUE, '2025-07-23'),
        says.date(moscow, WED, '2025-07-24'),
      ),
    ).toEqual(['Issuer 2025-07-30', 'Moscow 2025-07-24', 'Kyiv 2025-07-23'])
  })

  test('lose it once one of them changes its mind', () => {
    const agreed = [says.date(kyiv, TUE, '2025-07-23'), says.date(moscow, WED, '2025-07-23')]
    expect(
      claims(says.date(issuer, MON, '2025-07-30'), ...agreed, says.date(moscow, THU, '2025-07-24')),
    ).toEqual(['Issuer 2025-07-30', 'Moscow 2025-07-24', 'Kyiv 2025-07-23'])
  })

  test('must be two: a party and a newspaper that agree are not', () => {
    expect(
      claims(
        says.date(issuer, MON, '2025-07-30'),
        says.date(kyiv, TUE, '2025-07-23'),
        says.date(daily, WED, '2025-07-23'),
      ),
    ).toEqual(['Issuer 2025-07-30', 'Kyiv 2025-07-23', 'Daily 2025-07-23'])
  })
})

describe('the leading claim', () => {
  test('is the one of the highest standing, however old', () => {
    expect(
      claims(
        says.date(kyiv, MON, '2025-07-23'),
        says.date(daily, TUE, '2025-07-24'),
        says.date(nameless, WED, '2025-07-25'),
      ),
    ).toEqual(['Kyiv 2025-07-23', 'Daily 2025-07-24', 'Anonymous source 2025-07-25'])
  })

  test('is the latest of the same standing', () => {
    expect(
      claims(says.date(kyiv, MON, '2025-07-23'), says.date(moscow, TUE, '2025-07-24')),
    ).toEqual(['Moscow 2025-07-24', 'Kyiv 2025-07-23'])
  })

  test('is a dated one, though weightier sources have no date', () => {
    const { claims: left, certainty } = told(
      says.date(daily, MON, '2025-07-23'),
      says.noDate(kyiv, TUE),
    )
    expect(left.map(({ source: { name }, leading }) => [name, leading])).toEqual([
      ['Daily', true],
      ['Kyiv', false],
    ])
    expect(certainty).toBe('tentative')
  })

  test('is none where the issuer or the desk says that there is no date, whoever says else', () => {
    for (const ruling of [desk, issuer]) {
      const { claims: left, when } = told(
        says.noDate(ruling, MON),
        says.date(kyiv, TUE, '2025-07-23'),
      )
      expect(when).toBeNull()
      expect(left.every(({ leading }) => !leading)).toBe(true)
    }
  })
})

describe('the spread', () => {
  test('runs from the earliest opening to the latest closing of the claims left', () => {
    expect(
      told(says.date(kyiv, MON, '2025-07-23'), says.date(daily, TUE, '2025-07-25T12:00')).spread,
    ).toEqual({ opens: '2025-07-23T00:00:00Z', closes: '2025-07-25T12:00:00Z' })
  })

  test('leaves out what was superseded, and who has no date', () => {
    expect(
      told(
        says.date(daily, MON, '2025-08-15'),
        says.date(issuer, TUE, '2025-07-23'),
        says.noDate(moscow, WED),
      ).spread,
    ).toEqual({ opens: '2025-07-23T00:00:00Z', closes: '2025-07-24T00:00:00Z' })
  })

  test('is unbounded where a claim is', () => {
    expect(
      told(says.date(kyiv, MON, '../2025-07-31'), says.date(daily, TUE, '2025-07-25')).spread,
    ).toEqual({ opens: null, closes: '2025-08-01T00:00:00Z' })
  })

  test('is null where no claim left is dated', () => {
    expect(told(says.noDate(kyiv, MON)).spread).toBeNull()
  })
})
