/** Delivering what is due to a subscription, in the order of the events of each deadline. */
import type { D1Database } from '@cloudflare/workers-types'
import type { EpochSeconds } from '../deadline/instant.ts'
import type { DeliveryMessage } from '../env.ts'
import {
  type Attempt,
  claim,
  dueByDeadline,
  dueTo,
  letGo,
  settle,
  type Work,
} from '../ledger/deliveries.ts'
import { dropSubscription, type Subscription, type Transport } from '../ledger/subscriptions.ts'
import { waitAfter } from './back-off.ts'
import type { Carrier, Sent } from './transport.ts'

/** The runtime gives work that nobody waits for 30 s (courier.ts); no attempt takes more than 10. */
const BEGIN_WITHIN_SECONDS = 15
const CLAIMED_SECONDS = 40
/** An address at which every try has failed for so long is switched off. */
const OFF_AFTER = 3 * 24 * 3600

export interface Delivering {
  db: D1Database
  carriers: Record<Transport, Carrier>
  clock: () => EpochSeconds
  /** Has the timekeeper look again at an instant. */
  wakeBy: (at: EpochSeconds) => Promise<void>
  /** Says that it is for a receiver to answer now. */
  setOut: () => void
  /** Has the rest delivered by somebody who has time. */
  passOn: (message: DeliveryMessage) => Promise<unknown>
}

/** Delivers all that is due to a subscription, as long as there is time. */
export async function deliver(message: DeliveryMessage, delivering: Delivering): Promise<void> {
  const { subscription: seq, run } = message
  const { db, clock, carriers, passOn } = delivering
  const until = clock() + BEGIN_WITHIN_SECONDS
  do {
    const taking = { now: clock(), run, seconds: CLAIMED_SECONDS }
    const subscription = await claim(db, seq, taking)
    if (!subscription) return
    const isInOrder = carriers[subscription.transport].joins === 'nothing'
    await deliverDue(subscription, run, delivering, until)
    if (!(await letGo(db, seq, { now: clock(), run, isInOrder }))) return
  } while (clock() < until)
  await passOn(message)
}

async function deliverDue(
  claimed: Subscription,
  run: string,
  delivering: Delivering,
  until: EpochSeconds,
): Promise<void> {
  const { db, clock, carriers } = delivering
  const { joins } = carriers[claimed.transport]
  let subscription: Subscription | null = claimed
  while (clock() < until) {
    const due = await dueOf(db, subscription, clock(), joins)
    if (due.length === 0) return
    for (const work of together(due, joins)) {
      if (clock() >= until) return
      subscription = await attempt(subscription, run, work, delivering)
      if (!subscription) return
    }
  }
}

function dueOf(
  db: D1Database,
  { seq }: Subscription,
  now: EpochSeconds,
  joins: Carrier['joins'],
): Promise<Work> {
  if (joins === 'deadline') return dueByDeadline(db, seq, now)
  return dueTo(db, seq, now, { isInOrder: joins === 'nothing' })
}

function together(due: Work, joins: Carrier['joins']): Work[] {
  if (joins === 'everything') return [due]
  const key = ({ event }: Work[number]) => (joins === 'deadline' ? event.deadline : event.id)
  return [...Map.groupBy(due, key).values()]
}

/** Sends, and writes down what came of it. The next attempt is to what it gives; null where there is to be none. */
async function attempt(
  subscription: Subscription,
  run: string,
  due: Work,
  { db, clock, carriers, wakeBy, setOut }: Delivering,
): Promise<Subscription | null> {
  const events = due.map(({ event }) => event)
  setOut()
  const sent = await carriers[subscription.transport]
    .send(subscription, events, clock())
    .catch((error: unknown): Sent => ({ outcome: 'failed', why: String(error), retryAfter: null }))
  const now = clock()
  if (sent.outcome === 'gone' && subscription.transport !== 'webhook') {
    await dropSubscription(db, subscription.id)
    return null
  }
  // The newest stands for all before it: what was tried in vain does not use up its attempts.
  const attempts = (due.at(-1)?.attempts ?? 0) + 1
  const attempted = attemptOf(sent, { subscription, attempts, now })
  if (subscription.transport === 'push' && isOff(attempted)) {
    // There is no page on which anybody could look at it, or turn it on again.
    await dropSubscription(db, subscription.id)
    return null
  }
  const seqs = events.map(({ seq }) => seq)
  const next = await settle(db, { seq: subscription.seq, run }, seqs, attempted, now)
  if ('at' in attempted && attempted.at !== null) await wakeBy(attempted.at)
  return next
}

function isOff(attempted: Attempt): boolean {
  return attempted.outcome === 'failed' && attempted.isOff
}

function attemptOf(
  sent: Sent,
  { subscription, attempts, now }: { subscription: Subscription; attempts: number; now: number },
): Attempt {
  if (sent.outcome === 'gone') return { outcome: 'failed', why: sent.why, at: null, isOff: true }
  if (sent.outcome !== 'failed') return sent
  const { transport, failingSince } = subscription
  // A hub keeps to its subscribers until their leases are over (WebSub, section 7).
  const isOff = transport !== 'websub' && now - (failingSince ?? now) >= OFF_AFTER
  const wait = waitAfter(attempts, Math.random())
  const at = wait === null || isOff ? null : now + Math.max(wait, sent.retryAfter ?? 0)
  return { outcome: 'failed', why: sent.why, at, isOff }
}
