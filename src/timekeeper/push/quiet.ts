/** When a reader is not to be disturbed. Pure: by the zone's rules, whatever its clock does that night. */
import { type EpochSeconds, formatInstant } from '../../deadline/instant.ts'
import { DAY_SECONDS, type LocalSeconds } from '../../deadline/local.ts'
import { dateAt, instantOf, type Zone } from '../../deadline/zone.ts'

export interface QuietHours {
  /** As 22:00, on the reader's clock. The same as `to`: none. */
  from: string
  /** Where it is not later than `from`, it is of the next morning. */
  to: string
  zone: Zone
}

/**
 * The end of the quiet hours that an instant is in, or null where it is in none. A time that the
 * clock shows twice is its first, one that it skips comes as much later as it skips.
 */
export function quietUntil(quiet: QuietHours, now: EpochSeconds): EpochSeconds | null {
  const today = dateAt(quiet.zone, now)
  const nights = [today - DAY_SECONDS, today].map((day) => quietOf(quiet, day))
  return nights.find(({ start, end }) => start <= now && now < end)?.end ?? null
}

/** The quiet hours that begin on a day. */
function quietOf({ from, to, zone }: QuietHours, day: LocalSeconds) {
  const [start, end] = [secondsOf(from), secondsOf(to)]
  const next = end < start ? DAY_SECONDS : 0
  return { start: instantOf(zone, day + start), end: instantOf(zone, day + end + next) }
}

function secondsOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return hours * 3600 + minutes * 60
}

/** A reader's day, as ISO 8601 writes it. */
export function dayOf(zone: Zone, now: EpochSeconds): string {
  return formatInstant(dateAt(zone, now)).slice(0, 10)
}
