/** Secrets are compared by their SHA-256, in hexadecimal, and each to its end. */

export async function digestOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytesOf(secret))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Whether two digests are the same: how long it takes tells nothing. */
export function areSame(a: string, b: string): boolean {
  const [first, second] = [bytesOf(a), bytesOf(b)]
  return first.length === second.length && crypto.subtle.timingSafeEqual(first, second)
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
