/** Sending to a browser, through the push service that it has named: sealed, so that only it can read. */
import { encryptNotification, vapidHeaders } from '@block65/webcrypto-web-push'
import type { D1Database } from '@cloudflare/workers-types'
import { type Answer, type NoAnswer, post, sentBy } from '../post.ts'
import type { Sent } from '../transport.ts'
import type { PushDetails } from './details.ts'
import type { PushMessage, Sending } from './message.ts'
import { vapidKeys } from './vapid.ts'

export interface Receiver {
  /** The endpoint. */
  address: string
  keys: PushDetails['keys']
  /** The tracker's own, whom a push service may turn to. */
  site: string
}

export async function sendPush(
  db: D1Database,
  receiver: Receiver,
  message: PushMessage,
  { ttl, topic, urgency }: Sending,
): Promise<Sent> {
  const body = await seal(receiver, message)
  const headers = {
    ...(await authorization(db, receiver)),
    ...{ ttl: String(ttl), topic, urgency },
    ...{ 'content-encoding': 'aes128gcm', 'content-type': 'application/octet-stream' },
  }
  return sentByService(await post(receiver.address, headers, body))
}

/** By RFC 8291; padded, so that its length tells nothing. */
function seal({ address, keys }: Receiver, message: PushMessage): Promise<Uint8Array> {
  const subscription = { endpoint: address, expirationTime: null, keys }
  return encryptNotification(subscription, new TextEncoder().encode(JSON.stringify(message)))
}

/** The library signs for https alone, which is right but for a push service on one's own machine. */
async function authorization(db: D1Database, { address, keys, site }: Receiver) {
  const endpoint = address.replace(/^http:/, 'https:')
  const vapid = { ...(await vapidKeys(db)), subject: site }
  const { headers } = await vapidHeaders({ endpoint, expirationTime: null, keys }, vapid)
  return headers
}

/** To a push service, an endpoint that it does not know has ended (RFC 8030, section 7.3). */
function sentByService(answer: Answer | NoAnswer): Sent {
  if (answer.status === 404) return { outcome: 'gone', why: 'it answered 404: not found' }
  return sentBy(answer)
}
