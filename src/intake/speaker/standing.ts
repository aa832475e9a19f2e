/** How a speaker stands to what he speaks of: its issuer, a side of it, or neither. */
import type { Kind } from '../../deadline/deadline.ts'
import type { Standing } from '../../deadline/report.ts'
import type { Setting } from '../event/setting.ts'
import { meet, type Sides } from './allegiance.ts'
import { NEUTRAL, USUAL_HOSTS } from './hosts.ts'
import type { Speaker } from './speaker.ts'
import { STATES } from './states.ts'
import { OWN_NAMES } from './titles.ts'

/** Of the UN too, a side of its war. */
const ARMED = /Command|Forces/

/** An event as far as it matters who takes part. */
export interface Stakes {
  kind: Kind
  /** The sides that are told to take part, in its sentence or where the article told of it before, */
  sides: Sides
  /** and whether nobody else does: two of them are named. */
  isComplete: boolean
  /** Those that only bring them together. */
  hosts: Sides
  /** Those that the article says to mediate. */
  mediators: Sides
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
  /** A tariff, a vote, a withdrawal: by whom and against whom it is set. */
  setting: Setting | null
  /** Whether a body meets by itself and the speaker speaks for it. */
  isOwnGathering: boolean
  /** Whether the speaker was a side of what he spoke of before. */
  wasParty: boolean
}

const BETWEEN_SIDES =
  /\b(?:mediat(?:or|ors|ing|ion|ed|es)|facilitator|go-between|intermediary|host|analyst|expert|professor|institute|think tank|researcher|monitor(?:ing)?|observers?|historian|Red Cross|ICRC|human rights (?!commissioner|ombuds))\b/i

export function standingOf(speaker: Speaker, stakes: Stakes): Standing {
  if (speaker.form === 'anonymous') return 'anonymous'
  if (speaker.form === 'outlet') return 'media'
  if (stakes.kind === 'ultimatum') return standingOnUltimatum(speaker, stakes)
  if (stakes.isSetter || stakes.isOwnGathering) return 'issuer'
  if (stakes.setting) return standingOnSetting(speaker, stakes)
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

function standingOnSetting(speaker: Speaker, stakes: Stakes): Standing {
  const { setters, targets, isKnown } = stakes.setting as NonNullable<Stakes['setting']>
  if (meet(speaker.sides, setters)) return 'issuer'
  if (meet(speaker.sides, targets)) return 'party'
  if (BETWEEN_SIDES.test(speaker.description)) return 'media'
  if (setters.size === 0 && !isOpposed(speaker)) return 'issuer'
  if (!isPlaced(speaker, setters) && !isKnown) return 'issuer'
  return isParty(speaker, stakes) ? 'party' : 'media'
}

function isOfState(sides: Sides): boolean {
  return [...sides].some((side) => STATES.has(side))
}

/** Whether it is known for whom somebody speaks: a state, a movement, a side told of elsewhere. */
function isPlaced({ name, sides, description }: Speaker, home: Sides): boolean {
  const isOfMovement = `${name} ${description}`.split(' ').some((word) => OWN_NAMES.test(word))
  return isOfState(sides) || isOfMovement || meet(sides, home)
}

/** A movement sets no votes and tariffs: those are of the state that it is against. */
function isOpposed({ sides, description }: Speaker): boolean {
  return !isOfState(sides) && OPPOSED.test(description)
}

const OPPOSED = /\b(?:rebels?|opposition|guerrillas?|separatists?|insurgents?|militia)\b/i

/** Bodies of many states that are a side of nothing but their own gatherings. */
const INTERNATIONAL =
  /\b(?:OSCE|IAEA|OAS|IGAD|SADC|Commonwealth|Red Cross|Organi[sz]ation (?:of|for)|Atomic Energy Agency)\b/

function isUsualHost({ name, sides }: Speaker): boolean {
  return (
    INTERNATIONAL.test(name) ||
    ([...sides].some((side) => USUAL_HOSTS.has(side)) && !ARMED.test(name))
  )
}

/** He has come to talk for somebody. */
const DELEGATED = /\b(?:(?<!in the )delegation|(?:chief|lead|top) negotiator)\b/i

function isParty(speaker: Speaker, stakes: Stakes): boolean {
  const { name, sides, description } = speaker
  const isBringing = meet(sides, stakes.hosts) && !stakes.isOfMany
  if (BETWEEN_SIDES.test(description) || isBringing) return false
  if (stakes.isSelf || DELEGATED.test(description)) return true
  if (stakes.kind === 'talks' && meet(sides, NEUTRAL) && !ARMED.test(name)) return false
  if (meet(sides, stakes.sides)) return true
  const isHost = isUsualHost(speaker) || meet(sides, stakes.mediators)
  if (stakes.isOfMany || stakes.isWithOthers)
    return !meet(sides, NEUTRAL) && !meet(sides, stakes.mediators)
  if (stakes.isComplete) return !isPlaced(speaker, stakes.home)
  if (meet(sides, stakes.dispute) && !meet(sides, stakes.mediators)) return true
  const isOutsider = isOfState(sides) && stakes.home.size >= 1 && !meet(sides, stakes.home)
  if (stakes.wasParty && stakes.sides.size === 0) return true
  const isPlain = stakes.kind === 'talks' || (stakes.sides.size === 0 && stakes.home.size >= 2)
  if (isOutsider && isPlain && !ARMED.test(name)) return false
  return !isHost && (stakes.dispute.size < 2 || !isOfState(sides))
}
