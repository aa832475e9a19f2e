/** Which sides a clause names, and between which an article's dispute is. */

import { tokensOf } from '../token.ts'
import { COMMON_SIDES, meet, type Sides, sidesIn } from './allegiance.ts'
import { USUAL_HOSTS } from './hosts.ts'
import { LEADERS } from './leaders.ts'
import { namesIn } from './name.ts'
import type { People } from './people.ts'
import { STATES, type StateMention, statesIn } from './states.ts'
import { BODIES } from './titles.ts'

const PLACE =
  /\b(?:in|at|near|from|outside|to|into|on board|over)\s+(?:the\s+)?((?:\p{Lu}[\p{L}’'.-]*(?:,? )?){1,3})(?![’']s)/gu

/** "spoke to Vladimir Putin" is no place. */
function isPerson(name: string, people: People): boolean {
  return name.split(/,? /).some((word) => people.has(word) && !STATES.has(word))
}

/** The sides that a clause names as taking part, and not as the place of it. */
export function sidesOfClause(clause: string, people: People, known: Sides): Set<string> {
  return new Set(campsOfClause(clause, people, known).flatMap((camp) => [...camp]))
}

/** Movements whose people a report calls by their nation as well. */
const NATIONS: ReadonlyMap<string, string> = new Map([
  ['hama', 'Palestine'],
  ['hezbollah', 'Lebanon'],
  ['talib', 'Afghanistan'],
  ['houth', 'Yemen'],
])

/**
 * The same sides, each with all that it is called by: "Hamas" and "Palestinian" are of one camp, and
 * so are the words of "the Rapid Support Forces".
 */
export function campsOfClause(clause: string, people: People, known: Sides): Set<string>[] {
  const camps: Set<string>[] = []
  for (const mention of mentionsOfSides(clause, people, known)) {
    const nations = [...mention].flatMap((side) => NATIONS.get(side) ?? [])
    const camp = camps.find((each) => meet(each, mention) || nations.some((one) => each.has(one)))
    if (!camp) camps.push(new Set([...mention, ...nations]))
    else for (const side of mention) camp.add(side)
  }
  return camps
}

function mentionsOfSides(clause: string, people: People, known: Sides): Set<string>[] {
  const withoutPlaces = clause.replace(PLACE, (found, name: string) =>
    isPerson(name.trim(), people) ? found : ' ',
  )
  const states = statesIn(withoutPlaces).map(({ state }) => new Set([state.name]))
  const named = namesIn(withoutPlaces, tokensOf(withoutPlaces)).map(({ text }) => {
    const last = text.split(' ').at(-1) as string
    const person = people.get(text) ?? people.get(last)
    const isBody = BODIES.test(text) || /^\p{Lu}{3,}$/u.test(text)
    const leads = person ? undefined : LEADERS.get(last)
    const told = [...(person?.sides ?? sidesIn(text))]
    const sides = told.filter((side) => person || isBody || known.has(side))
    return new Set(leads ? [...sides, leads] : sides)
  })
  const common = [...clause.matchAll(COMMON_SIDES)].map(
    ([found]) => new Set([found.toLowerCase().replace(/s$/, '')]),
  )
  return [...states, ...named, ...common].filter(({ size }) => size > 0)
}

/**
 * The sides of an article's dispute: states that it names side by side ("between Russia and
 * Ukraine", "US-Iranian"), and those that it names again and again, of whom none is a usual host.
 */
export function disputeOf(text: string): Set<string> {
  const dispute = new Set<string>()
  const mentions = statesIn(text)
  const apart = mentions.filter((each, index) => !isOneName(mentions[index - 1], each))
  const counts = Map.groupBy(apart, ({ state }) => state.name)
  for (const [name, { length }] of counts)
    if (length >= 3 && !USUAL_HOSTS.has(name)) dispute.add(name)
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

/** "the US State Department": one mention. */
function isOneName(before: StateMention | undefined, { state, start }: StateMention): boolean {
  return before?.state.name === state.name && start - before.end <= 1
}
