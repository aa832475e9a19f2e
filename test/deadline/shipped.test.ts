/** The ledger that the tracker ships with, as of the days that it was made for. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Deadline } from '../../src/deadline/deadline.ts'
import { deadlineSchema } from '../../src/deadline/deadline-schema.ts'
import { parseInstant } from '../../src/deadline/instant.ts'
import { dayCount, daysInRange } from '../../src/deadline/remaining.ts'
import { type Report, wrongOutcome } from '../../src/deadline/report.ts'
import { reportSchema } from '../../src/deadline/report-schema.ts'
import { type Status, status } from '../../src/deadline/status.ts'
import { accepted } from './parsing.ts'
import { at } from './reports.ts'

const PATH = `${import.meta.dirname}/../../src/shipped/russia-ukraine-2025.ndjson`
const LINES = readFileSync(PATH, 'utf8').trimEnd().split('\n')
const OBJECTS: object[] = LINES.map((line) => JSON.parse(line))
const REPORTS: Report[] = OBJECTS.filter((object) => 'says' in object).map((object) =>
  reportSchema.parse(object),
)
const DEADLINES: Deadline[] = OBJECTS.filter((object) => !('says' in object)).map((object) =>
  deadlineSchema.parse(object),
)

function statusOf(slug: string, now: string): Status {
  const deadline = DEADLINES.find((each) => each.slug === slug)
  if (!deadline) throw new Error(`no deadline ${slug}`)
  const about = REPORTS.filter((report) => report.deadline === slug)
  return status(deadline, about, at(now), null)
}

/** The claims as who says what, the leading one first. */
const claims = ({ claims: left }: Status) => left.map(({ source, when }) => [source.name, when])

describe('the shipped ledger', () => {
  test('is made of canonical lines: each key, in order, and nothing else', () => {
    for (const [index, object] of OBJECTS.entries()) {
      const parsed = 'says' in object ? reportSchema.parse(object) : deadlineSchema.parse(object)
      expect(JSON.stringify(parsed)).toBe(LINES[index])
    }
  })

  test('has seven deadlines, opened before they are reported on, and each id once', () => {
    expect(DEADLINES.map(({ slug }) => slug)).toEqual([
      'istanbul-round-1',
      'istanbul-round-2',
      'russia-50-days',
      'istanbul-round-3',
      'leaders-meeting',
      'prisoner-exchange',
      'alaska-summit',
    ])
    const opened = new Set<string>()
    for (const line of LINES.map((text) => JSON.parse(text))) {
      if ('says' in line) expect(opened).toContain(line.deadline)
      else opened.add(line.slug)
    }
    expect(new Set(REPORTS.map(({ id }) => id)).size).toBe(REPORTS.length)
  })

  test('has outcomes that fit', () => {
    for (const report of REPORTS) {
      const about = DEADLINES.find(({ slug }) => slug === report.deadline)
      expect(about && wrongOutcome(report, about.kind)).toBeNull()
    }
  })
})

describe('on Monday, 21 July 2025, at 20:00 UTC', () => {
  const NOW = '2025-07-21T20:00:00Z'

  test('the ultimatum has 43 days left, is on day 7 of 50, and is firm', () => {
    const ultimatum = statusOf('russia-50-days', NOW)
    expect(ultimatum).toMatchObject({
      phase: 'upcoming',
      certainty: 'firm',
      when: '2025-09-02',
      zone: 'America/New_York',
      window: { opens: '2025-09-02T04:00:00Z', closes: '2025-09-03T04:00:00Z' },
      spread: { opens: '2025-09-02T04:00:00Z', closes: '2025-09-03T04:00:00Z' },
      target: '2025-09-03T04:00:00Z',
      remaining: { seconds: 3_744_000, days: 43, text: '43 days 8 hours' },
      elapsed: 0.15,
      outcome: null,
      reports: 1,
      updatedAt: '2025-07-14T12:00:00Z',
    })
    expect(ultimatum.moves.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['set', null, '2025-09-02'],
    ])
    const window = { opens: at('2025-09-02T04:00:00Z'), closes: at('2025-09-03T04:00:00Z') }
    const issued = at('2025-07-14T04:00:00Z')
    expect(dayCount(issued, window, 'America/New_York', at(NOW))).toEqual({ day: 7, of: 50 })
  })

  test('round 3 is contested between Wednesday and Thursday, and Russia has no date', () => {
    const round = statusOf('istanbul-round-3', NOW)
    expect(round).toMatchObject({
      phase: 'upcoming',
      certainty: 'contested',
      when: '2025-07-23',
      zone: 'Europe/Istanbul',
      window: { opens: '2025-07-22T21:00:00Z', closes: '2025-07-23T21:00:00Z' },
      spread: { opens: '2025-07-22T21:00:00Z', closes: '2025-07-24T21:00:00Z' },
      target: '2025-07-22T21:00:00Z',
      remaining: { seconds: 90_000, days: 2, text: '1 day 1 hour' },
      elapsed: null,
      reports: 5,
    })
    expect(claims(round)).toEqual([
      ['Volodymyr Zelensky', '2025-07-23'],
      ['Kremlin', null],
      ['Sergey Lavrov', null],
      ['Anonymous source', '2025-07-24'],
    ])
    expect(round.moves.map(({ kind, to }) => [kind, to])).toEqual([
      ['set', '2025-07-21/2025-07-27'],
      ['firmed', '2025-07-23'],
    ])
  })

  test.for(['leaders-meeting', 'prisoner-exchange'])('%s is upcoming and undated', (slug) => {
    expect(statusOf(slug, NOW)).toMatchObject({
      phase: 'upcoming',
      certainty: 'undated',
      when: null,
      window: null,
      target: null,
      remaining: null,
      reports: 1,
    })
  })

  test.for(['istanbul-round-1', 'istanbul-round-2'])('%s is closed: it was held', (slug) => {
    expect(statusOf(slug, NOW)).toMatchObject({
      phase: 'closed',
      remaining: null,
      outcome: { result: 'held', consequence: null },
    })
  })

  test('nobody has said anything of Alaska', () => {
    expect(statusOf('alaska-summit', NOW)).toMatchObject({ reports: 0, certainty: 'undated' })
  })
})

