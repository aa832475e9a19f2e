/** Drafts of an article: one for each event, date and source, in the order of the text. */
import type { Kind } from '../deadline/deadline.ts'
import { formatInstant, parseInstant } from '../deadline/instant.ts'
import { DAY_SECONDS, formatLocalDate, type LocalSeconds } from '../deadline/local.ts'
import type { Zone } from '../deadline/zone.ts'
import type { Article, Draft } from './article.ts'
import { beginCourse, type Course, type Meeting, type Ultimatum } from './course.ts'
import type { DatePhrase } from './date/phrase.ts'
import type { Span } from './date/span.ts'
import { resolvePhrase, writeWhen } from './date/when.ts'
import { matterOf, type Reading, readSentence } from './event/clause.ts'
import { demandIn, threatIn } from './event/demand.ts'
import type { EventTie } from './event/event-tie.ts'
import { ultimatumOf } from './event/issue.ts'
import { measureIn } from './event/measure.ts'
import { type Tie, tiesOf } from './event/tie.ts'
import { undatedEvent } from './event/undated.ts'
import { placeIn, zoneOfPlace, zoneOfWords } from './place.ts'
import { sentencesOf } from './sentence.ts'
import { outletOf, outletToldIn, type Saying, sayingOver, sayingsOf } from './source.ts'
import { withoutHosts } from './speaker/hosts.ts'
import { readSpeaker, type Speaker } from './speaker/speaker.ts'
import {
  isOfMany,
  isWithOthers,
  sidesOfClause,
  speaksOfSelf,
  standingOf,
} from './speaker/standing.ts'
import { STATES } from './speaker/states.ts'
import { subjectBefore } from './speaker/subject.ts'
import { asLine, asSentence, quoteIn, titleOf } from './wording.ts'

/** The drafts of an article; none where it tells of nothing that has a date. */
export function draftsOf(article: Article): Draft[] {
  const readings = sentencesOf(article.text).flatMap((sentence) => readSentence(sentence) ?? [])
  const course = beginCourse(article, readings)
  const drafts = readings.flatMap((reading, index) =>
    draftsOfSentence(course, reading, readings[index + 1]),
  )
  const seen = new Set<string>()
  return drafts.filter(({ deadline: { kind }, report: { when, source } }) => {
    const key = [kind, when, source.name].join('\n')
    return seen.size !== seen.add(key).size
  })
}

function draftsOfSentence(course: Course, reading: Reading, next?: Reading): Draft[] {
  const ties = tiesOf(reading)
  const sayings = sayingsOf(course, reading, ties)
  const told = { course, reading, next: next ?? null, ties, sayings }
  const dated = reading.phrases.flatMap((phrase, index) => {
    const tie = ties[index]
    return tie?.role === 'event' ? (draftOf(told, tie, phrase) ?? []) : []
  })
  const undated = undatedEvent(reading, ties)
  const draft = undated && draftOf(told, undated, null)
  return draft ? [...dated, draft] : dated
}

/** A sentence with what has been made of it, and of the article so far. */
interface Told {
  course: Course
  reading: Reading
  next: Reading | null
  ties: (Tie | null)[]
  sayings: Saying[]
}

function draftOf(told: Told, tie: EventTie, phrase: DatePhrase | null): Draft | null {
  const { course, reading, ties } = told
  const kind = kindOf(course, tie)
  if (!kind) return null
  const saying = sayingOver(told.sayings, tie.at)
  const ultimatum = kind === 'ultimatum' ? ultimatumOf(course, reading, tie, ties, saying) : null
  const countFrom = ultimatum?.issuedOn ?? saying?.on ?? course.today
  const direction = tie.past ? 'back' : 'ahead'
  const span = phrase && resolvePhrase(phrase, { today: course.today, countFrom }, direction)
  if (phrase && !span && phrase.piece.form !== 'soon') return null
  course.kind = kind
  if (ultimatum) course.ultimatum = ultimatum
  const issuer = ultimatum?.isToldHere ? ultimatum.issuer : null
  const setter = kind === 'deadline' ? setterOf(told, tie) : null
  const named = issuer ?? setter ?? proposer(told, tie)
  const speaker = saying?.by ?? continuedSpeaker(told) ?? named ?? outletOf(course)
  const isSetter = setter !== null && speaker.name === setter.name
  const event = { kind, tie, phrase, span, ultimatum, speaker, saying, isSetter }
  return {
    sentence: reading.verbatim,
    past: isPast(course, tie, span),
    ...fieldsOf(told, event),
  }
}

