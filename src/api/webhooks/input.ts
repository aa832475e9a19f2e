/** What a webhook is asked for by. */
import * as z from 'zod'
import { EVENTS, inOrder } from '../../deadline/event.ts'
import { optional, slug } from '../../deadline/fields.ts'

export const webhookInputSchema = z.strictObject({
  url: z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(2000, 'must have at most 2,000 characters')
    .describe('Where to send: https, on the public internet, at port 443 or 8443.')
    .meta({ examples: ['https://example.org/hook'] }),
  topic: optional(slug).describe('Only of this topic;'),
  deadline: optional(slug).describe('or of this deadline. Neither is everything.'),
  events: z
    .array(z.enum(EVENTS))
    .min(1, 'must have one at least; leave it out for all')
    .optional()
    .transform((events) => inOrder(events ?? [...EVENTS]))
    .describe('Which events; all of them where it is left out.'),
})

export type WebhookInput = z.output<typeof webhookInputSchema>
