/** When the timekeeper has to look again. Pure: what is due is looked up elsewhere. */
import type { EpochSeconds } from '../deadline/instant.ts'

/** What the timekeeper can wait for. */
export const WAITED_FOR = ['change', 'delivery', 'intent', 'nudge', 'asked'] as const

/** What the timekeeper waits for; null where there is none of it ahead. */
export interface Ahead extends Record<(typeof WAITED_FOR)[number], EpochSeconds | null> {
  /** A milestone, or a report whose time is yet to come. */
  change: EpochSeconds | null
  /** A delivery that failed and is tried again, or one that waits for the morning. */
  delivery: EpochSeconds | null
  /** A subscriber that did not answer the hub, and is asked again. */
  intent: EpochSeconds | null
  /** A message to the queue, which may have been lost by then. */
  nudge: EpochSeconds | null
  /** What somebody asked for: a write was announced, whose end may never be heard of. */
  asked: EpochSeconds | null
}

export interface Wake {
  at: EpochSeconds
  for: keyof Ahead
}

/**
 * The next instant at which there is something to do, and what: the earliest of what is ahead, in
 * seconds since 1970. Null where nothing is. What is past is due at once: its instant is given as it is.
 */
export function nextWake(ahead: Ahead): Wake | null {
  const instants = Object.entries(ahead) as [keyof Ahead, EpochSeconds | null][]
  return instants.reduce<Wake | null>((earliest, [reason, at]) => {
    if (at === null || (earliest && earliest.at <= at)) return earliest
    return { at, for: reason }
  }, null)
}
