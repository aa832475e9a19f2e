/** Reading a query: at the edge, once, by parameters.ts; what is wrong is a 400. */
import { type Narrowing, NOT_NARROWED, type Placed } from '../deadline/board.ts'
import type { ChangeType } from '../deadline/change.ts'
import { checkedInstant, type EpochSeconds } from '../deadline/instant.ts'
import { pointer, type Refusal } from '../deadline/refusal.ts'
import type { Asking } from '../href.ts'
import type { Place as FeedPlace } from '../ledger/changes.ts'
import type { Theme } from '../page/embed.tsx'
import { type Language, languageOf } from '../page/words/words.ts'
import type { Parameters, Values } from './parameter.ts'
import {
  ARCHIVE,
  ASKING,
  BOARD,
  CALENDAR,
  DELIVERIES,
  EMBED,
  FEED,
  LAST_EVENT_ID,
  LIST,
  LIVE,
  OEMBED,
  PAGE,
  SUBJECT,
  TOPIC_BOARD,
  TOPIC_LIST,
  WEBHOOK_FORMAT,
} from './parameters.ts'
import { Problem } from './problem.ts'

/** The instants that a reader asked for, and what they come to. */
export interface Asked {
  asking: Asking
  /** The instant that all is counted at: `at`, or else the clock's. */
  now: EpochSeconds
  /** Null: whatever is recorded. */
  knownAt: EpochSeconds | null
}

/** Reads what a page is asked for: `at`, `known` and `lang`. */
export function readPage(url: string, clock: EpochSeconds): Asked {
  return askedFor(parse(PAGE, url), clock)
}

/** The language alone, for a page that says what is wrong with the rest. */
export function readLanguage(url: string): Language | null {
  return languageOf(new URL(url).searchParams.get('lang') ?? '')
}

/**
 * Reads `at` and `known`. A feed passes over other parameters, since links pick them
 * up on their way (utm_source); a program's typo is told apart by `only`.
 */
export function readAsking(url: string, clock: EpochSeconds, parameters: 'any' | 'only'): Asked {
  const query = parse(ASKING, url, parameters)
  return askedFor(query, clock)
}

export interface AskedBoard extends Asked {
  narrowing: Narrowing
}

/** Reads what of the board a page is asked for; a topic that has the page for itself is given. */
export function readBoard(
  url: string,
  clock: EpochSeconds,
  topic: string | null = null,
): AskedBoard {
  const { at, known, lang, ...narrowing } = parse(topic === null ? BOARD : TOPIC_BOARD, url)
  return {
    ...askedFor({ at, known, lang }, clock),
    narrowing: { ...NOT_NARROWED, topic, ...narrowing },
  }
}

export interface AskedList extends AskedBoard {
  limit: number
  /** The last deadline of the page before. */
  cursor: Placed | null
}

export function readList(url: string, clock: EpochSeconds, topic: string | null = null): AskedList {
  const parameters = topic === null ? LIST : TOPIC_LIST
  const { at, known, limit, cursor, ...narrowing } = parse(parameters, url, 'only')
  return {
    ...askedFor({ at, known }, clock),
    narrowing: { ...NOT_NARROWED, topic, ...narrowing },
    limit,
    cursor: cursor ?? null,
  }
}

/** The archive's: like a page's, and where an older page of it starts. */
export function readArchive(url: string, clock: EpochSeconds): Asked & { after: Placed | null } {
  const { cursor = null, ...asked } = parse(ARCHIVE, url)
  return { ...askedFor(asked, clock), after: cursor }
}

export interface AskedSubject extends Asked {
  topic: string | null
  deadline: string | null
}

/** Reads what is to be subscribed to: a topic or a deadline; neither is everything. */
export function readSubject(url: string, clock: EpochSeconds): AskedSubject {
  const { topic = null, deadline = null, ...asked } = parse(SUBJECT, url)
  return { ...askedFor(asked, clock), ...expectOne({ topic, deadline }) }
}

type AskedName = Pick<AskedSubject, 'topic' | 'deadline'>

function expectOne({ topic, deadline }: AskedName): AskedName {
  if (topic === null || deadline === null) return { topic, deadline }
  throw badQuery([{ pointer: '/deadline', detail: 'cannot be given together with topic' }])
}

export interface AskedLive extends AskedName {
  after: number | null
  heartbeat: 'comment' | 'head'
}

