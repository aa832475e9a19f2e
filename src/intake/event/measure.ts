/** What one side sets by itself: a tariff, a ban, an exemption from one, a law, a vote, a ruling. */
import type { Sides } from '../speaker/allegiance.ts'

const RULE =
  /\b(?:tariffs?|sanctions|ban|embargo|duties|levies|restrictions?|quotas?|blockade|increases?|law|decree|curfew|state of emergency|rates|charges|fees|measures|controls|visas?|airspace|clos(?:ed|ure)|barred|banned)\b/i
const RELIEF = /\b(?:exemptions?|waivers?|licen[cs]es?|reprieve)\b/i
const DECISION =
  /\b(?:referendum|plebiscite|hearings?|ruling|verdict|judge?ment|votes?|voting|ballot|elections?|(?:will|would) (?:rule|decide))\b/i

export interface Measure {
  /** The sides that are named as setting it, */
  setters: Sides
  /** and those that it is set against. */
  targets: Sides
}

/** The measure that a clause is about; null where none is. */
export function measureIn(clause: string, sidesOf: (words: string) => Sides): Measure | null {
  const none: Sides = new Set()
  const [relief, rule, decision] = [RELIEF, RULE, DECISION].map((each) => each.exec(clause))
  const found = relief ?? rule ?? decision
  if (!found) return null
  const before = sidesOf(clause.slice(0, found.index))
  const rest = clause.slice(found.index)
  if (relief) {
    const setters = sidesOf(/\bfrom\b(.*)/.exec(rest)?.[1] ?? '')
    return setters.size > 0 ? { setters, targets: before } : { setters: before, targets: none }
  }
  if (decision && !rule) return { setters: before, targets: none }
  const targets = sidesOf(/\b(?:on|against|from|for|to)\b(.*)/.exec(rest)?.[1] ?? '')
  return { setters: before, targets }
}
