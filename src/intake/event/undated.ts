/** Events of which a sentence says that they have no date, or that they are still being prepared. */
import type { Reading } from './clause.ts'
import type { EventTie } from './event-tie.ts'
import type { Head } from './head.ts'
import type { Tie } from './tie.ts'

const NO_DATE = new RegExp(
  [
    /\bno (?:new |firm |exact |specific |definite |fixed |precise |final )?(?:date|time|day|timetable|schedule)s?\b/,
    /\bwithout (?:a |an |any |giving a |setting a |naming a )(?:\p{L}+ )?(?:date|timetable)\b/u,
    /\b(?:date|dates|time|timing|day|place)\b[^.;]{0,60}\b(?:not (?:yet )?been|yet to be|not yet|still to be|still being|remained? to be|remains? (?:open|unclear|undecided)|not known|was not given)\b/,
    /\b(?:has|have|had) (?:not (?:yet )?been|yet to be) (?:set|fixed|agreed|scheduled|decided|arranged|finali[sz]ed|settled)\b/,
    /\bno (?:further |new |other )?(?:talks|meetings?|rounds?|negotiations|summit)\b[^,.;]{0,50} (?:has|have|had|is|are|was|were) (?:yet )?(?:been )?(?:scheduled|planned|set|fixed|arranged)\b/,
    /\b(?:date|time|day|place)\b[^.;]{0,60}\bwill be (?:announced|set|fixed|agreed|decided) (?:later|in due course)\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'iu',
)
const PREPARED = new RegExp(
  [
    /\b(?:is|are|was|were)(?: \p{Ll}+)? (?:(?:being |under )(?:prepared|planned|arranged|organi[sz]ed|worked out|preparation)|planned|foreseen|envisaged)\b/u,
    /\bin preparation\b|\bpreparations (?:for|are|were)\b/,
    /\b(?:is|are|was|were) (?:preparing|planning|working on)\b|\b(?:plans?|planned) (?:to (?:hold|host|meet|arrange|organi[sz]e|resume)|for|a|an|another)\b/,
    /(?<!\b(?:the|a|an|its|his|her|their|this|that|any) )\b(?:proposed|proposes|suggested|offered|invited)\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'iu',
)

/** The event that a sentence leaves undated; null where there is none, or where it has a date. */
export function undatedEvent(reading: Reading, ties: (Tie | null)[]): EventTie | null {
  if (ties.some((tie) => tie?.role === 'event')) return null
  const { sentence, heads, tokens } = reading
  const says = NO_DATE.exec(sentence) ?? PREPARED.exec(sentence)
  if (
    !says ||
    /\bno plans?\b|\bruled out\b|\bpostponed\b|\bcancel?led\b|\bcalled off\b|\bnot (?:planning|planned)\b/i.test(
      sentence,
    )
  )
    return null
  const isFirm = NO_DATE.test(sentence)
  const event =
    heads.find(({ form }) => /^(?:talks-noun|dated-noun)$/.test(form)) ??
    heads.find(({ form }) => form === 'talks-verb')
  if (!event)
    return /\bdates?\b/i.test(says[0]) && isAllThatIsSaid(reading, says.index)
      ? sameEvent(heads)
      : null
  if (
    !isFirm &&
    (event.tense === 'past' ||
      /\b(?:after|since|during|at|following)\s+(?:\S+\s+){0,3}$/.test(
        sentence.slice(Math.max(0, event.start - 40), event.start),
      ))
  )
    return null
  const kind =
    event.form === 'dated-noun'
      ? /^deadline/.test(tokens[event.at].lower)
        ? 'same'
        : 'deadline'
      : 'talks'
  return {
    role: 'event',
    kind,
    past: false,
    doubtful: false,
    head: event,
    noun: event,
    at: event.start,
  }
}

/** Whether nothing but the speaker stands before: what has no date is then what was told of last. */
function isAllThatIsSaid({ sentence, attributions }: Reading, index: number): boolean {
  const said = attributions.findLast(({ matter, end }) => matter === 'after' && end <= index)
  return sentence.slice(said?.end ?? 0, index).trim().length < 20
}

/** "No date has been fixed": for what was told of last. */
function sameEvent(heads: Head[]): EventTie | null {
  const head = heads.at(-1)
  if (!head) return null
  return {
    role: 'event',
    kind: 'same',
    past: false,
    doubtful: false,
    head,
    noun: null,
    at: head.start,
  }
}
