/** What may be asked for in a query: query.ts reads a request by it, and the contract describes it. */
import { PLACES, type Place, type Placed } from '../deadline/board.ts'
import { CERTAINTIES } from '../deadline/claim.ts'
import { KINDS } from '../deadline/deadline.ts'
import { formatInstant, parseInstant } from '../deadline/instant.ts'
import { PHASES } from '../deadline/phase.ts'
import { faultsOfSlug, SLUG, SLUG_AT_MOST } from '../deadline/slug.ts'
import { THEMES } from '../page/embed.tsx'
import { WEBHOOK_FORMATS } from '../page/subscribe/webhook-formats.ts'
import { languageOf } from '../page/words/words.ts'
import { isLanguageTag } from './language.ts'
import {
  choice,
  optional,
  type Parameters,
  type Read,
  refused,
  required,
  taken,
  text,
  usually,
} from './parameter.ts'

/** A plus sign in a query arrives as a blank: `…T22:00:00+02:00` as `…T22:00:00 02:00`. */
export const readInstant: Read<string> = (given) => {
  const parsed = parseInstant(given.replace(/ (\d\d:\d\d)$/, '+$1'))
  return parsed.ok ? taken(formatInstant(parsed.value)) : refused(parsed.why)
}

const instant = (description: string) => optional(readInstant, { description, format: 'date-time' })

export const ASKING = {
  at: instant('As of this instant: counted at it, from what sources had said by then.'),
  known: instant('And only from what this tracker had recorded by this instant.'),
} satisfies Parameters

const readTag = text([isLanguageTag, 'must be a language tag of BCP 47 such as uk or zh-Hans'])

export const PAGE = {
  ...ASKING,
  /** A tag that the catalogue has no words for is as good as none: `Accept-Language` decides. */
  lang: optional(converted(readTag, languageOf), {
    description: 'The language, as a tag of BCP 47. Without it Accept-Language decides.',
    pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$',
  }),
} satisfies Parameters

function converted<T, U>(read: Read<T>, convert: (value: T) => U): Read<U> {
  return (given) => {
    const reading = read(given)
    return reading.ok ? taken(convert(reading.value)) : reading
  }
}

const readSlug: Read<string> = (given) => {
  const faults = faultsOfSlug(given)
  return faults.length === 0 ? taken(given) : refused(...faults)
}

const slug = (description: string) =>
  optional(readSlug, { description, maxLength: SLUG_AT_MOST, pattern: SLUG.source })

const USUAL_ON_A_PAGE = 100
const MOST_ON_A_PAGE = 500

const readLimit = converted(
  text([
    (given) => /^[1-9]\d{0,2}$/.test(given),
    `must be a whole number from 1 to ${MOST_ON_A_PAGE}`,
  ]),
  Number,
)

/** To who asks it is a number, though a query has none. */
const limit = usually(
  USUAL_ON_A_PAGE,
  optional<number>(
    (given) => {
      const reading = readLimit(given)
      const isTooMany = reading.ok && reading.value > MOST_ON_A_PAGE
      return isTooMany ? refused(`must be at most ${MOST_ON_A_PAGE}`) : reading
    },
    {
      ...{ description: 'How many on a page.', type: 'integer' },
      ...{ minimum: 1, maximum: MOST_ON_A_PAGE },
    },
  ),
)

const NARROWING = {
  kind: choice(KINDS, 'Only of this kind.'),
  certainty: choice(CERTAINTIES, 'Only as sure as this.'),
  /** A form that is sent empty asks for nothing. */
  q: optional(
    converted(
      text([(given) => given.length <= 200, 'must have at most 200 characters']),
      (words) => words.trim() || null,
    ),
    {
      description: 'Only where these words are in its own: title, parties, demand, threat, place.',
      maxLength: 200,
    },
  ),
} satisfies Parameters

const topic = slug('Only of this topic.')

export const TOPIC_BOARD = { ...PAGE, ...NARROWING } satisfies Parameters
export const BOARD = { ...PAGE, topic, ...NARROWING } satisfies Parameters

const LISTED = {
  phase: choice(PHASES, 'Only in this phase.'),
  limit,
  cursor: cursorIn(PLACES),
} satisfies Parameters

export const TOPIC_LIST = { ...ASKING, ...NARROWING, ...LISTED } satisfies Parameters
export const LIST = { ...ASKING, topic, ...NARROWING, ...LISTED } satisfies Parameters

/** A form in which nothing was chosen is sent with an empty value. */
const chosen = (description: string) =>
  optional<string | undefined>((given) => (given === '' ? taken(undefined) : readSlug(given)), {
    description,
  })

export const SUBJECT = {
  ...PAGE,
  topic: chosen('Of this topic.'),
  deadline: chosen('Of this deadline; not together with topic.'),
} satisfies Parameters

/** Where a list stopped, which must be in one of the places that it goes through. */
function cursorIn(places: readonly Place[]) {
  return optional<Placed>(
    (given) => {
      const placed = readCursor(given)
      if (placed && places.includes(placed.place)) return taken(placed)
      return refused('must be the cursor that the page before gave, as it was')
    },
    { description: 'Where the page before ended: its cursor, as it was.' },
  )
}

/** What a stream sends while nothing happens. */
const HEARTBEATS = ['comment', 'head'] as const

export const LAST_EVENT_ID = 'last-event-id'

const EVENT_ID = /^\d{1,15}$/

