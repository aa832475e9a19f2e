/** An article as it is read from its first sentence to its last: what is known of it by then. */
import type { Kind } from '../deadline/deadline.ts'
import { parseInstant } from '../deadline/instant.ts'
import { type LocalSeconds, localMidnight } from '../deadline/local.ts'
import { dateAt } from '../deadline/zone.ts'
import type { Article } from './article.ts'
import type { Addressees } from './event/addressee.ts'
import { matterOf, type Reading } from './event/clause.ts'
import type { Setting } from './event/setting.ts'
import type { Sides } from './speaker/allegiance.ts'
import { type Bodies, bodiesIn } from './speaker/bodies.ts'
import { mediatorsIn } from './speaker/hosts.ts'
import { type People, peopleIn } from './speaker/people.ts'
import { disputeOf, sidesOfClause } from './speaker/sides.ts'
import type { Speaker } from './speaker/speaker.ts'

export interface Course {
  article: Article
  /** Midnight of the article's day, where it was written. */
  today: LocalSeconds
  people: People
  bodies: Bodies
  /** Every side that somebody in the article is said to be of. */
  known: Sides
  dispute: Sides
  /** Who brings its sides together. */
  mediators: Sides
  /** Whether it tells of an accord between them. */
  hasAccord: boolean
  /** Every side that the article tells of, other than as a speaker's or a place. */
  home: Sides
  /** By name, who has spoken as a side. */
  parties: Set<string>
  /** Who did what the sentence before tells, where nobody says it. */
  acting: Speaker | null
  /** Who spoke last. */
  speaker: Speaker | null
  /** The ultimatum that "the deadline" means. */
  ultimatum: Ultimatum | null
  /** The talks that "the delegations" and "the next round" are of. */
  talks: Meeting | null
  /** Whether "the ministers" are those of many states that were told to meet. */
  isOfMany: boolean
  /** Who set "the tariffs" that were told of, and against whom. */
  setting: Setting | null
  /** What "they" and "it" mean where they will take place. */
  kind: Kind | null
}

export interface Meeting {
  /** States, as the text has named them. */
  parties: string[]
  place: string | null
}

export interface Ultimatum {
  issuer: Speaker | null
  addressees: Addressees
  issuedOn: LocalSeconds | null
}

export function beginCourse(article: Article, readings: Reading[]): Course {
  const people = peopleIn(readings.map(({ sentence }) => sentence))
  const known = new Set([...people.values()].flatMap(({ sides }) => [...sides]))
  const home = readings.flatMap((each) => [...sidesOfClause(matterOf(each), people, known)])
  return {
    article,
    today: presentDay(article),
    people,
    bodies: bodiesIn(article.text),
    known,
    dispute: disputeOf(article.text),
    mediators: mediatorsIn(readings.map(({ sentence }) => sentence)),
    hasAccord: ACCORD.test(article.text),
    home: new Set(home),
    parties: new Set(),
    acting: null,
    speaker: null,
    ultimatum: null,
    talks: null,
    isOfMany: false,
    setting: null,
    kind: null,
  }
}

const ACCORD =
  /\b(?:accords?|agreements?|cease-?fire|truce|armistice|joint statement|peace (?:deal|plan|treaty)|protocol)\b/i

/** The day of publication: of an instant, its day in the article's zone, in UTC where it has none. */
function presentDay({ published, zone }: Article): LocalSeconds {
  const instant = parseInstant(published)
  if (instant.ok) return dateAt(zone ?? 'UTC', instant.value)
  const [year, month, day] = published.split('-').map(Number)
  return localMidnight({ year, month, day })
}
