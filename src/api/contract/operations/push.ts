/** What a browser asks to be notified. The tracker's own page /subscribe does it so. */
import * as z from 'zod'
import { required, taken } from '../../parameter.ts'
import { proofSchema, pushInputSchema } from '../../push/input.ts'
import type { Operation } from '../operation.ts'
import { pushBegunShape, pushKeyShape, pushShape } from '../shapes/push.ts'

const tag = 'Notifications'
const type = 'application/json'

/** Of RFC 8291, section 5. */
const subscription = {
  endpoint: 'https://push.example/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV',
  expirationTime: null,
  keys: {
    p256dh:
      'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  },
}

const wanted = {
  subscription,
  deadline: 'russia-50-days',
  events: ['outcome', 'moved', 'milestone'],
  quiet: { from: '22:00', to: '07:00', zone: 'Europe/Kyiv' },
  most: 5,
}

const id = '7f3a1c52-9d0e-4b68-8a27-0c5d1e9f4b36'
const key = 'I0htkrfcASZLcJW63wQpTnOYveIHLFF2'

const name = z.object({ browser: z.uuid().describe('The subscription’s id.') })
const withKey = {
  key: required(taken, { description: 'The key that it was given.', minLength: 1 }),
}

export const pushOperations: Operation[] = [
  {
    ...{ id: 'getPushKey', tag, method: 'get', path: '/push/key' },
    summary: 'The tracker’s own key',
    description: 'For PushManager.subscribe, as applicationServerKey: it never changes.',
    answers: { 200: { description: 'The key.', type, schema: pushKeyShape } },
    problems: [],
    examples: { now: { summary: 'The key', status: 200 } },
  },
  {
    ...{ id: 'beginPush', tag, method: 'post', path: '/push' },
    summary: 'Be notified',
    description:
      'A first notification is sent at once, with a proof in it. Nothing else is, until the proof is sent back to /push/prove within the hour. An endpoint can have 20 subscriptions; a newer one of the same subject takes the place of the older. The words come in the language that Accept-Language names.',
    body: {
      type,
      schema: pushInputSchema.check(
        z.meta({
          id: 'PushInput',
          description: 'A browser, and what it wants.',
        }),
      ),
    },
    answers: { 201: { description: 'It waits for its proof.', type, schema: pushBegunShape } },
    problems: [400, 404, 409, 413, 415, 429],
    examples: { deadline: { summary: 'Of one deadline, not by night', body: wanted, status: 201 } },
  },
  {
    ...{ id: 'provePush', tag, method: 'post', path: '/push/prove' },
    summary: 'Prove that it is a browser',
    description: 'By what the first notification had in it. Sent twice, it changes nothing.',
    body: {
      type,
      schema: proofSchema.check(z.meta({ id: 'ProofInput', description: 'The id and the proof.' })),
    },
    answers: { 200: { description: 'It will be notified.', type, schema: pushShape } },
    problems: [400, 404, 409, 413, 415],
    examples: {
      proof: { summary: 'The proof', body: { id, proof: 'what-the-push-said' }, status: 200 },
    },
  },
  {
    ...{ id: 'getPush', tag, method: 'get', path: '/push/{browser}' },
    summary: 'How a subscription stands',
    description: 'For whoever has its key.',
    names: name,
    query: withKey,
    answers: { 200: { description: 'How it stands.', type, schema: pushShape } },
    problems: [404],
    examples: {
      own: { summary: 'One’s own', names: { browser: id }, query: { key }, status: 200 },
    },
  },
  {
    ...{ id: 'endPush', tag, method: 'delete', path: '/push/{browser}' },
    summary: 'Be notified no more',
    description: 'For whoever has its key. What was still to be sent is dropped.',
    names: name,
    query: withKey,
    answers: { 200: { description: 'It has ended.', type, schema: pushShape } },
    problems: [404],
    examples: {
      own: { summary: 'One’s own', names: { browser: id }, query: { key }, status: 200 },
    },
  },
]
