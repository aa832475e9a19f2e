/** The key that push services know this tracker by (VAPID, RFC 8292). */
import type { D1Database } from '@cloudflare/workers-types'
import { keyOf } from '../../ledger/keys.ts'
import { base64url } from './base64url.ts'

/** Both halves in the URL's base64: the point, uncompressed, and the number. */
export interface KeyPair {
  publicKey: string
  privateKey: string
}

/** Made when it is first needed: browsers are bound to it, so it is never made anew. */
export async function vapidKeys(db: D1Database): Promise<KeyPair> {
  return JSON.parse(await keyOf(db, 'vapid', makeKeys))
}

async function makeKeys(): Promise<string> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const pair = (await crypto.subtle.generateKey(algorithm, true, ['sign'])) as CryptoKeyPair
  const [point, { d }] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey) as Promise<ArrayBuffer>,
    crypto.subtle.exportKey('jwk', pair.privateKey) as Promise<JsonWebKey>,
  ])
  return JSON.stringify({ publicKey: base64url(new Uint8Array(point)), privateKey: d })
}
