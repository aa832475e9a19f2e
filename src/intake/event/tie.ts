/** Which date belongs to what: to an event, to the day on which something was said, or to neither. */
import type { DatePhrase } from '../date/phrase.ts'
import { clauseStart, type Reading } from './clause.ts'
import { type EventTie, eventTie } from './event-tie.ts'
import { describedNoun, governingHead } from './governing.ts'
import { type Head, isNoun } from './head.ts'
import { nounTie } from './noun-tie.ts'
import { demandTie, isGivenLength, isIssueDay, isOfProceedings } from './ultimatum.ts'
import { deliveryTie, isThreatened, verbTie } from './verb-tie.ts'

/** `said`: the day of a word; `issued`: the day on which an ultimatum was given. */
export type Tie = { role: 'said' } | { role: 'issued' } | EventTie

/** What each date of a sentence belongs to; null for what is not tracked. */
export function tiesOf(reading: Reading): (Tie | null)[] {
  const ties: (Tie | null)[] = []
  for (const [index, phrase] of reading.phrases.entries()) {
    const before = ties.at(-1)
    const isListed = before?.role === 'event' && continuesList(reading, index)
    const tie = isListed ? before : tieOf(reading, phrase)
    ties.push(tie?.role === 'event' ? { ...tie, at: phrase.start } : tie)
  }
  return ties
}

/** "on 16 May and 2 June": two dates of one kind of event. */
function continuesList({ sentence, phrases }: Reading, index: number): boolean {
  const [last, phrase] = [phrases[index - 1], phrases[index]]
  const gap = sentence.slice(last.end, phrase.start)
  const isJoined = /^(?:,| and|, and|,? then| or)\s*(?:again )?$/.test(gap)
  return isJoined && last.piece.form === phrase.piece.form
}

function tieOf(reading: Reading, phrase: DatePhrase): Tie | null {
  if (phrase.bound === 'since' || isDenied(reading, phrase)) return null
  const described = describedNoun(reading, phrase)
  if (described) return nounTie(reading, phrase, described)
  const head = governingHead(reading, phrase)
  if (!head || describesThing(reading, phrase)) return null
  if (isGivenLength(reading, phrase)) {
    const kind = isOfProceedings(reading, phrase) ? 'deadline' : 'ultimatum'
    return eventTie(kind, head, null, false)
  }
  const { piece } = phrase
  const isPoint = piece.form !== 'count' || piece.use === 'ahead' || piece.use === 'ago'
  return isPoint ? headTie(reading, phrase, head) : null
}

/** "to their April positions", "a Friday prayer": the date of a thing that is not tracked. */
function describesThing({ sentence }: Reading, { piece, start, end }: DatePhrase): boolean {
  if (!/^(?:weekday|month|calendar)$/.test(piece.form)) return false
  const isOwned = /\b(?:their|its|his|her|our|an?)\s+\S*$/.test(sentence.slice(0, start + 2))
  return (
    isOwned &&
    /^ (?!(?:in|on|at|to|and|or|for|with|after|before)\b)\p{Ll}+/u.test(sentence.slice(end))
  )
}

/** "has extended its licence to operate until August" */
function isExtended({ heads, tokens }: Reading, { bound, start }: DatePhrase): boolean {
  const verb = heads.find(({ end, at }) => end <= start && EXTENDING.test(tokens[at].lower))
  return bound === 'until' && verb !== undefined
}

/** "the deadline he set two weeks ago": when it was set, and not when it ends. */
function isSetBefore({ heads, tokens }: Reading, verb: Head): boolean {
  const before = tokens[verb.at - 1]?.lower ?? ''
  const isActive =
    /^(?:set|fixed|imposed)$/.test(tokens[verb.at].lower) &&
    !/^(?:is|are|was|were|been|be)$/.test(before)
  const noun = heads.findLast((head) => isNoun(head) && head.end < verb.start)
  return isActive && noun !== undefined && /^(?:he|she|it|they|had|who)$/.test(before)
}

const EXTENDING = /^(?:extend|prolong|renew)/

/** What will not be, or was to be and is no longer. */
const DENIED =
  /\b(?:no plans?|not (?:yet )?(?:meet|hold|attend|take place|be held|resume|start|begin)|would not|will not|won[’']t|ruled out|cancel(?:l?ed|s)|called off|scrapped)\b/i
const SUPERSEDED =
  /\b(?:originally|initially|previously) (?:due|scheduled|expected|planned|set)\b[^,.;]{0,20}$|\bthat (?:was|were) (?:due |set )?to\b|\bhad been (?:due|scheduled|expected|planned|set|supposed)\b/i

const CALLED_OFF =
  /^[^,.;]{0,60}\b(?:was|were|been) (?:postponed|cancel?led|called off|put off|delayed|scrapped)\b(?! (?:to|until|till) )/

function isDenied(reading: Reading, phrase: DatePhrase): boolean {
  if (CALLED_OFF.test(reading.sentence.slice(phrase.end))) return true
  const clause = reading.sentence.slice(clauseStart(reading, phrase.start), phrase.start)
  if (SUPERSEDED.test(clause)) return true
  return DENIED.test(clause) && !phrase.isDenied && phrase.bound !== 'after'
}

function headTie(reading: Reading, phrase: DatePhrase, head: Head): Tie | null {
  if (head.form === 'saying') return { role: 'said' }
  const delivered = deliveryTie(reading, head)
  if (delivered) return delivered
  if (isExtended(reading, phrase)) return eventTie('deadline', head, null, false)
  if (isSetBefore(reading, head)) return null
  if (isIssueDay(reading, phrase, head)) return { role: 'issued' }
  if (isThreatened(reading, phrase, head)) return eventTie('ultimatum', head, null, false)
  const demand = head.form.startsWith('talks') ? null : demandTie(reading, phrase)
  if (demand) return eventTie(demand, head, null, false)
  return isNoun(head) ? nounTie(reading, phrase, head) : verbTie(reading, phrase, head)
}
