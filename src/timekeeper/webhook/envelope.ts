/** What a webhook is sent: an envelope by Standard Webhooks, with the status in it. */
import { envelopeOf as envelopeOfTelling } from '../envelope.ts'
import type { Telling } from '../telling.ts'

export function envelopeOf(telling: Telling, subscription: string) {
  return {
    ...envelopeOfTelling(telling),
    /** Its page, where it can be changed and ended. */
    subscription,
  }
}
