import { describe, expect, it } from 'vitest'
import { NOT_NARROWED } from '../../../src/deadline/board.ts'
import { boardOf, ledgerOf, pageOf, part, SHIPPED, textOf, viewAt } from '../ledger.ts'

const REFERENCE = viewAt('2025-07-21T20:00:00Z')
const PRESENT = viewAt('2026-11-23T02:00:00Z', {})

const heroOf = (markup: string) => textOf(part(markup, 'article', 'hero'))
const entriesOf = (markup: string) => textOf(part(markup, 'section', 'others'))

describe('the board of 21 July 2025', () => {
  const board = boardOf(SHIPPED, REFERENCE)

  it('gives what is due first the most room, as a range where sources differ', () => {
    const hero = heroOf(board)
    expect(hero).toContain('Third round of direct talks in Istanbul Russia and Ukraine Contested')
    expect(hero).toContain('2–3 between 2 and 3 days')
  })

  it('sets what each source says side by side, with how long that leaves', () => {
    const claims = part(board, 'ul', 'claims')
    expect(claims.match(/<li/g)).toHaveLength(4)
    expect(textOf(claims)).toContain('Wed 23 JulyIstanbul timein 2 daysVolodymyr Zelensky, party')
    expect(textOf(claims)).toContain('Thu 24 JulyIstanbul timein 3 daysAnonymous source, via TASS')
    expect([...claims.matchAll(/<li class="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      ...['claim contested leading', 'claim contested', 'claim dateless', 'claim dateless'],
    ])
    expect(claims).toContain('<li class="claim dateless"><strong class="claim-date">No date yet')
  })

  it('says of a sure date who to whom, how long, how sure, who says so and until when', () => {
    expect(entriesOf(board)).toContain(
      'Donald Trump to Vladimir Putin in 43 days 14 July day 7 of 50 2 September Firm' +
        'Donald Trump, issuer, 14 July Tuesday 2 September 2025, to the end of the day, New York time',
    )
  })

  it('says plainly where there is no date yet', () => {
    expect(entriesOf(board)).toContain(
      'Zelensky and Putin meet in person proposed by Ukraine to Russia No date',
    )
  })

  it('tells what changed, newest first, with the old date struck through', () => {
    const lines = part(board, 'section', 'changed')
    expect(textOf(lines)).toMatch(
      /^What changed 21 JulThird round .* says 24 July 21 Jul.* 14 JulEnd the war/,
    )
    expect(lines).toContain('<del><span class="date">21–27 July</span></del>')
    expect(lines).toContain('<ins><time datetime="2025-07-23">23 July</time></ins>')
  })

  it('lists what has ended with what came of it, and only there', () => {
    expect(entriesOf(board)).not.toContain('Second round')
    expect(textOf(part(board, 'section', 'ended'))).toBe(
      'Ended Second round of direct talks in IstanbulHeld, 2 June First round of direct talks in IstanbulHeld, 16 May All that have ended',
    )
  })

  it('says as of when it is, and leads back to the present', () => {
    expect(textOf(part(board, 'p', 'as-of'))).toContain('as known on 21 July 2025, 20:00 UTC')
    expect(board).toContain('<a class="present" href="/">')
  })

  it('draws the horizon once for wide screens and once for phones', () => {
    expect(board.match(/<svg class="(wide|narrow)"/g)).toHaveLength(2)
    expect(board).toContain(
      'The next six weeks. Third round of direct talks in Istanbul: 23 July 2025 or 24 July 2025; End the war in Ukraine within 50 days: 2 September 2025',
    )
  })

  it('counts what it rests on', () => {
    expect(textOf(part(board, 'footer', 'colophon'))).toContain(
      '6 deadlines, 12 reports, 6 sources',
    )
  })
})

/** How many ticks a strip has of each kind: a line that is broken into so many. */
function ticksOf(board: string): Record<string, number> {
  const lines = part(board, 'figure', 'strip').matchAll(/class="ticks (\w+)" d="M(\d+) 14H(\d+)"/g)
  return Object.fromEntries([...lines].map(([, kind, from, until]) => [kind, +until - +from]))
}

describe('the board on other days', () => {
  it('writes a range as a range, with the days gone and the days in doubt', () => {
    const board = boardOf(SHIPPED, viewAt('2025-07-28T20:00:00Z'))
    expect(heroOf(board)).toContain('10–12 between 10 and 12 days')
    expect(heroOf(board)).toContain('14 July day 14 of 26 7–9 August')
    expect(ticksOf(board)).toEqual({ spent: 14, left: 9, doubtful: 3, hollow: 3 })
  })

  it('counts the hours of the last day, and says that it is due today', () => {
    const hero = heroOf(boardOf(SHIPPED, viewAt('2025-08-08T15:00:00Z')))
    expect(hero).toContain('FirmDue today')
    expect(hero).toContain('13 hours00 minutes')
    expect(hero).not.toContain('seconds')
  })

  it('says today of talks on their day, since nobody said the hour', () => {
    const ledger = ledgerOf({ kind: 'talks' }, { when: '2025-07-21', zone: 'UTC' })
    expect(textOf(pageOf(ledger, 'a-deadline', REFERENCE))).toContain('FirmDue today')
    const figures = part(pageOf(ledger, 'a-deadline', REFERENCE), 'p', 'figures')
    expect(textOf(figures)).toBe('Today')
  })

  it('does not call due what only has to be by some day', () => {
    expect(entriesOf(boardOf(SHIPPED, viewAt('2025-07-30T20:00:00Z')))).toContain(
      'at most 32 days Tentative by Sun 31 August',
    )
  })

  it('counts days and hours to the second where an instant was named', () => {
    const ledger = ledgerOf({}, { when: '2025-07-23T19:00', zone: 'Europe/Istanbul' })
    const board = boardOf(ledger, viewAt('2025-07-21T20:00:00Z'))
    expect(heroOf(board)).toContain('1 day20 hours00 minutes00 seconds')
    expect(heroOf(board)).toContain('Wednesday 23 July 2025, 19:00, Istanbul time')
    expect(board).toContain('<time datetime="2025-07-23T16:00:00Z">')
  })

  it('says where no zone was stated, and then spans the whole Earth', () => {
    const hero = heroOf(boardOf(ledgerOf({}, { when: '2025-07-23' }), REFERENCE))
    expect(hero).toContain('1–3 between 1 and 3 days')
    expect(hero).toContain('Wednesday 23 July 2025, to the end of the day, zone not stated')
  })

  it('ends a strip of weeks with the part of a week that is left, or spent', () => {
    const ledger = ledgerOf(
      { kind: 'ultimatum', issuedAt: '2025-01-01' },
      { when: '2025-08-05', zone: 'UTC' },
    )
    const ticksAt = (at: string) => ticksOf(boardOf(ledger, viewAt(at)))
    expect(ticksAt('2025-08-04T12:00:00Z')).toEqual({ spent: 30, left: 1 })
    expect(ticksAt('2025-08-05T12:00:00Z')).toEqual({ spent: 31 })
  })

  it('ticks weeks where days would be too many', () => {
    const ledger = ledgerOf(
      { kind: 'ultimatum', issuedAt: '2025-01-01' },
      { when: '2025-12-31', zone: 'UTC' },
    )
    const board = boardOf(ledger, REFERENCE)
    expect(ticksOf(board)).toEqual({ spent: 28, left: 24 })
    expect(textOf(part(board, 'figure', 'strip'))).toContain('day 201 of 364')
  })
})

describe('the board with nothing ahead', () => {
  const board = boardOf(SHIPPED, PRESENT)

  it('says so, shows what ended last, and leads to the day of reference', () => {
    const quiet = part(board, 'section', 'quiet')
    expect(textOf(quiet)).toContain('Nothing is upcoming.')
    expect(textOf(quiet)).toContain('Trump and Putin meet in Alaska Held, 15 August 2025')
    expect(quiet).toContain('href="/?at=2025-07-21T20:00:00Z"')
  })

  it('says that time is up and nothing was recorded, and makes no outcome of it', () => {
    expect(entriesOf(board)).toContain(
      'Time is up; no outcome recorded Tentative by Sun 31 August 2025',
    )
  })

  it('keeps result and consequence apart', () => {
    expect(textOf(part(board, 'section', 'ended'))).toContain(
      'End the war in Ukraine within 50 daysUnmet; not carried out, 8 August 2025',
    )
  })

  it('still shows the last changes, with their years', () => {
    expect(textOf(part(board, 'section', 'changed'))).toContain('16 Aug 2025')
  })

  it('has no horizon', () => {
    expect(board).not.toContain('class="horizon"')
  })

  it('is a page of its own even where the ledger is empty', () => {
    const empty = boardOf({ deadlines: [], reports: [] }, PRESENT)
    expect(textOf(empty)).toContain('Nothing is upcoming. Nothing has been recorded yet.')
    expect(empty).not.toContain('look-back')
    expect(textOf(empty)).toContain('0 deadlines, 0 reports, 0 sources')
  })
})

describe('a board that was asked for', () => {
  const asked = { at: '2025-07-21T20:00:00Z', known: '2026-11-24T00:00:00Z' }
  const board = boardOf(SHIPPED, viewAt(asked.at, asked))

  it('keeps what was asked on every link to the tracker', () => {
    const kept = '?at=2025-07-21T20:00:00Z&amp;known=2026-11-24T00:00:00Z'
    for (const path of ['/deadlines/russia-50-days', '/feed.atom', '/status.json', '/']) {
      expect(board).toContain(`href="${path}${kept}"`)
    }
    expect(board.match(/href="\/deadlines\/[a-z0-9-]+"/g)).toBeNull()
  })

  it('steps a day back and a day on', () => {
    expect(board).toContain('href="/?at=2025-07-20T20:00:00Z&amp;known=2026-11-24T00:00:00Z"')
    expect(board).toContain('href="/?at=2025-07-22T20:00:00Z&amp;known=2026-11-24T00:00:00Z"')
  })

  it('stands still, and leads search engines to the board of the present', () => {
    expect(board).not.toContain('data-head')
    expect(board).not.toContain('data-clock')
    expect(board).toContain('<link rel="canonical" href="https://eleventh-hour.example/"/>')
    expect(board).not.toContain('<link rel="alternate" hreflang')
    const live = boardOf(SHIPPED, PRESENT)
    expect(live).toContain('data-head="28"')
    expect(live).toContain('<span data-clock="true">23 November 2026')
    expect(live).toContain('<link rel="canonical" href="https://eleventh-hour.example/"/>')
    expect(live).toContain('<link rel="alternate" hreflang')
  })

  it('says what of it was recorded by when', () => {
    expect(textOf(part(board, 'p', 'as-of'))).toContain(
      'as known on 21 July 2025, 20:00 UTC, from what was recorded by 24 November 2026, 00:00 UTC',
    )
  })
})

describe('a board that is narrowed', () => {
  const NARROWED = { ...NOT_NARROWED, kind: 'talks', q: '<b>round' } as const
  const board = boardOf(SHIPPED, REFERENCE, NARROWED)
  const empty = boardOf({ deadlines: [], reports: [] }, REFERENCE, NARROWED)
  const kept = 'at=2025-07-21T20:00:00Z&amp;kind=talks'

  it('says what it is narrowed to, and how to see all', () => {
    const said = part(board, 'p', 'narrowed-to')
    expect(textOf(said)).toBe('Only Talks, “&lt;b&gt;round”. Show all')
    expect(said).toContain('href="/?at=2025-07-21T20:00:00Z"')
    expect(boardOf(SHIPPED, REFERENCE)).not.toContain('narrowed-to')
  })

  it('marks each choice that holds, and links each other with the rest kept', () => {
    const filters = part(board, 'nav', 'filters')
    const current = [...filters.matchAll(/aria-current="true">([^<]+)</g)].map(([, name]) => name)
    expect(current).toEqual(['Talks', 'However sure', 'All topics'])
    expect(filters).toContain(`href="/?${kept}&amp;certainty=firm&amp;q=%3Cb%3Eround"`)
    expect(filters).toContain('href="/?at=2025-07-21T20:00:00Z&amp;q=%3Cb%3Eround"')
  })

  it('searches by a form that keeps the rest', () => {
    const form = part(board, 'form', 'find')
    expect(form).toContain('<input type="hidden" name="at" value="2025-07-21T20:00:00Z"')
    expect(form).toContain('<input type="hidden" name="kind" value="talks"')
    expect(form.match(/type="hidden"/g)).toHaveLength(2)
    expect(form).toMatch(/name="q" type="search"[^>]* value="&lt;b&gt;round"/)
    expect(form).toContain('<label class="unseen" for="q">Search the board</label>')
  })

  it('keeps what it is narrowed to from one day to the next, and in its JSON', () => {
    const narrowing = 'kind=talks&amp;q=%3Cb%3Eround'
    expect(board).toContain(`href="/?at=2025-07-22T20:00:00Z&amp;${narrowing}"`)
    expect(board).toContain(`href="/status.json?at=2025-07-21T20:00:00Z&amp;${narrowing}"`)
    expect(board).toContain(`<a class="present" href="/?${narrowing}">`)
  })

  it('says plainly that nothing matches, and offers to drop each part', () => {
    expect(textOf(part(empty, 'section', 'quiet'))).toBe(
      'Nothing matches. No deadline on the board is all that you asked for. ' +
        'Without Talks Without “&lt;b&gt;round”',
    )
    const drops = part(empty, 'ul', 'drops')
    expect(drops).toContain('href="/?at=2025-07-21T20:00:00Z&amp;q=%3Cb%3Eround"')
    expect(drops).toContain(`href="/?${kept}"`)
  })

  it('says so where what matches has no date ahead', () => {
    const later = boardOf(SHIPPED, PRESENT, NARROWED)
    expect(textOf(part(later, 'section', 'quiet'))).toContain('Nothing of it is upcoming.')
    expect(later).toContain('<link rel="canonical" href="https://eleventh-hour.example/"/>')
  })
})

describe('a topic’s board', () => {
  const topic = 'russia-ukraine-war'
  const at = `at=${'2025-07-21T20:00:00Z'}`
  const narrowed = { ...NOT_NARROWED, topic, kind: 'talks' } as const
  const whole = boardOf(SHIPPED, REFERENCE, { ...NOT_NARROWED, topic })
  const talks = boardOf(SHIPPED, REFERENCE, narrowed)

  it('is headed by the topic, and what is due first comes under it', () => {
    expect(whole).toContain('<title>Russia–Ukraine war · Eleventh Hour</title>')
    expect(whole).toContain('<h1>Russia–Ukraine war</h1>')
    const hero = part(whole, 'article', 'hero')
    expect(hero).toContain('<h2><a href="/deadlines/istanbul-round-3?')
    expect(hero).not.toContain('<h1')
  })

  it('has an address of its own, which what is narrowed further leaves to it', () => {
    const canonical = `<link rel="canonical" href="https://eleventh-hour.example/topics/${topic}"/>`
    expect(whole).toContain(canonical)
    expect(talks).toContain(canonical)
    expect(whole).toContain(`<a class="present" href="/topics/${topic}">`)
  })

  it('stays on that address when it is narrowed or searched', () => {
    const filters = part(talks, 'nav', 'filters').replaceAll('&amp;', '&')
    expect(filters).toContain(`href="/topics/${topic}?${at}&kind=ultimatum"`)
    expect(filters).toContain(`href="/topics/${topic}?${at}&kind=talks&certainty=firm"`)
    expect(filters).toContain(`<form class="find" action="/topics/${topic}" method="get">`)
    expect(filters).toContain('<input type="hidden" name="kind" value="talks"/>')
    expect(filters).not.toContain('name="topic"')
  })

  it('leads out to all topics, and out of the rest to all of the topic', () => {
    expect(part(talks, 'header', 'topic')).toContain(`href="/?${at}&amp;kind=talks"`)
    const only = /<p class="narrowed-to">.*?<\/p>/.exec(talks)?.[0] ?? ''
    expect(textOf(only)).toBe('Only Talks. Show all')
    expect(only).toContain(`href="/topics/${topic}?${at}"`)
    expect(whole).not.toContain('<p class="narrowed-to">')
  })

  it('leads to its own JSON and feed, and follows the ledger when it is left open', () => {
    const foot = part(talks, 'footer', 'colophon')
    expect(foot).toContain(`href="/topics/${topic}.atom?${at}"`)
    expect(foot).toContain(`href="/topics/${topic}.json?${at}&amp;kind=talks"`)
    expect(boardOf(SHIPPED, PRESENT, narrowed)).toContain('data-head="28"')
  })

  it('says under its name where nothing is ahead', () => {
    const quiet = boardOf(SHIPPED, PRESENT, { ...NOT_NARROWED, topic })
    expect(quiet.match(/<h1/g)).toHaveLength(1)
    expect(quiet).toContain('<h2>Nothing of it is upcoming.</h2>')
  })

  it('is where the board’s filter by topic leads', () => {
    expect(part(boardOf(SHIPPED, REFERENCE), 'nav', 'filters')).toContain(
      `href="/topics/${topic}?${at}"`,
    )
  })

  it('is led to from a deadline’s page: from above its title, and from its terms', () => {
    const page = pageOf(SHIPPED, 'russia-50-days', REFERENCE)
    const link = `<a href="/topics/${topic}?${at}">Russia–Ukraine war</a>`
    expect(part(page, 'p', 'eyebrow')).toContain(link)
    expect(part(page, 'section', 'terms')).toContain(`<dd>${link}</dd>`)
  })
})
