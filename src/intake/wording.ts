/** The words of a draft that an editor corrects: title, demand, threat, quote. */
import type { Kind } from '../deadline/deadline.ts'

const LONGEST_LINE = 200
const LONGEST_WORDS = 2000

/** With a capital, as a field of several words has it; null for none. */
export function asSentence(words: string | null): string | null {
  const text = cut(words ?? '', LONGEST_WORDS)
  return text ? text[0].toUpperCase() + text.slice(1) : null
}

/** What a field of one line takes, or null where nothing is left: see deadline/fields.ts. */
export function asLine(text: string | null): string | null {
  return cut(text ?? '', LONGEST_LINE) || null
}

function cut(text: string, most: number): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, most).trim()
}

/** The source's own words, where the sentence has a stretch of them; null for a word or two. */
export function quoteIn(sentence: string): string | null {
  const quotes = [...sentence.matchAll(/[“"]([^“”"]+)[”"]/g)].map((found) =>
    found[1].trim().replace(/,$/, ''),
  )
  const longest = quotes.filter((quote) => quote.split(' ').length >= 3)
  return longest.length > 0 ? cut(longest.join(' … '), LONGEST_WORDS) : null
}

const NAMES: Record<Kind, string> = { talks: 'Talks', ultimatum: 'Ultimatum', deadline: 'Deadline' }

export interface TitleParts {
  kind: Kind
  /** The noun of the event, or null. */
  noun: string | null
  sides: string[]
  place: string | null
  issuer: string | null
  demand: string | null
}

/** "Talks: Russia and Ukraine, Istanbul"; "Ultimatum: Leave Kuwait". A single line. */
export function titleOf({ kind, noun, sides, place, issuer, demand }: TitleParts): string {
  const name = kind === 'deadline' && noun ? noun[0].toUpperCase() + noun.slice(1) : NAMES[kind]
  const parties = sides.slice(0, 3).join(sides.length === 2 ? ' and ' : ', ')
  const matter = kind === 'ultimatum' ? (demand ?? issuer ?? parties) : parties
  const rest = [matter, kind === 'ultimatum' ? null : place].filter(Boolean).join(', ')
  const title = rest ? `${name}: ${rest}` : name
  return cut(title, LONGEST_LINE)
}
