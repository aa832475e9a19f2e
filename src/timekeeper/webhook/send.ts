import type { EpochSeconds } from '../../deadline/instant.ts'
import type { Subscription } from '../../ledger/subscriptions.ts'
import { wrongAddress } from '../address.ts'
import { type Answer, type NoAnswer, post } from '../post.ts'
import type { WebhookDetails } from './details.ts'
import { write } from './format/format.ts'
import type { Parcel } from './parcel.ts'
import { signed } from './sign.ts'

export type Receiver = Pick<Subscription<WebhookDetails>, 'address' | 'details'>

/** Sends a parcel, signed. Whether its address may be sent to is asked anew: settings change. */
export async function send(
  { address, details }: Receiver,
  parcel: Parcel,
  { now, isLocal }: { now: EpochSeconds; isLocal: boolean },
): Promise<Answer | NoAnswer> {
  const wrong = wrongAddress(address, { isLocal })
  if (wrong) return { status: null, why: `its address ${wrong}` }
  const { headers, body } = write(details.format, parcel)
  return post(address, { ...headers, ...(await signed(details, parcel.id, body, now)) }, body)
}
