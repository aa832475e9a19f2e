/** Where a sentence says who said it: "…, the Kremlin said", "Zelensky told reporters that …". */
import type { DatePhrase } from '../date/phrase.ts'
import type { Token } from '../token.ts'

export interface Attribution {
  /** The words that name the speaker; empty where it is whoever spoke before in the sentence. */
  speaker: string
  /** Where the whole attribution begins and its verb ends, in characters. */
  start: number
  end: number
  /** Whether the matter stands after the verb, or before the speaker. */
  matter: 'after' | 'before'
}

const SAYING = new Set(
  `said says say saying told tells telling announced announces announcing confirmed confirms confirming
  added adds adding warned warns warning declared declares stated insisted insists insisting reported
  wrote writes tweeted posted noted noting acknowledged conceded admitted denied denies claimed replied
  answered recalled stressed emphasised emphasized explained suggested hinted predicted promised vowed
  pledged revealed disclosed indicated reiterated repeated remarked commented argued maintained
  signalled signaled informed cautioned testified responded asserted affirmed estimated
  complained`.split(/\s+/),
)
const AUXILIARY =
  /^(?:has|have|had|just|also|later|earlier|then|again|previously|meanwhile|publicly|already|repeatedly|have|subsequently|separately|since|himself|herself|itself|nevertheless|only|did|not|formally|officially|first|now|declined|refused|to|would|could)$/
