/** Who is meant by the words that name a speaker. */
import { isMark, type Token, tokensOf } from '../token.ts'
import { meet, sidesIn } from './allegiance.ts'
import { type Name, namesIn, personIn } from './name.ts'
import { OUTLETS } from './outlets.ts'
import { ARTICLE, type KnownPerson, type People } from './people.ts'
import { STATES } from './states.ts'
import { NAMELESS, ROLES } from './titles.ts'

export interface Speaker {
  name: string
  form: 'person' | 'body' | 'outlet' | 'anonymous'
  /** The sides that it may speak for. */
  sides: Set<string>
  /** What the article says of it, for whether it is a mediator. */
  description: string
}

export const ANONYMOUS = 'Anonymous source'

const SAME =
  /^(?:he|she|they|it|(?:the|a|this|that) (?:statement|note|communiqu[eé]|document|text|message|spokesman|spokeswoman|spokesperson))$/i
const SPOKESMAN =
  /\b(?:spokes(?:man|woman|person|people)|statement|press service|press office|press secretary)\b/i
const SPOKEN_FOR =
  /\b(?:spokes(?:man|woman|person|people)|statement|press service|officials?) (?:for|of|from|by|at) (.+)$/i

/**
 * Whom the words name; null where that is whoever spoke before ("he", "the statement"). A spokesman
 * without a name is his institution, people without a name are an anonymous source.
 */
export function readSpeaker(words: string, people: People): Speaker | null {
  const text = withoutIntroduction(words)
  if (text === '' || SAME.test(text)) return null
  const joint = jointName(text)
  if (joint) return { name: joint, form: 'body', sides: sidesIn(text), description: '' }
  const person = personNamed(text, people)
  if (person)
    return {
      form: 'person',
      ...person,
      sides: new Set([...person.sides, ...sidesIn(text.replaceAll(person.name, ''))]),
    }
  const described = { sides: sidesIn(text), description: text }
  if (isNameless(text)) return { name: ANONYMOUS, form: 'anonymous', ...described }
  const office = roleHolder(text, people)
  if (office) return { form: 'person', ...office }
  const isOutlet = OUTLETS.test(text) && !SPOKESMAN.test(text)
  const outlet = isOutlet ? outletName(text) : null
  return { name: outlet ?? bodyName(text), form: isOutlet ? 'outlet' : 'body', ...described }
}

/** Of "South Korea’s Yonhap news agency" the agency’s own name; null where it has none. */
function outletName(text: string): string | null {
  const known = KNOWN_OUTLET.exec(text)?.[0]
  const named = NAMED_OUTLET.exec(text)?.[1]
  return known ?? (named && !STATES.has(named) ? named : null)
}

