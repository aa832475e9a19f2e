/** Of a date that stands with a verb: whether that tells of an event. */
import type { Kind } from '../../deadline/deadline.ts'
import type { DatePhrase } from '../date/phrase.ts'
import { clauseStart, type Reading } from './clause.ts'
import { type EventTie, eventTie } from './event-tie.ts'
import { type Head, isNoun } from './head.ts'
import { kindOfNoun } from './noun-tie.ts'
import { EXCHANGED, FORCES, LASTING_VERBS } from './vocabulary.ts'

export function verbTie(reading: Reading, phrase: DatePhrase, verb: Head): EventTie | null {
  switch (verb.form) {
    case 'talks-verb':
      return eventTie('talks', verb, null)
    case 'expiring':
      return expiringTie(reading, verb)
    case 'acting':
      return actingTie(reading, phrase, verb)
    case 'light':
      return lightTie(reading, phrase, verb)
    case 'other':
      return enforcingTie(reading, verb)
    default:
      return null
  }
}

/** "The truce expires", "talks ended"; what only ends or passes must be named. */
function expiringTie(reading: Reading, verb: Head): EventTie | null {
  const word = reading.tokens[verb.at].lower
  if (
    /^(?:tak|took|com|came|go|went|put|enter|brought|be|kick)/.test(word) &&
    verb.tense === 'past'
  )
    return null
  const noun = nounOf(reading, verb, false) ?? nounApart(reading, verb)
  const isPassing = /^pass/.test(word)
  if (isPassing && !(noun && /deadline|ultimatum/.test(reading.tokens[noun.at].lower))) return null
  if (noun) return eventTie(kindOfNoun(noun, reading), verb, noun)
  if (isAnaphoric(reading, verb)) return eventTie('same', verb, null)
  return /^(?:end|terminat)/.test(word) ? null : eventTie('deadline', verb, null)
}

