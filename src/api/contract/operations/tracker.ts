import * as z from 'zod'
import { ASKING } from '../../parameters.ts'
import type { Operation } from '../operation.ts'
import { headShape, healthShape } from '../shapes/tracker.ts'

const tag = 'This tracker'
const type = 'application/json'

export const trackerOperations: Operation[] = [
  {
    ...{ id: 'getHead', tag, method: 'get', path: '/head.json' },
    summary: 'How far the ledger goes',
    description: 'To be asked for often: nothing has changed as long as the head has not.',
    answers: { 200: { description: 'The head and the time.', type, schema: headShape } },
    problems: [],
    examples: { now: { summary: 'Now', status: 200 } },
  },
  {
    ...{ id: 'getHealth', tag, method: 'get', path: '/healthz' },
    summary: 'Whether all is well',
    description:
      'Reads the ledger, and says how much there is, when the timekeeper last rang, what it waits for, and how far deliveries lag.',
    query: { at: ASKING.at },
    answers: { 200: { description: 'It can be read.', type, schema: healthShape } },
    problems: [400, 503],
    examples: { now: { summary: 'Now', status: 200 } },
  },
  {
    ...{ id: 'getMetrics', tag, method: 'get', path: '/metrics' },
    summary: 'The same for Prometheus',
    description: 'Counters and gauges in the text format of Prometheus, version 0.0.4.',
    answers: { 200: { description: 'The figures.', type: 'text/plain', schema: z.string() } },
    problems: [503],
    examples: { now: { summary: 'Now', status: 200 } },
  },
  {
    ...{ id: 'getContract', tag, method: 'get', path: '/openapi.json' },
    summary: 'This description',
    description: 'OpenAPI 3.1, for programs that make clients. The page /docs is made from it.',
    answers: {
      200: {
        description: 'The description.',
        type,
        schema: z.looseObject({ openapi: z.string() }),
      },
    },
    problems: [],
    examples: { whole: { summary: 'The whole of it', status: 200 } },
  },
]
