import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/deadline/report.ts'
import { status } from '../../src/deadline/status.ts'
import { at, deadline, desk, issuer, says } from './reports.ts'

const SAID = '2025-07-14T12:00:00Z'
const dated = (when: string) => says.date(issuer, SAID, when, { zone: 'America/New_York' })
const phase = (reports: Report[], now: string) =>
  status(deadline('ultimatum'), reports, at(now), null).phase

describe('the phase', () => {
  test.for<[string, string, string]>([
    ['2025-09-02', '2025-09-02T03:59:59Z', 'upcoming'],
    ['2025-09-02', '2025-09-02T04:00:00Z', 'due'],
    ['2025-09-02', '2025-09-03T03:59:59Z', 'due'],
    ['2025-09-02', '2025-09-03T04:00:00Z', 'passed'],
    ['2025-09-02', '2035-01-01T00:00:00Z', 'passed'],
    ['2025-11-02', '2025-11-03T04:59:59Z', 'due'],
    ['2025-11-02', '2025-11-03T05:00:00Z', 'passed'],
    ['2025-09-02T12:00', '2025-09-02T15:59:59Z', 'upcoming'],
    ['2025-09-02T12:00', '2025-09-02T16:00:00Z', 'passed'],
    ['2025-08-07/2025-08-09', '2025-08-07T03:59:59Z', 'upcoming'],
    ['2025-08-07/2025-08-09', '2025-08-08T12:00:00Z', 'due'],
    ['2025-08-07/2025-08-09', '2025-08-10T04:00:00Z', 'passed'],
    ['../2025-09-02', '2025-07-15T00:00:00Z', 'due'],
    ['../2025-09-02', '2025-09-03T04:00:00Z', 'passed'],
    ['2025-09-02/..', '2025-09-02T03:59:59Z', 'upcoming'],
    ['2025-09-02/..', '2035-01-01T00:00:00Z', 'due'],
    ['2025-08', '2025-08-02T00:00:00Z', 'due'],
    ['2025-08', '2025-09-01T03:59:59Z', 'due'],
    ['2025-08', '2025-09-01T04:00:00Z', 'passed'],
  ])('of %s at %s is %s', ([when, now, expected]) => {
    expect(phase([dated(when)], now)).toBe(expected)
  })

  test('of a day without a zone ends when that day has ended everywhere', () => {
    const zoneless = [says.date(issuer, SAID, '2025-09-02', { zone: null })]
    expect(phase(zoneless, '2025-09-01T09:59:59Z')).toBe('upcoming')
    expect(phase(zoneless, '2025-09-01T10:00:00Z')).toBe('due')
    expect(phase(zoneless, '2025-09-03T11:59:59Z')).toBe('due')
    expect(phase(zoneless, '2025-09-03T12:00:00Z')).toBe('passed')
  })

  test('of an undated one is upcoming for good', () => {
    expect(phase([says.noDate(issuer, SAID)], '2035-01-01T00:00:00Z')).toBe('upcoming')
    expect(phase([], '2035-01-01T00:00:00Z')).toBe('upcoming')
  })

  test('is closed from the second of an outcome, dated or not, and never by time alone', () => {
    const outcome = says.outcome(desk, '2025-08-09T12:00:00Z', { result: 'unmet' })
    expect(phase([dated('2025-08-08'), outcome], '2025-08-09T11:59:59Z')).toBe('passed')
    expect(phase([dated('2025-08-08'), outcome], '2025-08-09T12:00:00Z')).toBe('closed')
    expect(phase([dated('2025-09-02'), outcome], '2025-08-09T12:00:00Z')).toBe('closed')
    expect(phase([outcome], '2025-08-09T12:00:00Z')).toBe('closed')
  })
})
