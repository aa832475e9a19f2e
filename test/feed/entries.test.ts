import { describe, expect, test } from 'vitest'
import { changesOf } from '../../src/deadline/change.ts'
import type { Kind } from '../../src/deadline/deadline.ts'
import type { Report } from '../../src/deadline/report.ts'
import { type Entry, entryOf } from '../../src/feed/entries.ts'
import { at, daily, deadline, desk, issuer, kyiv, nameless, says } from '../deadline/reports.ts'

const SET = says.date(issuer, '2025-07-14T12:00:00Z', '2025-09-02', { quote: 'fifty days' })
const PULLED = says.date(issuer, '2025-07-28T12:00:00Z', '2025-08-07/2025-08-09')

/** The entries of what has happened by an instant, oldest first; dates as they are stated. */
function entriesBy(now: string, reports: Report[], kind: Kind = 'ultimatum'): Entry[] {
  const told = deadline(kind, { title: 'Stop', topic: 'a-topic' })
  return changesOf(kind, reports)
    .filter((change) => change.at <= at(now))
    .map((change) => {
      const report = reports.find(({ id }) => id === change.key) ?? null
      const date = ({ when }: { when: string }) => `<${when}>`
      const writing = { now: at(now), site: 'The tracker', date }
      return entryOf(`urn:x:${change.key}`, { deadline: told, change, report }, writing)
    })
}

const entries = (...reports: Report[]) =>
  entriesBy('2026-01-01T00:00:00Z', reports).filter(({ type }) => type !== 'milestone')
const titles = (...reports: Report[]) => entries(...reports).map(({ title }) => title)

describe('An entry', () => {
  test('says what its report changed, from what to what', () => {
    expect(titles(SET, PULLED)).toEqual([
      'Stop: set for <2025-09-02>',
      'Stop: pulled in from <2025-09-02> to <2025-08-07/2025-08-09>',
    ])
  })

  test('makes sense alone: how sure it was, how long was left then, the words, and who says so', () => {
    expect(entries(SET, PULLED).map(({ text }) => text)).toEqual([
      'Set for <2025-09-02>. Firm. 50 days 12 hours left. “fifty days” Issuer (issuer), 2025-07-14 12:00 UTC.',
      'Pulled in from <2025-09-02> to <2025-08-07/2025-08-09>. Tentative. Between 10 and 12 days left. ' +
        'Issuer (issuer), 2025-07-28 12:00 UTC.',
    ])
  })

  test('as HTML strikes the old date through, and leads to where it was said', () => {
    const url = 'https://example.org/x?a&b'
    const carried = { ...PULLED, source: { ...issuer, via: 'The Daily', url } }
    const [, entry] = entries(SET, carried)
    expect(entry.html).toBe(
      [
        '<p>Pulled in from <del>&lt;2025-09-02&gt;</del> to <ins>&lt;2025-08-07/2025-08-09&gt;</ins>.</p>',
        '<p>Tentative. Between 10 and 12 days left.</p>',
        '<p>Issuer (issuer), via <a href="https://example.org/x?a&amp;b">The Daily</a>, 2025-07-28 12:00 UTC.</p>',
      ].join('\n'),
    )
    expect(entries({ ...SET, lang: 'de' })[0].html).toContain(
      '<blockquote lang="de"><p>fifty days</p></blockquote>',
    )
    const script = { ...PULLED, source: { ...issuer, url: 'javascript:alert(1)' } }
    expect(entries(SET, script)[1].html).not.toContain('href')
  })

  test('is told as it stood when it was made, whatever came later', () => {
    const [alone] = entries(SET)
    expect(entries(SET, PULLED)[0]).toEqual(alone)
  })

  test('of a claim that does not lead says who claims what', () => {
    const other = says.date(nameless, '2025-07-29T12:00:00Z', '2025-08-20')
    const none = says.noDate(kyiv, '2025-07-30T12:00:00Z')
    expect(titles(SET, PULLED, other, none).slice(2)).toEqual([
      'Stop: Anonymous source says <2025-08-20>',
      'Stop: Kyiv says there is no date',
    ])
    const text = entries(SET, other)[1].text
    expect(text).toContain(
      'Contested: Issuer says <2025-09-02>; Anonymous source says <2025-08-20>.',
    )
    expect(text).toContain('35 days 12 hours left: <2025-09-02>.')
    expect(text).toContain('Anonymous source (anonymous), via TASS, 2025-07-29 12:00 UTC.')
  })

  test('of a claim that another made at once supersedes still says what it claims', () => {
    const recordedAt = '2025-07-13T00:00:00Z'
    const other = says.date(daily, '2025-07-14T12:00:00Z', '2025-10-01', { recordedAt })
    expect(titles(other, SET)).toContain('Stop: Daily says <2025-10-01>')
  })

  test('of a counted period says the date that it comes to', () => {
    const counted = says.date(daily, '2025-07-20T12:00:00Z', { in: 'P10D', from: '2025-07-20' })
    expect(titles(SET, counted)[1]).toBe('Stop: Daily says <2025-07-30>')
  })

  test('of an outcome keeps the result and its consequence apart', () => {
    const outcome = { result: 'unmet', consequence: 'not-carried-out', at: null } as const
    const [, entry] = entries(SET, says.outcome(desk, '2025-09-03T12:00:00Z', outcome))
    expect([entry.title, entry.text]).toEqual([
      'Stop: unmet; not carried out',
      'Unmet; not carried out. Desk (desk), 2025-09-03 12:00 UTC.',
    ])
  })

  test('is dated when its report was made, and anew when it is taken back', () => {
    const back = says.retraction(desk, '2025-07-15T12:00:00Z', SET)
    const [taken, taking] = entries(SET, back)
    expect([taken.published, taken.updated]).toEqual([
      at('2025-07-14T12:00:00Z'),
      at('2025-07-15T12:00:00Z'),
    ])
    expect(taken.title).toBe('Retracted: Stop: set for <2025-09-02>')
    expect(taken.text).toContain('Taken back by Desk, 2025-07-15 12:00 UTC.')
    expect([taking.title, taking.updated]).toEqual([
      'Stop: Desk takes an earlier report back',
      taking.published,
    ])
    const [before] = entriesBy('2025-07-14T12:00:00Z', [SET, back])
    expect([before.title, before.updated]).toEqual(['Stop: set for <2025-09-02>', before.published])
    const undone = says.retraction(desk, '2025-07-16T12:00:00Z', back)
    const [again] = entries(SET, back, undone)
    expect([again.title, again.updated]).toEqual([
      'Stop: set for <2025-09-02>',
      at('2025-07-16T12:00:00Z'),
    ])
  })

  test('can be sorted by its type, its kind and its topic', () => {
    expect(entries(SET)[0].tags).toEqual(['move', 'ultimatum', 'a-topic'])
  })
})

