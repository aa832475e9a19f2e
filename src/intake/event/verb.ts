/** Which words are verbs that a date can belong to, and of what they tell. */
import { LEADERS } from '../speaker/leaders.ts'
import { isSaying } from '../speaker/subject.ts'
import type { Token } from '../token.ts'
import {
  ACTING_VERBS,
  ADVERBS,
  DEMANDING_VERBS,
  DETERMINERS,
  ENDING_IN_ED,
  ENDING_IN_ING,
  ENDING_VERBS,
  EXPIRING_VERBS,
  GIVING_VERBS,
  IRREGULAR_PAST,
  LASTING_VERBS,
  LIGHT_VERBS,
  MODALS,
  NO_INFINITIVES,
  PRESENT_VERBS,
  TALKS_VERBS,
} from './vocabulary.ts'

export type VerbForm =
  | 'talks-verb'
  | 'expiring'
  | 'acting'
  | 'giving'
  | 'demanding'
  /** It tells of an event that a noun names: "hold", "take place". */
  | 'light'
  | 'saying'
  | 'other'

/** The form of a word that is a verb where it stands, else null. */
export function verbForm(sentence: string, tokens: Token[], at: number): VerbForm | null {
  const { lower } = tokens[at]
  if (TALKS_VERBS.test(lower) && isTalksVerb(sentence, tokens[at])) return 'talks-verb'
  if (EXPIRING_VERBS.test(lower) || ENDING_VERBS.test(lower)) {
    return isVerbal(tokens, at) ? 'expiring' : null
  }
  if (GIVING_VERBS.test(lower) || setsDeadline(tokens, at)) return 'giving'
  if (isSaying(tokens[at])) return isOrder(tokens, at) ? 'demanding' : 'saying'
  if (DEMANDING_VERBS.test(lower)) return 'demanding'
  if (ACTING_VERBS.test(lower) && isVerbal(tokens, at)) return 'acting'
  if (LASTING_VERBS.test(lower) && isVerbal(tokens, at)) return 'light'
  if (LIGHT_VERBS.test(lower)) return isMainVerb(tokens, at) ? 'light' : null
  return isOtherVerb(tokens, at) ? 'other' : null
}

/** "set Brennia a deadline of 15 September". */
function setsDeadline(tokens: Token[], at: number): boolean {
  if (!/^(?:sets?|imposed?|imposes|fixed)$/.test(tokens[at].lower)) return false
  const ahead = tokens.slice(at + 1, at + 10).map(({ lower }) => lower)
  return (
    ahead.includes('deadline') &&
    !/^(?:deadline|is|are|was|were|been)$/.test(tokens[at - 1]?.lower ?? '')
  )
}

/** "told Serbia to": an order, not a word about what is. */
function isOrder(tokens: Token[], at: number): boolean {
  if (tokens[at].lower !== 'told') return false
  const ahead = tokens.slice(at + 1, at + 8).map(({ lower }) => lower)
  const [to, that] = [ahead.indexOf('to'), ahead.indexOf('that')]
  return to > 0 && (that < 0 || to < that)
}

const BY_TELEPHONE = /^[^,.;]{0,40}\b(?:tele)?phone|^[^,.;]{0,20}\bby video/
const WITH_ONE_ANOTHER = /^ (?:with|again|directly|to each other|to one another|face to face)\b/
/** Whom a leader receives to talk to. */
const GUESTS =
  /^ (?:(?:his|her|the|an?|both|two|its) )?(?:\p{L}+ ){0,3}(?:counterparts?|delegations?|negotiators|leaders|presidents?|[Pp]resident|ministers?|[Mm]inister|envoys?|chancellor|[Cc]hancellor)\b/u
const ENVOYS =
  /\b(?:[Ll]eaders|[Mm]inisters|presidents|delegations?|delegates|negotiators|envoys|heads of state|diplomats|foreign secretaries) (?:\p{L}+ ){0,7}$/u
const OF_SEVERAL =
  /\b(?:[Tt]hey|sides|leaders|presidents|two|[Bb]oth|ministers) (?:\p{L}+ ){0,3}$|\p{Lu}\p{L}+ and [^,.;:]*\p{Lu}\p{L}+ (?:will|would|may|are to|have|had|last|first) $/u