/** A client that comes back keeps the address that it began at: what its header says is newer. */
export function readLive(url: string, lastEventId: string | undefined): AskedLive {
  const asked = new URL(url)
  if (lastEventId) asked.searchParams.set(LAST_EVENT_ID, lastEventId)
  const { topic = null, deadline = null, heartbeat, ...rest } = parse(LIVE, asked.href, 'only')
  return { ...expectOne({ topic, deadline }), after: rest[LAST_EVENT_ID] ?? null, heartbeat }
}

export interface AskedCalendar extends Asked {
  kind: Narrowing['kind']
  certainty: Narrowing['certainty']
  /** How long before an event to give an alarm. */
  alarm: string | null
}

/** Links to calendars pick up other parameters on their way, too. */
export function readCalendar(url: string, clock: EpochSeconds): AskedCalendar {
  const { kind = null, certainty = null, alarm = null, ...asked } = parse(CALENDAR, url)
  return { ...askedFor(asked, clock), kind, certainty, alarm }
}

export function readEmbed(url: string, clock: EpochSeconds): Asked & { theme: Theme } {
  const { theme, ...asking } = parse(EMBED, url)
  return { ...askedFor(asking, clock), theme }
}

export interface AskedFeed extends Asked {
  narrowing: Pick<Narrowing, 'kind' | 'certainty'>
  types: ChangeType[] | null
  before: FeedPlace | null
}

/** Reads what of a feed is asked for; other parameters are passed over, as in `readAsking`. */
export function readFeed(url: string, clock: EpochSeconds): AskedFeed {
  const { kind = null, certainty = null, only, before, ...asked } = parse(FEED, url)
  return {
    ...askedFor(asked, clock),
    narrowing: { kind, certainty },
    types: only ?? null,
    before: before ?? null,
  }
}

export function readOembed(url: string): Values<typeof OEMBED> {
  return parse(OEMBED, url)
}

export function readFormat(url: string): Values<typeof WEBHOOK_FORMAT>['format'] {
  return parse(WEBHOOK_FORMAT, url, 'only').format
}

export function readDeliveries(url: string): Values<typeof DELIVERIES> {
  return parse(DELIVERIES, url, 'only')
}

/** The same, as the parameters give it. */
interface AskingQuery {
  at?: string
  known?: string
  lang?: Asking['lang']
}

function askedFor({ at, known, lang }: AskingQuery, clock: EpochSeconds): Asked {
  return {
    asking: { at: at ?? null, known: known ?? null, lang: lang ?? null },
    now: at === undefined ? clock : checkedInstant(at),
    knownAt: known === undefined ? null : checkedInstant(known),
  }
}

/** Other parameters are passed over, or refused where there are to be `only` these. */
function parse<S extends Parameters>(
  parameters: S,
  url: string,
  others: 'any' | 'only' = 'any',
): Values<S> {
  const given = new URL(url).searchParams
  const values: Record<string, unknown> = {}
  const errors: Refusal[] = []
  for (const name of Object.keys(parameters)) expectOnce(given, name)
  for (const [name, parameter] of Object.entries(parameters)) {
    const reading = parameter.read(given.get(name) ?? undefined)
    if (!reading.ok) errors.push(...refusalsOf(name, reading.faults))
    else if (reading.value !== undefined) values[name] = reading.value
  }
  if (others === 'only') errors.push(...unknown(given, Object.keys(parameters)))
  if (errors.length > 0) throw badQuery(errors)
  return values as Values<S>
}

function expectOnce(given: URLSearchParams, name: string): void {
  if (given.getAll(name).length > 1) {
    throw badQuery([{ pointer: `/${name}`, detail: 'is given more than once' }])
  }
}

const refusalsOf = (name: string, faults: string[]): Refusal[] =>
  faults.map((detail) => ({ pointer: pointer([name]), detail }))

function unknown(given: URLSearchParams, known: string[]): Refusal[] {
  const detail = `is not a parameter here: they are ${known.join(', ')}`
  const names = new Set([...given.keys()].filter((name) => !known.includes(name)))
  return [...names].map((name) => ({ pointer: pointer([name]), detail }))
}

function badQuery(errors: Refusal[]): Problem {
  const told = errors.map(({ pointer, detail }) => `${pointer.slice(1)} ${detail}`)
  return new Problem(400, `The query cannot be read: ${told.join('; ')}.`, { errors })
}
