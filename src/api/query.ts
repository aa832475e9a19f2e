/** Reading a query: at the edge, once, with a schema; what is wrong with it is a 400. */
import { z } from 'zod'
import { type Narrowing, NOT_NARROWED, PLACES, type Place, type Placed } from '../deadline/board.ts'
import type { ChangeType } from '../deadline/change.ts'
import { CERTAINTIES } from '../deadline/claim.ts'
import { KINDS } from '../deadline/deadline.ts'
import { instant, slug } from '../deadline/fields.ts'
import { checkedInstant, type EpochSeconds, parseInstant } from '../deadline/instant.ts'
import { PHASES } from '../deadline/phase.ts'
import { refusals } from '../deadline/refusal.ts'
import type { Asking } from '../href.ts'
import type { Place as FeedPlace } from '../ledger/changes.ts'
import { THEMES, type Theme } from '../page/embed.tsx'
import { type Language, languageOf } from '../page/words/words.ts'
import { isLanguageTag } from './language.ts'
import { Problem } from './problem.ts'

/** A plus sign in a query arrives as a blank: `…T22:00:00+02:00` as `…T22:00:00 02:00`. */
const instantParameter = z
  .string()
  .transform((text) => text.replace(/ (\d\d:\d\d)$/, '+$1'))
  .pipe(instant)

const askingShape = { at: instantParameter.optional(), known: instantParameter.optional() }

const askingSchema = z.object(askingShape)

/** A tag that the catalogue has no words for is as good as none: `Accept-Language` decides. */
const langParameter = z
  .string()
  .refine(isLanguageTag, 'must be a language tag of BCP 47 such as uk or zh-Hans')
  .transform(languageOf)

const pageSchema = z.object({ ...askingShape, lang: langParameter.optional() })

const MOST_ON_A_PAGE = 500

const limitParameter = z
  .string()
  .regex(/^[1-9]\d{0,2}$/, `must be a whole number from 1 to ${MOST_ON_A_PAGE}`)
  .transform(Number)
  .refine((limit) => limit <= MOST_ON_A_PAGE, `must be at most ${MOST_ON_A_PAGE}`)

const narrowingShape = {
  topic: slug.optional(),
  kind: z.enum(KINDS).optional(),
  certainty: z.enum(CERTAINTIES).optional(),
  /** A form that is sent empty asks for nothing. */
  q: z
    .string()
    .max(200, 'must have at most 200 characters')
    .transform((text) => text.trim() || null)
    .optional(),
}

const boardSchema = z.object({ ...pageSchema.shape, ...narrowingShape })

const topicBoardSchema = boardSchema.omit({ topic: true })

const listSchema = z.object({
  ...askingShape,
  ...narrowingShape,
  phase: z.enum(PHASES).optional(),
  limit: limitParameter.default(100),
  cursor: cursorIn(PLACES).optional(),
})

const topicListSchema = listSchema.omit({ topic: true })

/** A form in which nothing was chosen is sent with an empty value. */
const chosenSlug = z
  .string()
  .transform((text) => text || undefined)
  .pipe(slug.optional())
  .optional()

const subjectSchema = z.object({ ...pageSchema.shape, topic: chosenSlug, deadline: chosenSlug })

/** Where a list stopped, which must be in one of the places that it goes through. */
function cursorIn(places: readonly Place[]) {
  return z.string().transform((text, context) => {
    const placed = readCursor(text)
    if (placed && places.includes(placed.place)) return placed
    context.addIssue('must be the cursor that the page before gave, as it was')
    return z.NEVER
  })
}

const archiveSchema = z.object({
  ...pageSchema.shape,
  cursor: cursorIn(['passed', 'closed']).optional(),
})

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
  if (topic !== null && deadline !== null) {
    throw badQuery([{ pointer: '/deadline', detail: 'cannot be given together with topic' }])
  }
  return { ...askedFor(asked, clock), topic, deadline }
}

/** Weeks, or days and a time: RFC 5545, section 3.3.6, without its sign. */
const DURATION = /^P(\d+W|\d+D|(\d+D)?T(\d+H(\d+M(\d+S)?)?|\d+M(\d+S)?|\d+S))$/
const UNIT_SECONDS: Record<string, number> = { W: 604_800, D: 86_400, H: 3600, M: 60, S: 1 }
const LONGEST_SECONDS = 52 * UNIT_SECONDS.W

const alarmParameter = z
  .string()
  .refine(
    (text) => DURATION.test(text),
    'must be how long before the event: weeks as P1W, or days and a time as P1D, PT12H or P1DT12H30M',
  )
  .refine((text) => durationSeconds(text) <= LONGEST_SECONDS, 'must be at most 52 weeks, P52W')

function durationSeconds(text: string): number {
  const parts = [...text.matchAll(/(\d+)([WDHMS])/g)]
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * UNIT_SECONDS[unit], 0)
}

const calendarSchema = z.object({
  ...askingShape,
  kind: narrowingShape.kind,
  certainty: narrowingShape.certainty,
  alarm: alarmParameter.optional(),
})

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

const embedSchema = z.object({ ...askingShape, theme: z.enum(THEMES).default('auto') })

export function readEmbed(url: string, clock: EpochSeconds): Asked & { theme: Theme } {
  const { theme, ...asking } = parse(embedSchema, url)
  return { ...askedFor(asking, clock), theme }
}

/** What the entries of a feed are of, by the word for each in `only`. */
const ONLY = {
  reports: 'report',
  moves: 'move',
  outcomes: 'outcome',
  milestones: 'milestone',
} as const

const onlyParameter = z.string().transform((text, context) => {
  const types = text.split(',').map((word) => ONLY[word as keyof typeof ONLY])
  if (types.every((type) => type !== undefined)) return [...new Set(types)]
  context.addIssue(`must be one or more of ${Object.keys(ONLY).join(', ')}, with commas between`)
  return z.NEVER
})

/** An instant, and where an older page starts within it: `2025-07-28T12:00:00Z~slug~key`. */
const beforeParameter = z.string().transform((text, context) => {
  const [instant, deadline = '', key = '', ...more] = text.split('~')
  const at = parseInstant(instant)
  if (at.ok && more.length === 0) return { at: at.value, deadline, key }
  context.addIssue('must be an instant, or the address that the page before gave, as it was')
  return z.NEVER
})

const feedSchema = z.object({
  ...askingShape,
  kind: narrowingShape.kind,
  certainty: narrowingShape.certainty,
  only: onlyParameter.optional(),
  before: beforeParameter.optional(),
})

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

const pixels = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, 'must be a whole number of pixels')
  .transform(Number)
  .optional()

const oembedSchema = z.object({
  url: z.string().refine((text) => URL.canParse(text), 'must be the whole address of a page'),
  format: z.enum(['json', 'xml']).default('json'),
  maxwidth: pixels,
  maxheight: pixels,
})

export function readOembed(url: string): z.output<typeof oembedSchema> {
  return parse(oembedSchema, url)
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

export function writeCursor({ place, key, slug }: Placed): string {
  return `${place}~${key}~${slug}`
}

function readCursor(text: string): Placed | null {
  const [place, key, name, ...more] = text.split('~')
  const known = PLACES.find((each) => each === place)
  const isKey = /^-?\d{1,16}$/.test(key ?? '')
  if (!known || !isKey || !slug.safeParse(name).success || more.length > 0) return null
  return { place: known, key: Number(key), slug: name }
}
