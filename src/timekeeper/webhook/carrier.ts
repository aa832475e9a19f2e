import type { D1Database } from '@cloudflare/workers-types'
import { absolute, webhookPath } from '../../href.ts'
import type { Subscription } from '../../ledger/subscriptions.ts'
import { sentBy } from '../post.ts'
import { tellEvent } from '../telling.ts'
import type { Carrier } from '../transport.ts'
import type { WebhookDetails } from './details.ts'
import { eventParcel } from './parcel.ts'
import { send } from './send.ts'

/** Delivers to webhooks, one event at a time. */
export function webhookCarrier(
  db: D1Database,
  { title, isLocal }: { title: string; isLocal: boolean },
): Carrier {
  return {
    joins: 'nothing',
    send: async (subscription, [event], now) => {
      const receiver = subscription as Subscription<WebhookDetails>
      const { id, site, details } = receiver
      const telling = await tellEvent(db, event, { url: site, title })
      const parcel = eventParcel(telling, absolute(site, webhookPath(id, details.key)))
      return sentBy(await send(receiver, parcel, { now, isLocal }))
    },
  }
}
