/** Whether a sentence has its speaker take part in the talks it tells of. */
import { type Sides, sidesIn } from './allegiance.ts'
import type { Speaker } from './speaker.ts'
import { STATES } from './states.ts'

const SELF =
  /\b(?:he|she|I) (?:\p{Ll}+ ){0,2}(?:would|will|had|met|was|is|were|are|hoped?|expects?|expected)\b|\b(?:his|her|its) (?:\p{L}+ ){0,3}(?:counterpart|opposite number)/u
/** As a leader's spokesman speaks of him. */
const LEADER =
  /\bthe (?:prime minister|president|minister|chancellor|king|leader|premier) (?:would|will|is|was|had)\b/
const US = /\b(?:our|us|we|We|Our)\b/
/** A body of several states, */
const GROUP =
  /\b(?:Group|G-?\d+|(?:three|four|five|six|seven)-(?:party|way|power|nation)|[Bb]locs?|[Aa]lliance|nations|members|[Cc]ommunity|[Ll]eague|[Uu]nion|[Cc]oalition|EU|NATO|Nato|ASEAN|BRICS|Quad|OPEC|ECOWAS)\b/
/** and several that are told of together. */
const SEVERAL = /\b(?:European|countries of|states of|foreign ministers of|leaders of the)\b/

/**
 * Whether the speaker takes part by his own words: "we will meet", or after the verb of saying "he
 * would meet his Turkish counterpart". Before it, "his" is whoever the sentence tells of.
 */
export function speaksOfSelf(
  clause: string,
  { description }: Speaker,
  isAfterVerb: boolean,
): boolean {
  const isForLeader = /spokes|office|secretary|aide|adviser/i.test(description)
  return (
    US.test(clause) || (isAfterVerb && (SELF.test(clause) || (isForLeader && LEADER.test(clause))))
  )
}

/** Whether many meet, of whom the speaker's state may be one though none is named. */
export function isOfMany(clause: string, sides: Sides): boolean {
  const states = [...sides].filter((side) => STATES.has(side) && !UNIONS.has(side))
  const isMany = GROUP.test(clause) || (states.length < 2 && SEVERAL.test(clause))
  return isMany && !/\b(?:two|both)\b/i.test(clause)
}

const UNIONS = new Set(['European Union', 'NATO', 'African Union', 'Arab League', 'United Nations'])

const PARTNERS =
  /\b(?:talks|meeting|round|summit|negotiations|call|consultations) with (?:the )?\p{Lu}[\p{L}’'-]*(?:(?:, | and | )(?:the )?\p{Lu}[\p{L}’'-]*)*/gu

/** "The talks with Britain and France will be held": the speaker is the other side. */
export function isWithOthers(clause: string, sides: Sides): boolean {
  const partners = sidesIn([...clause.matchAll(PARTNERS)].map(([found]) => found).join(' '))
  return sides.size > 0 && [...sides].every((side) => partners.has(side))
}
