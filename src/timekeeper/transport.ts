/** What the ways of delivering have in common. */
import type { EpochSeconds } from '../deadline/instant.ts'
import type { LedgerEvent } from '../ledger/events.ts'
import type { Subscription } from '../ledger/subscriptions.ts'

/** What came of sending something to an address. */
export type Sent =
  | { outcome: 'delivered' }
  | { outcome: 'skipped' }
  | { outcome: 'later'; at: EpochSeconds }
  /** `retryAfter`: the seconds that the other side asks for, or null. */
  | { outcome: 'failed'; why: string; retryAfter: number | null }
  /** The other side wants nothing any more. */
  | { outcome: 'gone'; why: string }

export interface Carrier {
  /** What of that which is due goes together, so that the newest stands for all before it. */
  joins: 'nothing' | 'deadline' | 'everything'
  /** Sends events that go together, oldest first. */
  send(subscription: Subscription, events: LedgerEvent[], now: EpochSeconds): Promise<Sent>
}
