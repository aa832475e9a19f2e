import { describe, expect, test } from 'vitest'
import type { Case } from '../../../src/deadline/record.ts'
import { part, recordPage, recordPageOf, SHIPPED, textOf, viewAt } from '../ledger.ts'

const PRESENT = viewAt('2026-11-23T02:00:00Z', {})

const pageOf = (cases: Case[]) => recordPage(cases, PRESENT)

/** So many cases of an issuer: the first unmet, the others met. */
function cases(howMany: number, unmet: number, issuer: string | null = 'An issuer'): Case[] {
  return Array.from({ length: howMany }, (_, index) => ({
    ...{ issuer, topic: null, consequence: null, moved: { later: 0, earlier: 0 } },
    result: index < unmet ? 'unmet' : 'met',
  }))
}

describe('The record of the shipped ledger', () => {
  const page = recordPageOf(SHIPPED, PRESENT)

  test('counts what has ended, and apart from it what has no outcome', () => {
    expect(textOf(part(page, 'p', 'figures'))).toBe(
      '5 ended 1 past their time, no outcome recorded',
    )
    expect(page).toContain('href="/archive#open"')
  })

  test('gives every number of how many, talks apart from the rest', () => {
    const figures = textOf(part(page, 'div', 'column'))
    expect(figures).toContain('Met 0 of 1 Partly met 0 of 1 Unmet 1 of 1 Withdrawn')
    expect(figures).toContain('Carried out 0 of 1 Carried out in part 0 of 1')
    expect(figures).toContain('Not carried out 1 of 1')
    expect(figures).toContain('Held 4 of 4 Cancelled 0 of 4 How')
    expect(figures).toContain('Moved 1 of 5 20% Put off 0 of 5 0% Brought forward 1 of 5 20%')
  })

  test('says what each word means, beside the figures', () => {
    const meanings = part(page, 'section', 'meanings')
    expect(textOf(meanings)).toContain('Unmet It was not fulfilled when the time was up.')
    expect(meanings.match(/<dt>/g)).toHaveLength(11)
  })

  test('is told by issuer and by topic, those without one last', () => {
    const [issuers, topics] = page.split('id="by-topic"')
    const names = (markup: string) =>
      [...markup.matchAll(/class="group-name">([^<]*)</g)].map(([, name]) => name)
    expect(names(issuers)).toEqual(['Donald Trump', 'Ukraine', 'No single issuer'])
    expect(names(topics)).toEqual(['Russia–Ukraine war'])
  })

  test('makes nothing of a deadline whose time alone is up', () => {
    const row = /Ukraine<\/span>.*?<\/tr>/s.exec(page)?.[0] ?? ''
    expect(textOf(row)).toContain('0 ended')
    expect(textOf(row)).toContain('No outcome 1')
    expect(textOf(row)).not.toMatch(/unmet \d/i)
  })
})

describe('The bars', () => {
  test('have a part for each way that there is, with its word and number', () => {
    const stack = part(pageOf(cases(7, 3)), 'svg', 'stack')
    expect(stack).toContain('aria-label="Ultimatums and deadlines: Met 4, Unmet 3"')
    expect([...stack.matchAll(/class="part (\S+)"/g)].map(([, name]) => name)).toEqual([
      'met',
      'unmet',
    ])
    expect(stack).toContain('>Met 4</text>')
  })
})

describe('A percentage', () => {
  test.each([
    [4, 'Unmet 3 of 4', false],
    [5, 'Unmet 3 of 5', true],
  ])('of %i cases stands beside the number only from five on', (howMany, number, hasPercent) => {
    const text = textOf(pageOf(cases(howMany, 3)))
    expect(text).toContain(number)
    expect(/\d%/.test(text)).toBe(hasPercent)
  })

  test('of an issuer rests on the cases of that issuer alone', () => {
    const page = pageOf([...cases(7, 3, 'A'), ...cases(2, 1, 'B')])
    expect(textOf(page)).toContain('Unmet 3 of 7 (43%)')
    expect(textOf(page)).toMatch(/Unmet 1 of 2 (?!\()/)
  })
})

describe('A record of nothing', () => {
  test('says so, and still says what the words mean', () => {
    const page = pageOf([])
    expect(textOf(page)).toContain('Nothing has ended yet, so there is nothing to count.')
    expect(page).not.toContain('<table')
    expect(page).toContain('class="meanings"')
  })
})

describe('The page', () => {
  test('is marked in the masthead, has one address, and keeps what was asked', () => {
    const view = viewAt('2025-07-21T20:00:00Z')
    const page = recordPageOf(SHIPPED, view)
    expect(page).toMatch(/href="\/record\?at=[^"]*" aria-current="page"/)
    expect(page.match(/aria-current="page"/g)).toHaveLength(1)
    expect(page).toContain('rel="canonical" href="https://eleventh-hour.example/record"')
    expect(page).toContain('href="/archive?at=2025-07-21T20:00:00Z"')
  })
})
