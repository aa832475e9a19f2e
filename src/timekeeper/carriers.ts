/** The ways in which deliveries are made. */
import type { Bindings } from '../env.ts'
import { opensLoopback, siteTitle } from '../env.ts'
import type { Transport } from '../ledger/subscriptions.ts'
import type { Carrier } from './transport.ts'
import { webhookCarrier } from './webhook/carrier.ts'

export function carriersOf(bindings: Bindings): Record<Transport, Carrier> {
  const [title, isLocal] = [siteTitle(bindings), opensLoopback(bindings)]
  return { webhook: webhookCarrier(bindings.DB, { title, isLocal }) }
}
