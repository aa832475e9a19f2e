/** What is answered about webhooks, and what they are sent. */
import * as z from 'zod'
import { EVENTS } from '../../../deadline/event.ts'
import { WEBHOOK_FORMATS } from '../../../page/subscribe/webhook-formats.ts'
import { instant, orNull, slug, uuid, words } from './fields.ts'

const told = {
  topic: orNull(slug),
  deadline: orNull(slug),
  events: z.array(z.enum(EVENTS)),
  format: z.enum(WEBHOOK_FORMATS),
}

const failure = orNull(words).describe('What was last wrong, in words.')
const page = z.url().describe('Its page, with its key, where it is changed and ended.')

export const newWebhookShape = z
  .strictObject({
    id: uuid,
    url: z.url(),
    ...told,
    state: z
      .enum(['active', 'pending'])
      .describe('Active where it has agreed; else pending, for 24 hours.'),
    failure,
    secret: words.describe('What deliveries are signed with; shown this once.'),
    page,
  })
  .meta({ id: 'NewWebhook', description: 'A webhook as it was subscribed.' })

export const webhookShape = z
  .strictObject({
    id: uuid,
    host: words.describe('Of its address: the whole of it may be a secret.'),
    ...told,
    state: z
      .enum(['pending', 'active', 'off'])
      .describe('Off where every try has failed for three days, or it answered 410.'),
    createdAt: instant,
    confirmBy: orNull(instant).describe('Until when a pending one can be confirmed.'),
    delivered: z.int().min(0),
    deliveredAt: orNull(instant),
    failingSince: orNull(instant).describe(
      'Since when every try has failed; null where it does not fail.',
    ),
    failure,
    waiting: z.int().min(0).describe('How many deliveries are still tried.'),
    dead: z.int().min(0).describe('How many were given up.'),
    page,
  })
  .meta({ id: 'Webhook', description: 'How a webhook is.' })

export const endedWebhookShape = z
  .strictObject({ id: uuid, state: z.literal('ended') })
  .meta({ id: 'EndedWebhook', description: 'A webhook that is no more.' })

export type NewWebhookAnswer = z.output<typeof newWebhookShape>
export type WebhookAnswer = z.output<typeof webhookShape>
export type EndedWebhookAnswer = z.output<typeof endedWebhookShape>
