import type { EpochSeconds } from '../deadline/instant.ts'
import type { Due } from '../ledger/deliveries.ts'

/** A message that nothing has come of by then is lost. */
const LOST_AFTER = 60
/**
 * As long as a message is under way, the timekeeper looks so often. This is what makes a next life of
 * it, which remembers none, tell a queue that remembers none either.
 */
const LOOKED_AFTER = 2

/** Whom a queue has been told of: remembered only, since to be told twice does no harm. */
export class Nudges {
  readonly #told = new Map<number, { event: number; at: EpochSeconds }>()

  /** Those that the queue does not know of, or has had no message of for too long. */
  among(due: Due[], now: EpochSeconds): Due[] {
    const waiting = new Set(due.map(({ subscription }) => subscription))
    for (const subscription of this.#told.keys()) {
      if (!waiting.has(subscription)) this.#told.delete(subscription)
    }
    return due.filter(({ subscription, event, nextAt }) => {
      const told = this.#told.get(subscription)
      return !told || event > told.event || nextAt > told.at || now - told.at >= LOST_AFTER
    })
  }

  sent(due: Due[], now: EpochSeconds): void {
    for (const { subscription, event } of due) this.#told.set(subscription, { event, at: now })
  }

  /** When to see what has come of the messages; null where none is under way. */
  next(now: EpochSeconds): EpochSeconds | null {
    return this.#told.size === 0 ? null : now + LOOKED_AFTER
  }
}
