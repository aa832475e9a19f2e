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
  const DUE = `opens@${at('2025-09-01T21:00:00Z')}`
  const PASSED = `closes@${at('2025-09-02T21:00:00Z')}`

  /** What is told, by its key, and what it is; what is kept alone has no events here. */
  const told = (before: Report[], added: Report[], now: string) =>
    newsOf('ultimatum', before, added, at(now)).map(({ change: { key, events }, isTold }) =>
      isTold ? [key, events.join()] : [key],
    )

  test('is the latest of what was added, and the rest is kept', () => {
    const all = [SET, PULLED, ENDED]
    expect(told([], all, '2025-08-10T00:00:00Z')).toEqual([
      [SET.id],
      [PULLED.id],
      [ENDED.id, 'outcome'],
    ])
    expect(told([], all, '2025-08-01T00:00:00Z')).toEqual([[SET.id], [PULLED.id, 'moved']])
  })

  test('is what is news of it, whatever else was added', () => {
    const repeated = says.date(daily, '2025-07-14T13:00:00Z', '2025-09-02')
    const note = says.note(desk, '2025-07-14T14:00:00Z', 'As was expected')
    const write = told([], [SET, repeated, note], '2025-07-14T15:00:00Z')
    expect(write).toEqual([[SET.id, 'moved'], [repeated.id], [note.id]])
  })

  test('is none of a report that came late and changes nothing of the present', () => {
    const late = says.date(daily, '2025-07-20T12:00:00Z', '2025-09-05')
    expect(told([SET, PULLED], [late], '2025-08-01T00:00:00Z')).toEqual([[late.id, '']])
  })

  test('is what a report that came late changes of the present', () => {
    const rumour = says.date(daily, '2025-07-28T12:00:00Z', '2025-08-08')
    const late = says.date(issuer, '2025-07-14T12:00:00Z', '2025-09-02')
    expect(told([rumour], [late], '2025-08-01T00:00:00Z')).toEqual([[late.id, 'moved,contested']])
  })

  test('is not yet what is to be said only later, but the clocks of two may differ', () => {
    expect(told([SET], [PULLED], '2025-07-28T11:58:59Z')).toEqual([])
    expect(told([SET], [PULLED], '2025-07-28T11:59:00Z')).toEqual([[PULLED.id, 'moved']])
  })

  test('is nothing of milestones that fell before it was said', () => {
    const set = says.date(issuer, '2025-09-02T12:00:00Z', '2025-09-02')
    expect(told([], [set], '2025-09-02T12:00:00Z')).toEqual([[set.id, 'moved']])
  })

  test('is also that time has come, or is up, where that fell before it was written', () => {
    const zone = { zone: 'Europe/Kyiv' }
    const set = says.date(issuer, '2025-08-30T12:00:00Z', '2025-09-02', zone)
    const move = [set.id, 'moved']
    expect(told([], [set], '2025-09-01T20:59:59Z')).toEqual([move])
    expect(told([], [set], '2025-09-02T12:00:00Z')).toEqual([move, [DUE, 'due']])
    expect(told([], [set], '2025-09-02T21:00:00Z')).toEqual([move, [PASSED, 'passed']])
    expect(told([], [set], '2025-09-03T20:59:59Z')).toEqual([move, [PASSED, 'passed']])
    expect(told([], [set], '2025-09-03T21:00:00Z')).toEqual([move])
    // It was known of, and is told by the clock.
    const note = says.note(desk, '2025-08-31T12:00:00Z', 'Nothing new')
    expect(told([set], [note], '2025-09-02T12:00:00Z')).toEqual([[note.id, '']])
    const ended = says.outcome(desk, '2025-09-02T22:00:00Z', UNMET)
    expect(told([], [set, ended], '2025-09-02T23:00:00Z')).toEqual([
      [set.id],
      [ended.id, 'outcome'],
    ])
  })

  test('is a retraction, though a window of the date before it has closed meanwhile', () => {
    const zone = { zone: 'Europe/Kyiv' }
    const set = says.date(issuer, '2025-08-30T12:00:00Z', '2025-09-02', zone)
    const later = says.date(issuer, '2025-08-31T12:00:00Z', '2025-10-01', zone)
    const back = says.retraction(desk, '2025-09-01T12:00:00Z', later)
    const write = told([set, later], [back], '2025-09-02T22:00:00Z')
    expect(write).toEqual([
      [back.id, 'moved,retracted'],
      [PASSED, 'passed'],
    ])
  })

  test('of talks is that they were held', () => {
    const held = says.outcome(desk, '2025-08-09T12:00:00Z', HELD)
    const [{ change }] = newsOf('talks', [SET], [held], at('2025-08-09T12:00:00Z'))
    expect(change.events).toEqual(['outcome'])
  })
})
