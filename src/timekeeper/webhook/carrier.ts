import type { D1Database } from '@cloudflare/workers-types'
import { absolute, webhookPath } from '../../href.ts'
import type { Subscription } from '../../ledger/subscriptions.ts'
import { post, sentBy } from '../post.ts'
import { tellEvent } from '../telling.ts'
import type { Carrier } from '../transport.ts'
import type { WebhookDetails } from './details.ts'
import { envelopeOf } from './envelope.ts'
import { signed } from './sign.ts'

/** Delivers to webhooks, one event at a time. */
export function webhookCarrier(db: D1Database, title: string): Carrier {
  return {
    joins: 'nothing',
    send: async (subscription, [event], now) => {
      const { address, site, id, details } = subscription as Subscription<WebhookDetails>
      const page = absolute(site, webhookPath(id, details.key))
      const body = JSON.stringify(
        envelopeOf(await tellEvent(db, event, { url: site, title }), page),
      )
      const headers = {
        'content-type': 'application/json',
        ...signed(details, event.id, body, now),
      }
      return sentBy(await post(address, headers, body))
    },
  }
}
