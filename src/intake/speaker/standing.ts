/** How a speaker stands to what he speaks of: its issuer, a side of it, or neither. */
import type { Kind } from '../../deadline/deadline.ts'
import type { Standing } from '../../deadline/report.ts'
import { tokensOf } from '../token.ts'
import { COMMON_SIDES, meet, type Sides, sidesIn } from './allegiance.ts'
import { NEUTRAL } from './hosts.ts'
import { LEADERS } from './leaders.ts'
import { namesIn } from './name.ts'
import type { People } from './people.ts'
import type { Speaker } from './speaker.ts'
import { STATES, statesIn } from './states.ts'
import { BODIES } from './titles.ts'

/** Of the UN too, a side of its war. */
const ARMED = /Command|Forces/

/** An event as far as it matters who takes part. */
export interface Stakes {
  kind: Kind
  /** The sides that its sentence names. */
  sides: Sides
  /** Those that only bring them together. */
  hosts: Sides
  /** The sides between which the article's dispute is. */
  dispute: Sides
  /** The sides that the article tells of at all. */
  home: Sides
  /** Whether the speaker is who sets the deadline. */
  isSetter: boolean
  issuer: Speaker | null
  addressees: Sides
  /** Whether the speaker says that he takes part himself, or that many do. */
  isSelf: boolean
  isOfMany: boolean
  /** Whether the only sides named are those with whom there are talks. */
  isWithOthers: boolean
  /** A tariff, a ban: set by one side against another. */
  measure: { setters: Sides; targets: Sides } | null
}

const BETWEEN_SIDES =
  /\b(?:mediat(?:or|ors|ing|ion|ed|es)|facilitator|go-between|intermediary|host|analyst|expert|professor|institute|think tank|researcher|monitor(?:ing)?|observers?|historian|Red Cross|ICRC|human rights)\b/i
const USUAL_HOSTS = new Set([
  'United Nations',
  'Qatar',
  'Oman',
  'Switzerland',
  'Norway',
  'Vatican',
  'Egypt',
  'Saudi Arabia',
  'Kenya',
  'African Union',
  'Arab League',
  'Turkey',
  'United Arab Emirates',
])

export function standingOf(speaker: Speaker, stakes: Stakes): Standing {
  if (speaker.form === 'anonymous') return 'anonymous'
  if (speaker.form === 'outlet') return 'media'
  if (stakes.kind === 'ultimatum') return standingOnUltimatum(speaker, stakes)
  if (stakes.isSetter) return 'issuer'
  if (stakes.measure) return standingOnMeasure(speaker, stakes)
  return isParty(speaker, stakes) ? 'party' : 'media'
}

function standingOnUltimatum(speaker: Speaker, stakes: Stakes): Standing {
  const { issuer, addressees, sides, dispute, home } = stakes
  if (issuer && (issuer.name === speaker.name || meet(issuer.sides, speaker.sides))) return 'issuer'
  if (/\b(?:its|their)\b/.test(speaker.description)) return 'issuer'
  if (meet(speaker.sides, addressees)) return 'party'
  if (BETWEEN_SIDES.test(speaker.description)) return 'media'
  if (!issuer || !isPlaced(speaker, home)) return 'issuer'
  if (addressees.size === 0 && isOfState(speaker.sides) && !isUsualHost(speaker)) return 'party'
  const concerned = isOfState(addressees) ? dispute : home
  return meet(speaker.sides, sides) || meet(speaker.sides, concerned) ? 'party' : 'media'
}

function standingOnMeasure(speaker: Speaker, stakes: Stakes): Standing {
  const { setters, targets } = stakes.measure as NonNullable<Stakes['measure']>
  if (meet(speaker.sides, setters)) return 'issuer'
  if (meet(speaker.sides, targets)) return 'party'
  if (BETWEEN_SIDES.test(speaker.description)) return 'media'
  if (setters.size === 0 || !isOfState(speaker.sides)) return 'issuer'
  return isParty(speaker, stakes) ? 'party' : 'media'
}

function isOfState(sides: Sides): boolean {
  return [...sides].some((side) => STATES.has(side))
}

/** Whether the article tells elsewhere of the side for which somebody speaks. */
function isPlaced({ sides }: Speaker, home: Sides): boolean {
  return isOfState(sides) || meet(sides, home)
}

function isUsualHost({ name, sides }: Speaker): boolean {
  return [...sides].some((side) => USUAL_HOSTS.has(side)) && !ARMED.test(name)
}

