/** Signing by Standard Webhooks, and the secrets for it. */
import { Webhook } from 'standardwebhooks'
import type { EpochSeconds } from '../../deadline/instant.ts'
import type { WebhookDetails } from './details.ts'

/** The headers that a receiver verifies: by the secret, and while it is being replaced by the one before too. */
export function signed(
  { secret, previous }: Pick<WebhookDetails, 'secret' | 'previous'>,
  id: string,
  body: string,
  now: EpochSeconds,
): Record<string, string> {
  const secrets = [secret, ...(previous && previous.until > now ? [previous.secret] : [])]
  const at = new Date(now * 1000)
  return {
    'webhook-id': id,
    'webhook-timestamp': String(now),
    'webhook-signature': secrets.map((each) => new Webhook(each).sign(id, at, body)).join(' '),
  }
}

const SECRET_BYTES = 32

export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES))
  return `whsec_${btoa(String.fromCharCode(...bytes))}`
}
