/** What one side sets by itself: a tariff, a ban, an exemption from one, a law, a vote, a ruling. */
import type { Sides } from '../speaker/allegiance.ts'

const RULE =
  /\b(?:tariffs?|sanctions|ban|embargo|duties|levies|restrictions?|quotas?|blockade|increases?|law|decree|curfew|state of emergency|rates|charges|fees|(?:counter-?)?measures|offers?|controls|visas?|airspace|clos(?:ed|ure)|barred|banned)\b/i
const RELIEF = /\b(?:exemptions?|waivers?|licen[cs]es?|reprieve)\b/i
const DECISION =
  /\b(?:referendum|plebiscite|hearings?|ruling|verdict|judge?ment|votes?|voting|ballot|elections?|(?:will|would) (?:rule|decide))\b/i

export interface Measure {
  /** The sides that are named as setting it, */
  setters: Sides
  /** and those that it is set against. */
  targets: Sides
}

/** What several make together is nobody's own, whatever it is about: "a tariff truce". */
const JOINT =
  /^(?:truces?|cease-?fires?|armistice|agreements?|accords?|treat(?:y|ies)|pacts?|deals?|exchanges?|swaps?|withdrawals?|protocol|lull)$/

/** The measure that a clause is about, of which a noun tells; null where none is. */
export function measureIn(
  clause: string,
  noun: string | null,
  sidesOf: (words: string) => Sides,
): Measure | null {
  if (noun && JOINT.test(noun)) return null
  const none: Sides = new Set()
  const [relief, rule, decision] = [RELIEF, RULE, DECISION].map((each) => each.exec(clause))
  const found = relief ?? rule ?? decision
  if (!found) return null
  const before = sidesOf(clause.slice(0, found.index))
  const rest = clause.slice(found.index)
  if (relief) {
    const setters = sidesOf(/\bfrom\b(.*)/.exec(rest)?.[1] ?? '')
    if (setters.size > 0) return { setters, targets: before }
    const relieved = before.size > 0 ? none : sidesOf(/\bfor\b(.*)/.exec(rest)?.[1] ?? '')
    return { setters: before, targets: relieved }
  }
  if (decision && !rule) return { setters: before, targets: none }
  const targets = sidesOf(/\b(?:on|against|from|for|to)\b(.*)/.exec(rest)?.[1] ?? '')
  return { setters: before, targets }
}
