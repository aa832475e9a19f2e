/** The word that a date belongs to. */
import type { DatePhrase } from '../date/phrase.ts'
import { type Reading, stretchStart } from './clause.ts'
import { type Head, isNoun } from './head.ts'

/** The nearest head before a date, or of a date in front, the verb after it; null where none is. */
export function governingHead(reading: Reading, phrase: DatePhrase): Head | null {
  const { sentence, heads } = reading
  const start = stretchStart(sentence, phrase.start)
  const nearest = heads.findLast(
    (head) => head.start >= start && head.end <= phrase.start && canGovern(head, phrase),
  )
  const verb = heads.find((head) => head.start >= phrase.end && !isNoun(head)) ?? null
  const lead = sentence.slice(start, phrase.start)
  if (verb && isWithinVerb(sentence, lead, phrase, verb)) return verb
  if (!nearest || opensClause(sentence, lead, phrase, nearest)) return verb ?? nearest ?? null
  return nearest
}

/** "a truce on Friday" says nothing of its ends, "a truce from Friday" does. */
function canGovern({ form }: Head, { bound }: DatePhrase): boolean {
  return form !== 'lasting-noun' || bound === 'until' || bound === 'from'
}

const AUXILIARY = /\b(?:will|would|to|is|are|be|was|were|has|have|had|may|might|could) (?:also )?$/

/** "would soon start", "will on Friday meet". */
function isWithinVerb(sentence: string, lead: string, phrase: DatePhrase, verb: Head): boolean {
  const between = sentence.slice(phrase.end, verb.start)
  return AUXILIARY.test(lead) && /^ (?:\p{L}+ ){0,3}$/u.test(between)
}

const FRONT =
  /(?:[,;:—–“"(]|\b(?:and|but|that|while|because|although|as|when|where|which|who|if|so|then|said|says))\s*$/

/** Whether a date begins a clause, so that it looks ahead: "…, and on Monday the army will". */
function opensClause(sentence: string, lead: string, phrase: DatePhrase, nearest: Head): boolean {
  const rest = sentence.slice(phrase.end)
  if (nearest.form === 'saying') return isSubject(sentence, phrase, nearest)
  const isLast = /^\s*[,.]?$/.test(rest)
  const isParenthetical = /,\s*$/.test(lead) && /^\s*[,.]/.test(rest)
  const isAfterName = /,[^,]{2,60},\s*$/.test(lead) && /^ (?:to|at|in|for|with|on)\b/.test(rest)
  return FRONT.test(lead) && !isLast && !isParenthetical && !isAfterName
}

/** "said Friday would be", "said that on Friday": the date is part of what is said. */
function isSubject(sentence: string, phrase: DatePhrase, saying: Head): boolean {
  const isAfterThat = / that /.test(sentence.slice(saying.end, phrase.start + 1))
  return isAfterThat || /^ (?:would|will|was|is)\b/.test(sentence.slice(phrase.end))
}

/** The noun right after a date that it describes: "Friday’s talks", "the 31 July deadline"; or null. */
export function describedNoun({ sentence, heads }: Reading, phrase: DatePhrase): Head | null {
  const isCompound = phrase.piece.form === 'count' && phrase.piece.use === 'compound'
  const lead = sentence.slice(0, phrase.start + 4)
  const isDescribing =
    phrase.possessive || isCompound || /\b(?:the|a|an|his|her|their|its)\s+\S*$/i.test(lead)
  const noun = heads.find((head) => head.start >= phrase.end && isNoun(head))
  if (!noun || !isDescribing) return null
  const between = sentence.slice(phrase.end, noun.start)
  const isNext = /^(?:[’']s)? (?:[\p{L}-]+ ){0,3}$/u.test(between)
  return isNext && !/\b(?:to|at|in|on|for|of|and) $/.test(between) ? noun : null
}