describe('on 28 July 2025, at 20:00 UTC', () => {
  const NOW = '2025-07-28T20:00:00Z'

  test('the ultimatum is pulled in to between 10 and 12 days, and tentative', () => {
    const ultimatum = statusOf('russia-50-days', NOW)
    expect(ultimatum).toMatchObject({
      phase: 'upcoming',
      certainty: 'tentative',
      when: '2025-08-07/2025-08-09',
      window: { opens: '2025-08-07T04:00:00Z', closes: '2025-08-10T04:00:00Z' },
      target: '2025-08-10T04:00:00Z',
      remaining: { seconds: 1_065_600, days: 12, text: 'between 10 and 12 days' },
    })
    expect(ultimatum.moves.at(-1)).toMatchObject({
      kind: 'pull-in',
      at: '2025-07-28T12:00:00Z',
      from: '2025-09-02',
      to: '2025-08-07/2025-08-09',
    })
    const window = { opens: at('2025-08-07T04:00:00Z'), closes: at('2025-08-10T04:00:00Z') }
    expect(daysInRange(window, 'America/New_York', at(NOW))).toEqual({ least: 10, most: 12 })
  })

  test('round 3 is closed: it was held', () => {
    expect(statusOf('istanbul-round-3', NOW)).toMatchObject({
      phase: 'closed',
      when: '2025-07-23',
      certainty: 'contested',
      outcome: { result: 'held', at: '2025-07-23' },
    })
  })

  test('the leaders may meet by the end of August, with no countdown and yet not undated', () => {
    expect(statusOf('leaders-meeting', NOW)).toMatchObject({
      certainty: 'tentative',
      when: '../2025-08-31',
      window: { opens: null, closes: '2025-08-31T21:00:00Z' },
      target: null,
      remaining: null,
    })
  })
})

describe('on 30 July 2025, at 20:00 UTC', () => {
  test('the ultimatum is firm again, at 8 August', () => {
    const ultimatum = statusOf('russia-50-days', '2025-07-30T20:00:00Z')
    expect(ultimatum).toMatchObject({
      phase: 'upcoming',
      certainty: 'firm',
      when: '2025-08-08',
      target: '2025-08-09T04:00:00Z',
      remaining: { seconds: 806_400, days: 9, text: '9 days 8 hours' },
      elapsed: 0.641,
    })
    expect(ultimatum.moves.map(({ kind }) => kind)).toEqual(['set', 'pull-in', 'firmed'])
  })
})

describe('on 10 August 2025, at 20:00 UTC', () => {
  const NOW = '2025-08-10T20:00:00Z'

  test('the ultimatum is closed: unmet, and not carried out', () => {
    expect(statusOf('russia-50-days', NOW)).toMatchObject({
      phase: 'closed',
      remaining: null,
      elapsed: 1,
      when: '2025-08-08',
      outcome: { result: 'unmet', consequence: 'not-carried-out', at: '2025-08-08' },
    })
  })

  test('Alaska is firm, by two parties, and counts to its first instant there', () => {
    const alaska = statusOf('alaska-summit', NOW)
    expect(alaska).toMatchObject({
      phase: 'upcoming',
      certainty: 'firm',
      when: '2025-08-15',
      zone: 'America/Anchorage',
      window: { opens: '2025-08-15T08:00:00Z', closes: '2025-08-16T08:00:00Z' },
      target: '2025-08-15T08:00:00Z',
      remaining: { seconds: 388_800, days: 5, text: '4 days 12 hours' },
    })
    expect(claims(alaska)).toEqual([
      ['Kremlin', '2025-08-15'],
      ['Donald Trump', '2025-08-15'],
    ])
  })
})

test('every report was made and recorded at an instant that can be read', () => {
  for (const { reportedAt, recordedAt } of REPORTS) {
    expect(accepted(parseInstant(reportedAt))).toBe(at(reportedAt))
    expect(accepted(parseInstant(recordedAt))).toBeGreaterThanOrEqual(at(reportedAt))
  }
})
