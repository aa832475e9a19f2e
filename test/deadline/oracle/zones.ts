/** The time zones that the runtime knows and their clock changes, as Temporal finds them. */
import { Temporal } from 'temporal-polyfill'

export const ALL_ZONES: string[] = Intl.supportedValuesOf('timeZone')

/** Zones whose clocks have done whatever clocks do: a sample for the fast run. */
export const NOTABLE_ZONES: string[] = [
  'Africa/Cairo', // midnight skipped
  'Africa/Casablanca', // summer time but for Ramadan
  'Africa/Monrovia', // 44 minutes and 30 seconds behind UTC until 1972
  'America/Anchorage',
  'America/Asuncion', // midnight skipped, and come twice
  'America/Caracas', // half an hour either way
  'America/Havana', // midnight comes twice
  'America/New_York',
  'America/Sao_Paulo', // midnight skipped
  'America/St_Johns', // changes at 00:01
  'America/Toronto', // skipped from 23:30 to 00:30 in 1919
  'Antarctica/Troll', // by two hours
  'Asia/Amman',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Asia/Pyongyang',
  'Asia/Tehran',
  'Atlantic/Azores',
  'Australia/Lord_Howe', // by half an hour
  'Europe/Dublin', // "negative" summer time
  'Europe/Istanbul',
  'Europe/London',
  'Europe/Moscow',
  'Pacific/Apia', // 30 December 2011 skipped
  'Pacific/Chatham',
  'Pacific/Kwajalein', // 21 August 1993 skipped
  'Pacific/Kiritimati', // 31 December 1994 skipped
]

export interface ClockChange {
  /** The first second of the new clock. */
  instant: number
  /** What the old clock would have shown then, and what the new one does; as if on UTC. */
  oldReading: number
  newReading: number
}

const START = Temporal.Instant.from('1840-01-01T00:00:00Z')
const END = Temporal.Instant.from('2038-01-01T00:00:00Z')

const found = new Map<string, ClockChange[]>()

/** A zone's clock changes, from its first zone time to 2037. */
export function clockChanges(zone: string): ClockChange[] {
  const kept = found.get(zone)
  if (kept) return kept
  const changes: ClockChange[] = []
  let last = START.toZonedDateTimeISO(zone)
  for (;;) {
    const next = last.getTimeZoneTransition('next')
    if (!next || next.epochMilliseconds >= END.epochMilliseconds) break
    const instant = next.epochMilliseconds / 1000
    const before = next.subtract({ seconds: 1 }).offsetNanoseconds / 1e9
    const after = next.offsetNanoseconds / 1e9
    if (before !== after) {
      changes.push({ instant, oldReading: instant + before, newReading: instant + after })
    }
    last = next
  }
  found.set(zone, changes)
  return changes
}
