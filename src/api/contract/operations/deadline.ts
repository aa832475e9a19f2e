import { ASKING } from '../../parameters.ts'
import type { Operation } from '../operation.ts'
import { deadlineToldShape } from '../shapes/status.ts'
import { at, deadlineName, ultimatum } from './subjects.ts'

export const deadlineOperations: Operation[] = [
  {
    ...{ id: 'getDeadline', tag: 'Deadlines', method: 'get', path: '/deadlines/{slug}.json' },
    summary: 'A deadline',
    description:
      'Its status, and every report that this was worked out from. Unknown parameters are refused.',
    names: deadlineName,
    query: ASKING,
    answers: {
      200: {
        description: 'Its status and its log.',
        ...{ type: 'application/json', schema: deadlineToldShape },
      },
    },
    problems: [400, 404],
    examples: {
      july: {
        summary: 'An ultimatum on its seventh day',
        ...{ names: { slug: ultimatum }, query: { at }, status: 200 },
      },
    },
  },
]
