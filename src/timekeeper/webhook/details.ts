import type { EpochSeconds } from '../../deadline/instant.ts'
import type { WebhookFormat } from '../../page/subscribe/webhook-formats.ts'

/** What is kept of a webhook beside what every subscription has. */
export interface WebhookDetails {
  format: WebhookFormat
  /** As Standard Webhooks writes it: `whsec_` and base64. */
  secret: string
  /** The ones before, and until when deliveries are signed with them too; the newest first. */
  previous: { secret: string; until: EpochSeconds }[]
  /** The key of its page, which every delivery names. */
  key: string
  /** What only the address itself was told, and agrees by; null once it has. */
  challenge: string | null
}
