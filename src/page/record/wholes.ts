import { FOLLOWED, type Followed, percentOf, type Tally } from '../../deadline/record.ts'
import { DEMAND_RESULTS, type Result, TALKS_RESULTS } from '../../deadline/report.ts'
import { fill } from '../words/template.ts'
import type { Words } from '../words/words.ts'

/** One way in which cases ended, or were followed up. */
export interface Part {
  name: Result | Followed
  word: string
  count: number
}

/** Some cases, in parts that together are all of them. */
export interface Whole {
  name: 'demands' | 'followed' | 'talks'
  of: number
  parts: Part[]
}

/** The three that are never added up: talks are not ultimatums, a consequence is no result. */
export function wholesOf(words: Words, tally: Tally): Whole[] {
  const result = (name: Result) => ({
    name,
    word: words.result[name],
    count: tally.results[name],
  })
  const followed = (name: Followed) => ({
    name,
    word: name === 'unrecorded' ? words.phrase.notRecorded : alone(words, words.consequence[name]),
    count: tally.followed[name],
  })
  return [
    { name: 'demands', of: tally.demands, parts: DEMAND_RESULTS.map(result) },
    { name: 'followed', of: tally.results.unmet, parts: FOLLOWED.map(followed) },
    { name: 'talks', of: tally.talks, parts: TALKS_RESULTS.map(result) },
  ]
}

/** A word that the catalogue has for within a sentence, by itself. */
function alone({ date }: Words, word: string): string {
  return word.charAt(0).toLocaleUpperCase(date.locale) + word.slice(1)
}

/** "3 of 7 (43%)"; under five cases "3 of 4". */
export function writeShare(words: Words, count: number, of: number): string {
  const percent = percentOf(count, of)
  if (percent === null) return fill(words.phrase.countOf, { count, of })
  return fill(words.phrase.countShare, { count, of, share: writePercent(words, percent) })
}

export function writePercent({ date }: Words, percent: number): string {
  return new Intl.NumberFormat(date.locale, { style: 'percent' }).format(percent / 100)
}
