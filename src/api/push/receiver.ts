/** Whether what a browser gives can be sent to at all. */
import type { Context } from 'hono'
import { opensLoopback } from '../../env.ts'
import { wrongAddress } from '../../timekeeper/address.ts'
import type { AppEnv } from '../context.ts'
import { refuse } from '../desk/body.ts'
import type { PushInput } from './input.ts'

export async function expectReachable(
  c: Context<AppEnv>,
  { endpoint, keys }: PushInput['subscription'],
): Promise<void> {
  const detail = wrongAddress(endpoint, { isLocal: opensLoopback(c.env) })
  if (detail) throw refuse([{ pointer: '/subscription/endpoint', detail }])
  if (await isPoint(keys.p256dh)) return
  throw refuse([{ pointer: '/subscription/keys/p256dh', detail: 'must be a point of P-256' }])
}

/** Whether numbers are a point of the curve can only be tried. */
function isPoint(p256dh: string): Promise<boolean> {
  const base64 = p256dh.replaceAll('-', '+').replaceAll('_', '/').replace('=', '')
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  return crypto.subtle.importKey('raw', bytes, curve, false, []).then(
    () => true,
    () => false,
  )
}
