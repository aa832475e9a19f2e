/** Numbers as news writes them: figures, or words up to ninety-nine. */

const ONES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** Matches a count: figures of up to four digits, a word, "a", "a couple of". */
export const NUMBER = `\\d{1,4}|a couple of|an?|another|(?:${TENS.join('|')})(?:[- ](?:${ONES.slice(0, 9).join('|')}))?|${[...ONES].reverse().join('|')}`

/** The number that NUMBER has matched. */
export function readNumber(text: string): number {
  const lower = text.toLowerCase()
  if (/^\d/.test(lower)) return Number(lower)
  if (lower === 'a couple of') return 2
  if (/^(an?|another)$/.test(lower)) return 1
  const [first, second] = lower.split(/[- ]/)
  const tens = TENS.indexOf(first)
  if (tens < 0) return ONES.indexOf(first) + 1
  return (tens + 2) * 10 + (second ? ONES.indexOf(second) + 1 : 0)
}
