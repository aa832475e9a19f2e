/** What keeps a date from being that of an event. */
import type { DatePhrase } from '../date/phrase.ts'
import { clauseStart, type Reading } from './clause.ts'
import { type Head, isNoun } from './head.ts'

/** "to their April positions", "a Friday prayer": the date of a thing that is not tracked. */
export function describesThing({ sentence }: Reading, { piece, start, end }: DatePhrase): boolean {
  if (!/^(?:weekday|month|calendar)$/.test(piece.form)) return false
  const isOwned = /\b(?:their|its|his|her|our|an?)\s+\S*$/.test(sentence.slice(0, start + 2))
  return (
    isOwned &&
    /^ (?!(?:in|on|at|to|and|or|for|with|after|before)\b)\p{Ll}+/u.test(sentence.slice(end))
  )
}

/** "the deadline he set two weeks ago": when it was set, and not when it ends. */
export function isSetBefore({ heads, tokens }: Reading, verb: Head): boolean {
  const isSet = /^(?:set|fixed|imposed)$/.test(tokens[verb.at].lower)
  const isActive = /^(?:he|she|it|they|had|who)$/.test(tokens[verb.at - 1]?.lower ?? '')
  return isSet && isActive && heads.some((head) => isNoun(head) && head.end < verb.start)
}

/** What will not be, or was to be and is no longer. */
const DENIED =
  /\b(?:no plans?|not (?:yet )?(?:meet|hold|attend|take place|be held|resume|start|begin)|would not|will not|won[’']t|ruled out|cancel(?:l?ed|s)|called off|scrapped)\b/i
const SUPERSEDED =
  /\b(?:originally|initially|previously) (?:due|scheduled|expected|planned|set)\b[^,.;]{0,20}$|\bthat (?:was|were) (?:due |set )?to\b|\bhad been (?:due|scheduled|expected|planned|set|supposed)\b/i

const CALLED_OFF =
  /^[^,.;]{0,60}\b(?:was|were|been) (?:postponed|cancel?led|called off|put off|delayed|scrapped)\b(?! (?:to|until|till) )/

/** What is told not to be then. */
export function isDenied(reading: Reading, phrase: DatePhrase): boolean {
  if (CALLED_OFF.test(reading.sentence.slice(phrase.end))) return true
  const clause = reading.sentence.slice(clauseStart(reading, phrase.start), phrase.start)
  if (SUPERSEDED.test(clause)) return true
  return DENIED.test(clause) && !phrase.isDenied && phrase.bound !== 'after'
}
