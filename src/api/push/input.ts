/** What a browser sends to be told: one schema for each, which the contract describes by the same. */
import * as z from 'zod/mini'
import { EVENTS } from '../../deadline/event.ts'
import { atMost, optional, slug, uuid, zone } from '../../deadline/fields.ts'

const time = z
  .string()
  .check(
    z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 22:00'),
    z.meta({ examples: ['22:00'] }),
  )

/** An uncompressed point of P-256 is 65 bytes that begin with a 4; the secret has 16 (RFC 8291). */
const point = z
  .string()
  .check(
    z.regex(/^B[\w-]{86}=?$/, 'must be the browser’s public key: 65 bytes in the URL’s base64'),
  )
const secret = z
  .string()
  .check(z.regex(/^[\w-]{22}(==)?$/, 'must be the browser’s secret: 16 bytes in the URL’s base64'))

const quietSchema = z.strictObject({
  from: time,
  to: time.check(z.describe('Not later than from: of the next morning. The same: there are none.')),
  zone: zone.check(z.describe('Where the reader is; their day begins at its midnight.')),
})

const formerSchema = z.strictObject({
  id: uuid,
  key: z.string().check(atMost(100), z.describe('The key that opens it.')),
})

/** What browsers have beside it, now or in time to come, is none of ours. */
const subscriptionSchema = z.object({
  endpoint: z.string().check(atMost(2000), z.meta({ format: 'uri' })),
  expirationTime: optional(z.number()),
  keys: z.object({ p256dh: point, auth: secret }),
})

export const pushInputSchema = z
  .strictObject({
    subscription: subscriptionSchema.check(
      z.describe('A PushSubscription, as a browser gives it as JSON.'),
    ),
    topic: optional(slug).check(z.describe('Only of this topic.')),
    deadline: optional(slug).check(z.describe('Only of this deadline.')),
    events: z
      ._default(
        z
          .array(z.enum(EVENTS))
          .check(
            z.minLength(1, 'must have one at least'),
            z.maxLength(EVENTS.length, `must have at most ${EVENTS.length}, each once`),
          ),
        [...EVENTS],
      )
      .check(z.describe('Which events; all of them unless it is said.')),
    quiet: optional(quietSchema).check(
      z.describe(
        'When not to disturb: what comes then is told at its end. Without it there are no quiet hours, and days are those of UTC.',
      ),
    ),
    former: optional(formerSchema).check(
      z.describe(
        'One that it had at another address, whose place this takes, with what that had still to tell.',
      ),
    ),
    most: z
      ._default(
        z
          .int('must be a whole number')
          .check(z.minimum(1, 'must be at least 1'), z.maximum(50, 'must be at most 50')),
        5,
      )
      .check(z.describe('Notifications a day. An outcome is told in any case.')),
  })
  .check(
    z.refine(({ topic, deadline }) => topic === null || deadline === null, {
      path: ['deadline'],
      error: 'must be null where a topic is given',
    }),
  )

export const proofSchema = z.strictObject({
  id: uuid,
  proof: z.string().check(atMost(100), z.describe('As the push has it.')),
})

export type PushInput = z.output<typeof pushInputSchema>
