import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/deadline/report.ts'
import { atomFeed } from '../../src/feed/atom.ts'
import { type Entry, entriesOf } from '../../src/feed/entries.ts'
import { at, daily, deadline, desk, issuer, kyiv, nameless, says } from '../deadline/reports.ts'

const SET = says.date(issuer, '2025-07-14T12:00:00Z', '2025-09-02', { quote: 'fifty days' })
const PULLED = says.date(issuer, '2025-07-28T12:00:00Z', '2025-08-07/2025-08-09')

/** The entries of an ultimatum's reports as a feed would give them, in the order of the reports. */
function entries(...reports: Report[]): Entry[] {
  const ultimatum = deadline('ultimatum', { title: 'Stop', issuedAt: '2025-07-14' })
  const tellings = new Map([[ultimatum.slug, { deadline: ultimatum, reports }]])
  return entriesOf(reports, tellings, (edtf, zone) => `<${edtf} ${zone}>`)
}

const titles = (...reports: Report[]) => entries(...reports).map(({ title }) => title)

describe('An entry', () => {
  test('says what its report changed, from what to what, and who says so', () => {
    expect(titles(SET, PULLED)).toEqual([
      'Stop: set for <2025-09-02 UTC>, says Issuer',
      'Stop: pulled in from <2025-09-02 UTC> to <2025-08-07/2025-08-09 UTC>, says Issuer',
    ])
  })

  test('makes sense alone: source, certainty, how long was left then, and the words', () => {
    expect(entries(SET, PULLED).map(({ summary }) => summary)).toEqual([
      'Issuer (issuer): set for <2025-09-02 UTC>. The date is firm, with 50 days 12 hours left. “fifty days”',
      'Issuer (issuer): pulled in from <2025-09-02 UTC> to <2025-08-07/2025-08-09 UTC>. The date is tentative, with between 10 and 12 days left.',
    ])
  })

  test('is told as it stood when it was made, whatever came later', () => {
    const [alone] = entries(SET)
    expect(entries(SET, PULLED)[0]).toEqual(alone)
  })

  test('of a claim that does not lead says what it claims', () => {
    const other = says.date(nameless, '2025-07-29T12:00:00Z', '2025-08-20')
    const none = says.noDate(kyiv, '2025-07-30T12:00:00Z')
    expect(titles(SET, PULLED, other, none).slice(2)).toEqual([
      'Stop: <2025-08-20 UTC>, says Anonymous source',
      'Stop: no date, says Kyiv',
    ])
    expect(entries(SET, other)[1].summary).toContain('Anonymous source (anonymous, by way of TASS)')
  })

  test('of a claim that another made at once supersedes still says what it claims', () => {
    const other = says.date(daily, '2025-07-14T12:00:00Z', '2025-10-01', {
      recordedAt: '2025-07-13T00:00:00Z',
    })
    expect(titles(other, SET)[0]).toBe('Stop: <2025-10-01 UTC>, says Daily')
  })

  test('of an outcome keeps the result and its consequence apart', () => {
    const ended = says.outcome(desk, '2025-09-03T12:00:00Z', {
      result: 'unmet',
      consequence: 'not-carried-out',
      at: null,
    })
    const [, entry] = entries(SET, ended)
    expect(entry.title).toBe('Stop: unmet; consequence not carried out')
    expect(entry.summary).toBe('Desk (desk): unmet; consequence not carried out.')
  })

  test('is dated when its report was made, and anew when it is taken back', () => {
    const back = says.retraction(desk, '2025-07-15T12:00:00Z', SET)
    const [taken, taking] = entries(SET, back)
    expect([taken.published, taken.updated]).toEqual([
      at('2025-07-14T12:00:00Z'),
      at('2025-07-15T12:00:00Z'),
    ])
    expect(taken.title).toBe('Retracted: Stop: set for <2025-09-02 UTC>, says Issuer')
    expect(taken.summary).toContain('taken back by Desk')
    expect([taking.title, taking.updated]).toEqual([
      'Stop: an earlier report is taken back',
      taking.published,
    ])
    const undone = says.retraction(desk, '2025-07-16T12:00:00Z', back)
    expect(entries(SET, back, undone)[0].title).not.toContain('Retracted')
  })
})

describe('The Atom feed', () => {
  const HEAD = {
    id: 'urn:uuid:0b5f4a2e-6f0c-4b39-9d3c-5d2f1c1a7e10',
    title: 'A & B <i>',
    self: 'https://example.org/feed.atom?at=x&known=y',
    page: 'https://example.org/',
    icon: 'https://example.org/icon.svg',
    since: 0,
  }
  const LINKS = { id: ({ id }: Entry) => `urn:uuid:${id}`, page: () => 'https://example.org/x' }

  test('escapes what is said, and is dated by its latest change', () => {
    const odd = says.date(issuer, '2025-07-14T12:00:00Z', '2025-09-02', {
      quote: '</summary> & ]]> <b>',
    })
    const back = says.retraction(desk, '2025-07-20T12:00:00Z', odd)
    const xml = atomFeed(HEAD, entries(odd, back).slice(0, 1), LINKS)
    expect(XMLValidator.validate(xml)).toBe(true)
    const { feed } = new XMLParser().parse(xml)
    expect(feed.title).toBe('A & B <i>')
    expect(feed.entry.summary).toContain('“</summary> & ]]> <b>”')
    expect(feed.updated).toBe('2025-07-20T12:00:00.000Z')
  })

  test('is a feed without an entry too', () => {
    const { feed } = new XMLParser().parse(atomFeed(HEAD, [], LINKS))
    expect([feed.id, feed.updated, feed.entry]).toEqual([
      HEAD.id,
      '1970-01-01T00:00:00.000Z',
      undefined,
    ])
  })
})
