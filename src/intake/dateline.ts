/** What stands before a report begins: "GENEVA, July 21 (Reuters) - ", "14:05 GMT: ". */

const CITY = String.raw`\p{Lu}[\p{Lu}’'. -]{2,}(?:[/,-]\s?\p{Lu}[\p{L}’'. ]+)*`
const DAY = String.raw`(?:[.,]?\s+(?:\p{Lu}\p{Ll}+day,?\s*)?(?:\p{Lu}\p{Ll}{2,8}\.?\s+\d{1,2}|\d{1,2}\s+\p{Lu}\p{Ll}{2,8})(?:,?\s+\d{4})?)?`
const AGENCY = String.raw`(?:\s*\([^()]{1,40}\))?`
const DATELINE = new RegExp(`^${CITY}${DAY}${AGENCY}(?:\\s*(?:—|–|--|-)\\s*|:\\s+)`, 'u')
const WEEKDAY_DATELINE = /^\p{Lu}[\p{Lu} ,.'’-]+,\s+\p{Lu}\p{Ll}+day\.?$/u
/** "YEREVAN, November 15. /TASS/." */
const SLASHED = new RegExp(`^${CITY}${DAY}\\.? ?/\\p{Lu}[^/]{1,20}/[.:]?\\s*(?:[—–-]\\s*)?`, 'u')
const CLOCK =
  /^\d{1,2}[:.]\d{2}\s*(?:a\.?m\.?|p\.?m\.?)?\s*(?:[A-Z]{2,4}\b|local time)?\s*(?:[-—–:|]\s*|\s+(?=\p{Lu}))/u

/** How many of a sentence's first characters are no part of what it says. */
export function datelineLength(sentence: string): number {
  if (WEEKDAY_DATELINE.test(sentence)) return sentence.length
  const found = DATELINE.exec(sentence) ?? SLASHED.exec(sentence) ?? CLOCK.exec(sentence)
  return found ? found[0].length : 0
}
