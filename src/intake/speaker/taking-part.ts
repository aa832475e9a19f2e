/** Whether a sentence has its speaker take part in the talks it tells of. */
import { type Sides, sidesIn } from './allegiance.ts'
import { NEUTRAL } from './hosts.ts'
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
  /\b(?:Group|G-?\d+|(?:three|four|five|six|seven)-(?:party|way|power|nation)|[Bb]locs?|[Aa]lliance|nations|powers|members|[Cc]ommunity|[Ll]eague|[Uu]nion|[Cc]oalition|EU|NATO|Nato|ASEAN|BRICS|Quad|Security Council|OPEC\+?|ECOWAS|SADC|IGAD|Mercosur|Commonwealth)(?![\p{L}\d])/u
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
  /\b(?:talks|meeting|round|summit|negotiations|call|consultations|pact|deal|agreement|accord|treaty|truce|ceasefire|exchange|swap|border) with (?:the )?\p{Lu}[\p{L}’'-]*(?:(?:, | and | )(?:the )?\p{Lu}[\p{L}’'-]*)*/gu

/** "a meeting with the president" */
const PARTNER_BY_ROLE =
  /\b(?:talks|meeting|summit|negotiations|call|consultations) with (?:the|his|her) (?:\p{L}+ ){0,2}(?:president|premier|chancellor|minister|king|leader|counterpart)\b/u

/** "The talks with Britain and France will be held": the speaker is the other side. */
export function isWithOthers(clause: string, sides: Sides): boolean {
  const partners = sidesIn([...clause.matchAll(PARTNERS)].map(([found]) => found).join(' '))
  if (sides.size === 0) return PARTNER_BY_ROLE.test(clause)
  return [...sides].every((side) => partners.has(side))
}

const GATHERING =
  /\b(?:[Cc]ouncil|[Ll]eaders|heads of (?:state|government)|[Mm]inisters|chiefs|[Ss]ummit|[Aa]ssembly|[Mm]ember states|members|ambassadors|envoys|[Cc]ommittee|[Cc]ommission|its (?:\p{L}+ ){0,2}(?:meeting|session|conference))\b/u
const MEMBERS =
  /\b(?:member (?:states|nations|countries)|its (?:members|leaders|ministers)|(?:the|of the) bloc)\b/

/** "The NATO-Russia Council" */
const JOINT = /\p{Lu}\p{L}+[-–]\p{Lu}\p{L}+ (?:[Cc]ouncil|[Ss]ummit|[Cc]ommittee|[Cc]ommission)/u

/**
 * Whether a body of several states meets by itself, and the speaker speaks for it: its session is
 * its own business. A minister of one of its members is a side.
 */
export function gathersItself(clause: string, speaker: Speaker, camps: Sides[]): boolean {
  if (camps.length > 1 || !GATHERING.test(clause) || JOINT.test(clause)) return false
  const { name, sides, description } = speaker
  if ([...sides].some((side) => STATES.has(side) && !UNIONS.has(side))) return false
  const bodies = [...(camps[0] ?? [])]
  if (bodies.some((side) => STATES.has(side) && !UNIONS.has(side))) return false
  if (isOfBody(clause, description)) return true
  if (bodies.length === 0)
    return speaker.form === 'body' && MEMBERS.test(clause) && GROUP.test(name)
  return bodies.some((side) => sides.has(side) && !NEUTRAL.has(side))
}

const OWN_COUNCIL = /\b(council|commission|assembly)\b/i
const BLOC_OF = /\b(bloc|union|alliance|group)[’']s\b/

/** "The Council will meet, said X, the council’s president". */
function isOfBody(clause: string, description: string): boolean {
  const body = (OWN_COUNCIL.exec(description) ?? BLOC_OF.exec(description))?.[1]
  if (body === undefined) return false
  const isBloc = /^(?:bloc|alliance|union|group)$/i.test(body) && GROUP.test(clause)
  return isBloc || clause.toLowerCase().includes(body.toLowerCase())
}
