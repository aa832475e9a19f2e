/** When a verb tells that something is, by its own form and by the auxiliaries before it. */
import { isCapitalized, type Token } from '../token.ts'
import { DOUBTING, IRREGULAR_PAST, PLANNING, VERB_GROUP } from './vocabulary.ts'

/** A noun has none. */
export type Tense = 'past' | 'ahead' | 'none'

const FUTURE = /^(?:will|would|'ll|shall|should|must|may|might|could|can|to)$/
const PLANNED = /^(?:due|scheduled|expected|planned|set|likely)$/
const PAST =
  /^(?:met|held|took|begun|began|taken|spoke|spoken|was|were|ran|gave|given|came|had|broke)$|ed$/

/** `past` only where it is told as done; the present is of what is to come ("expires on Friday"). */
export function tenseAt(tokens: Token[], at: number): Tense {
  const { lower } = tokens[at]
  const group = verbGroup(tokens, at)
  if (group.some((word) => FUTURE.test(word) || PLANNED.test(word))) return 'ahead'
  if (PLANNING.test(lower)) return 'ahead'
  return PAST.test(lower) || IRREGULAR_PAST.test(lower) ? 'past' : 'ahead'
}

/** "may meet", "is expected to be held", "would probably". */
export function isDoubtful(tokens: Token[], at: number): boolean {
  return [...verbGroup(tokens, at), tokens[at].lower].some((word) => DOUBTING.test(word))
}

const LONGEST_GROUP = 7

/** The words right before a verb that belong to it; "May" is a name there. */
function verbGroup(tokens: Token[], at: number): string[] {
  const from = Math.max(0, at - LONGEST_GROUP)
  const words = tokens.slice(from, at).map((token, index) => {
    const isName = isCapitalized(token) && from + index > 0
    return isName ? token.word : token.lower
  })
  return words.slice(words.findLastIndex((word) => !VERB_GROUP.test(word)) + 1)
}