interface Event {
  kind: Kind
  tie: EventTie
  phrase: DatePhrase | null
  span: Span | null
  ultimatum: Ultimatum | null
  speaker: Speaker
  saying: Saying | null
  isSetter: boolean
}

function kindOf(course: Course, { kind, noun }: EventTie): Kind | null {
  if (kind !== 'same') return kind
  return noun ? (course.ultimatum ? 'ultimatum' : 'deadline') : course.kind
}

/**
 * A sentence that begins a quotation and names nobody is said by whom the next one names, where the
 * quotation goes on into it; else by who spoke last.
 */
function continuedSpeaker({ course, reading, next }: Told): Speaker | null {
  if (!/^\s*["“]/.test(reading.sentence)) return null
  const goesOn = !/["”]/.test(reading.sentence.trim().slice(1))
  const named = goesOn ? next?.attributions.find(({ matter }) => matter === 'before') : undefined
  return (named && readSpeaker(named.speaker, course.people)) ?? course.speaker
}

/** "The chairman has set a deadline": his word, though no verb of saying tells it. */
function setterOf({ course, reading }: Told, { head }: EventTie): Speaker | null {
  if (head.form !== 'giving') return null
  const subject = subjectBefore(reading.sentence, reading.tokens, reading.phrases, head.at)
  return subject ? readSpeaker(subject, course.people) : null
}

/** "The UN has proposed talks": its word, though no verb of saying tells it. */
function proposer({ course, reading }: Told, { at }: EventTie): Speaker | null {
  const { sentence, tokens, phrases, heads } = reading
  const verb = heads.find(
    (head) => head.start <= at && /^(?:propos|offer|suggest)/.test(tokens[head.at].lower),
  )
  if (!verb || verb.form.endsWith('noun')) return null
  const isPassive = /^(?:been|was|were|is|are)$/.test(tokens[verb.at - 1]?.lower ?? '')
  const subject = isPassive ? '' : subjectBefore(sentence, tokens, phrases, verb.at)
  return subject ? readSpeaker(subject, course.people) : null
}

function isPast({ today }: Course, tie: EventTie, span: Span | null): boolean {
  if (!span) return false
  return tie.past ? span.first <= today : span.last < today
}

function fieldsOf(told: Told, event: Event): Pick<Draft, 'deadline' | 'report'> {
  const { course, reading } = told
  const { sentence } = reading
  const { kind, tie, phrase, span, ultimatum, speaker, saying } = event
  const clause = matterOf(reading)
  const hosted = withoutHosts(clause)
  const sides = sidesOfClause(hosted.clause, course.people, course.known)
  const named = kind === 'ultimatum' ? null : asLine(placeIn(clause))
  const issuer = ultimatum?.issuer ?? null
  const noun = tie.noun && reading.tokens[tie.noun.at].lower
  const sidesNamed = (words: string) => sidesOfClause(words, course.people, course.known)
  const measure = kind === 'deadline' ? measureIn(clause, noun, sidesNamed) : null
  const standing = standingOf(speaker, {
    kind,
    sides,
    hosts: hosted.hosts,
    dispute: course.dispute,
    home: course.home,
    isSelf: speaksOfSelf(clause, speaker, saying?.matter === 'after'),
    isOfMany: isOfMany(clause, sides),
    isWithOthers: isWithOthers(clause, sides),
    isSetter: event.isSetter,
    issuer,
    addressees: ultimatum?.addressees.sides ?? new Set(),
    measure,
  })
  const states = [...sides].filter((side) => STATES.has(side))
  const { parties, place } = meetingOf(told, event, { parties: states, place: named })
  const demand = kind === 'ultimatum' && phrase ? asSentence(demandIn(reading, phrase)) : null
  const setter = issuer?.name ?? (standing === 'issuer' ? speaker.name : null)
  return {
    deadline: {
      kind,
      title: titleOf({ kind, noun, sides: parties, place, issuer: issuer?.name ?? null, demand }),
      issuer: kind === 'talks' ? null : asLine(setter),
      addressees: kind === 'talks' ? parties : (ultimatum?.addressees.names ?? []).flatMap(asLines),
      demand,
      threat: kind === 'ultimatum' ? asSentence(threatIn(reading)) : null,
      place,
      issuedAt: ultimatum?.issuedOn == null ? null : formatLocalDate(ultimatum.issuedOn),
    },
    report: {
      says: 'date',
      when: phrase && span ? writeWhen(span, phrase, kind, tie.doubtful) : null,
      zone: span ? zoneOf(phrase, place, issuer) : null,
      source: {
        name: asLine(speaker.name) ?? outletOf(course).name,
        standing,
        via: viaOf(reading, speaker) ?? course.article.via,
        url: course.article.url,
      },
      quote: speaker.form === 'outlet' ? null : quoteIn(sentence),
      reportedAt: reportedAt(course.article, course.today, saying?.on ?? null),
    },
  }
}

/** Of "the delegations will meet" the sides and the place that were told before. */
function meetingOf({ course, reading }: Told, { kind, tie }: Event, named: Meeting): Meeting {
  if (kind !== 'talks') return named
  const before = KNOWN.test(reading.sentence) && named.parties.length < 2 ? course.talks : null
  const parties = before ? before.parties : named.parties
  const place = named.place ?? (tie.past ? null : (before?.place ?? null))
  if (parties.length >= 2 && !tie.past) course.talks = { parties, place }
  return { parties, place }
}

/** Words for those who were told of before. */
const KNOWN =
  /\b(?:[Tt]he(?:ir)?|[Bb]oth|[Tt]wo) (?:\p{L}+ )?(?:delegations?|talks|negotiat(?:ors|ions)|sides|parties|teams|leaders|presidents|ministers|envoys|governments|countries|rounds?|meetings?)\b|\b[Tt]hey\b|\b(?:next|new|another|further|first|second|third|fourth|fifth|last|earlier) (?:rounds?|meetings?|sessions?|talks)\b/u

function asLines(text: string): string[] {
  const line = asLine(text)
  return line ? [line] : []
}

/** What the text names, else where the event is, else where its issuer sits; never the article's. */
function zoneOf(
  phrase: DatePhrase | null,
  place: string | null,
  issuer: Speaker | null,
): Zone | null {
  const named = phrase?.clock?.zone && zoneOfWords(phrase.clock.zone)
  if (named) return named
  if (place) return zoneOfPlace(place)
  const seats = [...(issuer?.sides ?? [])].map((side) => STATES.get(side)?.zone)
  return seats.find((zone) => zone !== undefined) ?? null
}

/** The outlet that a source spoke to; the article's own where that is the source. */
function viaOf({ sentence }: Reading, { form }: Speaker): string | null {
  return form === 'outlet' ? null : asLine(outletToldIn(sentence))
}

const NOON = DAY_SECONDS / 2

/** The instant of publication, or noon in UTC of its day, or of the day on which it was said. */
function reportedAt(
  { published }: Article,
  today: LocalSeconds,
  saidOn: LocalSeconds | null,
): string {
  if (saidOn !== null && saidOn < today) return formatInstant(saidOn + NOON)
  const instant = parseInstant(published)
  return formatInstant(instant.ok ? instant.value : today + NOON)
}
