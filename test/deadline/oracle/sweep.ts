/** Every clock change in turn: the instants, readings and days around it. */
import {
  type Comparison,
  compareClock,
  compareReading,
  compareStart,
  compareWindow,
} from './properties.ts'
import { plainTime } from './temporal.ts'
import { type ClockChange, clockChanges } from './zones.ts'

const DAY = 86_400
const INSTANTS = [-3600, -1, 0, 1, 3600]
const READINGS = [-1800, -1, 0, 1, 1800]
const DAYS = [-1, 0, 1, 2]

export function* changesOf(zone: string): Generator<Comparison> {
  for (const change of clockChanges(zone)) {
    for (const seconds of INSTANTS) yield compareClock(zone, change.instant + seconds)
    for (const reading of readingsAround(change)) yield compareReading(zone, reading)
    for (const midnight of midnightsAround(change)) {
      yield compareStart(zone, midnight)
      const day = plainTime(midnight).toPlainDate()
      yield compareWindow(zone, { form: 'day', day })
    }
  }
}

/** Within half an hour of what either clock shows, and in the middle of the gap or the fold. */
function readingsAround({ oldReading, newReading }: ClockChange): number[] {
  const middle = Math.floor((oldReading + newReading) / 2)
  return [
    middle,
    ...[oldReading, newReading].flatMap((reading) => READINGS.map((by) => reading + by)),
  ]
}

function midnightsAround({ oldReading, newReading }: ClockChange): number[] {
  const earlier = Math.min(oldReading, newReading)
  const midnight = Math.floor(earlier / DAY) * DAY
  return DAYS.map((days) => midnight + days * DAY)
}

/** The changes from an instant up to another, by their offsets before and after. */
export function changesIn(zone: string, from: number, until: number) {
  return clockChanges(zone)
    .filter(({ instant }) => from <= instant && instant < until)
    .map(({ instant, oldReading, newReading }) => ({
      instant,
      before: oldReading - instant,
      after: newReading - instant,
    }))
}
