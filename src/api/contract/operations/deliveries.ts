import * as z from 'zod'
import { replayInputSchema } from '../../desk/replay-input.ts'
import { DELIVERIES } from '../../parameters.ts'
import type { Operation } from '../operation.ts'
import { deliveriesShape, replayedShape } from '../shapes/deliveries.ts'

const tag = 'Deliveries'
const type = 'application/json'

export const deliveryOperations: Operation[] = [
  {
    ...{ id: 'getDeliveries', tag, method: 'get', path: '/deliveries.json' },
    summary: 'What has not arrived',
    description: 'Deliveries that are still tried, and those that were given up.',
    isForEditors: true,
    query: DELIVERIES,
    answers: { 200: { description: 'The newest event first.', type, schema: deliveriesShape } },
    problems: [400, 401, 403, 429],
    examples: { dead: { summary: 'Given up', query: { state: 'dead' }, status: 200 } },
  },
  {
    ...{ id: 'replayDeliveries', tag, method: 'post', path: '/deliveries/replay' },
    summary: 'Send again what was given up',
    description: 'Of one subscription, or of all. What is switched off gets nothing.',
    isForEditors: true,
    body: {
      type,
      schema: replayInputSchema.check(
        z.meta({ id: 'ReplayInput', description: 'What to send again.' }),
      ),
    },
    answers: { 200: { description: 'How many.', type, schema: replayedShape } },
    problems: [400, 401, 403, 409, 413, 415, 429],
    examples: { all: { summary: 'Of all', body: { subscription: null }, status: 200 } },
  },
]
