import { beforeAll, describe, expect, test } from 'vitest'
import type { Status } from '../../src/deadline/status.ts'
import { askJson } from '../api/tracker.ts'
import { shippedDatabase } from '../ledger/database.ts'

interface Board {
  now: string
  next: string | null
  counts: Record<string, number>
  deadlines: (Status & { url: string })[]
}

const boardAt = (at: string) => askJson<Board>(`/status.json?at=${at}`)

async function ultimatumAt(at: string) {
  const { deadlines } = await boardAt(at)
  return deadlines.find(({ slug }) => slug === 'russia-50-days')
}

beforeAll(async () => {
  await shippedDatabase()
})

describe('On the day of reference, 21 July 2025', () => {
  test('the board has four ahead and two closed, the third round first', async () => {
    const board = await boardAt('2025-07-21T20:00:00Z')
    expect(board).toMatchObject({
      now: '2025-07-21T20:00:00Z',
      next: 'istanbul-round-3',
      counts: { upcoming: 4, due: 0, passed: 0, closed: 2 },
    })
    expect(board.deadlines.map(({ slug, phase }) => [slug, phase])).toEqual([
      ['istanbul-round-3', 'upcoming'],
      ['russia-50-days', 'upcoming'],
      ['prisoner-exchange', 'upcoming'],
      ['leaders-meeting', 'upcoming'],
      ['istanbul-round-2', 'closed'],
      ['istanbul-round-1', 'closed'],
    ])
  })

  test('the 50 days are firm, with 43 left, on day 7', async () => {
    expect(await ultimatumAt('2025-07-21T20:00:00Z')).toMatchObject({
      kind: 'ultimatum',
      issuer: 'Donald Trump',
      addressees: ['Vladimir Putin'],
      certainty: 'firm',
      when: '2025-09-02',
      zone: 'America/New_York',
      window: { opens: '2025-09-02T04:00:00Z', closes: '2025-09-03T04:00:00Z' },
      target: '2025-09-03T04:00:00Z',
      remaining: { seconds: 3744000, days: 43, text: '43 days 8 hours' },
      elapsed: 0.15,
      outcome: null,
      url: 'http://localhost:8787/deadlines/russia-50-days',
    })
  })

  test('the third round is contested: Wednesday, Thursday, and no date', async () => {
    const { deadlines } = await boardAt('2025-07-21T20:00:00Z')
    const round = deadlines.find(({ slug }) => slug === 'istanbul-round-3')
    expect(round).toMatchObject({
      certainty: 'contested',
      when: '2025-07-23',
      spread: { opens: '2025-07-22T21:00:00Z', closes: '2025-07-24T21:00:00Z' },
    })
    expect(
      round?.claims.map(({ source, when, leading }) => [
        source.name,
        source.standing,
        when,
        leading,
      ]),
    ).toEqual([
      ['Volodymyr Zelensky', 'party', '2025-07-23', true],
      ['Kremlin', 'party', null, false],
      ['Sergey Lavrov', 'party', null, false],
      ['Anonymous source', 'anonymous', '2025-07-24', false],
    ])
  })

  test('the leaders’ meeting and the exchange are undated', async () => {
    const { deadlines } = await boardAt('2025-07-21T20:00:00Z')
    for (const slug of ['leaders-meeting', 'prisoner-exchange']) {
      const undated = {
        certainty: 'undated',
        when: null,
        window: null,
        target: null,
        remaining: null,
      }
      expect(deadlines.find((each) => each.slug === slug)).toMatchObject(undated)
    }
  })
})

describe('As the days went on', () => {
  test('on 28 July the ultimatum is pulled in to 10 or 12 days', async () => {
    const status = await ultimatumAt('2025-07-28T20:00:00Z')
    expect(status).toMatchObject({
      when: '2025-08-07/2025-08-09',
      certainty: 'tentative',
      remaining: { days: 12, text: 'between 10 and 12 days' },
    })
    expect(status?.moves.at(-1)).toMatchObject({
      kind: 'pull-in',
      from: '2025-09-02',
      to: '2025-08-07/2025-08-09',
    })
  })

  test('on 30 July it is firmed to 8 August', async () => {
    const status = await ultimatumAt('2025-07-30T20:00:00Z')
    expect(status).toMatchObject({ when: '2025-08-08', certainty: 'firm' })
    expect(status?.moves.map(({ kind }) => kind)).toEqual(['set', 'pull-in', 'firmed'])
  })

  test('on 9 August, before anybody says what came of it, it has only passed', async () => {
    expect(await ultimatumAt('2025-08-09T04:00:00Z')).toMatchObject({
      phase: 'passed',
      outcome: null,
      remaining: { seconds: 0 },
    })
  })

  test('on 10 August it is closed: unmet, and the threat not carried out', async () => {
    expect(await ultimatumAt('2025-08-10T20:00:00Z')).toMatchObject({
      phase: 'closed',
      remaining: null,
      outcome: { result: 'unmet', consequence: 'not-carried-out', at: '2025-08-08' },
    })
  })

  test('both sides name the day in Alaska, so it is firm', async () => {
    const { deadline } = await askJson<{ deadline: Status }>('/next.json?at=2025-08-10T20:00:00Z')
    expect(deadline).toMatchObject({ slug: 'alaska-summit', certainty: 'firm', when: '2025-08-15' })
  })

  test('before the first report of all the board is empty', async () => {
    expect(await boardAt('2025-05-16T11:59:59Z')).toMatchObject({ next: null, deadlines: [] })
  })

  test('what the tracker had not recorded yet is not known', async () => {
    const at = '2025-07-21T20:00:00Z'
    const before = await askJson<Board>(`/status.json?at=${at}&known=2026-11-22T23:59:59Z`)
    expect(before.deadlines).toEqual([])
    const after = await askJson<Board>(`/status.json?at=${at}&known=2026-11-23T00:00:00Z`)
    expect(after).toEqual(await boardAt(at))
  })
})