/** "The ultimatum that …, demanding that …, expired": the noun that the sentence begins with. */
function nounApart({ sentence, heads }: Reading, verb: Head): Head | null {
  const noun = heads.find(isNoun)
  const isOpening = noun && /^\W*(?:[\p{L}’'-]+ ){1,5}$/u.test(sentence.slice(0, noun.start))
  const isApart =
    noun &&
    (/, $/.test(sentence.slice(0, verb.start)) ||
      /^ (?:that|which) /.test(sentence.slice(noun.end)))
  return isOpening && isApart ? noun : null
}

/** "A judgment will be given", "will deliver its ruling": no ultimatum. */
export function deliveryTie(reading: Reading, verb: Head): EventTie | null {
  if (verb.form !== 'giving' || verb.tense !== 'ahead') return null
  const noun = nounOf(reading, verb, true)
  const isDecision = noun && DECISION.test(reading.tokens[noun.at].lower)
  return isDecision ? eventTie('deadline', verb, noun) : null
}

const DECISION = /^(?:rulings?|verdict|judge?ment|hearings?)$/
const MEASURES =
  /\b(?:tariffs?|sanctions|ban|embargo|dut(?:y|ies)|levy|levies|restrictions?|blockade|quotas?|export controls|state of emergency|curfew|price cap)\b/i
/** What states are in by treaty, and leave by a date. */
const COMPACTS =
  /\b(?:European Union|EU|NATO|bloc|alliance|treaty|pact|accord|convention|agreement|statement|declaration|memorandum|organi[sz]ation|union)\b/
const DECIDERS =
  /\b(?:court|tribunal|judges?|panel|MPs|lawmakers|parliament|senate|congress|assembly|council|deputies|legislators|senators|house|commons|voters|cabinet|government|states?|union|knesset|duma|bundestag|members)\b/i

/** What those do whose acts are deadlines: courts that rule, troops that leave, measures imposed. */
const ACTS: [verb: RegExp, of: RegExp][] = [
  [/^votes?$/, /./],
  [/^(?:rule|decide)/, DECIDERS],
  [/^(?:withdraw|leave|pull|evacuate|quit|vacate)/, FORCES],
  [/^(?:withdraw|leave|quit|rejoin)/, COMPACTS],
  [/^(?:rise|increase|double|climb|jump|fall|drop)$/, MEASURES],
  [/^sign/, COMPACTS],
  [/^(?:impose|reimpose|lift|levy|raise|scrap|abolish|suspend)/, MEASURES],
]

/** "began to leave on Tuesday": nothing ahead. */
const BEGUN = /\b(?:began|begun|started|continued|tried|failed|refused|managed) to $/

function actingTie(reading: Reading, phrase: DatePhrase, verb: Head): EventTie | null {
  const { sentence, tokens } = reading
  const word = tokens[verb.at].lower
  if (/^(?:extend|prolong|renew|suspend)/.test(word)) {
    return phrase.bound === 'until' ? eventTie('deadline', verb, null, false) : null
  }
  if (/^(?:exchange|swap|hand|release|free|repatriat)/.test(word)) {
    const isExchange = /^(?:exchang|swap)/.test(word) || verb.tense === 'ahead'
    return isExchange && EXCHANGED.test(sentence) ? eventTie('deadline', verb, null) : null
  }
  if (BEGUN.test(sentence.slice(0, verb.start))) return null
  const clause = sentence.slice(clauseStart(reading, verb.start), Math.max(phrase.start, verb.end))
  const isDeadline = ACTS.some(([acts, of]) => acts.test(word) && of.test(clause))
  const isSupposed =
    / would $/.test(sentence.slice(0, verb.start)) && reading.attributions.length === 0
  return isDeadline && verb.tense === 'ahead' && !isSupposed
    ? eventTie('deadline', verb, null)
    : null
}

/** "will start fining drivers": what a state does to others from that day on. */
const ENFORCING =
  /^(?:fining|enforcing|imposing|charging|collecting|levying|banning|barring|requiring|closing|withdrawing|applying|rationing|deporting|expelling|confiscating|restricting|blocking|evacuating)$/

function enforcingTie({ sentence, tokens }: Reading, verb: Head): EventTie | null {
  const isBegun = /\b(?:will|would|to) (?:begin|start|stop|resume|cease) $/.test(
    sentence.slice(0, verb.start),
  )
  return isBegun && ENFORCING.test(tokens[verb.at].lower)
    ? eventTie('deadline', { ...verb, tense: 'ahead' }, null)
    : null
}

function lightTie(reading: Reading, phrase: DatePhrase, verb: Head): EventTie | null {
  const noun = nounOf(reading, verb, phrase.start < verb.start)
  if (!noun && isShutting(reading, verb)) return eventTie('deadline', verb, null)
  if (!noun)
    return isAnaphoric(reading, verb) ? eventTie(antecedent(reading, verb), verb, null) : null
  if (noun.form === 'lasting-noun') return lastingTie(reading, phrase, verb, noun)
  if (LASTING_VERBS.test(reading.tokens[verb.at].lower)) return null
  return eventTie(kindOfNoun(noun, reading), verb, noun)
}

/** "will close its border with Belarus": what a state does to its neighbour. */
function isShutting({ sentence, tokens }: Reading, { at, start, end, tense }: Head): boolean {
  const isShut = /^(?:close|shut|reopen|closed|reopened)$/.test(tokens[at].lower)
  const near = sentence.slice(Math.max(0, start - 40), start) + sentence.slice(end, end + 40)
  return isShut && tense === 'ahead' && /\b(?:borders?|crossings?|airspace|strait)\b/.test(near)
}

/** A truce that begins, tariffs that are due: only where that is plainly ahead. */
function lastingTie(reading: Reading, phrase: DatePhrase, verb: Head, noun: Head) {
  if (phrase.bound === 'until') return eventTie('deadline', verb, noun, false)
  const begins = /^(?:begin|start|due|come|go|take|scheduled|set)/
  const isAhead = begins.test(reading.tokens[verb.at].lower) && verb.tense === 'ahead'
  return isAhead ? eventTie('deadline', verb, noun) : null
}

const MENTIONED =
  /\b(?:after|since|following|during|despite|without|at|from|until|before|ahead of|in preparation for)\s+(?:\S+\s+){0,3}$/i

/** The noun that a verb tells of: its subject, or of a verb after its date, what stands after it. */
function nounOf(reading: Reading, verb: Head, looksAfter: boolean): Head | null {
  const { sentence, heads } = reading
  const start = clauseStart(reading, verb.start)
  const nouns = heads.filter(isNoun)
  const subject = nouns.find(
    (noun) =>
      noun.start >= start &&
      noun.end <= verb.start &&
      !MENTIONED.test(sentence.slice(Math.max(0, noun.start - 50), noun.start)),
  )
  const object = nouns.find((noun) => noun.start >= verb.end)
  if (subject || !object || !looksAfter) return subject ?? null
  const between = sentence.slice(verb.end, object.start)
  return /[,;:]| (?:to|that|after|before|if) /.test(between) ? null : object
}

/** "They would take place", "it will be held", "the third was held". */
function isAnaphoric(reading: Reading, verb: Head): boolean {
  const subject = reading.sentence.slice(clauseStart(reading, verb.start), verb.start)
  const isReferring =
    /^\W*(?:they|it|this|that|these|both|the (?:first|second|third|fourth|fifth|next|last|previous|latest|other))\b[^,]{0,30}$/i
  return isReferring.test(subject)
}

/** What "they" means: an event named earlier in the sentence, else the one that was told of last. */
function antecedent(reading: Reading, verb: Head): Kind | 'same' {
  const start = clauseStart(reading, verb.start)
  const noun = reading.heads.findLast(
    (head) => isNoun(head) && head.form !== 'lasting-noun' && head.end <= start,
  )
  return noun ? kindOfNoun(noun, reading) : 'same'
}

/** "will be imposed on 18 April unless …": the day by which to avert it. */
export function isThreatened(
  { sentence, tokens }: Reading,
  phrase: DatePhrase,
  verb: Head,
): boolean {
  const isThreat = verb.form === 'other' || verb.form === 'acting' || MEASURES.test(sentence)
  if (COMPACTS.test(sentence) && /^(?:leave|withdraw|quit)$/.test(tokens[verb.at].lower))
    return false
  const isAhead = verb.tense === 'ahead' && verb.form !== 'expiring' && !isNoun(verb)
  return isThreat && isAhead && /^[^;“”]{0,60}\bunless\b/.test(sentence.slice(phrase.end))
}
