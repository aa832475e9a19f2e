import type { EpochSeconds } from './instant.ts'
import { parseOffset } from './instant.ts'
import { kept } from './kept.ts'
import { DAY_SECONDS, type LocalSeconds, localMidnight, secondOfDay } from './local.ts'
import { accept, type Parsed, refuse } from './parsed.ts'

/** An IANA time zone's name (`Europe/Istanbul`, `UTC`, `Etc/GMT+12`) or a fixed offset (`+05:30`). */
export type Zone = string

const FIXED_OFFSET = /^([+-])(\d{2}):(\d{2})$/

/**
 * What people mean by an abbreviation, as far as it can be told. Some of these the runtime takes
 * for zones, though IANA has no such names, and other ones than are meant: ART for Cairo's.
 */
const LIKELY_ZONES: Record<string, string> = {
  ACST: 'Australia/Adelaide',
  ACT: 'Australia/Darwin, or America/Rio_Branco',
  AEDT: 'Australia/Sydney',
  AEST: 'Australia/Sydney',
  AET: 'Australia/Sydney',
  AGT: 'America/Argentina/Buenos_Aires',
  AKDT: 'America/Anchorage',
  AKST: 'America/Anchorage',
  AOE: 'Etc/GMT+12',
  ART: 'America/Argentina/Buenos_Aires',
  AST: 'America/Halifax',
  AWST: 'Australia/Perth',
  BET: 'America/Sao_Paulo',
  BRT: 'America/Sao_Paulo',
  BST: 'Europe/London',
  CAT: 'Africa/Maputo',
  CDT: 'America/Chicago',
  CEST: 'Europe/Berlin',
  CET: 'Europe/Berlin',
  CNT: 'America/St_Johns',
  CST: 'America/Chicago',
  CST6CDT: 'America/Chicago',
  CT: 'America/Chicago',
  CTT: 'Asia/Shanghai',
  EAT: 'Africa/Nairobi',
  ECT: 'America/Guayaquil',
  EDT: 'America/New_York',
  EEST: 'Europe/Kyiv',
  EET: 'Europe/Kyiv',
  EST: 'America/New_York',
  EST5EDT: 'America/New_York',
  ET: 'America/New_York',
  GMT: 'Etc/GMT, or Europe/London',
  GST: 'Asia/Dubai',
  HKT: 'Asia/Hong_Kong',
  HST: 'Pacific/Honolulu',
  IDT: 'Asia/Jerusalem',
  IET: 'America/Indiana/Indianapolis',
  IRST: 'Asia/Tehran',
  IST: 'Asia/Kolkata, Asia/Jerusalem or Europe/Dublin',
  JST: 'Asia/Tokyo',
  KST: 'Asia/Seoul',
  MDT: 'America/Denver',
  MET: 'Europe/Berlin',
  MIT: 'Pacific/Marquesas',
  MSK: 'Europe/Moscow',
  MST: 'America/Denver',
  MST7MDT: 'America/Denver',
  MT: 'America/Denver',
  NDT: 'America/St_Johns',
  NET: 'Asia/Yerevan',
  NST: 'America/St_Johns',
  NZDT: 'Pacific/Auckland',
  NZST: 'Pacific/Auckland',
  PDT: 'America/Los_Angeles',
  PKT: 'Asia/Karachi',
  PLT: 'Asia/Karachi',
  PNT: 'America/Phoenix',
  PRT: 'America/Puerto_Rico',
  PST: 'America/Los_Angeles',
  PST8PDT: 'America/Los_Angeles',
  PT: 'America/Los_Angeles',
  SAST: 'Africa/Johannesburg',
  SGT: 'Asia/Singapore',
  SST: 'Pacific/Pago_Pago',
  TRT: 'Europe/Istanbul',
  UCT: 'UTC',
  VST: 'Asia/Ho_Chi_Minh',
  WEST: 'Europe/Lisbon',
  WET: 'Europe/Lisbon',
  Z: 'UTC',
}

/**
 * Checks a zone. An abbreviation is refused even where the IANA database has it as
 * a name (`EST`, `CET`), since a source that says so may mean summer time as well.
 */
export function parseZone(text: string): Parsed<Zone> {
  if (FIXED_OFFSET.test(text)) {
    return fixedOffset(text) === null ? refuse(`${text} is beyond ±23:59`) : accept(text)
  }
  if (text === 'UTC') return accept(text)
  const likely = LIKELY_ZONES[text.toUpperCase()]
  if (likely) {
    return refuse(`"${text}" is an abbreviation, not a zone: name the place, likely ${likely}`)
  }
  const listed = listedZone(text)
  if (listed && listed !== text) return refuse(`"${text}" is written ${listed}`)
  if (!/^[A-Z]/.test(text) || !formatterFor(text)) {
    return refuse(
      `"${text}" is not an IANA zone such as Europe/Istanbul, nor UTC, nor an offset such as +05:30`,
    )
  }
  return accept(text)
}

/** How far the zone's clock is ahead of UTC at an instant, in seconds; negative in the west. */
export function offsetAt(zone: Zone, instant: EpochSeconds): number {
  return fixedOffset(zone) ?? localAt(zone, instant) - instant
}

/** What the zone's wall clock shows at an instant. */
export function localAt(zone: Zone, instant: EpochSeconds): LocalSeconds {
  const offset = fixedOffset(zone)
  if (offset !== null) return instant + offset
  const formatter = formatterFor(zone)
  if (!formatter) throw new RangeError(`not a zone: ${zone}`)
  return kept(zone + instant, () => read(formatter, instant))
}

