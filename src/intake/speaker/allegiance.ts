/** Whose side a description names: states by their names, whatever else by the stem of its word. */
import { MONTH, WEEKDAY } from '../date/names.ts'
import { isCapitalized, tokensOf } from '../token.ts'
import { LEADERS } from './leaders.ts'
import { statesIn } from './states.ts'
import { BODIES, OWN_NAMES, TITLES } from './titles.ts'

export type Sides = ReadonlySet<string>

const CALENDAR = new RegExp(`^(?:${WEEKDAY}|${MONTH})$`)
/** Sides that a report names by a common noun. */
export const COMMON_SIDES =
  /\b(?:army|rebels?|opposition|junta|guerrillas?|separatists?|insurgents?|militia)\b/gi
const NO_SIDES = new Set(
  'the a an in on at his her its their but and for from with by of to as he she it they we western allied communist northern southern eastern central'.split(
    ' ',
  ),
)

/** The sides that a text names: "Valdorian" and "Valdoria" are one, by their stem. */
export function sidesIn(text: string): Set<string> {
  const states = statesIn(text)
  const sides = new Set(states.map(({ state }) => state.name))
  for (const token of tokensOf(text)) {
    if (!isCapitalized(token) || NO_SIDES.has(token.lower) || CALENDAR.test(token.word)) continue
    if (states.some(({ start, end }) => token.start < end && token.end > start)) continue
    const leads = LEADERS.get(token.word)
    if (leads) sides.add(leads)
    if (!TITLES.has(token.word) && !isGeneric(token.word)) sides.add(stem(token.word))
  }
  for (const [found] of text.matchAll(COMMON_SIDES))
    sides.add(found.toLowerCase().replace(/s$/, ''))
  return sides
}

/** "Ministry" and "Council" are of any side; "Taliban" and "Hamas" are sides. */
function isGeneric(word: string): boolean {
  return BODIES.test(word) && !OWN_NAMES.test(word)
}

/** "Valdoria", "Valdorian", "Valdorians" → "valdor"; shorter words stay as they are. */
export function stem(word: string): string {
  const lower = word.toLowerCase()
  const bare = lower.replace(/(?:ians?|eans?|ans?|ese|ish|ia|ns?|i|a|e|o|s|er|ers)$/, '')
  return bare.length >= 4 ? bare : lower
}

export function meet(a: Sides, b: Sides): boolean {
  return [...a].some((side) => b.has(side))
}
