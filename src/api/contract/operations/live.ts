import * as z from 'zod'
import { LIVE } from '../../parameters.ts'
import type { Operation } from '../operation.ts'

export const liveOperations: Operation[] = [
  {
    ...{ id: 'listen', tag: 'Feeds', method: 'get', path: '/live' },
    summary: 'Everything as it comes to pass',
    description:
      'Server-Sent Events without an end. The event is the weightiest of what came to pass, or report for what is no news; its data is the envelope that webhooks are sent, without subscription; its id is for coming back: sent as Last-Event-ID, all that came after it comes first.',
    query: LIVE,
    answers: {
      200: {
        description: 'The stream; here as far as its first event.',
        ...{ type: 'text/event-stream', schema: z.string() },
      },
    },
    problems: [400, 404],
    examples: {
      missed: {
        summary: 'From the first event on',
        query: { 'last-event-id': '0' },
        status: 200,
      },
    },
  },
]
