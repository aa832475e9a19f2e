/** What a catalogue's words make of what the ledger says, and of numbers. */
import type { Words } from './en.ts'
import { fill, formFor, type Plural } from './template.ts'

export function nameTopic({ topics }: Pick<Words, 'topics'>, slug: string): string {
  return topics[slug] ?? slug.replaceAll('-', ' ')
}

/** The ledger's text, that stands as a sentence of its own, within one of ours; a name keeps its capital. */
export function withinSentence({ articles }: Pick<Words, 'articles'>, text: string): string {
  const article = articles?.find((each) => text.startsWith(`${each} `))
  return article ? article.toLowerCase() + text.slice(article.length) : text
}

type Counting = Pick<Words, 'count'>

function countOf({ count }: Counting, forms: Plural, number: number): string {
  return fill(formFor(count.locale, forms, number), { number })
}

export function writeTally(
  words: Pick<Words, 'tally'> & Counting,
  deadlines: number,
  reports: number,
  sources: number,
): string {
  const { tally } = words
  return fill(tally.together, {
    deadlines: countOf(words, tally.deadlines, deadlines),
    reports: countOf(words, tally.reports, reports),
    sources: countOf(words, tally.sources, sources),
  })
}

export function writeUndated(words: Pick<Words, 'undated'> & Counting, howMany: number): string {
  return countOf(words, words.undated, howMany)
}
