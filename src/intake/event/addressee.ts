/** To whom an ultimatum is given. */
import type { Course } from '../course.ts'
import type { Sides } from '../speaker/allegiance.ts'
import { namesIn, OPENER, personIn } from '../speaker/name.ts'
import type { People } from '../speaker/people.ts'
import { sidesOfClause } from '../speaker/sides.ts'
import { STATES } from '../speaker/states.ts'
import { tokensOf } from '../token.ts'
import { clauseStart, type Reading, withoutSpeakers } from './clause.ts'
import type { EventTie } from './event-tie.ts'
import type { Head } from './head.ts'

export interface Addressees {
  sides: Sides
  /** As the text names them: a person where it names one, else the state. */
  names: string[]
}

/** `act`: the verb by which it is given or demanded; null where the sentence has none, or a passive. */
export function addresseesOf(
  { people, known }: Course,
  reading: Reading,
  tie: EventTie,
  act: Head | null,
): Addressees {
  const words = act ? afterAct(reading, act) : beforeDate(reading, tie)
  return { sides: sidesOfClause(words, people, known), names: namedIn(words, people) }
}

/** "an ultimatum to", "a deadline of 15 September for": what stands between the verb and a name. */
const GIFT =
  /^[^,.;]*?\b(?:ultimatum|deadline|note|notice|demand)s?\b[^,.;]*? (?:to|for|on) (?=.{0,40}\p{Lu})/u
const THEN =
  / (?:to (?!the |an? |its |his )\p{Ll}|until|till|by|before|within|must|should|has|have|had|was|were|fails?|does|do|or|an? (?:day|week|month|fortnight)|\d|one|two|three|four|five|six|seven|eight|nine|ten)\b.*$/su

function afterAct(reading: Reading, act: Head): string {
  const words = withoutSpeakers(reading).slice(act.end, act.end + 160)
  return words
    .replace(GIFT, ' ')
    .replace(/^ that /, ' ')
    .replace(THEN, '')
}

/** "X has until …", "X must …", "the ultimatum to X expires"; not "X’s ultimatum expires". */
function beforeDate(reading: Reading, tie: EventTie): string {
  const unless = /\bunless\b/.exec(withoutSpeakers(reading).slice(tie.at))
  if (unless) return afterUnless(reading, tie.at + unless.index + unless[0].length)
  const words = withoutSpeakers(reading).slice(clauseStart(reading, tie.at), tie.at)
  if (tie.noun === null) return words.replace(THEN, '')
  return GIFT.test(words) ? words.replace(GIFT, ' ').replace(THEN, '') : ''
}

/** "will strike on Friday unless Syria leaves": the subject of what is demanded. */
function afterUnless(reading: Reading, from: number): string {
  const verb = reading.heads.find(({ form, start }) => start > from && !form.endsWith('noun'))
  return withoutSpeakers(reading).slice(from, verb?.start ?? from + 60)
}

function namedIn(words: string, people: People): string[] {
  const names = namesIn(words, tokensOf(words)).flatMap(({ text: written }) => {
    const text = `${written} `.replace(OPENER, '').trim()
    if (!text) return []
    const person = personIn(text)
    const known = people.get(person?.name ?? text)
    if (known && !STATES.has(text)) return known.name
    return person?.name ?? STATES.get(text)?.name ?? text
  })
  return [...new Set(names)]
}
