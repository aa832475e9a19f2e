/**
 * The words of a sentence that a date can belong to: nouns of events, and verbs. A date belongs as a
 * rule to the nearest of them before it, so that verbs which are about nothing tracked count as well:
 * they keep their dates from the events around them.
 */
import { isMark, type Token } from '../token.ts'
import { type NounForm, nounForm } from './noun.ts'
import { isDoubtful, type Tense, tenseAt } from './tense.ts'
import { type VerbForm, verbForm } from './verb.ts'
import { EXPIRING_PHRASES } from './vocabulary.ts'

export interface Head {
  form: NounForm | VerbForm
  /** Its token, and the characters of it and of what belongs to it ("runs out"). */
  at: number
  start: number
  end: number
  tense: Tense
  /** Whether what it tells is only likely. */
  doubtful: boolean
}

/** The heads of a sentence, in order. */
export function headsIn(sentence: string, tokens: Token[]): Head[] {
  const phrases = [...sentence.matchAll(EXPIRING_PHRASES)].map(({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
  }))
  return tokens.flatMap((token, at) => {
    const phrase = phrases.find(({ start, end }) => token.start >= start && token.end <= end)
    if (phrase && token.start > phrase.start) return []
    const form = phrase ? 'expiring' : formOf(sentence, tokens, at)
    if (!form) return []
    const { start } = token
    const end = phrase?.end ?? token.end
    if (form.endsWith('noun')) return { form, at, start, end, tense: 'none', doubtful: false }
    return { form, at, start, end, tense: tenseAt(tokens, at), doubtful: isDoubtful(tokens, at) }
  })
}

export function isNoun({ form }: Head): boolean {
  return form.endsWith('noun')
}

function formOf(sentence: string, tokens: Token[], at: number): Head['form'] | null {
  if (isMark(tokens[at])) return null
  const noun = nounForm(sentence, tokens, at)
  const isName = isPartOfName(tokens, at)
  if (noun && (!isName || noun.startsWith('talks'))) {
    return isCompounded(sentence, tokens, at) ? null : noun
  }
  return isName ? null : verbForm(sentence, tokens, at)
}

function isPartOfName(tokens: Token[], at: number): boolean {
  return at > 0 && /^\p{Lu}/u.test(tokens[at].word) && !isMark(tokens[at - 1])
}

/** Of "withdrawal agreement" and "truce talks" the last noun is the one that is told of. */
function isCompounded(sentence: string, tokens: Token[], at: number): boolean {
  const next = tokens[at + 1]
  if (!next || next.start - tokens[at].end > 1) return false
  return nounForm(sentence, tokens, at + 1) !== null
}
