/** Of a date that stands with a noun: whether it is that event’s, and whether that is past. */
import type { Kind } from '../../deadline/deadline.ts'
import type { DatePhrase } from '../date/phrase.ts'
import { clauseStart, type Reading, stretchStart } from './clause.ts'
import { type EventTie, eventTie } from './event-tie.ts'
import { type Head, isNoun } from './head.ts'
import { isDemandedDeadline, isSetForAll } from './ultimatum.ts'

/** The kind of event that a noun names; `same` for "the deadline", which the article has told of. */
export function kindOfNoun(noun: Head, { sentence, tokens }: Reading): Kind | 'same' {
  if (noun.form === 'ultimatum-noun') return 'ultimatum'
  if (noun.form === 'talks-noun') return 'talks'
  if (!LIMITS.test(tokens[noun.at].lower)) return 'deadline'
  return isDemandedDeadline(sentence) ? 'ultimatum' : 'same'
}

const LIMITS = /^(?:deadlines?|limit)$/

/** "gave them a Monday deadline", "a 48-hour ultimatum". */
function isLimit(noun: Head, { tokens }: Reading): boolean {
  return noun.form === 'ultimatum-noun' || LIMITS.test(tokens[noun.at].lower)
}

/** "a two-day meeting" */
function isDuration({ piece }: DatePhrase): boolean {
  return piece.form === 'count' && piece.use === 'compound'
}

const MENTIONED = /\b(?:after|since|following|during|despite|without|from)\s+(?:\S+\s+){0,4}$/i
const EXPECTED = /\b(?:ahead of|before|for|in preparation for)\s+(?:\S+\s+){0,4}$/i

export function nounTie(reading: Reading, phrase: DatePhrase, noun: Head): EventTie | null {
  const { sentence, heads } = reading
  const start = stretchStart(sentence, noun.start)
  const verb =
    heads.findLast((head) => !isNoun(head) && head.start >= start && head.end <= noun.start) ?? null
  if (verb?.form === 'giving' && isLimit(noun, reading)) {
    const isForAll = isSetForAll(sentence.slice(verb.end))
    return eventTie(isForAll ? 'deadline' : 'ultimatum', verb, null, false)
  }
  const lead = sentence.slice(Math.max(start, noun.start - 60), noun.start)
  if (isDuration(phrase) && !isLimit(noun, reading)) return null
  if (isOccasion(reading, phrase, noun, verb)) return eventTie('talks', noun, noun, true)
  if (noun.form === 'ultimatum-noun' || MENTIONED.test(lead)) return null
  if (noun.form === 'lasting-noun') return heldTie(reading, phrase, noun, verb)
  if (EXPECTED.test(lead)) return expectedTie(reading, noun, verb, lead)
  const isSubject = !verb || verb.form === 'saying' || verb.end <= clauseStart(reading, noun.start)
  const isSpeech = verb?.form === 'saying' && SPEECH.test(sentence.slice(verb.end, noun.start))
  if (isSpeech || /\bspeaking (?:at|in|during) (?:\S+ ){0,3}$/i.test(lead)) return null
  if (isSubject) return subjectTie(reading, phrase, noun)
  const isCalled = /^(?:called|summoned)$/.test(reading.tokens[verb.at].lower)
  const tells =
    isCalled || verb.form === 'light' || verb.form === 'talks-verb' || verb.form === 'expiring'
  const isAt = AGENDA.test(lead) && (verb.tense === 'ahead' || isAgreement(verb, reading))
  return tells || isAt ? eventTie(kindOfNoun(noun, reading), verb, noun) : null
}

/** "said in talks on Friday": when it was said. */
const SPEECH = /\b(?:in|at|during)\b/

/** "will discuss it at a summit on Friday", "will decide in a referendum on 5 July". */
const AGENDA = /\b(?:at|in) (?:(?:an?|the|its|their) )?(?:\S+ ){0,2}$/

