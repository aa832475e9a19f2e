/** The words of a verb's subject, and where they begin and end. */
import type { DatePhrase } from '../date/phrase.ts'
import type { Token } from '../token.ts'
import { STATES } from './states.ts'

const SAYING = new Set(
  `said says say saying told tells telling announced announces announcing confirmed confirms confirming
  added adds adding warned warns warning declared declares stated insisted insists insisting reported
  wrote writes tweeted posted noted noting acknowledged conceded admitted denied denies claimed replied
  answered recalled stressed emphasised emphasized explained suggested hinted predicted promised vowed
  pledged revealed disclosed indicated reiterated repeated remarked commented argued maintained
  signalled signaled informed cautioned testified responded asserted affirmed estimated
  complained`.split(/\s+/),
)

export function isSaying(token: Token): boolean {
  return SAYING.has(token.lower)
}

const AUXILIARY =
  /^(?:has|have|had|just|also|later|earlier|then|again|previously|meanwhile|publicly|already|repeatedly|have|subsequently|separately|since|himself|herself|itself|nevertheless|only|did|not|formally|officially|first|now|declined|refused|to|will|would|could)$/
const BREAK = /^[,;:—–“”"()«»]$|^--?$/
const CONJUNCTION =
  /^(?:and|but|while|as|that|because|although|though|when|where|which|who|after|before|if|or|so)$/
/** A verb that makes a clause of the words around it. */
export const FINITE = new RegExp(
  `\\b(?:${[
    'will|would|is|are|was|were|has|have|had|must|can|could|may|might|should|shall|did|does|do',
    'met|took|began|held|came|went|gave|made|left|fell|broke|hit|won|lost|spoke|sat|saw',
    'expires?|ends?|begins?|starts?|meets?|takes?|runs?|comes|goes|enters|opens|holds|lapses',
    'votes|closes|resumes|continues|follows|leaves|remains|stands',
    '\\p{Ll}{2,}ed',
  ].join('|')})\\b`,
  'u',
)

const PRONOUN = /^(?:he|she|it|they)$/

/** The words of a verb's subject; empty where it has none right before it. */
export function subjectBefore(
  sentence: string,
  tokens: Token[],
  phrases: DatePhrase[],
  at: number,
): string {
  const last = beforeAside(tokens, subjectEnd(tokens, phrases, at - 1))
  if (last > 0 && /^(?:and|but)$/.test(tokens[last].lower)) {
    const verb = firstVerb(tokens, last)
    return verb > 0 ? subjectBefore(sentence, tokens, phrases, verb) : ''
  }
  if (last > 0 && PRONOUN.test(tokens[last].lower)) {
    const verb = firstVerb(tokens, last)
    return verb > 0 ? subjectBefore(sentence, tokens, phrases, verb) : tokens[last].word
  }
  if (last > 1 && tokens[last].lower === 'which' && tokens[last - 1].word === ',') {
    const start = subjectStart(sentence, tokens, phrases, last - 2)
    return sentence.slice(tokens[start].start, tokens[last - 2].end)
  }
  const first = subjectStart(sentence, tokens, phrases, last)
  return last >= first ? sentence.slice(tokens[first].start, tokens[last].end) : ''
}

/** "The Council, in a resolution adopted on Friday, gave": back over the aside. */
function beforeAside(tokens: Token[], last: number): number {
  if (tokens[last]?.word !== ',') return last
  const comma = tokens.findLastIndex(({ word }, at) => at < last && word === ',')
  return comma > 0 && ASIDE.test(tokens[comma + 1].lower) ? comma - 1 : last
}

const ASIDE = /^(?:in|at|on|after|through|under|by|during|following|speaking)$/

/** Of "X gave … and demanded" the verb that has the subject of both; -1 where there is none. */
function firstVerb(tokens: Token[], before: number): number {
  return tokens.findIndex(({ word }, at) => at < before && (FINITE.test(word) || SAYING.has(word)))
}

/** Back over "has just" and "on Monday", which stand between the speaker and the verb. */
export function subjectEnd(tokens: Token[], phrases: DatePhrase[], from: number): number {
  let at = from
  while (at >= 0) {
    const token = tokens[at]
    const phrase = phrases.find(({ start, end }) => token.start >= start && token.end <= end)
    if (!AUXILIARY.test(token.lower) && !phrase) return at
    at -= 1
  }
  return at
}

/** The first token of the speaker's words: with "X, the minister, said", that of X. */
export function subjectStart(
  sentence: string,
  tokens: Token[],
  phrases: DatePhrase[],
  last: number,
): number {
  if (last < 0) return 0
  const open = (from: number) => afterBreak(tokens, phrases, from)
  if (tokens[last].word !== ',') {
    const first = open(last)
    const isWho = first > 1 && tokens[first - 1].lower === 'who' && !isBreak(tokens[first - 2])
    return withPartner(sentence, tokens, open, isWho ? open(first - 2) : first)
  }
  const opened = afterBreak(tokens, [], last - 1)
  const isRelative = /^(?:who|which|whose)$/.test(tokens[opened - 1]?.lower ?? '')
  const relative = isRelative ? opened - 1 : opened
  const isDescribing = isRelative && relative > 1 && !isBreak(tokens[relative - 1])
  const apposition = isDescribing ? open(relative - 1) : relative
  if (apposition === 0 || tokens[apposition - 1].word !== ',') return apposition
  const first = open(apposition - 2)
  const head = sentence.slice(tokens[first].start, tokens[apposition].start)
  return FINITE.test(head) && !/^who /.test(head) ? apposition : first
}

/** "Britain and France said": both, unless what stands before "and" has a verb of its own. */
function withPartner(
  sentence: string,
  tokens: Token[],
  open: (from: number) => number,
  first: number,
): number {
  if (first < 2 || tokens[first - 1].lower !== 'and') return first
  const partner = open(first - 2)
  const words = sentence.slice(tokens[partner].start, tokens[first - 1].start)
  const isName = /^(?:the )?\p{Lu}[^,]*$/u.test(words.trim())
  if (!isName || FINITE.test(words) || partner >= first - 1) return first
  return withList(sentence, tokens, open, partner)
}

/** "Spain, France and Germany": back over further states. */
function withList(
  sentence: string,
  tokens: Token[],
  open: (from: number) => number,
  from: number,
): number {
  if (from < 2 || tokens[from - 1].word !== ',') return from
  const earlier = open(from - 2)
  const words = sentence.slice(tokens[earlier].start, tokens[from - 1].start)
  return STATES.has(words.replace(/^the /i, '')) ? withList(sentence, tokens, open, earlier) : from
}

/** Back to the nearest mark, conjunction or date. */
function afterBreak(tokens: Token[], phrases: DatePhrase[], from: number): number {
  let at = from
  while (at > 0 && !breaks(tokens[at - 1], phrases)) at -= 1
  return Math.max(at, 0)
}

function breaks(token: Token, phrases: DatePhrase[]): boolean {
  if (isBreak(token) || CONJUNCTION.test(token.lower) || isSaying(token)) return true
  return phrases.some(({ start, end }) => token.start >= start && token.end <= end)
}

/** A comma, a dash, a bracket, a quotation mark. */
export function isBreak({ word }: Token): boolean {
  return BREAK.test(word)
}
