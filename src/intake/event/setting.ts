/** What one side sets by itself: a tariff, a ban, an exemption from one, a vote, a ruling, a withdrawal. */
import { type Sides, sidesIn } from '../speaker/allegiance.ts'
import { FORCES } from './vocabulary.ts'

const RULE =
  /\b(?:tariffs?|sanctions|ban|embargo|duties|levies|restrictions?|quotas?|blockade|quarantine|exclusion zone|increases?|law|decree|curfew|state of emergency|martial law|rates|charges|fees|(?:counter-?)?measures|offers?|controls|visas?|airspace|clos(?:ed|ure)|(?:close|shut|reopen) (?:its|the|all)|barred|banned|unilateral)\b/i
const RELIEF = /\b(?:exemptions?|waivers?|licen[cs]es?|reprieve)\b/i
const DECISION =
  /\b(?:referendum|plebiscite|hearings?|ruling|verdict|judge?ment|votes?|voting|ballot|elections?|(?:will|would) (?:rule|decide))\b/i
const LEAVING =
  /\b(?:(?:will|would|to|must|had|has) (?:\p{L}+ )?(?:leave|withdraw|pull|quit|go home)|withdrawal|pull-?out|evacuation|withdrawn)\b/iu

export interface Setting {
  /** The sides that are named as setting it, */
  setters: Sides
  /** and those that it is set against. */
  targets: Sides
  /** The word for what is set, where there is one, without the ending of its plural. */
  word: string
  /** Whether the article has told of it before. */
  isKnown: boolean
}

/** A deadline's clause, as far as it tells whose act it is. */
export interface Act {
  clause: string
  /** The noun that names it, */
  noun: string | null
  /** and the subject of its verb. */
  subject: string
  /** Whether the article tells of an accord, under which a withdrawal is nobody's own act. */
  isUnderAccord: boolean
}

/** What several make together is nobody's own, whatever it is about: "a tariff truce". */
const JOINT =
  /^(?:truces?|cease-?fires?|armistice|agreements?|accords?|treat(?:y|ies)|pacts?|deals?|exchanges?|swaps?|protocol|lull|pauses?)$/
const EXCHANGE = /\b(?:exchang|swap|free|releas|repatriat|hand(?:ed|ing)? over)/i
const BY_ITSELF = /\b(?:unilateral|one-sided)/i

const NOBODY: Sides = new Set()

/** By whom and against whom an act is set; null where several make it, or the clause does not tell. */
export function settingOf(act: Act, campsOf: (words: string) => Sides[]): Setting | null {
  const { clause, noun, subject } = act
  const sidesOf = (words: string): Sides => new Set(campsOf(words).flatMap((camp) => [...camp]))
  if (noun && JOINT.test(noun) && !BY_ITSELF.test(clause)) return ownAct(ceasing(clause, campsOf))
  if (GIVEN.test(clause) && !act.isUnderAccord)
    return { setters: NOBODY, targets: sidesIn(subject), word: '', isKnown: false }
  const leaving = FORCES.test(clause) ? LEAVING.exec(clause) : null
  if (leaving) return act.isUnderAccord ? null : withdrawal(clause, leaving, sidesOf)
  const [relief, rule, decision] = [RELIEF, RULE, DECISION].map((each) => each.exec(clause))
  const found = relief ?? rule ?? decision
  if (!found) return EXCHANGE.test(clause) ? null : ownAct(campsOf(subject))
  const told = { word: found[0].toLowerCase().replace(/s$/, ''), isKnown: false }
  const before = sidesOf(clause.slice(0, found.index))
  const rest = clause.slice(found.index)
  if (relief) {
    const setters = sidesOf(/\bfrom\b(.*)/.exec(rest)?.[1] ?? '')
    if (setters.size > 0) return { ...told, setters, targets: before }
    const relieved =
      before.size > 0
        ? NOBODY
        : sidesOf(/\b(?:for|lets?|letting|allow(?:s|ing))\b(.*)/.exec(rest)?.[1] ?? '')
    return { ...told, setters: before, targets: relieved }
  }
  if (decision && !rule) return { ...told, setters: before, targets: NOBODY }
  const targets = sidesOf(/\b(?:on|of|against|from|for|to|with)\b(.*)/.exec(rest)?.[1] ?? '')
  return { ...told, setters: before, targets }
}

/** "Boeing has until 31 July to file": by whoever says so. */
const GIVEN =
  /\b(?:has|have|had) (?:only )?(?:until|till|\d+|(?:one|two|three|four|ten|a) (?:days?|weeks?|months?))\b/

/** "American troops will leave Afghanistan", "the withdrawal of its troops from Mali". */
function withdrawal(
  clause: string,
  leaving: RegExpExecArray,
  sidesOf: (words: string) => Sides,
): Setting | null {
  const rest = clause.slice(leaving.index)
  const [left, ...beyond] = rest.split(/\b(?:from|leave|quit)\b/)
  const setters = sidesOf(clause.slice(0, leaving.index) + left)
  return setters.size > 0
    ? { setters, targets: sidesOf(beyond.join(' ')), word: '', isKnown: false }
    : null
}

/** "Russia will observe a ceasefire": who alone does so, where nobody else is named. */
function ceasing(clause: string, campsOf: (words: string) => Sides[]): Sides[] {
  const before = OBSERVING.exec(clause)?.[1]
  return before && !MUTUAL.test(clause) ? campsOf(before) : []
}

const OBSERVING =
  /^(.*?)\b(?:observe|declare|announce|order|begin|start|call|keep to|impose)(?:s|d|ed)? (?:an? |its own )(?:\S+ ){0,3}(?:truce|cease-?fire|pause|halt|lull)\b/
const MUTUAL = /\b(?:between|with|mutual|both|agreed|brokered|joint)\b/

/** "Kosovo will start fining drivers": what a single side does. */
function ownAct(camps: Sides[]): Setting | null {
  return camps.length === 1
    ? { setters: camps[0], targets: NOBODY, word: '', isKnown: false }
    : null
}
