import { describe, expect, test } from 'vitest'
import { changesOf } from '../../src/deadline/change.ts'
import { newsOf } from '../../src/deadline/news.ts'
import type { Outcome, Report } from '../../src/deadline/report.ts'
import { at, daily, desk, issuer, kyiv, moscow, says } from './reports.ts'

const UNMET: Outcome = { result: 'unmet', consequence: null, at: null }
const HELD: Outcome = { result: 'held', consequence: null, at: null }

const SET = says.date(issuer, '2025-07-14T12:00:00Z', '2025-09-02')
const PULLED = says.date(issuer, '2025-07-28T12:00:00Z', '2025-08-08')
const ENDED = says.outcome(desk, '2025-08-09T12:00:00Z', UNMET)

/** What each change is to those who follow an ultimatum, milestones apart. */
const events = (...reports: Report[]) =>
  changesOf('ultimatum', reports)
    .filter(({ milestone }) => !milestone)
    .map(({ events }) => events.join())

describe('What a change is to those who follow a deadline', () => {
  test('is a move where the countdown moves, and nothing where it stays', () => {
    const same = says.date(daily, '2025-07-20T12:00:00Z', '2025-09-02')
    const note = says.note(daily, '2025-07-21T12:00:00Z', 'Nothing new')
    expect(events(SET, same, note, PULLED)).toEqual(['moved', '', '', 'moved'])
  })

  test('is contested once, when the sources part', () => {
    const wednesday = says.date(kyiv, '2025-07-21T12:00:00Z', '2025-07-23')
    const thursday = says.date(moscow, '2025-07-21T13:00:00Z', '2025-07-24')
    const friday = says.date(daily, '2025-07-21T14:00:00Z', '2025-07-25')
    expect(events(wednesday, thursday, friday)).toEqual(['moved', 'moved,contested', ''])
  })

  test('is an outcome, and after it nothing until it is set anew', () => {
    const rumour = says.date(daily, '2025-08-10T12:00:00Z', '2025-10-01')
    const anew = says.date(issuer, '2025-08-11T12:00:00Z', '2025-08-08')
    expect(events(SET, ENDED, rumour, anew)).toEqual(['moved', 'outcome', '', 'moved'])
  })

  test('is a retraction, and a move where the date falls back by it', () => {
    const back = says.retraction(desk, '2025-07-29T12:00:00Z', PULLED)
    const noted = says.note(desk, '2025-07-15T12:00:00Z', 'Wrong')
    const undone = says.retraction(desk, '2025-07-16T12:00:00Z', noted)
    expect(events(SET, PULLED, back)).toEqual(['moved', 'moved', 'moved,retracted'])
    expect(events(SET, noted, undone)).toEqual(['moved', '', 'retracted'])
  })

  test('is due and passed where the window opens and closes, and a milestone before', () => {
    const all = changesOf('ultimatum', [SET]).map(
      ({ milestone, events }) => `${milestone} ${events}`,
    )
    expect(all.slice(1).sort()).toEqual([
      '1h milestone',
      '24h milestone',
      '30d milestone',
      '3d milestone',
      '7d milestone',
      'closes passed',
      'opens due',
    ])
  })
})

describe('The news of a write', () => {
  const told = (before: Report[], added: Report[], now: string) => {
    const change = newsOf('ultimatum', before, added, at(now))
    return change && [change.key, change.events.join()]
  }

  test('is the latest of what was added, and not what it follows on', () => {
    expect(told([], [SET, PULLED, ENDED], '2025-08-10T00:00:00Z')).toEqual([ENDED.id, 'outcome'])
    expect(told([], [SET, PULLED], '2025-08-01T00:00:00Z')).toEqual([PULLED.id, 'moved'])
  })

  test('is none of a report that came late and changes nothing of the present', () => {
    const late = says.date(daily, '2025-07-20T12:00:00Z', '2025-09-05')
    expect(told([SET, PULLED], [late], '2025-08-01T00:00:00Z')).toEqual([late.id, ''])
  })

  test('is what a report that came late changes of the present', () => {
    const rumour = says.date(daily, '2025-07-28T12:00:00Z', '2025-08-08')
    const late = says.date(issuer, '2025-07-14T12:00:00Z', '2025-09-02')
    expect(told([rumour], [late], '2025-08-01T00:00:00Z')).toEqual([late.id, 'moved,contested'])
  })

  test('is both where an outcome and a note on it come together', () => {
    const note = says.note(desk, '2025-08-09T13:00:00Z', 'As was expected')
    expect(told([SET], [ENDED, note], '2025-08-10T00:00:00Z')).toEqual([note.id, 'outcome'])
  })

  test('is not yet what is to be said only later, but the clocks of two may differ', () => {
    expect(told([SET], [PULLED], '2025-07-28T11:58:59Z')).toBe(null)
    expect(told([SET], [PULLED], '2025-07-28T11:59:00Z')).toEqual([PULLED.id, 'moved'])
  })

  test('is nothing of milestones that fell before it', () => {
    const before = says.date(issuer, '2025-08-30T12:00:00Z', '2025-09-02')
    expect(told([], [before], '2025-09-02T12:00:00Z')).toEqual([before.id, 'moved'])
  })

  test('of talks is that they were held', () => {
    const held = says.outcome(desk, '2025-08-09T12:00:00Z', HELD)
    expect(newsOf('talks', [SET], [held], at('2025-08-09T12:00:00Z'))?.events).toEqual(['outcome'])
  })
})
