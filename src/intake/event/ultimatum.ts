/** Demands with a date: "gave Serbia 48 hours", "has until Friday to", "must leave by 1 May or face …". */
import type { DatePhrase } from '../date/phrase.ts'
import { STATES } from '../speaker/states.ts'
import type { Token } from '../token.ts'
import { type Reading, stretchStart } from './clause.ts'
import { type Head, isNoun } from './head.ts'

const THREATS = [
  /** "or face war", "or the army would march" */
  /\bor (?:else|face|risk|suffer|be |see |lose|it |they |he |she |the |we |\p{Lu}\p{L}+ (?:would|will)|there (?:would|will))/u,
  /\bfac(?:e|es|ing) (?:new |further |steep |severe |military |possible )?(?:sanctions|war|attack|action|tariffs|consequences|strikes|military)/,
  /\botherwise\b|\bthreat(?:en(?:s|ed|ing)?)?\b|\bultimatum\b|\bconsequences\b|\bfailing which\b/,
]

function hasThreat(words: string): boolean {
  return THREATS.some((threat) => threat.test(words))
}

/** "gave Serbia until Saturday", "has 48 hours to comply", "were given a week". */
export function isGivenLength(reading: Reading, phrase: DatePhrase): boolean {
  const { sentence, heads, tokens } = reading
  const { piece, bound } = phrase
  if (bound === 'from') return false
  const isLength = piece.form === 'count' && (piece.use === 'length' || piece.use === 'ahead')
  const before = sentence.slice(stretchStart(sentence, phrase.start), phrase.start)
  const isDeadline =
    /\b(?:deadline|ultimatum|time limit) $/.test(before) &&
    / to \p{Ll}/u.test(sentence.slice(phrase.end))
  if (!isLength && !isDeadline && bound !== 'until') return false
  const after = sentence.slice(phrase.end)
  const isToAct = /^,?(?: in which| or so)? (?:to|for) \p{Ll}/u.test(after) || /^,? or /.test(after)
  const has = /\b(?:has|have|had|with) (?:only |just |about |now |until )?$/.test(before)
  if (has && (isToAct || bound === 'until' || /^ (?:left|from)\b/.test(after)))
    return bound !== 'by'
  const verb = heads.findLast(
    (head) => !isNoun(head) && head.end <= phrase.start && !isRelative(tokens, head),
  )
  const isOver = bound === 'until' && verb !== undefined && isPluperfect(reading, verb)
  const gives =
    verb?.form === 'giving' && !isOver && verb.start >= stretchStart(sentence, phrase.start)
  return gives && (isToAct || bound === 'until' || /^[,.]|^$| \p{Ll}/u.test(after))
}

/** "The court gave the company until Friday", "has until Friday to withdraw under the truce". */
export function isOfProceedings({ sentence }: Reading, phrase: DatePhrase): boolean {
  const giver = /^(?:.*?)(?= (?:has |have |had )?(?:gave|given|gives|granted|allowed)\b)/.exec(
    sentence.slice(0, phrase.start),
  )?.[0]
  if (hasThreat(sentence)) return false
  const isFiled = FILED.test(sentence.slice(phrase.end))
  return isFiled || (giver !== undefined && AUTHORITY.test(giver)) || UNDER_ACCORD.test(sentence)
}

const FILED = /^ to (?:challenge|appeal|file|apply|register|object)\b/
const UNDER_ACCORD =
  /\bunder (?:the |an? |its |their )?(?:\p{L}+ ){0,3}(?:accord|deal|agreement|truce|cease-?fire|treaty|plan|protocol|pact|terms)\b/u

const AUTHORITY =
  /\b(?:[Cc]ourt|[Tt]ribunal|[Jj]udges?|[Rr]egulators?|[Aa]gency|[Cc]ommission|[Cc]ommittee|watchdog|ombudsman|employer|company|bank)\b/

/** "had given them until Monday": over, unless somebody says so. */
function isPluperfect({ heads, tokens }: Reading, { at, start }: Head): boolean {
  const isSaid = heads.some((head) => head.form === 'saying' && head.end < start)
  return tokens[at - 1]?.lower === 'had' && !isSaid
}

/** "gave the soldiers who seized power a week": only who they are. */
function isRelative(tokens: Token[], { at }: Head): boolean {
  return /^(?:who|which|that)$/.test(tokens[at - 1]?.lower ?? '')
}

/** The day on which an ultimatum was given: "on Sunday gave", "issued an ultimatum on Monday". */
export function isIssueDay({ heads, sentence }: Reading, phrase: DatePhrase, head: Head): boolean {
  const { piece, bound } = phrase
  if (bound !== 'on' || (piece.form === 'count' && piece.use !== 'ago')) return false
  if (head.form === 'giving' || head.form === 'demanding') return true
  const gives = heads.some(
    (each) =>
      each.form === 'giving' &&
      each.start < phrase.start &&
      each.start >= stretchStart(sentence, phrase.start),
  )
  return gives && head.form === 'ultimatum-noun'
}

