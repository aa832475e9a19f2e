/** Which nouns name an event that a date can belong to. */
import type { Token } from '../token.ts'
import {
  DATED_NOUNS,
  EXCHANGED,
  LASTING_NOUNS,
  MODALS,
  TALKS_NOUNS,
  ULTIMATUM_NOUNS,
  VERBS_AFTER_TO,
} from './vocabulary.ts'

/** `dated`: a vote, a deadline; `lasting`: what begins or ends, as a truce does. */
export type NounForm = 'talks-noun' | 'dated-noun' | 'lasting-noun' | 'ultimatum-noun'

/** The form of a word that is such a noun where it stands, else null. */
export function nounForm(sentence: string, tokens: Token[], at: number): NounForm | null {
  const { lower } = tokens[at]
  if (ULTIMATUM_NOUNS.test(lower)) return 'ultimatum-noun'
  if (isVerbHere(tokens, at)) return null
  if (TALKS_NOUNS.test(lower)) return isTalks(sentence, tokens[at]) ? 'talks-noun' : null
  if (DATED_NOUNS.test(lower)) return isDated(sentence, tokens[at]) ? 'dated-noun' : null
  return LASTING_NOUNS.test(lower) ? 'lasting-noun' : null
}

/** "will end", "to vote", "they call": the same word as a verb. */
function isVerbHere(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? ''
  if (MODALS.test(tokens[at - 1]?.word ?? '') || /^(?:not|they|he|she|who)$/.test(before))
    return true
  return before === 'to' && VERBS_AFTER_TO.test(tokens[at].lower)
}

const ROUNDS_OF_OTHER_THINGS =
  /^ of (?:sanctions|voting|strikes|elections|fire|violence|ammunition|attacks|fighting|tariffs|applause|the (?:presidential|election))/

/** A party's own meetings are no talks. */
const AMONG_THEMSELVES =
  /\b(?:cabinet|(?<!-)party|board|committee|parliamentary|congressional|staff) $/
const BY_ONE_BODY =
  /\b(?:[Bb]ank|[Pp]arliament|[Cc]abinet|[Ss]enate|[Cc]ongress|[Cc]ourt|[Bb]oard|Duma|Knesset|Rada|Politburo|National (?:Assembly|Security Council)|[Gg]overnment|Federal Council|Council of Ministers) [^,.;]*\b(?:holds?|held|convenes?|convened|calls?|called)\b[^,.;]*$/
const OF_ONE_BODY =
  /^ of (?:the |its |his |her )?(?:Central Comm|Politburo|[Cc]abinet|[Pp]arliament|Congress|party|board|city|Duma|Knesset|House|Senate)/

function isTalks(sentence: string, { lower, start, end }: Token): boolean {
  const before = sentence.slice(Math.max(0, start - 30), start).toLowerCase()
  const after = sentence.slice(end, end + 25)
  if (/^conferences?$/.test(lower)) return !/\b(?:news|press) $/.test(before)
  if (/^rounds?$/.test(lower)) return !ROUNDS_OF_OTHER_THINGS.test(after.toLowerCase())
  if (/^calls?$/.test(lower)) {
    const isSpoken = /\b(?:phone|telephone|video|conference) $/.test(before)
    return isSpoken || isKnownCall(before, after) || /^ (?:between|with)\b/.test(after)
  }
  if (AMONG_THEMSELVES.test(before) || OF_ONE_BODY.test(after)) return false
  if (/^(?:session|meeting)s?$/.test(lower) && BY_ONE_BODY.test(sentence.slice(0, start)))
    return false
  return lower !== 'meeting' || !isGerund(before, after)
}

/** "the call would take place" */
function isKnownCall(before: string, after: string): boolean {
  return /\bthe $/.test(before) && /^ (?:will|would|is|was|took|lasted)\b/.test(after)
}

/** "after meeting Putin" is no meeting of which a date is told. */
function isGerund(before: string, after: string): boolean {
  const isVerbal = /\b(?:before|after|of|by|without|for|ahead of) $/.test(before)
  return isVerbal && /^ (?:\p{Lu}|his|her|the|with)/u.test(after)
}

/** "the exchange would take place" */
const KNOWN_EXCHANGE =
  /\b(?:[Tt]he|first|second|third|next|last|latest) (?:exchange|swap) (?:will|would|is|was|took)\b/

/** An exchange of prisoners, not of fire or of views. */
function isDated(sentence: string, { lower, start, end }: Token): boolean {
  if (lower === 'limit') return /\btime[ -]$/i.test(sentence.slice(0, start))
  if (!/^(?:exchange|swap|release)s?$/.test(lower)) return true
  if (KNOWN_EXCHANGE.test(sentence.slice(Math.max(0, start - 12), end + 12))) return true
  return EXCHANGED.test(sentence.slice(Math.max(0, start - 40), end + 60))
}