export const LIVE = {
  topic,
  deadline: slug('Only of this deadline; not together with topic.'),
  [LAST_EVENT_ID]: optional(
    converted(
      text([
        (given) => EVENT_ID.test(given),
        'must be the id of an event from here, a whole number',
      ]),
      Number,
    ),
    {
      description:
        'The id of the last event that you have: all that came after it comes first. The header Last-Event-ID goes before it.',
      pattern: EVENT_ID.source,
    },
  ),
  heartbeat: usually(
    'comment',
    choice(
      HEARTBEATS,
      'What comes every 25 seconds: a comment; or an event head, for pages, whose EventSource shows them no comments.',
    ),
  ),
} satisfies Parameters

export const ARCHIVE = { ...PAGE, cursor: cursorIn(['passed', 'closed']) } satisfies Parameters

/** Weeks, or days and a time: RFC 5545, section 3.3.6, without its sign. */
const DURATION = /^P(\d+W|\d+D|(\d+D)?T(\d+H(\d+M(\d+S)?)?|\d+M(\d+S)?|\d+S))$/
const UNIT_SECONDS: Record<string, number> = { W: 604_800, D: 86_400, H: 3600, M: 60, S: 1 }
const LONGEST_SECONDS = 52 * UNIT_SECONDS.W

const readAlarm = text(
  [
    (given) => DURATION.test(given),
    'must be how long before the event: weeks as P1W, or days and a time as P1D, PT12H or P1DT12H30M',
  ],
  [(given) => durationSeconds(given) <= LONGEST_SECONDS, 'must be at most 52 weeks, P52W'],
)

function durationSeconds(given: string): number {
  const parts = [...given.matchAll(/(\d+)([WDHMS])/g)]
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * UNIT_SECONDS[unit], 0)
}

const { kind, certainty } = NARROWING

export const CALENDAR = {
  ...{ ...ASKING, kind, certainty },
  alarm: optional(readAlarm, {
    description: 'How long before each event to ring: P1D, PT2H; at most P52W.',
    pattern: DURATION.source,
  }),
} satisfies Parameters

export const EMBED = {
  ...ASKING,
  theme: usually('auto', choice(THEMES, 'Its colours; auto follows the reader’s own.')),
} satisfies Parameters

/** What the entries of a feed are of, by the word for each in `only`. */
const ONLY = {
  reports: 'report',
  moves: 'move',
  outcomes: 'outcome',
  milestones: 'milestone',
} as const

type Entry = (typeof ONLY)[keyof typeof ONLY]

const WORDS = Object.keys(ONLY)

const readOnly: Read<Entry[]> = (given) => {
  const types = given.split(',').map((word) => ONLY[word as keyof typeof ONLY])
  if (types.every((type) => type !== undefined)) return taken([...new Set(types)])
  return refused(`must be one or more of ${WORDS.join(', ')}, with commas between`)
}

/** An instant, and where an older page starts within it: `2025-07-28T12:00:00Z~slug~key`. */
const readBefore: Read<{ at: number; deadline: string; key: string }> = (given) => {
  const [instant, deadline = '', key = '', ...more] = given.split('~')
  const at = parseInstant(instant)
  if (at.ok && more.length === 0) return taken({ at: at.value, deadline, key })
  return refused('must be an instant, or the address that the page before gave, as it was')
}

export const FEED = {
  ...{ ...ASKING, kind, certainty },
  only: optional(readOnly, {
    description: `Only these: one or more of ${WORDS.join(', ')}, with commas between.`,
    pattern: `^(${WORDS.join('|')})(,(${WORDS.join('|')}))*$`,
  }),
  before: optional(readBefore, {
    description: 'Only what is older than this instant. The page before links to the next one.',
  }),
} satisfies Parameters

const readPixels = converted(
  text([(given) => /^[1-9]\d{0,4}$/.test(given), 'must be a whole number of pixels']),
  Number,
)

const pixels = (description: string) =>
  optional(readPixels, { description, type: 'integer', minimum: 1, maximum: 99_999 })

const isAddress = (given: string) => URL.canParse(given)

export const OEMBED = {
  url: required(text([isAddress, 'must be the whole address of a page']), {
    description: 'The whole address of a deadline’s page.',
    format: 'uri',
  }),
  format: usually('json', choice(['json', 'xml'], 'It comes as JSON: xml is a 501.')),
  maxwidth: pixels('Its width at the most, in pixels.'),
  maxheight: pixels('Its height at the most, in pixels.'),
} satisfies Parameters

export const WEBHOOK_FORMAT = {
  format: usually(
    'standard',
    choice(
      WEBHOOK_FORMATS,
      'What is sent: Standard Webhooks’ JSON, or a message for a chat service.',
    ),
  ),
} satisfies Parameters

/** Opens a webhook’s page and its JSON. */
export const WEBHOOK_KEY = {
  key: optional(taken, { description: 'Its key, where it is not sent as a Bearer token.' }),
} satisfies Parameters

export const DELIVERIES = {
  state: choice(['waiting', 'dead'], 'Only those that are still tried, or that were given up.'),
  limit,
} satisfies Parameters

export function writeCursor({ place, key, slug }: Placed): string {
  return `${place}~${key}~${slug}`
}

function readCursor(given: string): Placed | null {
  const [place, key, name, ...more] = given.split('~')
  const known = PLACES.find((each) => each === place)
  const isKey = /^-?\d{1,16}$/.test(key ?? '')
  if (!known || !isKey || more.length > 0) return null
  if (name === undefined || faultsOfSlug(name).length > 0) return null
  return { place: known, key: Number(key), slug: name }
}