/** After these a verb of saying has no subject: "was told", "as saying". */
const NO_SUBJECT = /^(?:is|are|was|were|be|been|being|'s|as)$/
const BREAK = /^[,;:—–“”"()«»]$|^--?$/
const CONJUNCTION =
  /^(?:and|but|while|as|that|because|although|though|when|where|which|who|after|before|if|or|so)$/
const FINITE =
  /\b(?:will|would|is|are|was|were|has|have|had|must|can|could|may|might|should|shall|did|does|do|met|took|began|held|came|went|gave|made|left|fell|broke|hit|won|lost|\p{Ll}{2,}ed|spoke|sat|saw|expires?|ends?|begins?|starts?|meets?|takes?|runs?|comes|goes|enters|opens|holds|lapses|votes|closes|resumes|continues|follows|leaves|remains|stands)\b/u

export function isSaying(token: Token): boolean {
  return SAYING.has(token.lower)
}

/** The attributions of a sentence, in order. */
export function attributionsIn(
  sentence: string,
  tokens: Token[],
  phrases: DatePhrase[],
): Attribution[] {
  const said = tokens.flatMap((token, at) => {
    if (!isSaying(token) || isWithoutSubject(tokens, at)) return []
    return attributionAt(sentence, tokens, phrases, at) ?? []
  })
  const all = [...said, ...accordingTo(sentence), ...quotedAsSaying(sentence)].sort(
    (a, b) => a.start - b.start,
  )
  const outside = all.filter(({ end }) => !isQuoted(sentence, end))
  return outside.length > 0 ? outside : all
}

/** What is said within a quotation is part of it. */
function isQuoted(sentence: string, position: number): boolean {
  const before = sentence.slice(0, position)
  const opened = before.lastIndexOf('“') > before.lastIndexOf('”')
  return opened || (before.match(/"/g)?.length ?? 0) % 2 === 1
}

function isWithoutSubject(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower.endsWith('ly') ? tokens[at - 2] : tokens[at - 1]
  return NO_SUBJECT.test(before?.lower ?? '')
}

function attributionAt(sentence: string, tokens: Token[], phrases: DatePhrase[], at: number) {
  const inverted = invertedSpeaker(sentence, tokens, at)
  if (inverted) return inverted
  const last = subjectEnd(tokens, phrases, at - 1)
  if (last > 0 && /^(?:and|but)$/.test(tokens[last].lower))
    return sharedAttribution(sentence, tokens[at])
  const first = subjectStart(sentence, tokens, phrases, last)
  if (/^(?:which|whom)$/.test(tokens[first - 1]?.lower ?? '')) return null
  const start = tokens[first]?.start ?? tokens[at].start
  const speaker = last >= first ? sentence.slice(start, tokens[last].end) : ''
  const { end } = tokens[at]
  const isAfterBreak = first > 0 && BREAK.test(tokens[first - 1].word)
  const isLast = isAfterBreak && isStatement(sentence.slice(0, start)) && !hasMatter(sentence, end)
  const matter: Attribution['matter'] = isLast ? 'before' : 'after'
  return { speaker, start, end, matter }
}

/** The words of a verb's subject; empty where it has none right before it. */
export function subjectBefore(
  sentence: string,
  tokens: Token[],
  phrases: DatePhrase[],
  at: number,
): string {
  const last = subjectEnd(tokens, phrases, at - 1)
  const first = subjectStart(sentence, tokens, phrases, last)
  return last >= first ? sentence.slice(tokens[first].start, tokens[last].end) : ''
}

/** Whether a verb of saying is followed by what is said rather than by when and where. */
function hasMatter(sentence: string, end: number): boolean {
  const rest = sentence.slice(end, end + 200)
  const clause = /^[^,;—“"”.]*/.exec(rest)?.[0] ?? ''
  if (/^,? ?[“"]/.test(rest.trimStart()) || /^[:] /.test(rest)) return true
  return /^ that\b/.test(clause) || FINITE.test(clause.replace(MADE_PUBLIC, ''))
}

/** "Baker met Aziz on Monday and said that …": the subject of the verb before. */
function sharedAttribution(sentence: string, { start, end }: Token): Attribution {
  const verb = FINITE.exec(sentence)
  const speaker = verb && verb.index < start ? sentence.slice(0, verb.index).trim() : ''
  return { speaker, start, end, matter: 'after' }
}

/** Whether what stands before a speaker can be what he says, and is not "In Kyiv,". */
function isStatement(before: string): boolean {
  return FINITE.test(before) || before.trim().length > 40
}

/** "said in a letter published on Monday": when and where, not what. */
const MADE_PUBLIC =
  /\b(?:published|released|issued|posted|broadcast|televised|aired|carried|obtained|circulated|recorded|dated|addressed)\b/g

/** "…," said Omar Touray, the president of its commission. */
function invertedSpeaker(sentence: string, tokens: Token[], at: number): Attribution | null {
  const before = tokens[at - 1]
  if (!before || !/^[,”"»]$/.test(before.word) || /^(?:told|tells)$/.test(tokens[at].lower))
    return null
  const rest = sentence.slice(tokens[at].end)
  const speaker =
    /^ (?!that\b|it\b|they\b|he\b|she\b|(?:in|on|at|after|during|before|late|early|earlier|yesterday|today|last|this|through|via|by|from|to|when|as|while|again|later|separately)\b)[^;—“"”]*?(?=, (?:adding|in|who said)|[;—“"”]|\.?$)/.exec(
      rest,
    )?.[0]
  if (
    !speaker ||
    FINITE.test(speaker.split(', ')[0]) ||
    !/^ (?:the |a |an |one |two )?\S/.test(speaker)
  ) {
    return null
  }
  if (!FINITE.test(sentence.slice(0, tokens[at].start))) return null
  const words = speaker
    .trim()
    .replace(/ (?:on|in|at|after|during|late|early|yesterday|today|last) .*$/, '')
  return { speaker: words, start: tokens[at].start, end: tokens[at].end, matter: 'before' }
}

/** Back over "has just" and "on Monday", which stand between the speaker and the verb. */
function subjectEnd(tokens: Token[], phrases: DatePhrase[], from: number): number {
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
function subjectStart(
  sentence: string,
  tokens: Token[],
  phrases: DatePhrase[],
  last: number,
): number {
  if (last < 0) return 0
  const open = (from: number) => afterBreak(tokens, phrases, from)
  if (tokens[last].word !== ',') return withPartner(sentence, tokens, open, open(last))
  const opened = afterBreak(tokens, [], last - 1)
  const isRelative = /^(?:who|which|whose)$/.test(tokens[opened - 1]?.lower ?? '')
  const apposition = isRelative ? opened - 1 : opened
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
  return isName && !FINITE.test(words) && partner < first - 1 ? partner : first
}

/** Back to the nearest mark, conjunction or date. */
function afterBreak(tokens: Token[], phrases: DatePhrase[], from: number): number {
  let at = from
  while (at > 0 && !breaks(tokens[at - 1], phrases)) at -= 1
  return Math.max(at, 0)
}

function breaks(token: Token, phrases: DatePhrase[]): boolean {
  if (BREAK.test(token.word) || CONJUNCTION.test(token.lower) || isSaying(token)) return true
  return phrases.some(({ start, end }) => token.start >= start && token.end <= end)
}

function accordingTo(sentence: string): Attribution[] {
  return [
    ...sentence.matchAll(
      /\b[Aa]ccording to ((?:[^,.;“”"—]|\.(?=\S))+(?:, (?:the|a|an|who) [^,.;“”"—]+)?)/g,
    ),
  ].map((found) => ({
    speaker: found[1],
    start: found.index,
    end: found.index + found[0].length,
    matter: found.index === 0 ? ('after' as const) : ('before' as const),
  }))
}

/** State television quoted Zarif as saying that …: his words. */
function quotedAsSaying(sentence: string): Attribution[] {
  const quoted =
    /\bquoted ([^,.;“”"]{2,80}?) as (?:saying|telling \S+)|([^,.;“”"]{2,80}?) (?:was|were) quoted (?:by [^,.;]{2,60}? )?as (?:saying|telling \S+)/g
  return [...sentence.matchAll(quoted)].map((found) => ({
    speaker: found[1] ?? found[2],
    start: found.index,
    end: found.index + found[0].length,
    matter: 'after' as const,
  }))
}
