/** What a screen reader is told of a page that is left open: little, and not often. */
import type { Count } from '../count.ts'

const UNITS = [86_400, 3600, 60]

/**
 * Changes when a count is worth telling again: by the day, on the last day by the hour, in the last
 * hour by the minute, and each time when it comes to a whole one.
 */
export function stepOf(count: Count): string {
  if (!('seconds' in count)) return JSON.stringify(count)
  const unit = UNITS.find((each) => count.seconds > each)
  return unit ? `${Math.ceil(count.seconds / unit)} × ${unit}` : 'last'
}

const MINUTE = 60

/** Tells the latest count and the latest news, a minute apart at the least; `at` in seconds. */
export function announcer(say: (text: string) => void, write: (count: Count) => string) {
  let step = ''
  let told = ''
  let news = ''
  let lastAt = Number.NEGATIVE_INFINITY
  return {
    /** Something has happened: it is told with the count, whether that has come a step further or not. */
    tell(what: string): void {
      news = what
    },
    tick(at: number, count: Count | null): void {
      const here = count ? stepOf(count) : ''
      if (count && (news || (step && here !== step))) told = write(count)
      step = here
      // A clock that is set back must not silence it for so long.
      if (!(told || news) || Math.abs(at - lastAt) < MINUTE) return
      say([news, told].filter(Boolean).join('. '))
      told = ''
      news = ''
      lastAt = at
    },
  }
}
