/** When a delivery that failed is tried again. */

/** The first wait, in seconds; each next one is four times as long, */
const FIRST = 5
const FACTOR = 4
/** and the last one a day. */
const LONGEST = 24 * 3600

/**
 * Seconds to wait after so many failed attempts: 5, 20, 80 … up to a day, with up to a tenth more
 * (`chance`, from 0 to 1) so that those who failed together do not come back together. Null after
 * the wait of a day: that was the last attempt.
 */
export function waitAfter(attempts: number, chance: number): number | null {
  const wait = FIRST * FACTOR ** (attempts - 1)
  if (wait / FACTOR >= LONGEST) return null
  return Math.round(Math.min(wait, LONGEST) * (1 + chance / 10))
}
