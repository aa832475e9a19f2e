/** Where a sentence says who said it: "…, the Kremlin said", "Zelensky told reporters that …". */
import { MONTH, WEEKDAY } from '../date/names.ts'
import type { DatePhrase } from '../date/phrase.ts'
import type { Token } from '../token.ts'
import { FINITE, isBreak, isSaying, subjectEnd, subjectStart } from './subject.ts'

export interface Attribution {
  /** The words that name the speaker; empty where it is whoever spoke before in the sentence. */
  speaker: string
  /** Where the whole attribution begins and its verb ends, in characters. */
  start: number
  end: number
  /** Whether the matter stands after the verb, or before the speaker. */
  matter: 'after' | 'before'
  /** Whether the speaker's words stand there, and not with an earlier verb. */
  own: boolean
}

/** After these a verb of saying has no subject: "was told", "as saying". */
const NO_SUBJECT = /^(?:is|are|was|were|be|been|being|'s|as)$/
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
  const cited = citing(sentence)
  const first = cited.length > 0 ? said.filter(({ end }) => end > cited[0].start) : said
  const all = [...first, ...cited, ...accordingTo(sentence), ...quotedAsSaying(sentence)].sort(
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
  const isAfterBreak = first > 0 && isBreak(tokens[first - 1])
  const isLast = isAfterBreak && isStatement(sentence.slice(0, start)) && !hasMatter(sentence, end)
  const matter: Attribution['matter'] = isLast ? 'before' : 'after'
  return { speaker, start, end, matter, own: true }
}

/** Whether a verb of saying is followed by what is said rather than by when and where. */
function hasMatter(sentence: string, end: number): boolean {
  const rest = sentence.slice(end, end + 200)
  const clause = /^[^,;—“"”.]*/.exec(rest)?.[0].replace(OCCASION, '').replace(IN_WHAT, '') ?? ''
  if (/^,? ?[“"]/.test(rest.trimStart()) || /^[:] /.test(rest)) return true
  return /^ that\b/.test(clause) || FINITE.test(clause.replace(MADE_PUBLIC, ''))
}

/** "Baker met Aziz on Monday and said that …": the subject of the verb before. */
function sharedAttribution(sentence: string, { start, end }: Token): Attribution {
  const verb = FINITE.exec(sentence)
  const speaker = verb && verb.index < start ? sentence.slice(0, verb.index).trim() : ''
  return { speaker, start, end, matter: 'after', own: false }
}

/** Whether what stands before a speaker can be what he says, and is not "In Kyiv,". */
function isStatement(before: string): boolean {
  return FINITE.test(before) || PRESENT.test(before) || before.trim().length > 40
}

/** Of several; as a rule these are other words too. */
const PRESENT = /\b(?:begin|start|resume|open|continue|close|go|hold)\b/

/** "said after the two spoke". */
const OCCASION = /^(?: \p{L}+){0,4} (?:after|before|when|while|following)\b.*$/u

/** "said in a proclamation signed at": where, not what. */
const IN_WHAT = /^(?: \p{L}+){0,2} in an? (?:\p{L}+ ){1,3}?\p{Ll}+(?:ed|en)\b/u

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
    FINITE.test(speaker.split(/, | who /)[0]) ||
    !/^ (?:the |a |an |one |two )?\S/.test(speaker)
  ) {
    return null
  }
  if (!FINITE.test(sentence.slice(0, tokens[at].start))) return null
  if (CALENDAR.test(speaker)) return null
  const words = speaker
    .trim()
    .replace(/ (?:on|in|at|after|during|late|early|yesterday|today|last) .*$/, '')
  return {
    speaker: words,
    start: tokens[at].start,
    end: tokens[at].end,
    matter: 'before',
    own: true,
  }
}

/** "announced Saturday": a day, and nobody. */
const CALENDAR = new RegExp(`^ (?:${WEEKDAY}|${MONTH})\\b`)

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
    own: true,
  }))
}

/** "Reuters reported, citing two officials": their word. */
function citing(sentence: string): Attribution[] {
  const cited = /, (?:citing|quoting) ((?:[^,.;“”"—]|\.(?=\S))+)/g
  return [...sentence.matchAll(cited)].map((found) => ({
    speaker: found[1],
    start: found.index,
    end: found.index + found[0].length,
    matter: 'before' as const,
    own: true,
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
    own: true,
  }))
}
