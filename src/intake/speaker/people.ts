/** Everybody whom an article names, as fully as it does anywhere. */
import { isMark, type Token, tokensOf } from '../token.ts'
import { sidesIn } from './allegiance.ts'
import { LEADERS } from './leaders.ts'
import { type Name, namesIn, OPENER, type Person, personIn } from './name.ts'
import { OUTLETS } from './outlets.ts'
import { STATES } from './states.ts'
import { ROLE_ADJECTIVES, ROLES } from './titles.ts'

export interface KnownPerson {
  /** First name and surname, or as much as there is. */
  name: string
  sides: Set<string>
  /** What the article says of them: "Russian Foreign Minister", "the EU’s chief negotiator". */
  description: string
}

export type People = ReadonlyMap<string, KnownPerson>

/** Whom the sentences name, by full name, by surname and by first name, the earliest first. */
export function peopleIn(sentences: string[]): People {
  const people = new Map<string, KnownPerson>()
  const mentions = sentences.flatMap(mentionsIn)
  for (const mention of mentions.filter(({ name }) => name.includes(' '))) add(people, mention)
  for (const mention of mentions.filter(({ name }) => !name.includes(' '))) add(people, mention)
  return people
}

interface Mention {
  name: string
  description: string
}

function mentionsIn(sentence: string): Mention[] {
  const tokens = tokensOf(sentence)
  return namesIn(sentence, tokens).flatMap((name) => {
    const person = personIn(withoutOpener(name, tokens, sentence))
    if (!person || isThing(person, tokens[name.from - 1])) return []
    return [{ name: person.name, description: describe(sentence, tokens, name, person.title) }]
  })
}

/** "Al Jazeera"; "the Red Cross": only with a title does "the" stand before somebody. */
function isThing({ name, title }: Person, before: Token | undefined): boolean {
  return (title === '' && before?.lower === 'the') || OUTLETS.test(name)
}

/** "On President Nixon", "But Mr Eden": a sentence's first word is capitalized anyhow. */
function withoutOpener(name: Name, tokens: Token[], sentence: string): string {
  const isFirst = name.from === 0 || isMark(tokens[name.from - 1])
  const text = sentence.slice(tokens[name.from].start, tokens[name.from].start + name.text.length)
  return isFirst && !/^Mr/.test(text) ? text.replace(OPENER, '') : text
}

function describe(sentence: string, tokens: Token[], name: Name, title: string): string {
  const first = descriptionStart(tokens, name.from)
  const words = sentence.slice(tokens[first].start, tokens[name.from].start)
  const before = `${ownerBefore(sentence, tokens, first)} ${words}`
  const rest = sentence.slice(tokens[name.to - 1].end)
  const after =
    /^ of (?:the )?(?:\p{Lu}[\p{L}’'-]+ ?)+|^, [^,.;:“”"]{3,80}(?=,|\.|$)/u.exec(rest)?.[0] ?? ''
  return `${before} ${title} ${isDescription(after) ? after : ''}`.replace(/\s+/g, ' ').trim()
}

function isDescription(after: string): boolean {
  if (/^, (?:and|but|or|while|as)\b/.test(after)) return false
  return /^ of /.test(after) || after.split(/\W+/).some((word) => ROLES.has(word.toLowerCase()))
}

/** Walks back over "Kremlin spokesman ", "the United Nations special envoy, ", "the president of Sarvia, ". */
function descriptionStart(tokens: Token[], from: number): number {
  const before = backOver(tokens, from)
  if (tokens[before - 1]?.word !== ',') return before
  const apposed = backOver(tokens, before - 1)
  const hasRole = tokens.slice(apposed, before).some(({ lower }) => ROLES.has(lower))
  return hasRole ? apposed : before
}

/** Of "The African Union …, its spokeswoman," whom "its" means: what the sentence names first. */
function ownerBefore(sentence: string, tokens: Token[], at: number): string {
  if (!/^(?:its|his|her)$/.test(tokens[at - 1]?.lower ?? '')) return ''
  const [owner] = namesIn(sentence, tokens)
  return owner && owner.to < at ? owner.text : ''
}

function backOver(tokens: Token[], from: number): number {
  let at = from
  while (at > 0 && describes(tokens[at - 1], tokens[at - 2])) at -= 1
  return at
}

/** "security and defence adviser"; but of "Trump and Putin" neither describes the other. */
function describes({ word, lower, possessive }: Token, before?: Token): boolean {
  if (lower === 'and') return before !== undefined && ROLE_ADJECTIVES.has(before.lower)
  return (
    /^\p{Lu}/u.test(word) ||
    possessive ||
    ROLES.has(lower) ||
    ROLE_ADJECTIVES.has(lower) ||
    /^(?:the|of|for|'s)$/.test(lower)
  )
}

function add(people: Map<string, KnownPerson>, { name, description }: Mention): void {
  const words = name.split(' ')
  const known = people.get(name) ?? (words.length === 1 ? people.get(name) : undefined)
  const sides = sidesOf(name, description)
  if (known) {
    for (const side of sides) known.sides.add(side)
    if (!known.description) known.description = description
    return
  }
  const person = { name, sides, description }
  const surname = words[words.length - 1]
  for (const key of [name, surname, surname.replace(ARTICLE, ''), words[0]]) {
    if (!people.has(key)) people.set(key, person)
  }
}

/** "Ansari" is al-Ansari. */
export const ARTICLE = /^(?:[Aa]l|[Ee]l|[Aa]s|[Aa]n|[Aa]d|[Aa]r|[Aa]sh)-(?=\p{Lu})/u

function sidesOf(name: string, description: string): Set<string> {
  const leads = LEADERS.get(name.split(' ').at(-1) as string)
  const described = sidesIn(description.replaceAll(name, ''))
  const isOfState = [...described].some((side) => STATES.has(side))
  return new Set(leads && !isOfState ? [...described, leads] : described)
}
