import * as z from 'zod'
import { ASKING, LIST, TOPIC_LIST } from '../../parameters.ts'
import type { Operation } from '../operation.ts'
import { boardShape, nextShape } from '../shapes/status.ts'
import { at, topic, topicName } from './subjects.ts'

const tag = 'Board'

const headers = z.object({
  Link: z
    .string()
    .optional()
    .describe('The next page, as rel="next"; left out on the last one (RFC 8288).'),
})

const answer = { description: 'The board.', type: 'application/json', schema: boardShape, headers }

export const boardOperations: Operation[] = [
  {
    ...{ id: 'getStatus', tag, method: 'get', path: '/status.json' },
    summary: 'The board',
    description:
      'Every deadline with its status, narrowed as you like, a page at a time. Unknown parameters are refused.',
    query: LIST,
    answers: { 200: answer },
    problems: [400],
    examples: {
      ultimatums: {
        summary: 'The ultimatums of 21 July 2025',
        query: { at, kind: 'ultimatum' },
        status: 200,
      },
      firstOfMany: {
        summary: 'The first of many: its cursor and its header Link lead on',
        query: { at, limit: '1' },
        status: 200,
      },
    },
  },
  {
    ...{ id: 'getTopic', tag, method: 'get', path: '/topics/{topic}.json' },
    summary: 'The board of a topic',
    description: 'The same for the deadlines of one topic.',
    names: topicName,
    query: TOPIC_LIST,
    answers: { 200: answer },
    problems: [400, 404],
    examples: {
      contested: {
        summary: 'What sources contradict each other on',
        names: { topic },
        query: { at, certainty: 'contested' },
        status: 200,
      },
    },
  },
  {
    ...{ id: 'getNext', tag, method: 'get', path: '/next.json' },
    summary: 'What is due first',
    description:
      'The one deadline whose target comes next, or null. Unknown parameters are refused.',
    query: ASKING,
    answers: { 200: { description: 'It, or null.', type: 'application/json', schema: nextShape } },
    problems: [400],
    examples: {
      july: { summary: 'What was next on 21 July 2025', query: { at }, status: 200 },
    },
  },
]
