/** Where an event is, and the zone of its clocks. */
import type { Zone } from '../deadline/zone.ts'
import { MONTH, WEEKDAY } from './date/names.ts'
import { STATES } from './speaker/states.ts'

/** Venues of talks that are no capitals. */
const VENUES = `
America/New_York: New York, Camp David, Annapolis, Mar-a-Lago, Florida, Philadelphia, Boston, Manhattan
America/Chicago: Chicago, Dallas, Houston
America/Denver: Denver
America/Los_Angeles: San Francisco, Los Angeles, California
America/Anchorage: Anchorage, Alaska
Pacific/Honolulu: Honolulu, Hawaii
America/Toronto: Toronto, Montreal, Quebec
America/Cancun: Cancun
Europe/London: Edinburgh, Glasgow, Belfast, Manchester, Lancaster House, Chequers, Scotland
Europe/Paris: Versailles, Rambouillet, Strasbourg, Nice, Cannes, Evian, Marseille, Lyon
Europe/Zurich: Geneva, Zurich, Lausanne, Davos, Montreux, Basel, Bürgenstock, Lugano, Locarno
Europe/Berlin: Munich, Hamburg, Frankfurt, Dresden, Cologne, Potsdam, Ramstein
Europe/Vienna: Salzburg, Innsbruck
Europe/Rome: Venice, Milan, Naples, Sicily, Trieste, Genoa
Europe/Madrid: Barcelona
Europe/Istanbul: Istanbul, Antalya, Izmir
Europe/Moscow: St Petersburg, St. Petersburg, Sochi, Leningrad, Yalta
Europe/Minsk: Brest
Europe/Warsaw: Gdansk, Krakow, Danzig
Europe/Kyiv: Lviv, Odesa, Odessa
Asia/Almaty: Almaty
Asia/Dubai: Sharjah
Asia/Riyadh: Mecca, Taif
Asia/Gaza: Gaza
Africa/Cairo: Sharm el-Sheikh, Alexandria, Taba
Asia/Amman: Aqaba
Asia/Shanghai: Shanghai, Hangzhou, Tianjin
Asia/Seoul: Panmunjom, Kaesong, Busan
Asia/Tokyo: Osaka, Hiroshima, Nagasaki, Kyoto
Asia/Makassar: Bali
Asia/Kolkata: Mumbai, Bombay, Calcutta, Simla, Shimla, Agra
Asia/Karachi: Karachi, Lahore
Africa/Lagos: Lagos
Africa/Johannesburg: Cape Town, Johannesburg
Africa/Dar_es_Salaam: Arusha
Africa/Casablanca: Marrakesh, Tangier, Algeciras
Australia/Sydney: Sydney, Melbourne
`

const ZONES: ReadonlyMap<string, Zone> = new Map(
  VENUES.trim()
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
