import * as z from 'zod'
import { hubRequestSchema } from '../../hub/request.ts'
import type { Operation } from '../operation.ts'

const callback = 'https://subscriber.example/callback/8f14e45f'

export const hubOperations: Operation[] = [
  {
    ...{ id: 'askHub', tag: 'Feeds', method: 'post', path: '/hub' },
    summary: 'Have a feed sent to you',
    description:
      'WebSub, for every feed of this tracker. The callback is asked by GET whether it wants this, and has to answer with hub.challenge and nothing else; a feed that is none of these is denied there. From then on the feed comes by POST whenever it has something new, signed in X-Hub-Signature (sha256) if there is a secret. What does not arrive is tried again, after longer and longer waits; 410 ends the subscription. Asked again before its lease is over, it is renewed. A callback can have 20 subscriptions, and 1,000 requests can wait for a host to answer (429).',
    body: {
      type: 'application/x-www-form-urlencoded',
      schema: hubRequestSchema.check(
        z.meta({ id: 'HubRequest', description: 'What is asked of the hub.' }),
      ),
    },
    answers: {
      202: {
        description: 'The callback is now asked.',
        ...{ type: 'text/plain', schema: z.string() },
      },
    },
    problems: [400, 413, 415],
    examples: {
      subscribe: {
        summary: 'Subscribe to a feed',
        body: {
          'hub.mode': 'subscribe',
          'hub.topic': 'https://eleventh-hour.example/topics/russia-ukraine-war.atom?only=moves',
          'hub.callback': callback,
          'hub.secret': 'a long random secret',
        },
        status: 202,
      },
      unsubscribe: {
        summary: 'End it',
        body: {
          'hub.mode': 'unsubscribe',
          'hub.topic': 'https://eleventh-hour.example/topics/russia-ukraine-war.atom?only=moves',
          'hub.callback': callback,
        },
        status: 202,
      },
    },
  },
]
