import { describe, expect, it } from 'vitest'
import { idOf, ledgerOf, pageOf, part, SHIPPED, textOf, viewAt } from '../ledger.ts'

const AUGUST = viewAt('2025-08-10T20:00:00Z')

describe('the page of a deadline that has ended', () => {
  const page = pageOf(SHIPPED, 'russia-50-days', AUGUST)

  it('has the outcome in the place of the number, the consequence apart from the result', () => {
    const hero = part(page, 'article', 'hero')
    expect(textOf(hero)).toContain('Unmet not carried out')
    expect(hero).not.toContain('data-count')
  })

  it('tells how the date moved, each old date struck through', () => {
    const moves = part(page, 'section', 'moves')
    expect(textOf(moves)).toBe(
      'How the date moved 14 Jul2 September, says Donald Trump ' +
        '28 Julbrought forward, 2 September 7–9 August, says Donald Trump (onmine.io) ' +
        '29 Julnarrowed, 7–9 August 8 August, says Donald Trump (The Kyiv Independent)',
    )
    expect(moves.match(/<del>/g)).toHaveLength(2)
  })

  it('shows every report, oldest first, with its words, note and source', () => {
    const log = part(page, 'section', 'log')
    const said = [
      '14 July 2025, 12:00 UTC',
      '28 July 2025',
      '29 July 2025',
      '9 August 2025, 12:00 UTC',
    ]
    const places = said.map((instant) => textOf(log).indexOf(instant))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(log).toContain('<blockquote lang="en" dir="auto">Ten days from today</blockquote>')
    expect(textOf(log)).toContain('The day passed without new sanctions on Russia')
    expect(log).toMatch(
      /<a href="https:\/\/onmine\.io\/[^"]+" rel="external noopener"><bdi>onmine\.io/,
    )
  })

  it('works out a counted period', () => {
    expect(textOf(part(page, 'section', 'log'))).toContain('Date 2 September 2025')
  })

  it('says what was demanded and threatened', () => {
    expect(textOf(part(page, 'section', 'terms'))).toContain(
      'Demand End the war against Ukraine Or else A new round of sanctions',
    )
  })

  it('says who recorded the outcome and when', () => {
    expect(textOf(part(page, 'section', 'came-of-it'))).toBe(
      'Outcome Unmet; not carried out, 8 August Recorded by Eleventh Hour, desk, 9 August',
    )
  })

  it('leads to the same thing in other forms', () => {
    const at = '?at=2025-08-10T20:00:00Z'
    expect(page).toContain(
      `<link rel="alternate" type="application/atom+xml" href="/deadlines/russia-50-days.atom${at}"`,
    )
    expect(page).toContain(
      `<link rel="alternate" type="application/json" href="/deadlines/russia-50-days.json${at}"`,
    )
    expect(page).toContain(
      `<link rel="canonical" href="https://eleventh-hour.example/deadlines/russia-50-days"`,
    )
    expect(page).toContain('<title>End the war in Ukraine within 50 days · Eleventh Hour</title>')
  })
})

describe('the page of a deadline', () => {
  it('that has passed without an outcome says that time is up', () => {
    const page = pageOf(SHIPPED, 'leaders-meeting', viewAt('2026-11-23T00:00:00Z', {}))
    expect(textOf(part(page, 'article', 'hero'))).toContain(
      'Time is up no outcome recorded Date given: by 31 August 2025',
    )
  })

  it('that has no date says so in the place of the number', () => {
    const page = pageOf(SHIPPED, 'prisoner-exchange', AUGUST)
    expect(textOf(part(page, 'p', 'figures'))).toBe('No date yet')
    expect(textOf(part(page, 'section', 'moves'))).toContain('none has moved')
  })

  it('that nobody has spoken of yet is a page all the same', () => {
    const page = pageOf(ledgerOf({}), 'a-deadline', AUGUST)
    expect(textOf(page)).toContain('No source has spoken yet.')
  })

  it('strikes through what was taken back, and keeps it', () => {
    const ledger = ledgerOf(
      {},
      { when: '2025-09-02', zone: 'UTC' },
      {
        ...{ says: 'retraction', when: undefined, retracts: idOf(0) },
        reportedAt: '2025-07-02T12:00:00Z',
      },
    )
    const log = part(pageOf(ledger, 'a-deadline', AUGUST), 'section', 'log')
    expect(log).toContain('class="log-entry taken-back"')
    expect(log).toContain('<del><b><time datetime="2025-09-02">2 September 2025</time></b></del>')
    expect(textOf(log)).toContain('taken back')
    expect(textOf(log)).toContain('Takes back the report of 1 July 2025, 12:00 UTC')
    expect(log).toContain(`href="#${idOf(0)}"`)
  })

  it('marks the language of a quote as unknown where nobody said it', () => {
    const ledger = ledgerOf({}, { quote: 'Вже скоро', says: 'note', when: undefined })
    const log = part(pageOf(ledger, 'a-deadline', AUGUST), 'section', 'log')
    expect(log).toContain('<blockquote lang="" dir="auto">Вже скоро</blockquote>')
  })

  it('links a source and the copy of it that was kept', () => {
    const source = {
      ...{ name: 'A ministry', standing: 'issuer', via: 'A paper' },
      ...{ url: 'https://paper.example/1', archiveUrl: 'https://archive.example/1' },
    }
    const page = pageOf(ledgerOf({}, { source }), 'a-deadline', AUGUST)
    expect(page).toContain(
      '<a href="https://paper.example/1" rel="external noopener"><bdi>A paper</bdi></a>',
    )
    expect(page).toContain(
      '<a href="https://archive.example/1" rel="external noopener">archived copy</a>',
    )
  })
})
