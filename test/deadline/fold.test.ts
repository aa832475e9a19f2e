/** What holds of the fold whatever was reported. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isQualified } from '../../src/deadline/edtf.ts'
import { type Report, STANDINGS } from '../../src/deadline/report.ts'
import {
  fold,
  type Status,
  status,
  statusAt,
  type WrittenWindow,
} from '../../src/deadline/status.ts'
import { timeline } from '../../src/deadline/timeline.ts'
import { resolveWhen } from '../../src/deadline/when.ts'
import { SLOTS, slotInstant, someNow, someReports } from './arbitrary-reports.ts'
import { at, deadline, desk, says } from './reports.ts'

const ULTIMATUM = deadline('ultimatum', { issuedAt: '2025-07-14' })
const TALKS = deadline('talks')
const THE_END = slotInstant(SLOTS + 1)
const RUNS = { numRuns: 1000, seed: 50 }

function check<T extends unknown[]>(
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  holds: (...drawn: T) => void,
): void {
  fc.assert(
    fc.property(fc.tuple<T>(...arbitraries), (drawn) => holds(...drawn)),
    RUNS,
  )
}

/** A status apart from how many reports there are and when the last one came. */
function withoutCounts({
  reports,
  updatedAt,
  ...rest
}: Status): Omit<Status, 'reports' | 'updatedAt'> {
  return rest
}

describe('which reports matter', () => {
  const shuffled = someReports.chain((reports) =>
    fc.tuple(
      fc.constant(reports),
      fc.shuffledSubarray(reports, { minLength: reports.length }),
      fc.subarray(reports),
    ),
  )

  test('the order in which they arrive never does', () => {
    check([shuffled, someNow], ([reports, otherOrder], now) => {
      expect(status(ULTIMATUM, otherOrder, now, null)).toEqual(
        status(ULTIMATUM, reports, now, null),
      )
    })
  })

  test('one that comes twice counts once', () => {
    check([shuffled, someNow], ([reports, , again], now) => {
      expect(status(TALKS, reports.concat(again), now, null)).toEqual(
        status(TALKS, reports, now, null),
      )
    })
  })

  test('none from after now does', () => {
    check([someReports, someNow], (reports, now) => {
      const byNow = reports.filter(({ reportedAt }) => at(reportedAt) <= now)
      expect(status(ULTIMATUM, reports, now, null)).toEqual(status(ULTIMATUM, byNow, now, null))
    })
  })

  test('none recorded after known does', () => {
    check([someReports, someNow, someNow], (reports, now, known) => {
      const byKnown = reports.filter(({ recordedAt }) => at(recordedAt) <= known)
      expect(status(ULTIMATUM, reports, now, known)).toEqual(status(ULTIMATUM, byKnown, now, null))
    })
  })

  test('where none comes meanwhile, only the clock moves', () => {
    check([someReports, someNow, fc.nat(40 * 86_400)], (reports, now, later) => {
      const byNow = reports.filter(({ reportedAt }) => at(reportedAt) <= now)
      for (const opened of [ULTIMATUM, TALKS]) {
        const moved = statusAt(fold(opened, byNow, now, null), now + later)
        expect(moved).toEqual(status(opened, byNow, now + later, null))
      }
    })
  })

  test('a retracted one leaves no trace but in the count', () => {
    const oneRetracted = someReports
      .filter((reports) => reports.length > 0)
      .chain((reports) => fc.tuple(fc.constant(reports), fc.constantFrom(...reports)))
    check([oneRetracted], ([reports, named]) => {
      const retraction = says.retraction(desk, '2025-07-24T00:00:00Z', named, {
        id: 'ffffffff-ffff-4fff-bfff-ffffffffffff',
      })
      const without = reports.filter((report) => report !== named)
      const retracted = status(ULTIMATUM, [...reports, retraction], THE_END, null)
      expect(withoutCounts(retracted)).toEqual(
        withoutCounts(status(ULTIMATUM, without, THE_END, null)),
      )
      expect(retracted.reports).toBe(reports.length + 1)
      expect(retracted.updatedAt).toBe('2025-07-24T00:00:00Z')
    })
  })
})

describe('the timeline', () => {
  test('says at each instant what the status says', () => {
    check([someReports, someNow], (reports, now) => {
      const state = timeline('talks', reports).findLast(({ from }) => from <= now)
      const told = status(TALKS, reports, now, null)
      expect(told.certainty).toBe(state?.certainty ?? 'undated')
      expect(told.when).toBe(state?.leading?.when.text ?? null)
      expect(told.window).toEqual(writtenWindow(state?.window))
      expect(told.spread).toEqual(writtenWindow(state?.spread))
      expect(told.target).toBe(writtenInstant(state?.target ?? null))
      expect(told.claims.map(({ report }) => report)).toEqual(
        (state?.claims ?? []).map(({ report }) => report.id),
      )
      expect(told.moves).toEqual(state?.moves ?? [])
      expect(told.outcome).toEqual(state?.outcome ?? null)
    })
  })

  test('has one state for each instant at which something was reported, in order', () => {
    check([someReports], (reports) => {
      const moments = [...new Set(reports.map(({ reportedAt }) => at(reportedAt)))]
      expect(timeline('deadline', reports).map(({ from }) => from)).toEqual(
        moments.sort((a, b) => a - b),
      )
    })
  })
})

