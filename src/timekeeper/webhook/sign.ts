/** Signing by Standard Webhooks, and the secrets for it. */
import { Webhook } from 'standardwebhooks'
import type { EpochSeconds } from '../../deadline/instant.ts'
import type { WebhookDetails } from './details.ts'

/** The headers that a receiver verifies: by the secret, and by those before it as long as they are valid. */
export function signed(
  { secret, previous }: Secrets,
  id: string,
  body: string,
  now: EpochSeconds,
): Record<string, string> {
  const secrets = [secret, ...valid(previous, now).map((each) => each.secret)]
  const at = new Date(now * 1000)
  return {
    'webhook-id': id,
    'webhook-timestamp': String(now),
    'webhook-signature': secrets.map((each) => new Webhook(each).sign(id, at, body)).join(' '),
  }
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

const SECRET_BYTES = 32

export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES))
  return `whsec_${btoa(String.fromCharCode(...bytes))}`
}
