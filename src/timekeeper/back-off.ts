/** When a delivery that failed is tried again. */

/** The first wait, in seconds; each next one is four times as long, */
const FIRST = 5
const FACTOR = 4
/** up to a day. */
const LONGEST = 24 * 3600
/** The last one is three and a quarter days after the first: what an address is given to come back in (OFF_AFTER). */
const ATTEMPTS = 11

/**
 * Seconds to wait after so many failed attempts: 5, 20, 80 … up to a day, with up to a tenth more
 * (`chance`, from 0 to 1) so that those who failed together do not come back together. Null after
 * the last attempt.
 */
export function waitAfter(attempts: number, chance: number): number | null {
  if (attempts >= ATTEMPTS) return null
  const wait = FIRST * FACTOR ** (attempts - 1)
  return Math.round(Math.min(wait, LONGEST) * (1 + chance / 10))
}