describe('the status', () => {
  test('is undated exactly where no claim leads', () => {
    check([someReports, someNow], (reports, now) => {
      const { certainty, claims, when, window, target } = status(ULTIMATUM, reports, now, null)
      const leaders = claims.filter(({ leading }) => leading)
      expect(leaders).toHaveLength(certainty === 'undated' ? 0 : 1)
      expect(leaders).toEqual(claims.slice(0, leaders.length))
      expect([when, window]).toEqual([leaders[0]?.when ?? null, leaders[0]?.window ?? null])
      expect(target).toBe(window?.closes ?? null)
    })
  })

  test('is led by the weightiest of the dated claims left, and of these by the latest', () => {
    check([someReports, someNow], (reports, now) => {
      const dated = status(TALKS, reports, now, null).claims.filter(({ window }) => window)
      const leader = dated.find(({ leading }) => leading)
      if (!leader) return
      const weight = ({ source }: typeof leader) => STANDINGS.indexOf(source.standing)
      const equals = dated.filter((claim) => weight(claim) === weight(leader))
      expect(Math.min(...dated.map(weight))).toBe(weight(leader))
      expect(equals.every(({ reportedAt }) => reportedAt <= leader.reportedAt)).toBe(true)
    })
  })

  test('keeps no claim from before the last word of the desk or the issuer', () => {
    check([someReports, someNow], (reports, now) => {
      const { claims } = status(TALKS, reports, now, null)
      const rulings = claims.filter(({ source }) => ['desk', 'issuer'].includes(source.standing))
      expect(rulings.length).toBeLessThanOrEqual(1)
      for (const { reportedAt } of rulings) {
        expect(claims.every((claim) => claim.reportedAt >= reportedAt)).toBe(true)
      }
    })
  })

  test('spreads around the window, from the earliest opening to the latest closing', () => {
    check([someReports, someNow], (reports, now) => {
      const { spread, window, claims } = status(TALKS, reports, now, null)
      const windows = claims.flatMap((claim) => claim.window ?? [])
      expect(spread).toEqual(windows.length === 0 ? null : around(windows))
      if (window) expect(spread && around([spread, window])).toEqual(spread)
    })
  })

  test('is contested exactly where two claims left share no instant', () => {
    check([someReports, someNow], (reports, now) => {
      const { certainty, claims } = status(TALKS, reports, now, null)
      const windows = claims.flatMap((claim) => claim.window ?? [])
      const apart = windows.some((a) => windows.some((b) => !meet(a, b)))
      if (certainty !== 'undated') expect(certainty === 'contested').toBe(apart)
    })
  })

  test('counts down exactly where there is a target and no outcome', () => {
    check([someReports, someNow], (reports, now) => {
      const { remaining, target, outcome, phase, elapsed } = status(ULTIMATUM, reports, now, null)
      expect(remaining?.seconds ?? null).toBe(target && !outcome ? at(target) - now : null)
      expect(phase === 'closed').toBe(outcome !== null)
      if (elapsed !== null) expect(elapsed).toBe(Math.min(Math.max(elapsed, 0), 1))
    })
  })
})

describe('the moves', () => {
  test('each start from the date before, in its own words or in others', () => {
    check([someReports, someNow], (reports, now) => {
      const { moves, when } = status(ULTIMATUM, reports, now, null)
      const dates = [null, ...moves.map(({ to }) => to)]
      moves.forEach(({ from }, index) => {
        expect(sameDate(from, dates[index], reports)).toBe(true)
      })
      expect(sameDate(when, dates.at(-1) ?? null, reports)).toBe(true)
    })
  })

  test('set a date where there was none, withdraw one to none, and else go from date to date', () => {
    check([someReports, someNow], (reports, now) => {
      for (const { kind, from, to } of status(TALKS, reports, now, null).moves) {
        expect([from === null, to === null]).toEqual([kind === 'set', kind === 'withdrawn'])
      }
    })
  })

  test('are each made by a date report, when and by whom it says', () => {
    check([someReports, someNow], (reports, now) => {
      for (const { at: when, source, report } of status(TALKS, reports, now, null).moves) {
        const made = reports.find(({ id }) => id === report)
        expect([made?.says, made?.reportedAt, made?.source]).toEqual(['date', when, source])
      }
    })
  })
})

/** Whether two texts are the same date: the same window and doubt in zones that they came with. */
function sameDate(a: string | null, b: string | null, reports: Report[]): boolean {
  if (a === null || b === null) return a === b
  const meanings = meaningsOf(b, reports)
  return meaningsOf(a, reports).some((meaning) => meanings.includes(meaning))
}

function meaningsOf(text: string, reports: Report[]): string[] {
  return reports.flatMap(({ when, zone }) => {
    const resolved = resolveWhen(when, zone)
    if (!resolved.ok || resolved.value?.text !== text) return []
    return JSON.stringify([resolved.value.window, isQualified(resolved.value.edtf)])
  })
}

function writtenInstant(seconds: number | null): string | null {
  return seconds === null ? null : new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
}

function writtenWindow(
  window: { opens: number | null; closes: number | null } | null | undefined,
): WrittenWindow | null {
  if (!window) return null
  return { opens: writtenInstant(window.opens), closes: writtenInstant(window.closes) }
}

const opening = ({ opens }: WrittenWindow) => (opens ? at(opens) : Number.NEGATIVE_INFINITY)
const closing = ({ closes }: WrittenWindow) => (closes ? at(closes) : Number.POSITIVE_INFINITY)

function around(windows: WrittenWindow[]): WrittenWindow {
  const opens = Math.min(...windows.map(opening))
  const closes = Math.max(...windows.map(closing))
  return {
    opens: Number.isFinite(opens) ? writtenInstant(opens) : null,
    closes: Number.isFinite(closes) ? writtenInstant(closes) : null,
  }
}

/** Half-open windows meet where each opens before the other closes; an exact one, where it lies inside. */
function meet(a: WrittenWindow, b: WrittenWindow): boolean {
  const [first, second] = opening(a) <= opening(b) ? [a, b] : [b, a]
  const isExact = opening(first) === closing(first)
  if (isExact) return opening(second) === opening(first)
  return opening(second) < closing(first)
}
