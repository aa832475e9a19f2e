import type { D1Database } from '@cloudflare/workers-types'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Deadline } from '../../src/deadline/deadline.ts'
import type { Report } from '../../src/deadline/report.ts'
import { type Status, status } from '../../src/deadline/status.ts'
import { tellEnded } from '../../src/ledger/ended.ts'
import { emptyDatabase, exported, importText } from './database.ts'

const DEADLINES = 40
const EARLY = '2025-06-15T00:00:00Z'
const LATE = '2026-01-01T00:00:00Z'

/** Some end, some reopen, some only pass, some are recorded late, some opened after what is said of them, some are never heard of. */
function endingLedger(): string {
  const lines: object[] = []
  for (let number = 0; number < DEADLINES; number++) {
    const deadline = `deadline-${number}`
    const recordedAt = number % 4 === 0 ? LATE : EARLY
    const source = { name: 'Issuer', standing: 'issuer' }
    const common = { deadline, source, recordedAt }
    const opening = { slug: deadline, kind: 'ultimatum', title: `Number ${number}` }
    lines.push({ ...opening, recordedAt: number % 5 === 1 ? LATE : recordedAt })
    if (number % 10 === 9) continue
    const when = number % 3 === 0 ? null : `2025-0${4 + (number % 5)}-10`
    lines.push({ ...common, says: 'date', when, zone: 'UTC', reportedAt: '2025-03-01T00:00:00Z' })
    if (number % 2 === 0) {
      const outcome = { result: 'unmet', consequence: 'pending' }
      const reportedAt = `2025-0${4 + (number % 5)}-11T00:00:00Z`
      lines.push({ ...common, says: 'outcome', outcome, reportedAt, recordedAt: LATE })
    }
    if (number % 6 === 0) {
      const reportedAt = '2025-09-01T00:00:00Z'
      lines.push({ ...common, says: 'date', when: '2025-10-10', zone: 'UTC', reportedAt })
    }
  }
  return lines.map((line) => JSON.stringify(line)).join('\n')
}

let db: D1Database
let deadlines: Deadline[]
let reports: Report[]

beforeAll(async () => {
  db = await emptyDatabase()
  expect(await importText(db, endingLedger())).toMatchObject({ ok: true })
  const lines = (await exported(db))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  deadlines = lines.filter((line) => !('says' in line))
  reports = lines.filter((line) => 'says' in line)
})

async function walk(now: number, knownAt: number, atOnce: number): Promise<Status[][]> {
  const pages: Status[][] = []
  for await (const page of tellEnded(db, now, knownAt, atOnce)) pages.push(page)
  return pages
}

/** Every deadline that was recorded by then, folded by itself. */
function folded(now: number, knownAt: number | null): Status[] {
  return deadlines
    .filter(({ recordedAt }) => knownAt === null || Date.parse(recordedAt) / 1000 <= knownAt)
    .map((each) =>
      status(
        each,
        reports.filter((report) => report.deadline === each.slug),
        now,
        knownAt,
      ),
    )
    .filter(({ phase }) => phase === 'closed' || phase === 'passed')
}

const bySlug = (a: Status, b: Status) => (a.slug < b.slug ? -1 : 1)
const seconds = (text: string) => Date.parse(text) / 1000
const INSTANTS = ['2025-03-15', '2025-05-11', '2025-07-11', '2025-09-15', '2026-01-01'].map(
  (day) => `${day}T00:00:00Z`,
)
const KNOWN = ['2025-01-01T00:00:00Z', EARLY, LATE]

describe('Walking all that has ended', () => {
  const cases = INSTANTS.flatMap((now) => KNOWN.map((known) => ({ now, known })))

  test.each(cases)('finds what the fold finds: %j', async ({ now, known }) => {
    const expected = folded(seconds(now), seconds(known))
    for (const atOnce of [1, 7, 200]) {
      const pages = await walk(seconds(now), seconds(known), atOnce)
      expect(pages.flat().toSorted(bySlug)).toEqual(expected.toSorted(bySlug))
      expect(Math.max(0, ...pages.map((page) => page.length))).toBeLessThanOrEqual(atOnce)
    }
  })

  test('has both phases and an empty beginning in the cases above', () => {
    const phases = (now: string) => folded(seconds(now), null).map(({ phase }) => phase)
    expect(phases('2025-03-15T00:00:00Z')).toEqual([])
    expect(new Set(phases('2025-07-11T00:00:00Z'))).toEqual(new Set(['closed', 'passed']))
    expect(folded(seconds(LATE), seconds(EARLY)).length).not.toBe(
      folded(seconds(LATE), null).length,
    )
  })
})
