/** Which sides a clause names, and between which an article's dispute is. */

import { tokensOf } from '../token.ts'
import { COMMON_SIDES, type Sides, sidesIn } from './allegiance.ts'
import { USUAL_HOSTS } from './hosts.ts'
import { LEADERS } from './leaders.ts'
import { namesIn } from './name.ts'
import type { People } from './people.ts'
import { STATES, statesIn } from './states.ts'
import { BODIES } from './titles.ts'

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
