/**
 * What may be asked for in a query: one schema for each parameter. query.ts reads a request by it,
 * and the contract (contract/) describes it by the same.
 */
import * as z from 'zod'
import { PLACES, type Place, type Placed } from '../deadline/board.ts'
import { CERTAINTIES } from '../deadline/claim.ts'
import { KINDS } from '../deadline/deadline.ts'
import { instant, slug } from '../deadline/fields.ts'
import { parseInstant } from '../deadline/instant.ts'
import { PHASES } from '../deadline/phase.ts'
import { THEMES } from '../page/embed.tsx'
import { WEBHOOK_FORMATS } from '../page/subscribe/webhook-formats.ts'
import { languageOf } from '../page/words/words.ts'
import { isLanguageTag } from './language.ts'

/** A plus sign in a query arrives as a blank: `…T22:00:00+02:00` as `…T22:00:00 02:00`. */
const instantParameter = z
  .string()
  .transform((text) => text.replace(/ (\d\d:\d\d)$/, '+$1'))
  .pipe(instant)
  .meta({ format: 'date-time' })

const askingShape = {
  at: instantParameter
    .optional()
    .describe('As of this instant: counted at it, from what sources had said by then.'),
  known: instantParameter
    .optional()
    .describe('And only from what this tracker had recorded by this instant.'),
}

export const askingSchema = z.object(askingShape)

/** A tag that the catalogue has no words for is as good as none: `Accept-Language` decides. */
const langParameter = z
  .string()
  .refine(isLanguageTag, 'must be a language tag of BCP 47 such as uk or zh-Hans')
  .transform(languageOf)
  .optional()
  .meta({
    description: 'The language, as a tag of BCP 47. Without it Accept-Language decides.',
    pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$',
  })

export const pageSchema = z.object({ ...askingShape, lang: langParameter })

/** To who asks it is a number, though a query has none. */
const asInteger = (maximum: number, unlessGiven?: number) => ({
  override: {
    ...{ type: 'integer' as const, minimum: 1, maximum, pattern: undefined },
    default: unlessGiven,
  },
})

const USUAL_ON_A_PAGE = 100
const MOST_ON_A_PAGE = 500

const limitParameter = z
  .string()
  .regex(/^[1-9]\d{0,2}$/, `must be a whole number from 1 to ${MOST_ON_A_PAGE}`)
  .transform(Number)
  .refine((limit) => limit <= MOST_ON_A_PAGE, `must be at most ${MOST_ON_A_PAGE}`)

const narrowingShape = {
  topic: slug.optional().describe('Only of this topic.'),
  kind: z.enum(KINDS).optional().describe('Only of this kind.'),
  certainty: z.enum(CERTAINTIES).optional().describe('Only as sure as this.'),
  /** A form that is sent empty asks for nothing. */
  q: z
    .string()
    .max(200, 'must have at most 200 characters')
    .transform((text) => text.trim() || null)
    .optional()
    .describe('Only where these words are in its own: title, parties, demand, threat, place.'),
}

export const boardSchema = z.object({ ...pageSchema.shape, ...narrowingShape })

export const topicBoardSchema = boardSchema.omit({ topic: true })

export const listSchema = z.object({
  ...askingShape,
  ...narrowingShape,
  phase: z.enum(PHASES).optional().describe('Only in this phase.'),
  limit: limitParameter
    .default(USUAL_ON_A_PAGE)
    .meta({ description: 'How many on a page.', ...asInteger(MOST_ON_A_PAGE, USUAL_ON_A_PAGE) }),
  cursor: cursorIn(PLACES)
    .optional()
    .describe('Where the page before ended: its cursor, as it was.'),
})

export const topicListSchema = listSchema.omit({ topic: true })

/** A form in which nothing was chosen is sent with an empty value. */
const chosenSlug = z
  .string()
  .transform((text) => text || undefined)
  .pipe(slug.optional())
  .optional()

export const subjectSchema = z.object({
  ...pageSchema.shape,
  topic: chosenSlug,
  deadline: chosenSlug,
})

/** Where a list stopped, which must be in one of the places that it goes through. */
function cursorIn(places: readonly Place[]) {
  return z.string().transform((text, context) => {
    const placed = readCursor(text)
    if (placed && places.includes(placed.place)) return placed
    context.addIssue('must be the cursor that the page before gave, as it was')
    return z.NEVER
  })
}

/** What a stream sends while nothing happens. */
const HEARTBEATS = ['comment', 'head'] as const

export const LAST_EVENT_ID = 'last-event-id'

