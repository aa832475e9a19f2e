import { describe, expect, test } from 'vitest'
import { archiveOf, ledgerOf, part, SHIPPED, textOf, viewAt } from '../ledger.ts'

const PRESENT = viewAt('2026-11-23T02:00:00Z', {})

const OUTCOME = { says: 'outcome', reportedAt: '2025-08-09T12:00:00Z' }

describe('The archive of the shipped ledger', () => {
  const page = archiveOf(SHIPPED, PRESENT)

  test('says of each when it ended, how, who says so, and how often its date moved', () => {
    expect(textOf(page)).toContain(
      '8 August 2025 Ultimatum · Russia–Ukraine war End the war in Ukraine within 50 days ' +
        'Donald Trump to Vladimir Putin Unmet; not carried out ' +
        'reported by Eleventh Hour, desk, 9 August 2025 Date brought forward 1×',
    )
  })

  test('lists apart what is past its time, without making an outcome of it', () => {
    const [, open] = page.split('id="open"')
    expect(textOf(open)).toContain('Time alone makes no outcome.')
    expect(textOf(open)).toContain(
      'by 31 August 2025 Talks · Russia–Ukraine war Zelensky and Putin',
    )
    expect(open).not.toContain('archived-outcome')
  })

  test('is marked in the masthead and has one address', () => {
    expect(page).toContain('<a class="page-link" href="/archive" aria-current="page">')
    expect(page).toContain('rel="canonical" href="https://eleventh-hour.example/archive"')
  })
})

describe('An entry of the archive', () => {
  test('without a day of its own ended when that was reported', () => {
    const outcome = { ...OUTCOME, outcome: { result: 'met' } }
    const page = archiveOf(ledgerOf({}, { when: '2025-08-08', zone: 'UTC' }, outcome), PRESENT)
    expect(textOf(part(page, 'p', 'archived-day'))).toBe('9 August 2025')
  })

  test.each([
    [['2025-08-01'], 'Date not moved'],
    [['2025-08-01/2025-08-09', '2025-08-08'], 'Date not moved'],
    [['2025-08-01', '2025-08-02', '2025-08-03'], 'Date put off 2×'],
    [['2025-08-02', '2025-08-03', '2025-08-01'], 'Date put off 1× · Date brought forward 1×'],
  ])('whose dates were %j says: %s', (whens, said) => {
    const dates = whens.map((when, index) => ({
      ...{ when, zone: 'UTC', reportedAt: `2025-07-0${index + 1}T12:00:00Z` },
    }))
    const ledger = ledgerOf({}, ...dates, { ...OUTCOME, outcome: { result: 'unmet' } })
    expect(textOf(part(archiveOf(ledger, PRESENT), 'div', 'archived-end'))).toMatch(
      new RegExp(`${said}$`),
    )
  })
})

describe('An archive', () => {
  test('of nothing says so', () => {
    const page = archiveOf({ deadlines: [], reports: [] }, PRESENT)
    expect(textOf(page)).toContain('Nothing has ended yet.')
    expect(page).not.toContain('id="open"')
  })

  test('that goes on leads to the older ones', () => {
    const older = '/archive?cursor=closed~-1~x'
    expect(archiveOf(SHIPPED, PRESENT, older)).toContain(
      `<a class="form-link" href="${older}" rel="next">`,
    )
    expect(archiveOf(SHIPPED, PRESENT)).not.toContain('rel="next"')
  })

  test('keeps what was asked on its links', () => {
    const page = archiveOf(SHIPPED, viewAt('2025-08-20T00:00:00Z'))
    expect(page).toContain('href="/deadlines/russia-50-days?at=2025-08-20T00:00:00Z"')
    expect(page.match(/href="\/(deadlines\/[a-z0-9-]+|record)"/g)).toBeNull()
  })
})
