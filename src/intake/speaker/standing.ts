/** How a speaker stands to what he speaks of: its issuer, a side of it, or neither. */
import type { Kind } from '../../deadline/deadline.ts'
import type { Standing } from '../../deadline/report.ts'
import type { Setting } from '../event/setting.ts'
import { meet, type Sides } from './allegiance.ts'
import { NEUTRAL } from './hosts.ts'
import {
  isArmed,
  isBetweenSides,
  isDelegated,
  isOfState,
  isOpposed,
  isPlaced,
  isUsualHost,
} from './post.ts'
import type { Speaker } from './speaker.ts'

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
  if (isBetweenSides(speaker)) return 'media'
  if (!issuer || !isPlaced(speaker, home)) return 'issuer'
  if (addressees.size === 0 && isOfState(speaker.sides) && !isUsualHost(speaker)) return 'party'
  const concerned = isOfState(addressees) ? dispute : home
  return meet(speaker.sides, sides) || meet(speaker.sides, concerned) ? 'party' : 'media'
}

function standingOnSetting(speaker: Speaker, stakes: Stakes): Standing {
  const { setters, targets, isKnown } = stakes.setting as NonNullable<Stakes['setting']>
  if (meet(speaker.sides, setters)) return 'issuer'
  if (meet(speaker.sides, targets)) return 'party'
  if (isBetweenSides(speaker)) return 'media'
  if (setters.size === 0 && !isOpposed(speaker)) return 'issuer'
  if (!isPlaced(speaker, setters) && !isKnown) return 'issuer'
  return isParty(speaker, stakes) ? 'party' : 'media'
}

/** Whether a case holds of a speaker, and whether he is then a side. */
type Case = [holds: (speaker: Speaker, stakes: Stakes) => boolean, isParty: boolean]

/** The first that holds decides: what he is told to do, what the sentence names, then the article. */
const CASES: Case[] = [
  [(speaker) => isBetweenSides(speaker), false],
  [({ sides }, { hosts, isOfMany }) => meet(sides, hosts) && !isOfMany, false],
  [(speaker, { isSelf }) => isSelf || isDelegated(speaker), true],
  [(speaker, { kind }) => kind === 'talks' && isNeutral(speaker), false],
  [({ sides }, stakes) => meet(sides, stakes.sides), true],
  [(speaker, stakes) => isAmongOthers(stakes) && isMediating(speaker, stakes), false],
  [(_, stakes) => isAmongOthers(stakes), true],
  [(speaker, { isComplete, home }) => isComplete && isPlaced(speaker, home), false],
  [(_, { isComplete }) => isComplete, true],
  [({ sides }, { mediators }) => meet(sides, mediators), false],
  [({ sides }, { dispute }) => meet(sides, dispute), true],
  [(_, { wasParty, sides }) => wasParty && sides.size === 0, true],
  [isOutsider, false],
  [(speaker) => isUsualHost(speaker), false],
  [({ sides }, { dispute }) => dispute.size >= 2 && isOfState(sides), false],
]

/** Whom nothing places is a side. */
function isParty(speaker: Speaker, stakes: Stakes): boolean {
  return CASES.find(([holds]) => holds(speaker, stakes))?.[1] ?? true
}

function isNeutral(speaker: Speaker): boolean {
  return meet(speaker.sides, NEUTRAL) && !isArmed(speaker)
}

function isMediating(speaker: Speaker, { mediators }: Stakes): boolean {
  return isNeutral(speaker) || meet(speaker.sides, mediators)
}

/** Many take part, or one who is not named: the speaker may well be of them. */
function isAmongOthers({ isOfMany, isWithOthers }: Stakes): boolean {
  return isOfMany || isWithOthers
}

/** Of a state that nothing else in the article tells of; of a tariff, say, it may still be a side. */
function isOutsider(speaker: Speaker, { kind, sides, home }: Stakes): boolean {
  const isApart = isOfState(speaker.sides) && home.size >= 1 && !meet(speaker.sides, home)
  const isPlain = kind === 'talks' || (sides.size === 0 && home.size >= 2)
  return isApart && isPlain && !isArmed(speaker)
}
