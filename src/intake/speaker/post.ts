/** What a speaker is by his own description, whatever he speaks of. */
import { meet, type Sides } from './allegiance.ts'
import { USUAL_HOSTS } from './hosts.ts'
import type { Speaker } from './speaker.ts'
import { STATES } from './states.ts'
import { OWN_NAMES } from './titles.ts'

const BETWEEN_SIDES =
  /\b(?:mediat(?:or|ors|ing|ion|ed|es)|facilitator|go-between|intermediary|host|analyst|expert|professor|institute|think tank|researcher|monitor(?:ing)?|observers?|historian|Red Cross|ICRC|human rights (?!commissioner|ombuds))\b/i
const OPPOSED = /\b(?:rebels?|opposition|guerrillas?|separatists?|insurgents?|militia)\b/i
const DELEGATED = /\b(?:(?<!in the )delegation|(?:chief|lead|top) negotiator)\b/i
/** Bodies of many states that are a side of nothing but their own gatherings. */
const INTERNATIONAL =
  /\b(?:OSCE|IAEA|OAS|IGAD|SADC|Commonwealth|Red Cross|Organi[sz]ation (?:of|for)|Atomic Energy Agency)\b/
/** Of the UN too, a side of its war. */
const ARMED = /Command|Forces/

/** A mediator, an analyst: no side of anything. */
export function isBetweenSides({ description }: Speaker): boolean {
  return BETWEEN_SIDES.test(description)
}

/** He has come to talk for somebody. */
export function isDelegated({ description }: Speaker): boolean {
  return DELEGATED.test(description)
}

/** Of a movement against a state, which sets no votes and tariffs. */
export function isOpposed({ sides, description }: Speaker): boolean {
  return !isOfState(sides) && OPPOSED.test(description)
}

export function isArmed({ name }: Speaker): boolean {
  return ARMED.test(name)
}

/** Of a state or a body that is more often a host than a side. */
export function isUsualHost(speaker: Speaker): boolean {
  const isHost = [...speaker.sides].some((side) => USUAL_HOSTS.has(side))
  return INTERNATIONAL.test(speaker.name) || (isHost && !isArmed(speaker))
}

export function isOfState(sides: Sides): boolean {
  return [...sides].some((side) => STATES.has(side))
}

/** Whether it is known for whom somebody speaks: a state, a movement, a side told of elsewhere. */
export function isPlaced({ name, sides, description }: Speaker, home: Sides): boolean {
  const isOfMovement = `${name} ${description}`.split(' ').some((word) => OWN_NAMES.test(word))
  return isOfState(sides) || isOfMovement || meet(sides, home)
}
