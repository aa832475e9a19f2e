import * as z from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathItemObject } from 'zod-openapi'
import { WEBHOOK_FORMAT, WEBHOOK_KEY } from '../../parameters.ts'
import { webhookInputSchema } from '../../webhooks/input.ts'
import type { Operation } from '../operation.ts'
import {
  challengeEnvelopeShape,
  eventEnvelopeShape,
  testEnvelopeShape,
} from '../shapes/envelope.ts'
import { endedWebhookShape, newWebhookShape, webhookShape } from '../shapes/webhooks.ts'

const tag = 'Webhooks'
const type = 'application/json'

const webhookName = z.object({
  id: z
    .string()
    .regex(/^[0-9a-f]+(-[0-9a-f]+)+$/)
    .describe('The webhook’s id.'),
})

/** The one that the first example subscribes. */
const names = { id: '5c2f0f0e-2026-4123-8a00-000000000001' }
const query = { key: 'I0htkrfcASZLcJW63wQpTnOYveIHLFF2' }

export const webhookOperations: Operation[] = [
  {
    ...{ id: 'subscribeWebhook', tag, method: 'post', path: '/webhooks' },
    summary: 'Subscribe an address',
    description:
      'It is sent a webhook.challenge. Where its answer gives the challenge back, deliveries begin at once; else once somebody has opened the link confirm and pressed its button, within 24 hours. At most 20 to an address.',
    query: WEBHOOK_FORMAT,
    body: {
      type,
      schema: webhookInputSchema.check(
        z.meta({ id: 'WebhookInput', description: 'An address to tell.' }),
      ),
    },
    answers: {
      201: {
        description: 'The webhook, and the only time its secret is shown.',
        ...{ type, schema: newWebhookShape },
        headers: z.object({ Location: z.string().describe('Its page, which its key opens.') }),
      },
    },
    problems: [400, 409, 413, 415, 429],
    examples: {
      deadline: {
        summary: 'Of a deadline, what moves it and what came of it',
        body: {
          url: 'https://hooks.example.org/eleventh-hour',
          deadline: 'russia-50-days',
          events: ['moved', 'outcome'],
        },
        status: 201,
      },
    },
  },
  {
    ...{ id: 'getWebhook', tag, method: 'get', path: '/webhooks/{id}.json' },
    summary: 'How a webhook is',
    description:
      'Takes its key, which is in the address of its page: as key, or as Authorization: Bearer.',
    names: webhookName,
    query: WEBHOOK_KEY,
    answers: { 200: { description: 'The webhook.', type, schema: webhookShape } },
    problems: [404],
    examples: { deadline: { summary: 'A webhook', names, query, status: 200 } },
  },
  {
    ...{ id: 'endWebhook', tag, method: 'delete', path: '/webhooks/{id}' },
    summary: 'End a webhook',
    description: 'Nothing more is sent. It takes its key, as above.',
    names: webhookName,
    query: WEBHOOK_KEY,
    answers: { 200: { description: 'It is no more.', type, schema: endedWebhookShape } },
    problems: [404],
    examples: { deadline: { summary: 'The same one', names, query, status: 200 } },
  },
]

const header = (description: string) => z.string().describe(description)

/** By which a receiver tells our own from others'. */
const signature = z.object({
  'webhook-id': header('The event’s id: the same in every try.'),
  'webhook-timestamp': header('When it was sent, in seconds since 1970.'),
  'webhook-signature': header('By Standard Webhooks; two while a secret is being replaced.'),
})

function sent(operationId: string, summary: string, schema: z.ZodType): ZodOpenApiPathItemObject {
  const post: ZodOpenApiOperationObject = {
    ...{ operationId, summary, tags: [tag] },
    requestParams: { header: signature },
    requestBody: { required: true, content: { [type]: { schema } } },
    responses: {
      '2XX': { description: 'Taken. Redirects are not followed, and after 10 s it is given up.' },
      '410': { description: 'Gone: nothing more is sent.' },
      default: { description: 'Sent again, with longer and longer waits, up to a day.' },
    },
  }
  return { post }
}

/** What we send, as OpenAPI 3.1 describes it: with the receiver as the server. */
export const SENT = {
  event: sent('receiveEvent', 'An event', eventEnvelopeShape),
  challenge: sent('receiveChallenge', 'Whether it agrees', challengeEnvelopeShape),
  test: sent('receiveTest', 'A test', testEnvelopeShape),
}
