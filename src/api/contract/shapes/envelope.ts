/** What webhooks are sent: the envelope of Standard Webhooks. */
import * as z from 'zod'
import { EVENTS } from '../../../deadline/event.ts'
import { MILESTONES } from '../../../deadline/milestone.ts'
import { MOVES } from '../../../deadline/move.ts'
import { edtf, instant, orNull, uuid, words, zone } from './fields.ts'
import { reportShape } from './ledger.ts'
import { statusShape } from './status.ts'

const statedDate = z.strictObject({ when: edtf, zone: orNull(zone) })

const common = {
  timestamp: instant.describe('When it came to pass.'),
  version: z.literal(1).describe('Rises when a key changes its meaning or goes; keys may come.'),
}

const subscription = z.url().describe('The webhook’s page, where it is changed and ended.')

export const eventEnvelopeShape = z
  .strictObject({
    type: z.enum(EVENTS.map((event) => `deadline.${event}` as const)).describe('The weightiest.'),
    ...common,
    data: z.strictObject({
      id: uuid.describe('The same in webhook-id, in every try and in the feeds.'),
      events: z.array(z.enum(EVENTS)).describe('All that it is.'),
      title: words,
      text: words,
      url: z.url(),
      milestone: orNull(z.enum(MILESTONES)),
      move: orNull(
        z.strictObject({
          kind: z.enum(MOVES),
          from: orNull(statedDate),
          to: orNull(statedDate),
        }),
      ),
      report: orNull(reportShape).describe('What was said; a milestone has none.'),
      now: instant.describe('The instant that the status is of.'),
      deadline: statusShape,
    }),
    subscription,
  })
  .meta({ id: 'EventEnvelope', description: 'What a webhook is sent of an event.' })

export const challengeEnvelopeShape = z
  .strictObject({
    type: z.literal('webhook.challenge'),
    ...common,
    data: z.strictObject({
      challenge: words.describe('To be given back, anywhere in the answer’s text;'),
      confirm: z.url().describe('or a link to a page with a button, for people.'),
    }),
  })
  .meta({ id: 'ChallengeEnvelope', description: 'Asks an address whether it agrees.' })

export const testEnvelopeShape = z
  .strictObject({
    type: z.literal('webhook.test'),
    ...common,
    data: z.strictObject({ text: words }),
    subscription,
  })
  .meta({ id: 'TestEnvelope', description: 'Sent by the button of the webhook’s page.' })