export const liveSchema = z.object({
  topic: slug.optional().describe('Only of this topic.'),
  deadline: slug.optional().describe('Only of this deadline; not together with topic.'),
  [LAST_EVENT_ID]: z
    .string()
    .regex(/^\d{1,15}$/, 'must be the id of an event from here, a whole number')
    .transform(Number)
    .optional()
    .describe(
      'The id of the last event that you have: all that came after it comes first. The header Last-Event-ID goes before it.',
    ),
  heartbeat: z
    .enum(HEARTBEATS)
    .default('comment')
    .describe(
      'What comes every 25 seconds: a comment; or an event head, for pages, whose EventSource shows them no comments.',
    ),
})

export const archiveSchema = z.object({
  ...pageSchema.shape,
  cursor: cursorIn(['passed', 'closed']).optional(),
})

/** Weeks, or days and a time: RFC 5545, section 3.3.6, without its sign. */
const DURATION = /^P(\d+W|\d+D|(\d+D)?T(\d+H(\d+M(\d+S)?)?|\d+M(\d+S)?|\d+S))$/
const UNIT_SECONDS: Record<string, number> = { W: 604_800, D: 86_400, H: 3600, M: 60, S: 1 }
const LONGEST_SECONDS = 52 * UNIT_SECONDS.W

const alarmParameter = z
  .string()
  .regex(
    DURATION,
    'must be how long before the event: weeks as P1W, or days and a time as P1D, PT12H or P1DT12H30M',
  )
  .refine((text) => durationSeconds(text) <= LONGEST_SECONDS, 'must be at most 52 weeks, P52W')

function durationSeconds(text: string): number {
  const parts = [...text.matchAll(/(\d+)([WDHMS])/g)]
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * UNIT_SECONDS[unit], 0)
}

export const calendarSchema = z.object({
  ...askingShape,
  kind: narrowingShape.kind,
  certainty: narrowingShape.certainty,
  alarm: alarmParameter
    .optional()
    .describe('How long before each event to ring: P1D, PT2H; at most P52W.'),
})

export const embedSchema = z.object({
  ...askingShape,
  theme: z.enum(THEMES).default('auto').describe('Its colours; auto follows the reader’s own.'),
})

/** What the entries of a feed are of, by the word for each in `only`. */
const ONLY = {
  reports: 'report',
  moves: 'move',
  outcomes: 'outcome',
  milestones: 'milestone',
} as const

const WORDS = Object.keys(ONLY)

const onlyParameter = z
  .string()
  .transform((text, context) => {
    const types = text.split(',').map((word) => ONLY[word as keyof typeof ONLY])
    if (types.every((type) => type !== undefined)) return [...new Set(types)]
    context.addIssue(`must be one or more of ${WORDS.join(', ')}, with commas between`)
    return z.NEVER
  })
  .optional()
  .meta({
    description: `Only these: one or more of ${WORDS.join(', ')}, with commas between.`,
    pattern: `^(${WORDS.join('|')})(,(${WORDS.join('|')}))*$`,
  })

/** An instant, and where an older page starts within it: `2025-07-28T12:00:00Z~slug~key`. */
const beforeParameter = z.string().transform((text, context) => {
  const [instant, deadline = '', key = '', ...more] = text.split('~')
  const at = parseInstant(instant)
  if (at.ok && more.length === 0) return { at: at.value, deadline, key }
  context.addIssue('must be an instant, or the address that the page before gave, as it was')
  return z.NEVER
})

export const feedSchema = z.object({
  ...askingShape,
  kind: narrowingShape.kind,
  certainty: narrowingShape.certainty,
  only: onlyParameter,
  before: beforeParameter
    .optional()
    .describe('Only what is older than this instant. The page before links to the next one.'),
})

const pixels = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, 'must be a whole number of pixels')
  .transform(Number)
  .optional()

export const oembedSchema = z.object({
  url: z
    .string()
    .refine((text) => URL.canParse(text), 'must be the whole address of a page')
    .meta({ description: 'The whole address of a deadline’s page.', format: 'uri' }),
  format: z.enum(['json', 'xml']).default('json').describe('It comes as JSON: xml is a 501.'),
  maxwidth: pixels.meta({ description: 'Its width at the most, in pixels.', ...asInteger(99_999) }),
  maxheight: pixels.meta({
    description: 'Its height at the most, in pixels.',
    ...asInteger(99_999),
  }),
})

export const webhookFormatSchema = z.object({
  format: z
    .enum(WEBHOOK_FORMATS)
    .default('standard')
    .describe('What is sent: Standard Webhooks’ JSON, or a message for a chat service.'),
})

/** Opens a webhook’s page and its JSON. */
export const webhookKeySchema = z.object({
  key: z.string().optional().describe('Its key, where it is not sent as a Bearer token.'),
})

export const deliveriesSchema = z.object({
  state: z
    .enum(['waiting', 'dead'])
    .optional()
    .describe('Only those that are still tried, or that were given up.'),
  limit: listSchema.shape.limit,
})

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
