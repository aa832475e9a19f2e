import type { EpochSeconds } from '../../deadline/instant.ts'

/** What is kept of a webhook beside what every subscription has. */
export interface WebhookDetails {
  /** As Standard Webhooks writes it: `whsec_` and base64. */
  secret: string
  /** The one before, and until when deliveries are signed with it too. */
  previous: { secret: string; until: EpochSeconds } | null
  /** The key of its page, which every delivery names. */
  key: string
}
