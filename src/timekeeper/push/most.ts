/** How many notifications a reader gets in a day. Pure. */
import type { LedgerEvent } from '../../ledger/events.ts'

/** Which events were shown on a reader's day, by their ids: one that is sent again counts once. */
export interface Shown {
  /** ISO 8601, in the reader's zone. */
  day: string
  events: string[]
}

type Told = Pick<LedgerEvent, 'id' | 'events'>

/**
 * Whether an event is one too many for its day. An outcome is not: it ends what all before it was
 * about, and there is one of a deadline. What is sent again after a fault was counted before.
 */
export function isTooMany(
  { id, events }: Told,
  { shown, day, most }: { shown: Shown | null; day: string; most: number },
): boolean {
  const today = shownOn(day, shown)
  return today.length >= most && !today.includes(id) && !events.includes('outcome')
}

export function withShown(shown: Shown | null, day: string, { id }: Told): Shown {
  return { day, events: [...new Set([...shownOn(day, shown), id])] }
}

function shownOn(day: string, shown: Shown | null): string[] {
  return shown?.day === day ? shown.events : []
}
