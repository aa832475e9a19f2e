/** Signing by Standard Webhooks 1.0 (standardwebhooks.com), and the secrets for it. */
import type { EpochSeconds } from '../../deadline/instant.ts'
import type { WebhookDetails } from './details.ts'

/** The headers that a receiver verifies: by the secret, and by those before it as long as they are valid. */
export async function signed(
  { secret, previous }: Secrets,
  id: string,
  body: string,
  now: EpochSeconds,
): Promise<Record<string, string>> {
  const secrets = [secret, ...valid(previous, now).map((each) => each.secret)]
  const signatures = secrets.map((each) => sign(each, `${id}.${now}.${body}`))
  return {
    'webhook-id': id,
    'webhook-timestamp': String(now),
    'webhook-signature': (await Promise.all(signatures)).join(' '),
  }
}

const HMAC = { name: 'HMAC', hash: 'SHA-256' }

async function sign(secret: string, told: string): Promise<string> {
  const bytes = Uint8Array.from(atob(secret.slice(PREFIX.length)), (each) => each.charCodeAt(0))
  const key = await crypto.subtle.importKey('raw', bytes, HMAC, false, ['sign'])
  const signature = await crypto.subtle.sign(HMAC, key, new TextEncoder().encode(told))
  return `v1,${base64(new Uint8Array(signature))}`
}

const VALID_SECONDS = 24 * 3600
/** However often it is replaced, a delivery's header stays a line. */
const MOST_SECRETS = 3

/** A new secret; the one before stays valid for a day beside it. */
export function replaceSecret<Details extends Secrets>(
  details: Details,
  now: EpochSeconds,
): Details {
  const before = { secret: details.secret, until: now + VALID_SECONDS }
  const previous = [before, ...valid(details.previous, now)].slice(0, MOST_SECRETS)
  return { ...details, secret: newSecret(), previous }
}

type Secrets = Pick<WebhookDetails, 'secret' | 'previous'>

function valid(previous: WebhookDetails['previous'], now: EpochSeconds) {
  return previous.filter(({ until }) => until > now)
}

const PREFIX = 'whsec_'
const SECRET_BYTES = 32

export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES))
  return PREFIX + base64(bytes)
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