function isParty(speaker: Speaker, stakes: Stakes): boolean {
  const { name, sides, description } = speaker
  if (BETWEEN_SIDES.test(description) || meet(sides, stakes.hosts)) return false
  if (stakes.isSelf) return true
  if (stakes.kind === 'talks' && meet(sides, NEUTRAL) && !ARMED.test(name)) return false
  if (meet(sides, stakes.sides)) return true
  const isHost = isUsualHost(speaker)
  if (stakes.isOfMany) return !isHost
  if (stakes.isWithOthers) return !isHost
  if (stakes.sides.size >= 2) return !isPlaced(speaker, stakes.home)
  if (meet(sides, stakes.dispute)) return true
  const isOutsider = isOfState(sides) && stakes.home.size >= 2 && !meet(sides, stakes.home)
  if (isOutsider && stakes.sides.size === 0) return false
  return !isHost && (stakes.dispute.size < 2 || !isOfState(sides))
}

const SELF =
  /\b(?:he|she|I) (?:\p{Ll}+ ){0,2}(?:would|will|had|met|was|is|were|are|hoped?|expects?|expected)\b|\b(?:his|her|its) (?:\p{L}+ ){0,3}(?:counterpart|opposite number)/u
/** As a leader's spokesman speaks of him. */
const LEADER =
  /\bthe (?:prime minister|president|minister|chancellor|king|leader|premier) (?:would|will|is|was|had)\b/
const US = /\b(?:our|us|we|We|Our)\b/
/** A body of several states, */
const GROUP =
  /\b(?:Group|G-?\d+|(?:three|four|five|six|seven)-(?:party|way|power|nation)|[Bb]locs?|[Aa]lliance|nations|members|[Cc]ommunity|[Ll]eague|[Uu]nion|[Cc]oalition|EU|NATO|Nato)\b/
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

const PLACE =
  /\b(?:in|at|near|from|outside|to|into|on board|over)\s+(?:the\s+)?((?:\p{Lu}[\p{L}’'.-]*(?:,? )?){1,3})(?![’']s)/gu

/** "spoke to Vladimir Putin" is no place. */
function isPerson(name: string, people: People): boolean {
  return name.split(/,? /).some((word) => people.has(word) && !STATES.has(word))
}

/** The sides that a clause names as taking part, and not as the place of it. */
export function sidesOfClause(clause: string, people: People, known: Sides): Set<string> {
  const withoutPlaces = clause.replace(PLACE, (found, name: string) =>
    isPerson(name.trim(), people) ? found : ' ',
  )
  const sides = new Set(statesIn(withoutPlaces).map(({ state }) => state.name))
  for (const name of namesIn(withoutPlaces, tokensOf(withoutPlaces))) {
    const last = name.text.split(' ').at(-1) as string
    const person = people.get(name.text) ?? people.get(last)
    const isBody = BODIES.test(name.text) || /^\p{Lu}{3,}$/u.test(name.text)
    for (const side of person?.sides ?? sidesIn(name.text)) {
      if (person || isBody || known.has(side)) sides.add(side)
    }
    const leads = LEADERS.get(last)
    if (leads && !person) sides.add(leads)
  }
  for (const [found] of clause.matchAll(COMMON_SIDES))
    sides.add(found.toLowerCase().replace(/s$/, ''))
  return sides
}

/**
 * The sides of an article's dispute: states that it names side by side ("between Russia and
 * Ukraine", "US-Iranian"), and those that it names again and again, of whom none is a usual host.
 */
export function disputeOf(text: string): Set<string> {
  const dispute = new Set<string>()
  const counts = Map.groupBy(statesIn(text), ({ state }) => state.name)
  for (const [name, { length }] of counts)
    if (length >= 3 && !USUAL_HOSTS.has(name)) dispute.add(name)
  const mentions = statesIn(text)
  for (const [index, mention] of mentions.entries()) {
    const next = mentions[index + 1]
    if (!next || next.state.name === mention.state.name) continue
    if (
      !/^(?:[’']s)? (?:and|with|against) (?:the )?$|^[-–]$/.test(
        text.slice(mention.end, next.start),
      )
    )
      continue
    dispute.add(mention.state.name).add(next.state.name)
  }
  return dispute
}

const PARTNERS =
  /\b(?:talks|meeting|round|summit|negotiations|call|consultations) with (?:the )?\p{Lu}[\p{L}’'-]*(?:(?:, | and | )(?:the )?\p{Lu}[\p{L}’'-]*)*/gu

/** "The talks with Britain and France will be held": the speaker is the other side. */
export function isWithOthers(clause: string, sides: Sides): boolean {
  const partners = sidesIn([...clause.matchAll(PARTNERS)].map(([found]) => found).join(' '))
  return sides.size > 0 && [...sides].every((side) => partners.has(side))
}
