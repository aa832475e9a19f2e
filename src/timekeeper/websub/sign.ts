import { hexOf } from './hex.ts'

/** The value of X-Hub-Signature (WebSub, section 7.1): by SHA-256, since SHA-1 has been broken. */
export async function signatureOf(body: Uint8Array<ArrayBuffer>, secret: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const bytes = new TextEncoder().encode(secret)
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign'])
  return `sha256=${hexOf(await crypto.subtle.sign('HMAC', key, body))}`
}
