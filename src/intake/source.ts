/** Who says what a sentence tells, and on which day it was said. */
import type { LocalSeconds } from '../deadline/local.ts'
import type { Course } from './course.ts'
import type { DatePhrase } from './date/phrase.ts'
import { resolvePiece } from './date/resolve.ts'
import type { Reading } from './event/clause.ts'
import type { Tie } from './event/tie.ts'
import { bodyCalled } from './speaker/bodies.ts'
import { namesIn, OPENER } from './speaker/name.ts'
import { OUTLETS } from './speaker/outlets.ts'
import type { Attribution } from './speaker/saying.ts'
import { readSpeaker, type Speaker } from './speaker/speaker.ts'
import { subjectBefore } from './speaker/subject.ts'

export interface Saying extends Attribution {
  by: Speaker | null
  /** Midnight of the day on which the text says that it was said, or null. */
  on: LocalSeconds | null
}

/** How far from its verb the day of a saying may stand, in characters. */
const NEAR = 80

/** The sayings of a sentence; each speaker becomes the one whom "he" means next. */
export function sayingsOf(course: Course, reading: Reading, ties: (Tie | null)[]): Saying[] {
  const { acting } = course
  course.acting = reading.attributions.length > 0 ? null : actorOf(course, reading)
  return reading.attributions.map((attribution) => {
    const named = speakerOf(course, reading, attribution) ?? itself(course, reading, attribution)
    const isHe = /^(?:he|she)$/i.test(attribution.speaker.trim())
    const by = named ?? (isHe ? acting : null) ?? course.speaker
    course.speaker = by
    const days = reading.phrases.filter(
      ({ start, end }, index) =>
        ties[index]?.role === 'said' && end > attribution.start && start - attribution.end < NEAR,
    )
    return { ...attribution, by, on: days.length > 0 ? pastDay(course, days[0]) : null }
  })
}

/** "LeBlanc flew to Washington. He said …": the person whom a sentence begins with. */
function actorOf(
  { people }: Course,
  { sentence, tokens, phrases, heads }: Reading,
): Speaker | null {
  const verb = heads.find(({ form }) => !form.endsWith('noun'))
  const by = verb && readSpeaker(subjectBefore(sentence, tokens, phrases, verb.at), people)
  return by?.form === 'person' ? by : null
}

/** "The government will hold a vote, it said": the subject of what is said, where that is a body. */
function itself(
  { people }: Course,
  { sentence, tokens, phrases, heads }: Reading,
  { speaker, matter }: Attribution,
): Speaker | null {
  const verb = heads.find(({ form }) => !form.endsWith('noun'))
  if (matter !== 'before' || !/^(?:it|they)$/i.test(speaker) || !verb) return null
  const by = readSpeaker(subjectBefore(sentence, tokens, phrases, verb.at), people)
  return by?.form === 'body' && /^\p{Lu}/u.test(by.name) ? by : null
}

/** "The court will rule on Friday, its registrar said": without a name, whom "its" means. */
function speakerOf(
  { people, bodies }: Course,
  { sentence, tokens }: Reading,
  { speaker, start }: Attribution,
) {
  const read = readSpeaker(speaker, people)
  const called = read?.form === 'body' ? bodyCalled(read.name, bodies) : null
  const by = called ? readSpeaker(called, people) : read
  if (by?.form !== 'body' || !/^(?:its|his|her|their) /.test(by.name)) return by
  const isPerson = /^(?:his|her) /.test(by.name)
  const owners = namesIn(sentence, tokens)
    .filter(({ to }) => tokens[to - 1].end < start)
    .flatMap(({ text }) => readSpeaker(`${text} `.replace(OPENER, ''), people) ?? [])
  return owners.find((owner) => (owner?.form === 'person') === isPerson) ?? null
}

/** The single past day that a date names, or null. */
export function pastDay({ today }: Course, phrase: DatePhrase): LocalSeconds | null {
  const span = resolvePiece(phrase.piece, { today, countFrom: today }, 'back')
  return span && span.first === span.last && span.first <= today ? span.first : null
}

/**
 * The saying that a place in a sentence stands under: one that closes the sentence ("Trump told him
 * that …, two officials said"), else the nearest before it.
 */
export function sayingOver(sayings: Saying[], position: number): Saying | null {
  const after = sayings.find(({ matter, end }) => matter === 'before' && end > position)
  return (
    after ?? sayings.findLast(({ matter, end }) => matter === 'after' && end <= position) ?? null
  )
}

/** The article's own outlet, where nobody else says it. */
export function outletOf({ article }: Course): Speaker {
  return { name: article.via ?? UNKNOWN_OUTLET, form: 'outlet', sides: new Set(), description: '' }
}

/** Whom a source told it to, or who quotes him: "told TASS", "Reuters reported, citing"; or null. */
export function outletToldIn(sentence: string): string | null {
  return TOLD.map((told) => told.exec(sentence)?.[1]).find(Boolean) ?? null
}

const PROPER = String.raw`(?:the )?(?:[\p{L}’'-]+ ){0,5}?((?=\p{Lu})(?:${OUTLETS.source}))`
const TOLD = [
  new RegExp(`\\b(?:told|telling) ${PROPER}`, 'u'),
  new RegExp(`\\b(?:quoted|cited) by ${PROPER}`, 'u'),
  new RegExp(`${PROPER}(?: news agency)? (?:quoted|cited|reported, (?:citing|quoting))\\b`, 'u'),
]

const UNKNOWN_OUTLET = 'Unnamed outlet'
