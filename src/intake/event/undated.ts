/** Events of which a sentence says that they have no date, or that they are still being prepared. */
import type { Kind } from '../../deadline/deadline.ts'
import type { Token } from '../token.ts'
import type { Reading } from './clause.ts'
import { type EventTie, eventTie } from './event-tie.ts'
import type { Head } from './head.ts'
import type { Tie } from './tie.ts'

/** That an event has no date. */
const NO_DATE = [
  /** "no firm date", "without naming a date" */
  /\bno (?:new |firm |exact |specific |definite |fixed |precise |final )?(?:date|time|day|timetable|schedule)s?\b/i,
  /\bwithout (?:a |an |any |giving a |setting a |naming a )(?:\p{L}+ )?(?:date|timetable)\b/iu,
  /** "the date has not been set", "the time is yet to be agreed", "the day will be announced later" */
  /\b(?:dates?|time|timing|day|place)\b[^.;]{0,60}\b(?:not (?:yet )?been|yet to be|not yet|still (?:to be|being)|not known|was not given)\b/i,
  /\b(?:dates?|time|timing|day|place)\b[^.;]{0,60}\b(?:remained? to be|remains? (?:to be|open|unclear|undecided))\b/i,
  /\b(?:date|time|day|place)\b[^.;]{0,60}\bwill be (?:announced|set|fixed|agreed|decided) (?:later|in due course)\b/i,
  /** "had not yet been agreed" */
  /\b(?:has|have|had) (?:not (?:yet )?been|yet to be) (?:set|fixed|agreed|scheduled|decided|arranged|finali[sz]ed|settled)\b/i,
  /** "no further talks have been scheduled" */
  /\bno (?:further |new |other )?(?:talks|meetings?|rounds?|negotiations|summit)\b[^,.;]{0,50} (?:has|have|had|is|are|was|were) (?:yet )?(?:been )?(?:scheduled|planned|set|fixed|arranged)\b/i,
]

/** That an event is being prepared, planned or proposed. */
const PREPARED = [
  /\b(?:is|are|was|were)(?: \p{Ll}+)? (?:being|under) (?:prepared|planned|arranged|organi[sz]ed|worked out|preparation)\b/iu,
  /\b(?:is|are|was|were)(?: \p{Ll}+)? (?:planned|foreseen|envisaged)\b/iu,
  /\bin preparation\b|\bpreparations (?:for|are|were)\b/i,
  /\b(?:is|are|was|were) (?:preparing|planning|working on)\b/i,
  /\b(?:plans?|planned) (?:to (?:hold|host|meet|arrange|organi[sz]e|resume)|for|a|an|another)\b/i,
  /(?<!\b(?:the|a|an|its|his|her|their|this|that|any) )\b(?:proposed|proposes|suggested|offered|invited)\b/i,
]

const NOT_PLANNED =
  /\bno plans?\b|\bruled out\b|\bpostponed\b|\bcancel?led\b|\bcalled off\b|\bnot (?:planning|planned)\b/i

/** The event that a sentence leaves undated; null where there is none, or where it has a date. */
export function undatedEvent(reading: Reading, ties: (Tie | null)[]): EventTie | null {
  const { sentence, heads, tokens } = reading
  const isDated = ties.some((tie) => tie?.role === 'event')
  if (isDated || NOT_PLANNED.test(sentence)) return null
  const none = NO_DATE.map((words) => words.exec(sentence)).find((found) => found !== null)
  if (!none && !PREPARED.some((words) => words.test(sentence))) return null
  const event =
    heads.find(({ form }) => /^(?:talks-noun|dated-noun)$/.test(form)) ??
    heads.find(({ form }) => form === 'talks-verb')
  if (!event) return none ? lastEvent(reading, none) : null
  if (!none && (event.tense === 'past' || isMentioned(sentence, event))) return null
  return undated(kindOf(event, tokens), event, event)
}

/** "since the talks": no word on what is prepared. */
function isMentioned(sentence: string, { start }: Head): boolean {
  return /\b(?:after|since|during|at|following)\s+(?:\S+\s+){0,3}$/.test(
    sentence.slice(Math.max(0, start - 40), start),
  )
}

function kindOf({ form, at }: Head, tokens: Token[]): Kind | 'same' {
  if (form !== 'dated-noun') return 'talks'
  return /^deadline/.test(tokens[at].lower) ? 'same' : 'deadline'
}

/** "No date has been fixed": for what was told of last. */
function lastEvent(reading: Reading, none: RegExpExecArray): EventTie | null {
  const head = reading.heads.at(-1)
  const isDate = /\bdates?\b/i.test(none[0])
  return head && isDate && isAllThatIsSaid(reading, none.index) ? undated('same', head, null) : null
}

/** Whether nothing but the speaker stands before: what has no date is then what was told of last. */
function isAllThatIsSaid({ sentence, attributions }: Reading, index: number): boolean {
  const said = attributions.findLast(({ matter, end }) => matter === 'after' && end <= index)
  return sentence.slice(said?.end ?? 0, index).trim().length < 20
}

function undated(kind: Kind | 'same', head: Head, noun: Head | null): EventTie {
  return { ...eventTie(kind, head, noun, false), doubtful: false }
}