const KNOWN_OUTLET = new RegExp(
  `(?<=[’']s |\\p{Ll} )(?=\\p{Lu})(?:${OUTLETS.source})(?= news agency$|$)`,
  'u',
)
const NAMED_OUTLET =
  /(?:^|[’']s )(?:the )?(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*) (?:newspaper|news agency|daily|channel|broadcaster|magazine)$/u

/** "Britain and France": two that speak together. */
function jointName(text: string): string | null {
  const joint =
    /^(?:the )?(?:(?:\p{Lu}[\p{L}.’'-]*|the|of),? ?)+ and (?:the )?(?:\p{Lu}[\p{L}.’'-]* ?)+$/u
  return joint.test(text) ? text.replace(/^the /i, '') : null
}

/** "In Washington the State Department" → "the State Department". */
function withoutIntroduction(words: string): string {
  return words
    .trim()
    .replace(
      /^(?:and|but|while|as|meanwhile|however|separately|for (?:his|her|its|their) part|earlier|later),?\s+/i,
      '',
    )
    .replace(
      /^(?:In|During|After|Through|At) an? (?:\p{Ll}+ ){0,3}(?:statement|speech|interview|letter|post|call|briefing|message|broadcast|address|communiqué|note|telegram|conference|article|video|tweet)(?: (?:in|on|to|with|from|after|at) (?:the )?\p{L}+)?,? /u,
      '',
    )
    .replace(/^(?:In|At|From)\s+(?:\p{Lu}[\p{L}’'-]+,?\s+){1,3}(?=the |a |an |\p{Lu})/u, '')
    .trim()
}

function personNamed(text: string, people: People): KnownPerson | null {
  const tokens = tokensOf(text)
  const named = namesIn(text, tokens)
    .map((name) => ({ name, person: knownPerson(name, people) }))
    .filter((each) => each.person !== null)
  const free = named.find(
    ({ name }) => !name.possessive && !isOfWhom(tokens, name) && closes(tokens[name.to]),
  )
  return free?.person ?? null
}

/** Names end what describes them: of "West African bloc ECOWAS" only the last is one. */
function closes(next: Token | undefined): boolean {
  return (
    !next ||
    isMark(next) ||
    /^(?:of|in|at|for|from|who|on|and|with|also|then|himself|herself)$/.test(next.lower)
  )
}

/** "a spokesman for Mr Eden": not Eden himself. */
function isOfWhom(tokens: { lower: string }[], name: Name): boolean {
  return /^(?:for|of|to|with|in|by|at|from)$/.test(tokens[name.from - 1]?.lower ?? '')
}

function knownPerson({ text }: Name, people: People): KnownPerson | null {
  const person = personIn(text)
  if (person)
    return people.get(person.name) ?? people.get(person.name.split(' ').at(-1) as string) ?? null
  const known = people.get(text)
  return known && !STATES.has(text) && isSurname(text, known.name) ? known : null
}

function isSurname(word: string, name: string): boolean {
  const surname = name.split(' ').at(-1) as string
  return surname === word || surname.replace(ARTICLE, '') === word
}

function isNameless(text: string): boolean {
  const head = text.split(
    /,| (?:who|familiar|briefed|close|with|in|from|of|at|on|to|involved|speaking|there|here)(?: |$)/,
  )[0]
  if (SPOKESMAN.test(head)) return false
  const last = head.trim().split(' ').at(-1) as string
  return (
    /not to be (?:named|identified)|anonymity|unnamed/i.test(text) ||
    (NAMELESS.test(last) && /^\p{Ll}/u.test(last)) ||
    (NAMELESS.test(last) && head === last)
  )
}

/** "The Office of the President": not himself. */
const OFFICE_OF = /\b(?:office|bureau|cabinet|staff) of\b/

/** "The Russian foreign minister" is whom the article calls so elsewhere. */
function roleHolder(text: string, people: People): KnownPerson | null {
  const head = text.split(',')[0].toLowerCase()
  const role = head.split(' ').at(-1) as string
  if (!ROLES.has(role) || SPOKESMAN.test(role) || OFFICE_OF.test(head)) return null
  const sides = sidesIn(text)
  const words = head
    .split(/\W+/)
    .filter((word) => word && !/^(?:the|a|an|his|her|its|their)$/.test(word))
  for (const person of people.values()) {
    const description = person.description.toLowerCase()
    const hasRole = words
      .slice(-2)
      .every((word) => description.includes(word) || sidesIn(text).size > 0)
    const isOneSide = sides.size === 0 || person.sides.size === 0 || meet(sides, person.sides)
    if (description.includes(role) && hasRole && isOneSide) return person
  }
  return null
}

/** As the text writes it, without its article; of a spokesman, the institution that he speaks for. */
function bodyName(text: string): string {
  const spokenFor = SPOKEN_FOR.exec(text)?.[1]
  const words = (spokenFor ?? text)
    .split(',')[0]
    .replace(/ (?:in|during|through|at) (?:an?|its|his|her) .*$/, '')
    .replace(/^(?:the|a|an)\s+/i, '')
    .replace(new RegExp(`\\s+${SPOKESMAN.source}.*$`, 'i'), '')
    .replace(/[’']s$/, '')
    .trim()
  return ownName(words) ?? (words || text)
}

/** A capitalized end after words that only say what it is: "West African bloc ECOWAS" → "ECOWAS". */
function ownName(words: string): string | null {
  const described =
    /(?:^| )([\p{Ll}\d][\p{L}\d-]*) (\p{Lu}[\p{L}\d’'.-]*(?: (?:of |for |and |the )*\p{Lu}[\p{L}\d’'.-]*)*)$/u.exec(
      words,
    )
  return described && !PREPOSITION.test(described[1]) ? described[2] : null
}

const PREPOSITION = /^(?:of|in|for|at|from|to|and|on|the|al|de|with|by)$/