describe('A milestone', () => {
  const milestones = (kind: Kind, ...reports: Report[]) =>
    entriesBy('2026-01-01T00:00:00Z', reports, kind).filter(({ type }) => type === 'milestone')

  test('says how long is left, how sure that is, and whose date it is', () => {
    const told = milestones('ultimatum', SET)
    expect(told.map(({ title }) => title)).toEqual([
      'Stop: 30 days left, until the end of <2025-09-02>',
      'Stop: 7 days left, until the end of <2025-09-02>',
      'Stop: 3 days left, until the end of <2025-09-02>',
      'Stop: 24 hours left, until the end of <2025-09-02>',
      'Stop: due (<2025-09-02>)',
      'Stop: 1 hour left, until the end of <2025-09-02>',
      'Stop: time is up (<2025-09-02>)',
    ])
    expect(told[0].text).toBe(
      '30 days left, until the end of <2025-09-02>. Firm: Issuer says <2025-09-02>.',
    )
    expect([told[0].author, told[0].published]).toEqual(['The tracker', at('2025-08-04T00:00:00Z')])
  })

  test('of talks is to their beginning', () => {
    const told = milestones('talks', says.date(issuer, '2025-07-20T12:00:00Z', '2025-07-25'))
    expect(told.map(({ title }) => title)).toEqual([
      'Stop: 3 days left, until <2025-07-25>',
      'Stop: 24 hours left, until <2025-07-25>',
      'Stop: 1 hour left, until <2025-07-25>',
      'Stop: the time has come (<2025-07-25>)',
      'Stop: the date is past (<2025-07-25>)',
    ])
  })
})