/** A body that meets by itself holds no talks. */
const OF_ONE_BODY = new RegExp(
  `\\b(?:${[
    'court|cabinet|parliament|senate|congress|board|jury|chamber|legislature|politburo|commons',
    'team|club|squad',
    '(?<!(?:joint|border|bilateral|mixed|liaison|consultative|military) )committee',
  ].join(
    '|',
  )})(?: of (?:the )?\\p{L}+)?(?:, which)? (?:(?:will|would|is to|is due to|last|again) )*$`,
  'iu',
)
/** "meet the deadline", "met with silence"; "met farmers" are no talks either. */
const NO_PARTIES = [
  /^ (?:the|a|its|their|his|any|all|that|those|these) (?:deadline|demand|condition|terms|requirement|target|need|obligation|criteria|cost|goal|challenge|threat|press|public)/,
  /^ (?:\p{Ll}+ ){0,2}(?:farmers|families|victims|survivors|workers|students|residents|troops|soldiers|pilgrims|voters|supporters|reporters|journalists|refugees|investors|relatives|sponsors|fans|executives|bankers)\b/u,
  /^ with (?:silence|fury|anger|protest|derision|resistance)/,
]

/** "will host Zelensky" */
function isLeader(after: string): boolean {
  const name = /^ ((?:\p{Lu}[\p{L}’'-]* ?)+)/u.exec(after)?.[1] ?? ''
  return name.split(' ').some((word) => LEADERS.has(word))
}

function isTalksVerb(sentence: string, { lower, start, end }: Token): boolean {
  const before = sentence.slice(Math.max(0, start - 100), start)
  const after = sentence.slice(end, end + 60)
  if (/^sees?$/.test(lower)) {
    return /\b(?:will|would|to) $/.test(before) && /^ (?:\p{Lu}|his|her|the)/u.test(after)
  }
  if (/^(?:receive|host)/.test(lower)) return GUESTS.test(after) || isLeader(after)
  if (/^discuss/.test(lower)) return OF_SEVERAL.test(before)
  if (/^(?:gather|assembl)/.test(lower)) return ENVOYS.test(before)
  if (/^(?:speak|spoke|talk)/.test(lower)) {
    const whom = /^ to\b/.test(after) ? after.slice(' to'.length) : ''
    const isToLeader = GUESTS.test(whom) || isLeader(whom)
    return (
      isToLeader ||
      BY_TELEPHONE.test(after) ||
      WITH_ONE_ANOTHER.test(after) ||
      OF_SEVERAL.test(before)
    )
  }
  if (lower === 'meeting' && !/\b(?:is|are|be|been) (?:\p{L}+ )?$/u.test(before)) return false
  if (/^s[ai]ts?$/.test(lower))
    return /^ (?:down|together|at the (?:negotiating )?table)\b/.test(after)
  return (
    !/^(?:meets?|met|meeting)$/.test(lower) ||
    !(NO_PARTIES.some((words) => words.test(after)) || OF_ONE_BODY.test(before))
  )
}

/** Not a noun: "the end of", "an offer". */
function isVerbal(tokens: Token[], at: number): boolean {
  return !DETERMINERS.test(tokens[at - 1]?.lower ?? '')
}

const AUXILIARIES = /^(?:be|is|are|was|were|been|has|have|had)$/
const BESIDE =
  /^(?:not|also|now|still|yet|already|just|likely|probably|to|tentatively|provisionally)$/
const WHEN_AND_WHERE = /^(?:on|in|at|from|between|by|next|this|today|tomorrow|last|scheduled|the)$/

/** "had a call", "have two meetings" */
const OWN = /^(?:an?|another|two|three|four|several|brief|long|lengthy)$/

/** "is" before "expected" is no verb of its own; "will be on 5 May" is. */
function isMainVerb(tokens: Token[], at: number): boolean {
  if (!AUXILIARIES.test(tokens[at].lower)) return isVerbal(tokens, at)
  const next = tokens.slice(at + 1, at + 4).find(({ lower }) => !BESIDE.test(lower))
  if (/^ha(?:s|ve|d)$/.test(tokens[at].lower) && OWN.test(next?.lower ?? '')) return true
  return next !== undefined && (WHEN_AND_WHERE.test(next.lower) || /^[\p{Lu}\d]/u.test(next.word))
}

/** Before a participle they make it an adjective: "20 captured soldiers". */
const DESCRIBED = /^(?:the|a|an|its|their|his|her|every|\d+)$/

function isOtherVerb(tokens: Token[], at: number): boolean {
  const { lower } = tokens[at]
  const before = tokens[at - 1]?.lower ?? ''
  if (IRREGULAR_PAST.test(lower) || PRESENT_VERBS.test(lower)) return true
  if (MODALS.test(tokens[at - 1]?.word ?? '')) return !ADVERBS.test(lower)
  if (/^\p{Ll}{3,}ing$/u.test(lower)) return !ENDING_IN_ING.test(lower)
  if (/^\p{Ll}{2,}ed$/u.test(lower) && DESCRIBED.test(before)) return false
  if (/^\p{Ll}{2,}ed$/u.test(lower)) return !ENDING_IN_ED.test(lower) || AUXILIARIES.test(before)
  return before === 'to' && /^\p{Ll}{2,}$/u.test(lower) && !NO_INFINITIVES.test(lower)
}
