/** Where an event is, and the zone of its clocks. */
import type { Zone } from '../deadline/zone.ts'
import { MONTH, WEEKDAY } from './date/names.ts'
import { STATES } from './speaker/states.ts'
import { VENUES_TABLE } from './venues-table.ts'

/** Venues of talks that are no capitals. */
const ZONES: ReadonlyMap<string, Zone> = new Map(
  VENUES_TABLE.trim()
    .split('\n')
    .flatMap((row) => {
      const [zone, names] = row.split(': ')
      return names.split(', ').map((name): [string, Zone] => [name, zone])
    }),
)

/** States with clocks in several zones: their name tells none. */
const MANY_ZONES =
  /^(?:United States|US|U\.S\.|USA|America|Russia|Soviet Union|USSR|Canada|Australia|Brazil|Mexico|Indonesia|Kazakhstan|Mongolia|European Union|EU|Congo|Europe|NATO|UN|U\.N\.|United Nations)$/

const ABBREVIATIONS: Record<string, Zone> = {
  GMT: 'UTC',
  UTC: 'UTC',
  BST: 'Europe/London',
  CET: 'Europe/Berlin',
  CEST: 'Europe/Berlin',
  EET: 'Europe/Kyiv',
  EEST: 'Europe/Kyiv',
  MSK: 'Europe/Moscow',
  EST: 'America/New_York',
  EDT: 'America/New_York',
  ET: 'America/New_York',
  PKT: 'Asia/Karachi',
  JST: 'Asia/Tokyo',
  KST: 'Asia/Seoul',
  EAT: 'Africa/Nairobi',
  CAT: 'Africa/Maputo',
  Eastern: 'America/New_York',
}

/** The zone of a town or of a state that has one; null for what is not known. */
export function zoneOfPlace(name: string): Zone | null {
  if (MANY_ZONES.test(name)) return null
  return ZONES.get(name) ?? STATES.get(name)?.zone ?? STATES.get(stateOf(name))?.zone ?? null
}

function stateOf(people: string): string {
  return STATES.get(people)?.name ?? people
}

/** The zone that the words after an hour name ("Istanbul time", "GMT"); null for "local" and others. */
export function zoneOfWords(words: string): Zone | null {
  return ABBREVIATIONS[words] ?? zoneOfPlace(words)
}

const PLACE =
  /\b(?:in|at) (?:the (?:\p{Ll}+ ){1,4}(?:of )?)?(\p{Lu}[\p{L}’'.-]*(?: (?:el-|al-)?\p{Lu}[\p{L}’'-]*){0,2}?)(?=,| on| in| at| by| for| to| from| next| this| later| today| tomorrow| between| with| and| before| after| until| under| around| not| no|[.;:”"]|$| \p{Lu})/gu
const CALENDAR = new RegExp(`^(?:${WEEKDAY}|${MONTH})\\b`)

/** Where a clause says that something is: of the places in it the first that is known, else the first. */
export function placeIn(clause: string): string | null {
  const places = [...clause.matchAll(PLACE)]
    .map((found) => found[1].replace(/[’']s?$/, ''))
    .filter((place) => !CALENDAR.test(place))
  return places.find((place) => zoneOfPlace(place) !== null) ?? places[0] ?? null
}