/** "said after a meeting in Muscat on Saturday": a mark of time that tells when they met. */
function isOccasion(reading: Reading, phrase: DatePhrase, noun: Head, verb: Head | null): boolean {
  const { heads, sentence } = reading
  const lead = sentence.slice(0, noun.start)
  const isSaid = (verb?.form === 'saying' && AFTER.test(lead)) || OPENING_AFTER.test(lead)
  const isApart = heads.some(({ start }) => start > noun.start && start < phrase.start)
  const isOfTalks = noun.form === 'talks-noun' && phrase.bound === 'on'
  return isSaid && isOfTalks && !isApart && !/[,;]/.test(sentence.slice(noun.end, phrase.start))
}

const AFTER = /\b(?:after|following) (?:\S+ ){0,3}$/i
const OPENING_AFTER = /^\W*(?:Speaking )?(?:after|following) (?:\S+ ){0,3}$/i

/** "was reached at talks in Oslo on Friday": what is agreed there tells when they met. */
function isAgreement({ at }: Head, { tokens }: Reading): boolean {
  return /^(?:agreed|reached|signed|settled|decided|approved|accepted|adopted|endorsed|shook|struck)$/.test(
    tokens[at].lower,
  )
}

/** "stands until Sunday", "is in force until May". */
const HOLDING =
  /^ (?:\p{L}+ ){0,4}(?:stands?|remains?|lasts?|holds?|runs?|valid|in (?:force|effect|place)|open) $/u

function heldTie(reading: Reading, phrase: DatePhrase, noun: Head, verb: Head | null) {
  const holds = HOLDING.test(reading.sentence.slice(noun.end, phrase.start))
  const isTold = holds || (verb !== null && verb.form !== 'other')
  if (phrase.bound === 'until')
    return isTold ? eventTie('deadline', verb ?? noun, noun, false) : null
  const isAhead = phrase.bound === 'from' && verb?.tense === 'ahead'
  return isAhead ? eventTie('deadline', verb, noun, false) : null
}

/** "ahead of talks on Friday"; but "arrived for talks on Friday" may be when they arrived. */
function expectedTie(reading: Reading, noun: Head, verb: Head | null, lead: string) {
  const isArrival = verb?.form === 'other' && verb.tense === 'past'
  if (isArrival && !/\b(?:ahead of|before)\b/.test(lead)) return null
  return eventTie(kindOfNoun(noun, reading), { ...noun, tense: 'ahead' }, noun)
}

/** "the deadline of 24 May for ending the war": what it is for. */
function isGerund(before: string | undefined, word: string): boolean {
  return /^(?:for|of|by|on|without|before|after)$/.test(before ?? '') && word.endsWith('ing')
}

const LATEST = /\b(?:last|previous|earlier|latest|most recent) (?:\p{L}+ ){0,2}$/u

/** "At the meeting on Friday they agreed": what is agreed there is no plan. */
function isDone({ sentence, tokens }: Reading, noun: Head, verb: Head | undefined): boolean {
  const isSetting = /(?:^|[,;“"] ?)(?:At|In|During) (?:\S+ ){0,4}$/.test(
    sentence.slice(0, noun.start),
  )
  const isBare =
    verb &&
    /ed$/.test(tokens[verb.at].lower) &&
    !/^(?:be|is|are|was|were|been)$/.test(tokens[verb.at - 1]?.lower ?? '')
  return isSetting && isBare === true
}

/** "Talks in Geneva on Friday will …": as the verb after it tells. */
function subjectTie(reading: Reading, phrase: DatePhrase, noun: Head): EventTie {
  const after = Math.max(noun.end, phrase.end)
  const verb = reading.heads.find(
    (head) =>
      !isNoun(head) &&
      head.form !== 'saying' &&
      head.start >= after &&
      !isGerund(reading.tokens[head.at - 1]?.lower, reading.tokens[head.at].lower),
  )
  const isPast = LATEST.test(reading.sentence.slice(0, noun.start)) || isDone(reading, noun, verb)
  const isStanding = isLimit(noun, reading) && verb?.form === 'other'
  const tense = isPast ? 'past' : isStanding ? 'ahead' : (verb?.tense ?? 'ahead')
  const isOpen = /\b(?:possible|likely|conceivable)\b/.test(
    reading.sentence.slice(noun.end, phrase.start),
  )
  const head = { ...noun, tense, doubtful: isOpen || (verb?.doubtful ?? false) }
  return eventTie(kindOfNoun(noun, reading), head, noun)
}
