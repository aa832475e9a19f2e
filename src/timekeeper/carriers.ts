/** The ways in which deliveries are made. */
import type { Bindings } from '../env.ts'
import { opensLoopback, siteTitle } from '../env.ts'
import type { Transport } from '../ledger/subscriptions.ts'
import { pushCarrier } from './push/carrier.ts'
import type { Carrier } from './transport.ts'
import { webhookCarrier } from './webhook/carrier.ts'
import { websubCarrier } from './websub/carrier.ts'
import type { Place, Read } from './websub/content.ts'
import { KeptFeeds } from './websub/kept.ts'

const kept = new KeptFeeds()

/** `read` answers for an address of the tracker's own. */
export function carriersOf(bindings: Bindings, read: Read): Record<Transport, Carrier> {
  const { DB } = bindings
  const [title, isLocal] = [siteTitle(bindings), opensLoopback(bindings)]
  const readFeed = (place: Place) => kept.read(DB, place, read)
  return {
    webhook: webhookCarrier(DB, { title, isLocal }),
    websub: websubCarrier(DB, readFeed, isLocal),
    push: pushCarrier(DB, { title, isLocal }),
  }
}
