import type { D1Database } from '@cloudflare/workers-types'
import type { EpochSeconds } from '../../deadline/instant.ts'
import type { LedgerEvent } from '../../ledger/events.ts'
import { findSubscription, noteDetail, type Subscription } from '../../ledger/subscriptions.ts'
import { wrongAddress } from '../address.ts'
import { tellEvent } from '../telling.ts'
import type { Carrier, Sent } from '../transport.ts'
import type { PushDetails } from './details.ts'
import { messageOf, sendingOf, staleAt } from './message.ts'
import { isTooMany, withShown } from './most.ts'
import { dayOf, quietUntil } from './quiet.ts'
import { sendPush } from './send.ts'

/** Delivers to browsers: of what is due of one deadline, the newest. */
export function pushCarrier(
  db: D1Database,
  { title, isLocal }: { title: string; isLocal: boolean },
): Carrier {
  return {
    joins: 'deadline',
    send: async ({ id }, events, now) => {
      // Read anew: what was shown a moment ago counts, and so does what the reader has changed.
      const subscription = await findSubscription<PushDetails>(db, id)
      if (!subscription) return { outcome: 'gone', why: 'it was ended' }
      const wrong = wrongAddress(subscription.address, { isLocal })
      if (wrong) return { outcome: 'failed', why: `its address ${wrong}`, retryAfter: null }
      return sendWithin(db, title, subscription, events, now)
    },
  }
}

/** Sends what the reader is to be told now: not by night, and not more than was asked for. */
async function sendWithin(
  db: D1Database,
  title: string,
  subscription: Subscription<PushDetails>,
  events: LedgerEvent[],
  now: EpochSeconds,
): Promise<Sent> {
  const { id, address, site, details } = subscription
  const { keys, quiet, most, shown } = details
  const at = quiet && quietUntil(quiet, now)
  if (at !== null) return { outcome: 'later', at }
  const day = dayOf(quiet?.zone ?? 'UTC', now)
  // By night, or while the push service was out of order, the time may have run out.
  const event = events.findLast((each) => staleAt(each) > now)
  if (!event) return { outcome: 'skipped' }
  // An outcome comes however much there was, also where something came after it.
  const told = { id: event.id, events: events.flatMap((each) => each.events) }
  if (isTooMany(told, { shown, day, most })) return { outcome: 'skipped' }
  const message = messageOf(await tellEvent(db, event, { url: site, title }))
  const sent = await sendPush(db, { address, keys, site }, message, await sendingOf(event, now))
  if (sent.outcome === 'delivered') await noteDetail(db, id, 'shown', withShown(shown, day, event))
  return sent
}
