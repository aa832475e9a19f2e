/** Who set an ultimatum, to whom, and when. */
import type { LocalSeconds } from '../../deadline/local.ts'
import type { Course, Ultimatum } from '../course.ts'
import type { DatePhrase } from '../date/phrase.ts'
import { pastDay, type Saying } from '../source.ts'
import { meet, type Sides, sidesIn } from '../speaker/allegiance.ts'
import { readSpeaker, type Speaker } from '../speaker/speaker.ts'
import { statesIn } from '../speaker/states.ts'
import { FINITE, subjectBefore } from '../speaker/subject.ts'
import { type Addressees, addresseesOf } from './addressee.ts'
import type { Reading } from './clause.ts'
import type { EventTie } from './event-tie.ts'
import type { Head } from './head.ts'
import type { Tie } from './tie.ts'
import { issuerWords } from './ultimatum.ts'

/** An ultimatum as its sentence tells it, with what the article has told of it before. */
export function ultimatumOf(
  course: Course,
  reading: Reading,
  tie: EventTie,
  ties: (Tie | null)[],
  saying: Saying | null,
): Ultimatum & { isToldHere: boolean } {
  const act = actOf(reading, tie)
  const named = namedIssuer(course, reading, tie, act)
  const giving = act && !isPassive(reading, act) ? act : null
  const addressees = withoutIssuer(addresseesOf(course, reading, tie, giving), named)
  const spoken =
    !act && !named && saying?.by && !isAddressed(saying.by, addressees.sides) ? saying.by : null
  const before = course.ultimatum
  const isOwn = isOwnDemand(reading, tie) && !isToldBefore(before, addressees, spoken)
  const own = isOwn ? spoken : null
  const issuer = named ?? own
  const issuedOn = issueDay(course, reading, ties) ?? (issuer && !named ? saying?.on : null) ?? null
  return {
    issuer: issuer ?? before?.issuer ?? null,
    addressees: addressees.names.length > 0 ? addressees : (before?.addressees ?? addressees),
    issuedOn: issuedOn ?? (act ? null : (before?.issuedOn ?? null)),
    isToldHere: issuer !== null,
  }
}

/** "His fighters had until noon": of the ultimatum that the article has told of, by another. */
function isToldBefore(
  before: Ultimatum | null,
  addressees: Addressees,
  speaker: Speaker | null,
): boolean {
  if (!before?.issuer || !speaker) return false
  if (meet(before.issuer.sides, speaker.sides)) return false
  const isSame = meet(before.addressees.sides, addressees.sides)
  return isSame || addressees.sides.size === 0 || meet(before.addressees.sides, speaker.sides)
}

function withoutIssuer({ sides, names }: Addressees, issuer: Speaker | null): Addressees {
  const own = issuer?.sides ?? new Set()
  return {
    sides: new Set([...sides].filter((side) => !own.has(side))),
    names: names.filter((name) => name !== issuer?.name && !own.has(name)),
  }
}

/** The verb by which it is given or demanded in this sentence. */
function actOf({ heads }: Reading, tie: EventTie): Head | null {
  if (tie.head.form === 'giving' || tie.head.form === 'demanding') return tie.head
  return (
    heads.findLast(({ form, end }) => /^(?:giving|demanding)$/.test(form) && end <= tie.at) ?? null
  )
}

/** "X has until …" and "X must …" are the demand itself; "the ultimatum expires" only tells of it. */
function isOwnDemand({ sentence }: Reading, tie: EventTie): boolean {
  return tie.noun === null && /\b(?:has|have|had|must|unless|if)\b/.test(sentence)
}

function isAddressed(speaker: Speaker, addressees: Sides): boolean {
  return speaker.form !== 'person' && speaker.form !== 'body'
    ? true
    : meet(speaker.sides, addressees)
}

function namedIssuer(
  course: Course,
  reading: Reading,
  tie: EventTie,
  act: Head | null,
): Speaker | null {
  const { sentence, tokens, phrases } = reading
  const words = issuerWords(sentence, tie.noun !== null)
  if (words) return issuerNamed(words, course)
  const verb = act ? act.at : threatAt(reading, tie)
  if (verb < 0 || (act && (isPassive(reading, act) || isNoun(reading, act)))) return null
  const subject = subjectBefore(sentence, tokens, phrases, verb)
  return subject ? (issuerNamed(subject, course) ?? course.speaker) : null
}

/** The verb of "X has threatened a strike unless"; -1 for none. */
function threatAt({ tokens }: Reading, { at }: EventTie): number {
  return tokens.findIndex(({ lower, end }) => end <= at && /^threaten(?:s|ed)$/.test(lower))
}

/** Named as the first of several, though it is the demand of them all. */
function issuerNamed(words: string, { people }: Course): Speaker | null {
  if (FINITE.test(words)) return null
  const issuer = readSpeaker(firstOf(words), people)
  return issuer && { ...issuer, sides: new Set([...issuer.sides, ...sidesIn(words)]) }
}

/** Of several states that demand together, the first one. */
function firstOf(words: string): string {
  const list = /^((?:the )?\p{Lu}[^,]*?)(?:, | and ).*\p{Lu}/u.exec(words)
  return list && statesIn(list[1]).length === 1 && statesIn(words).length > 1 ? list[1] : words
}

function isPassive({ tokens }: Reading, act: Head): boolean {
  return tokens
    .slice(Math.max(0, act.at - 2), act.at)
    .some(({ lower }) => /^(?:was|were|been|is|are|being)$/.test(lower))
}

/** "the German demand that": no verb, though it is written as one. */
function isNoun({ tokens }: Reading, act: Head): boolean {
  const before = tokens[act.at - 1]
  return (
    /^(?:demand|order|demands|orders)$/.test(tokens[act.at].lower) &&
    before !== undefined &&
    (before.possessive ||
      /^(?:the|a|an|its|his|their)$/.test(tokens[act.at - 2]?.lower ?? '') ||
      /^(?:the|a|an|its|his|their)$/.test(before.lower))
  )
}

/** "a resolution that the Council adopted on 29 November", "the ultimatum issued on Friday". */
function isAdoption(sentence: string, { start, bound }: DatePhrase): boolean {
  const before = sentence.slice(Math.max(0, start - 60), start)
  const adopts = /\b(?:adopted|issued|set|imposed|passed|delivered|presented|laid down)\b[^,.;]*$/
  if (/\b(?:shorten|extend|prolong|postpon|bring|brought)/.test(sentence)) return false
  return bound === 'on' && adopts.test(before) && !/^for /.test(sentence.slice(start))
}

/** The day that the sentence gives for the demand: "on Monday gave", "a week after he gave". */
function issueDay(course: Course, reading: Reading, ties: (Tie | null)[]): LocalSeconds | null {
  const at = reading.phrases.findIndex(
    (phrase, index) =>
      ties[index]?.role === 'issued' ||
      (phrase.piece.form === 'count' && phrase.piece.use === 'after') ||
      (ties[index] === null && isAdoption(reading.sentence, phrase)),
  )
  return at < 0 ? null : pastDay(course, reading.phrases[at])
}
