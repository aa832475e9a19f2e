/** The words of a draft that an editor corrects: title, demand, threat, quote. */
import type { Kind } from '../deadline/deadline.ts'

const LONGEST_LINE = 200
const LONGEST_WORDS = 2000

/** "to accept ten demands", "must leave Kuwait": what is demanded; null where it is not plain. */
export function demandIn(sentence: string, date: { start: number; end: number }): string | null {
  const after =
    /^[^,.;]{0,40}?\bto (\p{Ll}[^,.;]*?)(?=,? or (?:face|else|risk|be|it|they|he|she|the|\p{Lu})|[,.;]|$)/u.exec(
      sentence.slice(date.end),
    )
  const must =
    /\b(?:must|has to|have to|demanded that [^,.;]{2,40}?) (\p{Ll}[^,.;]*?)(?=,? (?:by|before|within|until|no later|or)\b|[,.;]|$)/u.exec(
      sentence,
    )
  const before = /\bto (\p{Ll}(?:(?! to )[^,.;])*)$/u.exec(sentence.slice(0, date.start).trimEnd())
  return sentenceOf(after?.[1] ?? must?.[1] ?? before?.[1])
}

/** "or face war": what is threatened. */
export function threatIn(sentence: string): string | null {
  const found =
    /\bor (?:else )?(?:face|risk|suffer|be met with) ([^.;”"]+)|,? or ((?:the |it |they |he )?[^,.;]{2,40} (?:would|will) [^.;”"]+)/u.exec(
      sentence,
    )
  return sentenceOf(found?.[1] ?? found?.[2])
}

function sentenceOf(words: string | undefined): string | null {
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
