/** That a date is an event’s. */
import type { Kind } from '../../deadline/deadline.ts'
import type { Head } from './head.ts'

export interface EventTie {
  role: 'event'
  /** `same`: whatever the article has told of last ("the deadline", "they"). */
  kind: Kind | 'same'
  past: boolean
  /** Whether the text says that it is only likely then. */
  doubtful: boolean
  /** The verb or noun that tells of it, */
  head: Head
  /** and the noun that names it, where one does. */
  noun: Head | null
  /** Where the date stands, or the head of what has none. */
  at: number
}

/** Past and doubtful as its head is, unless the caller knows better. */
export function eventTie(
  kind: Kind | 'same',
  head: Head,
  noun: Head | null,
  past = head.tense === 'past',
): EventTie {
  const doubtful = !past && head.doubtful
  return { role: 'event', kind, past, doubtful, head, noun, at: head.start }
}