function read(formatter: Intl.DateTimeFormat, instant: EpochSeconds): LocalSeconds {
  const read: Record<string, string> = {}
  for (const { type, value } of formatter.formatToParts(instant * 1000)) read[type] = value
  const year = read.era === 'BC' ? 1 - Number(read.year) : Number(read.year)
  const midnight = localMidnight({ year, month: Number(read.month), day: Number(read.day) })
  return midnight + Number(read.hour) * 3600 + Number(read.minute) * 60 + Number(read.second)
}

/**
 * The instant at which the zone's wall clock shows a reading. A reading that comes
 * twice means its first; one that never comes moves forward by the gap, as it would
 * be read with the offset before the gap (RFC 5545, section 3.3.5).
 */
export function instantOf(zone: Zone, local: LocalSeconds): EpochSeconds {
  const { before, after } = offsetsAround(zone, local)
  // Where the clock goes back, the larger offset gives the earlier of the two instants.
  for (const offset of [Math.max(before, after), Math.min(before, after)]) {
    if (offsetAt(zone, local - offset) === offset) return local - offset
  }
  return local - before
}

/**
 * A date's first instant in the zone: midnight, or where midnight is skipped, the first
 * instant after the gap. A day that the zone skipped altogether (Samoa, 30 December 2011)
 * starts where the next one does, and so has no length.
 */
export function startOfDay(zone: Zone, midnight: LocalSeconds): EpochSeconds {
  const instant = instantOf(zone, midnight)
  if (localAt(zone, instant) === midnight) return instant
  const [earliest, latest] = [instant - DAY_SECONDS, instant + DAY_SECONDS]
  return firstInstant(earliest, latest, (each) => localAt(zone, each) >= midnight)
}

/** A change of the zone's offset; offsets as offsetAt gives them, in seconds. */
export interface ClockChange {
  /** The first second of the new offset. */
  instant: EpochSeconds
  before: number
  after: number
}

/** Three days. Shorter than between any two changes: Gaza's clock is to go forward for a week in 2040. */
const CHANGES_APART = 259_200

/**
 * Every change of the zone's offset from an instant up to, not including, another, in order; none
 * for a fixed offset, or where the span is empty. One that comes with the first instant counts.
 * The runtime's zone rules tell only offsets, so the changes are found between them: the cost is
 * some 120 readings of the clock a year.
 */
export function clockChanges(zone: Zone, from: EpochSeconds, until: EpochSeconds): ClockChange[] {
  if (fixedOffset(zone) !== null) return []
  const changes: ClockChange[] = []
  let before = offsetAt(zone, from - 1)
  for (let start = from - 1; start < until - 1; start += CHANGES_APART) {
    const end = Math.min(start + CHANGES_APART, until - 1)
    const after = offsetAt(zone, end)
    if (after !== before) changes.push({ instant: changeWithin(zone, start, end), before, after })
    before = after
  }
  return changes
}

/** The first instant whose offset is not that at `start`; there is one by `end`. */
function changeWithin(zone: Zone, start: EpochSeconds, end: EpochSeconds): EpochSeconds {
  const old = offsetAt(zone, start)
  return firstInstant(start, end, (instant) => offsetAt(zone, instant) !== old)
}

/** The date on the zone's wall clock at an instant, as its midnight. */
export function dateAt(zone: Zone, instant: EpochSeconds): LocalSeconds {
  const local = localAt(zone, instant)
  return local - secondOfDay(local)
}

/** The first instant of a span from which on something holds, as it does at its latest. */
function firstInstant(
  earliest: EpochSeconds,
  latest: EpochSeconds,
  holds: (instant: EpochSeconds) => boolean,
): EpochSeconds {
  let before = earliest
  let after = latest
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (holds(middle)) after = middle
    else before = middle
  }
  return after
}

/** The offsets a day either side of a reading: no zone has changed its clock twice within that. */
function offsetsAround(zone: Zone, local: LocalSeconds): { before: number; after: number } {
  return {
    before: offsetAt(zone, local - DAY_SECONDS),
    after: offsetAt(zone, local + DAY_SECONDS),
  }
}

function fixedOffset(zone: Zone): number | null {
  if (zone === 'UTC') return 0
  const parts = FIXED_OFFSET.exec(zone)
  return parts ? parseOffset(parts[1], parts[2], parts[3]) : null
}

function formatterFor(zone: Zone): Intl.DateTimeFormat | null {
  try {
    return kept(
      zone,
      () =>
        new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
          timeZone: zone,
          hourCycle: 'h23',
          era: 'short',
          year: 'numeric',
          month: 'numeric',
          day: 'numeric',
          hour: 'numeric',
          minute: 'numeric',
          second: 'numeric',
        }),
    )
  } catch {
    return null
  }
}

let listed: Map<string, Zone> | null = null

/** The zone as the runtime's own list spells it, whatever the case of the letters. */
function listedZone(text: string): Zone | undefined {
  listed ??= new Map(Intl.supportedValuesOf('timeZone').map((zone) => [zone.toLowerCase(), zone]))
  return listed.get(text.toLowerCase())
}

/** Every IANA zone that the runtime knows by its own name, UTC first. */
export function zoneNames(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')]
}
