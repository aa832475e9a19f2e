/** What one side sets by itself: a tariff, a ban, an exemption from one, a law, a ruling. */
import { type Sides, sidesIn } from '../speaker/allegiance.ts'

const MEASURE =
  /\b(?:tariffs?|sanctions|ban|embargo|duties|levies|exemptions?|waivers?|restrictions?|quotas?|blockade|increases?|referendum|plebiscite|hearing|ruling|verdict|law|decree|curfew|state of emergency|rates|charges|fees|measures|controls|visas?)\b/i

/** The measure that a clause is about, with the sides that it is set against; null where none is. */
export function measureIn(clause: string): { targets: Sides } | null {
  const found = MEASURE.exec(clause)
  if (!found) return null
  const against = /\b(?:on|against|from|for)\b(.*)/.exec(clause.slice(found.index))
  return { targets: sidesIn(against?.[1] ?? '') }
}
