/** What every operation answers in the same way when it cannot do what it is asked. */
import * as z from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import { type ProblemAnswer, problemShape } from './shapes/problem.ts'

/** The name of the one security scheme. */
export const EDITORS_ONLY = 'token'

interface Described {
  id: string
  description: string
  headers?: z.ZodObject
  example: Omit<ProblemAnswer, 'type' | 'status'>
}

const header = (description: string) => z.string().describe(description)

const PROBLEMS = {
  400: {
    id: 'BadRequest',
    description: 'Something asked for or sent is wrong: errors names each field.',
    example: {
      title: 'Bad request',
      detail: 'Nothing is stored: /kind must be one of ultimatum, talks, deadline.',
      errors: [{ pointer: '#/kind', detail: 'must be one of ultimatum, talks, deadline' }],
    },
  },
  401: {
    id: 'NotSignedIn',
    description: 'There is no token, or no editor has it.',
    headers: z.object({ 'WWW-Authenticate': header('Bearer realm="desk" (RFC 6750).') }),
    example: {
      title: 'Not signed in',
      detail: 'Only editors can do this: send Authorization: Bearer and your token.',
    },
  },
  403: {
    id: 'NotAllowed',
    description: 'This tracker has no editors.',
    example: {
      title: 'Not allowed',
      detail: 'Nobody can write here: no editor is set up in the secret EDITORS.',
    },
  },
  404: {
    id: 'NotFound',
    description: 'There is no such deadline, topic or webhook, or it has another key.',
    example: { title: 'Not found', detail: 'There is no deadline "nowhere".' },
  },
  409: {
    id: 'Conflict',
    description:
      'Something else is recorded under that slug or id; or a webhook’s address has too many, or is switched off.',
    example: {
      title: 'Conflict',
      detail: 'Nothing is stored: july-ultimatum is taken, and says something else: give another.',
      errors: [
        {
          pointer: '#/slug',
          detail: 'july-ultimatum is taken, and says something else: give another',
        },
      ],
    },
  },
  413: {
    id: 'TooLong',
    description: 'The body is longer than 65,536 bytes.',
    example: { title: 'Too long', detail: 'The body must have at most 65536 bytes.' },
  },
  415: {
    id: 'WrongType',
    description: 'The body does not say that it is of the type that is taken here.',
    example: {
      title: 'Unsupported media type',
      detail: 'Send JSON, and say so: Content-Type: application/json.',
    },
  },
  429: {
    id: 'TooManyWrongTokens',
    description:
      'Many wrong tokens, or addresses that did not agree, came from your network lately.',
    headers: z.object({ 'Retry-After': header('How many seconds to wait.') }),
    example: {
      title: 'Too many requests',
      detail: 'Too many wrong tokens came from your address: try again in 1 s.',
    },
  },
  501: {
    id: 'OnlyAsJson',
    description: 'It was asked for as XML.',
    example: {
      title: 'Not implemented',
      detail: 'Here oEmbed is told as JSON: ask for format=json.',
    },
  },
  503: {
    id: 'NotAvailable',
    description: 'The ledger cannot be read.',
    example: { title: 'Not available', detail: 'The ledger cannot be read.' },
  },
} as const satisfies Record<number, Described>

export type ProblemStatus = keyof typeof PROBLEMS

export function problemResponse(status: ProblemStatus): ZodOpenApiResponseObject {
  return RESPONSES[status]
}

/** Made once each, so that the document refers to them. */
const RESPONSES = Object.fromEntries(
  Object.entries(PROBLEMS).map(([status, problem]) => [status, respond(Number(status), problem)]),
)

function respond(status: number, { id, description, headers, example }: Described) {
  const value: ProblemAnswer = { type: 'about:blank', status, ...example }
  return {
    ...{ id, description, headers },
    content: {
      'application/problem+json': { schema: problemShape, examples: { problem: { value } } },
    },
  }
}
