/** What users of other trackers ran into, each by the public issue that tells of it. */
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/deadline/report.ts'
import { status } from '../../src/deadline/status.ts'
import { at, daily, deadline, desk, issuer, kyiv, says } from './reports.ts'

const SAID = '2021-06-01T12:00:00Z'

const told = (now: string, ...reports: Report[]) =>
  status(deadline('deadline'), reports, at(now), null)

describe('a date as a source stated it', () => {
  test('"July 2021" is not missed before July is over (r-spacex/SpaceX-API#415)', () => {
    const july = says.date(issuer, SAID, '2021-07', { zone: null })
    expect(told('2021-07-02T00:00:00Z', july).phase).toBe('due')
    expect(told('2021-08-01T11:59:59Z', july).phase).toBe('due')
    expect(told('2021-08-01T12:00:00Z', july).phase).toBe('passed')
  })

  test('a doubt goes with the date that had it (r-spacex/SpaceX-API#629)', () => {
    const doubtful = says.date(issuer, SAID, '2021-07-01?')
    const sure = says.date(issuer, '2021-06-02T12:00:00Z', '2021-07-06')
    expect(told('2021-06-03T00:00:00Z', doubtful, sure)).toMatchObject({
      certainty: 'firm',
      remaining: { days: 33 },
    })
  })

  test('a clock change makes no deadline an hour late (paperswithcode/ai-deadlines#331)', () => {
    const [before, after] = ['2021-11-06T17:00', '2021-11-07T17:00'].map(
      (when) =>
        told('2021-06-01T12:00:00Z', says.date(issuer, SAID, when, { zone: 'America/New_York' }))
          .target,
    )
    expect([before, after]).toEqual(['2021-11-06T21:00:00Z', '2021-11-07T22:00:00Z'])
  })

  test('a day without an hour is not the day before in the Americas (ai-deadlines#640)', () => {
    const day = says.date(issuer, SAID, '2021-07-06', { zone: 'America/Los_Angeles' })
    expect(told('2021-07-06T06:59:59Z', day)).toMatchObject({
      phase: 'upcoming',
      remaining: { days: 1 },
    })
    expect(told('2021-07-07T06:59:59Z', day)).toMatchObject({
      phase: 'due',
      remaining: { days: 0 },
    })
  })

  test('a zone moves the instant, and not its label alone (louislam/uptime-kuma#4066)', () => {
    const target = (zone: string) =>
      told(SAID, says.date(issuer, SAID, '2021-07-06', { zone })).target
    expect(target('Europe/Istanbul')).toBe('2021-07-06T21:00:00Z')
    expect(target('America/New_York')).toBe('2021-07-07T04:00:00Z')
  })
})

describe('what sources and editors disagree about', () => {
  test('two dates stand side by side, each with its source and note (GSA/data-strategy#82)', () => {
    const filing = says.date(kyiv, SAID, '2021-07-08', { note: 'The filing' })
    const annex = says.date(daily, '2021-06-02T12:00:00Z', '2021-07-05', { note: 'Its annex' })
    const { certainty, claims, spread } = told('2021-06-03T00:00:00Z', filing, annex)
    expect(certainty).toBe('contested')
    expect(claims.map(({ report }) => report)).toEqual([filing.id, annex.id])
    expect(spread).toEqual({ opens: '2021-07-05T00:00:00Z', closes: '2021-07-09T00:00:00Z' })
  })

  test('an outcome may be disputed, and has its source (TrumpTracker#109)', () => {
    const disputed = says.outcome(desk, '2021-07-09T12:00:00Z', { result: 'disputed' })
    expect(told('2021-07-10T00:00:00Z', disputed)).toMatchObject({
      phase: 'closed',
      outcome: { result: 'disputed', source: { name: 'Desk' } },
    })
  })

  test('the original date stays beside the new one (conferenceradar/list#134)', () => {
    const original = says.date(issuer, SAID, '2021-07-06')
    const extended = says.date(issuer, '2021-07-01T12:00:00Z', '2021-07-13')
    expect(told('2021-07-02T00:00:00Z', original, extended).moves.at(-1)).toMatchObject({
      kind: 'slip',
      from: '2021-07-06',
      to: '2021-07-13',
    })
  })
})