/** What a demand by a date is: an ultimatum with a threat, else a deadline; null for no demand. */
export function demandTie(
  { sentence, heads, tokens }: Reading,
  phrase: DatePhrase,
): 'ultimatum' | 'deadline' | null {
  const { piece, bound } = phrase
  const isLimit =
    /^(?:by|before|until)$/.test(bound) || (piece.form === 'count' && piece.use === 'ahead')
  if (!isLimit) return null
  const start = stretchStart(sentence, phrase.start)
  const before = sentence.slice(start, phrase.start)
  const demands = heads.some(
    (head) =>
      head.form === 'demanding' &&
      head.start >= start &&
      head.end <= phrase.start &&
      tokens[head.at].lower !== 'warned',
  )
  const isConditional =
    /\b(?:unless|if)\b/i.test(before) &&
    /\b(?:not|unless|no|fails?|failed|refuses?|refused)\b/i.test(before)
  const obliges =
    /\bmust\b|\b(?:has|have|had|is|are|was|were|agreed|undertook|required|obliged|bound|committed) to\b/.test(
      before,
    )
  const isThreat = hasThreat(sentence)
  if (isConditional && isThreat) return 'ultimatum'
  if (isConditional && FORCE.test(sentence)) return 'ultimatum'
  if (/\bultimatum\b[^.;]*\bto \p{Ll}/u.test(before)) return 'ultimatum'
  if (demands) return isThreat || /\b(?:demand|order)/.test(before) ? 'ultimatum' : null
  if (obliges) return isThreat ? 'ultimatum' : 'deadline'
  return null
}

/** What follows unless it is done. */
const FORCE = /\b(?:will|would|shall|intervention|attack|strikes|war|sanctions|force)\b/
const SET = 'given|set|issued|imposed|adopted|delivered|handed down|laid down|presented'
const BY_WHOM = [
  /** "an ultimatum from the junta to" */
  /\b(?:ultimatum|deadline|demand) (?:from|by) ((?:the )?[^,.;]+?)(?= (?:to|that|for)\b|[,.;]|$)/,
  /** "set by ECOWAS" */
  new RegExp(
    `\\b(?:${SET}) by ((?:the )?[^,.;]+?)(?= (?:on|in|at|to|for|that|which|last|this|yesterday)\\b|[,.;]|$)`,
  ),
  /** "that the Council adopted" */
  new RegExp(
    `\\b(?:that|which) ((?:the )?(?:\\p{Lu}[\\p{L}.’'-]*\\.? ?(?:and )?)+)(?:had )?(?:${SET}|passed|gave)\\b`,
    'u',
  ),
]
/** "Trump’s 50-day ultimatum", "Moscow’s demand" */
const WHOSE =
  /((?:\p{Lu}[\p{L}.’'-]*? ?){1,4})[’']s? (?:[\p{Ll}\d-]+ ){0,3}(?:ultimatum|deadline|demand)\b/u
/** "the US ultimatum", "a British deadline" */
const WHICH = /(\p{Lu}[\p{L}.-]*) (?:\S+-\p{Ll}+ )?(?:ultimatum|deadline|demand)\b/u

function ownerOf(sentence: string): string | null {
  const adjective = WHICH.exec(sentence)?.[1]
  return WHOSE.exec(sentence)?.[1] ?? (adjective && STATES.has(adjective) ? adjective : null)
}

/** The words for who set it: "set by ECOWAS", "that the Council adopted", "Trump’s ultimatum"; or null. */
export function issuerWords(sentence: string, looksBefore: boolean): string | null {
  const agent = BY_WHOM.map((pattern) => pattern.exec(sentence)?.[1]).find(Boolean)
  const words = agent ?? (looksBefore ? ownerOf(sentence) : null)
  const isOpener = words
    ? /^(?:The|A|An|His|Her|Their|Its|That|This|But|And)$/.test(words.trim())
    : true
  return isOpener ? null : (words as string).trim()
}

/** "set a deadline of Thursday for an agreement": of nobody in particular, and without a threat. */
export function isSetForAll(words: string): boolean {
  const isOfNobody = /^ (?:a|an|the|its|their|his|her)(?: new| final| fresh)* deadline\b/.test(
    words,
  )
  return isOfNobody && !hasThreat(words) && !/\bfor (?:the )?\p{Lu}[^.;]* to \p{Ll}/u.test(words)
}

/** Whether the deadline of a sentence is a demand of somebody: "the deadline set by X for Y to leave". */
export function isDemandedDeadline(sentence: string): boolean {
  const isToAct = /\bdeadlines?\b[^.;]*\bfor [^,.;]+ to \p{Ll}/u.test(sentence)
  return isToAct && (hasThreat(sentence) || issuerWords(sentence, true) !== null)
}
