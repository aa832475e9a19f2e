import * as z from 'zod'
import { EVENTS } from '../../../deadline/event.ts'
import { instant, orNull, slug, uuid, words } from './fields.ts'

const deliveryShape = z
  .strictObject({
    subscription: uuid,
    transport: words.describe('How it is delivered: webhook, or another way.'),
    host: words.describe('Of its address; the rest of it may be a secret.'),
    subscriptionState: z.enum(['pending', 'active', 'off']),
    event: uuid.describe('The id of its entry in the feeds.'),
    deadline: slug,
    events: z.array(z.enum(EVENTS)),
    recordedAt: instant,
    state: z.enum(['waiting', 'dead']).describe('Still tried, or given up.'),
    attempts: z.int().min(0),
    failure: orNull(words).describe('What was last wrong, in words.'),
    nextAt: orNull(instant).describe('When it is tried next; null where it was given up.'),
  })
  .meta({ id: 'Delivery', description: 'An event that has not arrived at a subscription.' })

export const deliveriesShape = z
  .strictObject({
    now: instant,
    counts: z.strictObject({ waiting: z.int().min(0), dead: z.int().min(0) }),
    deliveries: z.array(deliveryShape).describe('The newest event first.'),
  })
  .meta({ id: 'Deliveries', description: 'What has not arrived.' })

export const replayedShape = z
  .strictObject({ replayed: z.int().min(0).describe('How many are sent again.') })
  .meta({ id: 'Replayed', description: 'What is sent again.' })

export type DeliveriesAnswer = z.output<typeof deliveriesShape>
export type ReplayedAnswer = z.output<typeof replayedShape>
