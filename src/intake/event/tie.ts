/** Which date belongs to what: to an event, to the day on which something was said, or to neither. */
import type { DatePhrase } from '../date/phrase.ts'
import { type Reading, stretchStart } from './clause.ts'
import { type EventTie, eventTie } from './event-tie.ts'
import { describedNoun, governingHead } from './governing.ts'
import { type Head, isNoun } from './head.ts'
import { nounTie } from './noun-tie.ts'
import { demandTie, isGivenLength, isIssueDay, isOfProceedings } from './ultimatum.ts'
import { describesThing, isDenied, isSetBefore } from './untracked.ts'
import { deliveryTie, isThreatened, verbTie } from './verb-tie.ts'

/** `said`: the day of a word; `issued`: the day on which an ultimatum was given. */
export type Tie = { role: 'said' } | { role: 'issued' } | EventTie

/** What each date of a sentence belongs to; null for what is not tracked. */
export function tiesOf(reading: Reading): (Tie | null)[] {
  const ties: (Tie | null)[] = []
  for (const [index, phrase] of reading.phrases.entries()) {
    const before = ties.at(-1)
    const isListed = before?.role === 'event' && continuesList(reading, index)
    const tie = isListed ? before : tieOf(reading, phrase)
    ties.push(tie?.role === 'event' ? { ...tie, at: phrase.start } : tie)
  }
  return ties
}

/** "on 16 May and 2 June": two dates of one kind of event. */
function continuesList({ sentence, phrases }: Reading, index: number): boolean {
  const [last, phrase] = [phrases[index - 1], phrases[index]]
  const gap = sentence.slice(last.end, phrase.start)
  const isJoined = /^(?:,| and|, and|,? then| or)\s*(?:again )?$/.test(gap)
  return isJoined && last.piece.form === phrase.piece.form
}

function tieOf(reading: Reading, phrase: DatePhrase): Tie | null {
  if (phrase.bound === 'since' || isDenied(reading, phrase)) return null
  const described = describedNoun(reading, phrase)
  if (described) return nounTie(reading, phrase, described)
  const head = governingHead(reading, phrase)
  if (!head || describesThing(reading, phrase)) return null
  if (isGivenLength(reading, phrase)) {
    const kind = isOfProceedings(reading, phrase) ? 'deadline' : 'ultimatum'
    return eventTie(kind, head, null, false)
  }
  const { piece } = phrase
  const isPoint = piece.form !== 'count' || piece.use === 'ahead' || piece.use === 'ago'
  return isPoint ? headTie(reading, phrase, head) : null
}

function headTie(reading: Reading, phrase: DatePhrase, head: Head): Tie | null {
  if (head.form === 'saying') return { role: 'said' }
  const delivered = deliveryTie(reading, isNoun(head) ? (verbOver(reading, head) ?? head) : head)
  if (delivered) return delivered
  if (isExtended(reading, phrase)) return eventTie('deadline', head, null, false)
  if (isSetBefore(reading, head)) return null
  if (isIssueDay(reading, phrase, head)) return { role: 'issued' }
  if (isThreatened(reading, phrase, head)) return eventTie('ultimatum', head, null, false)
  const demand = head.form.startsWith('talks') ? null : demandTie(reading, phrase)
  if (demand) return eventTie(demand, head, null, false)
  return isNoun(head) ? nounTie(reading, phrase, head) : verbTie(reading, phrase, head)
}

/** The verb that a noun stands with: "will give its ruling". */
function verbOver({ heads, sentence }: Reading, noun: Head): Head | undefined {
  const start = stretchStart(sentence, noun.start)
  return heads.findLast((head) => !isNoun(head) && head.start >= start && head.end <= noun.start)
}

/** "has extended its licence to operate until August" */
function isExtended({ sentence, heads, tokens }: Reading, { bound, start }: DatePhrase): boolean {
  const from = stretchStart(sentence, start)
  const isVerb = ({ at }: Head) => /^(?:extend|prolong|renew)/.test(tokens[at].lower)
  return (
    bound === 'until' &&
    heads.some((head) => head.start >= from && head.end <= start && isVerb(head))
  )
}
