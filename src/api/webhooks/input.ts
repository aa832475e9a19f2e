/** What a webhook is asked for by. */
import * as z from 'zod/mini'
import { EVENTS, inOrder } from '../../deadline/event.ts'
import { optional, slug } from '../../deadline/fields.ts'

export const webhookInputSchema = z.strictObject({
  url: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'must not be empty'),
      z.maxLength(2000, 'must have at most 2,000 characters'),
      z.describe('Where to send: https, on the public internet, at port 443 or 8443.'),
      z.meta({ examples: ['https://example.org/hook'] }),
    ),
  topic: optional(slug).check(z.describe('Only of this topic;')),
  deadline: optional(slug).check(z.describe('or of this deadline. Neither is everything.')),
  events: z
    .pipe(
      z.optional(
        z
          .array(z.enum(EVENTS))
          .check(z.minLength(1, 'must have one at least; leave it out for all')),
      ),
      z.transform((events) => inOrder(events ?? [...EVENTS])),
    )
    .check(z.describe('Which events; all of them where it is left out.')),
})

export type WebhookInput = z.output<typeof webhookInputSchema>
