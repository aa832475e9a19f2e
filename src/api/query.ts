/** Reading a query: at the edge, once, by the schemas of parameters.ts; what is wrong is a 400. */
import type { z } from 'zod'
import { type Narrowing, NOT_NARROWED, type Placed } from '../deadline/board.ts'
import type { ChangeType } from '../deadline/change.ts'
import { checkedInstant, type EpochSeconds } from '../deadline/instant.ts'
import { refusals } from '../deadline/refusal.ts'
import type { Asking } from '../href.ts'
import type { Place as FeedPlace } from '../ledger/changes.ts'
import type { Theme } from '../page/embed.tsx'
import { type Language, languageOf } from '../page/words/words.ts'
import {
  archiveSchema,
  askingSchema,
  boardSchema,
  calendarSchema,
  deliveriesSchema,
  embedSchema,
  feedSchema,
  LAST_EVENT_ID,
  listSchema,
  liveSchema,
  oembedSchema,
  pageSchema,
  subjectSchema,
  topicBoardSchema,
  topicListSchema,
  webhookFormatSchema,
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
  return askedFor(parse(pageSchema, url), clock)
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
  const query = parse(parameters === 'only' ? askingSchema.strict() : askingSchema, url)
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
  const schema = topic === null ? boardSchema : topicBoardSchema
  const { at, known, lang, ...narrowing } = parse(schema, url)
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
  const schema = topic === null ? listSchema : topicListSchema
  const { at, known, limit, cursor, ...narrowing } = parse(schema.strict(), url)
  return {
    ...askedFor({ at, known }, clock),
    narrowing: { ...NOT_NARROWED, topic, ...narrowing },
    limit,
    cursor: cursor ?? null,
  }
}

/** The archive's: like a page's, and where an older page of it starts. */
export function readArchive(url: string, clock: EpochSeconds): Asked & { after: Placed | null } {
  const { cursor = null, ...asked } = parse(archiveSchema, url)
  return { ...askedFor(asked, clock), after: cursor }
}

export interface AskedSubject extends Asked {
  topic: string | null
  deadline: string | null
}

/** Reads what is to be subscribed to: a topic or a deadline; neither is everything. */
export function readSubject(url: string, clock: EpochSeconds): AskedSubject {
  const { topic = null, deadline = null, ...asked } = parse(subjectSchema, url)
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
  const {
    topic = null,
    deadline = null,
    heartbeat,
    ...rest
  } = parse(liveSchema.strict(), asked.href)
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
  const { kind = null, certainty = null, alarm = null, ...asked } = parse(calendarSchema, url)
  return { ...askedFor(asked, clock), kind, certainty, alarm }
}

export function readEmbed(url: string, clock: EpochSeconds): Asked & { theme: Theme } {
  const { theme, ...asking } = parse(embedSchema, url)
  return { ...askedFor(asking, clock), theme }
}

export interface AskedFeed extends Asked {
  narrowing: Pick<Narrowing, 'kind' | 'certainty'>
  types: ChangeType[] | null
  before: FeedPlace | null
}

/** Reads what of a feed is asked for; other parameters are passed over, as in `readAsking`. */
export function readFeed(url: string, clock: EpochSeconds): AskedFeed {
  const { kind = null, certainty = null, only, before, ...asked } = parse(feedSchema, url)
  return {
    ...askedFor(asked, clock),
    narrowing: { kind, certainty },
    types: only ?? null,
    before: before ?? null,
  }
}

export function readOembed(url: string): z.output<typeof oembedSchema> {
  return parse(oembedSchema, url)
}

export function readFormat(url: string): z.output<typeof webhookFormatSchema>['format'] {
  return parse(webhookFormatSchema.strict(), url).format
}

export function readDeliveries(url: string): z.output<typeof deliveriesSchema> {
  return parse(deliveriesSchema.strict(), url)
}

/** The same, as the schemas give it. */
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

function parse<T extends z.ZodObject>(schema: T, url: string): z.output<T> {
  const parameters = new URL(url).searchParams
  const known = Object.keys(schema.shape)
  for (const name of known) {
    if (parameters.getAll(name).length > 1) {
      throw badQuery([{ pointer: `/${name}`, detail: 'is given more than once' }])
    }
  }
  const parsed = schema.safeParse(Object.fromEntries(parameters))
  if (parsed.success) return parsed.data
  throw badQuery(
    refusals(parsed.error).map(({ pointer, detail }) => ({
      pointer,
      detail: known.includes(pointer.slice(1))
        ? detail
        : `is not a parameter here: they are ${known.join(', ')}`,
    })),
  )
}

function badQuery(errors: { pointer: string; detail: string }[]): Problem {
  const told = errors.map(({ pointer, detail }) => `${pointer.slice(1)} ${detail}`)
  return new Problem(400, `The query cannot be read: ${told.join('; ')}.`, { errors })
}
