/** What must hold of dates and zones, each told once and run by the fast and the full oracle. */
import fc from 'fast-check'
import { calendarDaysBetween, midnightBefore } from '../../../src/deadline/local.ts'
import { remainingUntil } from '../../../src/deadline/remaining.ts'
import { resolveWhen } from '../../../src/deadline/when.ts'
import { dateAt, instantOf, localAt, offsetAt, startOfDay } from '../../../src/deadline/zone.ts'
import {
  countedNear,
  dayNear,
  instantNear,
  readingNear,
  statedNear,
  written,
} from './arbitraries.ts'
import {
  calendarDays,
  endsBeforeItStarts,
  expectedBounds,
  plainTime,
  readingOf,
  type Stated,
  startOf,
  zoned,
} from './temporal.ts'

/** Two answers to the same question, with the question. */
export interface Comparison {
  asked: unknown
  ours: unknown
  temporal: unknown
}

export interface Property {
  name: string
  casesIn(zone: string): fc.Arbitrary<Comparison>
}

export const PROPERTIES: Property[] = [
  {
    name: 'reads the clock of every zone as Temporal does',
    casesIn: (zone) => instantNear(zone).map((instant) => compareClock(zone, instant)),
  },
  {
    name: 'finds the instant of a local time as Temporal does, in gaps and folds',
    casesIn: (zone) => readingNear(zone).map((reading) => compareReading(zone, reading)),
  },
  {
    name: 'starts each day where Temporal does',
    casesIn: (zone) =>
      dayNear(zone).map((day) => compareStart(zone, readingOf(day.toPlainDateTime()))),
  },
  {
    name: 'opens and closes the window of a stated date where Temporal does',
    casesIn: (zone) => statedNear(zone).map((stated) => compareWindow(zone, stated)),
  },
  {
    name: 'opens and closes a window without a zone across the whole Earth',
    casesIn: (zone) =>
      fc.oneof(statedNear(zone), countedNear(zone)).map((stated) => compareWindow(null, stated)),
  },
  {
    name: 'counts periods as Temporal does, and writes what resolves to the same window',
    casesIn: (zone) => countedNear(zone).map((stated) => compareWindow(zone, stated)),
  },
  {
    name: 'counts the calendar days that remain as Temporal does',
    casesIn: (zone) =>
      fc
        .tuple(instantNear(zone), instantNear(zone), fc.integer({ min: 0, max: 90_000 }))
        .map(([now, opens, length]) => compareDays(zone, now, opens, length)),
  },
]

/** Any second of the years 0001 to 9999, from before there were zones to long after. */
const farReading = fc.integer({ min: -62_135_000_000, max: 253_402_000_000 })

export const FAR_PROPERTIES: Property[] = [
  {
    name: 'reads the clock as Temporal does from the year 0001 to 9999',
    casesIn: (zone) => farReading.map((instant) => compareClock(zone, instant)),
  },
  {
    name: 'finds the instant of a local time as Temporal does from the year 0001 to 9999',
    casesIn: (zone) => farReading.map((reading) => compareReading(zone, reading)),
  },
  {
    name: 'starts each day where Temporal does from the year 0001 to 9999',
    casesIn: (zone) => farReading.map((reading) => compareStart(zone, midnightBefore(reading))),
  },
]

export function compareClock(zone: string, instant: number): Comparison {
  const there = zoned(instant, zone)
  const reading = readingOf(there.toPlainDateTime())
  return {
    asked: { zone, instant: there.toInstant().toString() },
    ours: [offsetAt(zone, instant), localAt(zone, instant), dateAt(zone, instant)],
    temporal: [
      there.offsetNanoseconds / 1e9,
      reading,
      readingOf(there.toPlainDate().toPlainDateTime()),
    ],
  }
}

export function compareReading(zone: string, reading: number): Comparison {
  const time = plainTime(reading)
  return {
    asked: { zone, reading: time.toString() },
    ours: instantOf(zone, reading),
    temporal: expectedBounds({ form: 'time', time }, zone).opens,
  }
}

export function compareStart(zone: string, midnight: number): Comparison {
  const day = plainTime(midnight).toPlainDate()
  return {
    asked: { zone, day: day.toString() },
    ours: startOfDay(zone, midnight),
    temporal: startOf(day, zone),
  }
}

/** The window, and the one that the resolved text gives again. */
export function compareWindow(zone: string | null, stated: Stated): Comparison {
  const when = written(stated)
  const bounds = expectedBounds(stated, zone)
  const refused = endsBeforeItStarts(stated, zone)
  const ours = resolveWhen(when, zone)
  const again = ours.ok && ours.value ? resolveWhen(ours.value.text, zone) : ours
  return {
    asked: { when, zone },
    ours: [ours, again].map((resolved) => (resolved.ok ? resolved.value?.window : 'refused')),
    temporal: refused ? ['refused', 'refused'] : [bounds, bounds],
  }
}

/** To an exact instant, to an opening (talks) and to a closing (an ultimatum's end). */
function compareDays(zone: string, now: number, opens: number, length: number): Comparison {
  const closes = opens + length
  const window = { opens, closes }
  const last = length === 0 ? closes : closes - 1
  const days = (target: number) => remainingUntil(target, window, zone, now).days
  return {
    asked: { zone, now: zoned(now, zone).toString(), opens: zoned(opens, zone).toString(), length },
    ours: [
      days(opens),
      days(closes),
      calendarDaysBetween(localAt(zone, now), localAt(zone, opens)),
    ],
    temporal: [
      calendarDays(now, opens, zone),
      calendarDays(now, last, zone),
      calendarDays(now, opens, zone),
    ],
  }
}

/** Throws where the two differ, with the question and both answers. */
export function mustAgree({ asked, ours, temporal }: Comparison): void {
  const [mine, theirs] = [JSON.stringify(ours), JSON.stringify(temporal)]
  if (mine === theirs) return
  throw new Error(`${JSON.stringify(asked)}\n  ours     ${mine}\n  Temporal ${theirs}`)
}

/** Runs a property in a zone; throws on the first disagreement, shrunk. */
export function assertIn(zone: string, property: Property, cases: number, seed: number): void {
  fc.assert(fc.property(property.casesIn(zone), mustAgree), { numRuns: cases, seed })
}
