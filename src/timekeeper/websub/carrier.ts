import type { D1Database } from '@cloudflare/workers-types'
import { absolute, HUB } from '../../href.ts'
import { findSubscription, noteDetail } from '../../ledger/subscriptions.ts'
import { wrongAddress } from '../address.ts'
import { post, sentBy } from '../post.ts'
import type { Carrier, Sent } from '../transport.ts'
import type { Content, Place, Reading } from './content.ts'
import type { WebsubDetails } from './details.ts'
import { signatureOf } from './sign.ts'

/** Sends a feed as it stands to whoever subscribed to it, where that is not what they have. */
export function websubCarrier(
  db: D1Database,
  readFeed: (place: Place) => Promise<Reading>,
  isLocal: boolean,
): Carrier {
  return {
    joins: 'everything',
    send: async ({ id }, _, now) => {
      // Read anew: meanwhile it may have been renewed or ended, and the last delivery is noted in it.
      const subscription = await findSubscription<WebsubDetails>(db, id)
      if (!subscription) return { outcome: 'gone', why: 'it was ended' }
      const { address, site, expiresAt, details } = subscription
      if (expiresAt !== null && expiresAt <= now)
        return { outcome: 'gone', why: 'its lease is over' }
      const wrong = wrongAddress(address, { isLocal })
      if (wrong) return failed(`its address ${wrong}`)
      const reading = await readFeed({ topic: details.topic, site })
      if (!reading.ok) return failed(reading.why)
      const { content } = reading
      if (content.digest === details.digest) return { outcome: 'skipped' }
      const headers = await headersOf(content, details, site)
      const sent = sentBy(await post(address, headers, content.body))
      if (sent.outcome === 'delivered') await noteDetail(db, id, 'digest', content.digest)
      return sent
    },
  }
}

/** By WebSub, section 7. */
async function headersOf({ type, body }: Content, { topic, secret }: WebsubDetails, site: string) {
  return {
    'content-type': type,
    link: `<${absolute(site, HUB)}>; rel="hub", <${topic}>; rel="self"`,
    ...(secret !== null && { 'x-hub-signature': await signatureOf(body, secret) }),
  }
}

function failed(why: string): Sent {
  return { outcome: 'failed', why, retryAfter: null }
}
