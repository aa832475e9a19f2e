/** Drafts of an article: one for each event, date and source, in the order of the text. */
import type { Kind } from '../deadline/deadline.ts'
import type { Article, Draft } from './article.ts'
import { beginCourse, type Course } from './course.ts'
import type { DatePhrase } from './date/phrase.ts'
import type { Span } from './date/span.ts'
import { resolvePhrase } from './date/when.ts'
import { type Reading, readSentence } from './event/clause.ts'
import type { EventTie } from './event/event-tie.ts'
import { ultimatumOf } from './event/issue.ts'
import { tiesOf } from './event/tie.ts'
import { undatedEvent } from './event/undated.ts'
import { fieldsOf } from './fields.ts'
import { continuedSpeaker, proposer, setterOf } from './said-by.ts'
import { sentencesOf } from './sentence.ts'
import { outletOf, sayingOver, sayingsOf } from './source.ts'
import type { Told } from './told.ts'

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

function kindOf(course: Course, { kind, noun }: EventTie): Kind | null {
  if (kind !== 'same') return kind
  return noun ? (course.ultimatum ? 'ultimatum' : 'deadline') : course.kind
}

function isPast({ today }: Course, tie: EventTie, span: Span | null): boolean {
  if (!span) return false
  return tie.past ? span.first <= today : span.last < today
}
