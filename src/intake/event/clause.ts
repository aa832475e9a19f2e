/** A sentence with all that is read from it once, and the spans within which words belong together. */

import { type DatePhrase, datePhrasesOf } from '../date/phrase.ts'
import { datelineLength } from '../dateline.ts'
import { OUTLETS } from '../speaker/outlets.ts'
import { type Attribution, attributionsIn } from '../speaker/saying.ts'
import { BODIES } from '../speaker/titles.ts'
import { type Token, tokensOf } from '../token.ts'
import { type Head, headsIn, isNoun } from './head.ts'

export interface Reading {
  /** As it stands in the text, */
  verbatim: string
  /** and with blanks for its dateline. */
  sentence: string
  tokens: Token[]
  phrases: DatePhrase[]
  attributions: Attribution[]
  heads: Head[]
}

/** Longer ones are no prose, and are not read. */
const LONGEST_SENTENCE = 1500

/** What no feed could carry: see the words of deadline/fields.ts. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

/** Reads a sentence; null for what is no prose. */
export function readSentence(sentence: string): Reading | null {
  if (sentence.length > LONGEST_SENTENCE || !/\p{L}{2}/u.test(sentence)) return null
  const from = datelineLength(sentence)
  const body = ' '.repeat(from) + sentence.slice(from).replace(UNPRINTABLE, ' ')
  const tokens = tokensOf(body)
  const phrases = datePhrasesOf(body).map((phrase) => denied(body, phrase))
  return {
    verbatim: sentence,
    sentence: body,
    tokens,
    phrases,
    attributions: attributionsIn(body, tokens, phrases),
    heads: headsIn(body, tokens).filter(
      ({ start }) => !phrases.some((phrase) => start >= phrase.start && start < phrase.end),
    ),
  }
}

/** A sentence without the words for who says it, and to which body or outlet. */
export function matterOf({ sentence, attributions }: Reading): string {
  const matter = attributions.reduce(
    (rest, { speaker, own }) => (own && speaker ? rest.replace(speaker, ' ') : rest),
    sentence,
  )
  return matter.replace(AUDIENCE, (found, name: string) =>
    BODIES.test(name) || OUTLETS.test(name) ? 'told ' : found,
  )
}

/** A sentence with blanks for whoever says it, so that every word stays where it is. */
export function withoutSpeakers({ sentence, attributions }: Reading): string {
  return attributions.reduce(
    (rest, { speaker, own }) =>
      own && speaker ? rest.replace(speaker, ' '.repeat(speaker.length)) : rest,
    sentence,
  )
}

const AUDIENCE = /\btold (?:the )?((?:\p{Lu}[\p{L}.’'-]*(?: of)? ?)+)/gu

/** "will not resume before 1 May": not earlier than that; "will not begin until Friday": on it. */
function denied(sentence: string, phrase: DatePhrase): DatePhrase {
  if (phrase.bound !== 'before' && phrase.bound !== 'until') return phrase
  const before = sentence.slice(Math.max(0, phrase.start - 40), phrase.start)
  const isDenied = /\b(?:will|would|could|can|shall|do|does|did) ?(?:not|n[’']t)\b[^,.;]*$/.test(
    before,
  )
  if (!isDenied) return phrase
  return { ...phrase, bound: phrase.bound === 'before' ? 'after' : 'on', isDenied }
}

const HARD_BREAK = /[;:—–“”"()]|--/g
const NEW_SUBJECT =
  /,? (?:and|but|while|although|though|whereas|because|after|when|as|before|since|if|unless) (?!(?:will|would|is|are|was|were|has|have|had|must|may|might|could|can|to|then|on|in|at)\b|\p{Ll}+ed\b)| (?:said|says|that) /gu

/** Where the stretch begins in which the words before a position belong together. */
export function stretchStart(sentence: string, position: number): number {
  const before = sentence.slice(0, position)
  return Math.max(0, ...[...before.matchAll(HARD_BREAK)].map((found) => found.index + 1))
}

/** Where the clause begins whose subject stands before a position. */
export function clauseStart({ sentence, heads }: Reading, position: number): number {
  const start = stretchStart(sentence, position)
  const verbs = heads.filter(({ form }) => !form.endsWith('noun'))
  const hasVerb = (from: number, to: number) =>
    verbs.some((verb) => verb.start >= from && verb.start <= to)
  let clause = start
  for (const found of sentence.slice(start, position).matchAll(NEW_SUBJECT)) {
    const at = start + found.index
    const isOfNoun = found[0] === ' that ' && heads.some((head) => isNoun(head) && head.end === at)
    if (!isOfNoun && hasVerb(clause, at + 1)) clause = at + found[0].length
  }
  return clause
}
