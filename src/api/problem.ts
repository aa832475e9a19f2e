import { parseAccept } from 'hono/utils/accept'
import type { Refusal } from '../deadline/refusal.ts'
import { en, type ReadingStatus } from '../page/words/en.ts'
import type { ProblemAnswer } from './contract/shapes/problem.ts'

/** What who writes can meet, beside what readers can. */
type WritingStatus = 401 | 403 | 409 | 413 | 415 | 429
export type ProblemStatus = ReadingStatus | WritingStatus

/** Whether a page tells it, in the reader's language. */
export function isForPages(status: ProblemStatus): status is ReadingStatus {
  return status in en.problem
}

const TITLES: Record<ProblemStatus, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too long',
  415: 'Unsupported media type',
  429: 'Too many requests',
  500: 'Something failed here',
  501: 'Not implemented',
  503: 'Not available',
}

export interface ProblemDetails {
  /** What is wrong with which field. */
  errors?: Refusal[]
  /** What HTTP says beside it. */
  headers?: Record<string, string>
}

/** A request that cannot be answered, thrown by a route and written in one place (app.tsx). */
export class Problem extends Error {
  readonly status: ProblemStatus
  readonly errors: Refusal[]
  readonly headers: Record<string, string>

  constructor(
    status: ProblemStatus,
    detail: string,
    { errors = [], headers = {} }: ProblemDetails = {},
  ) {
    super(detail)
    this.status = status
    this.errors = errors
    this.headers = headers
  }

  get title(): string {
    return TITLES[this.status]
  }
}

/** RFC 9457. A pointer is a JSON pointer as a URI's fragment, as in the example of its section 3. */
export function problemJson(problem: Problem): Response {
  const body: ProblemAnswer = {
    type: 'about:blank',
    title: problem.title,
    status: problem.status,
    detail: problem.message,
    ...(problem.errors.length > 0 && { errors: problem.errors.map(asFragment) }),
  }
  return new Response(JSON.stringify(body), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...problem.headers },
  })
}

function asFragment({ pointer, ...rest }: Refusal): Refusal {
  return { pointer: `#${pointer}`, ...rest }
}

/**
 * Whether the asker would rather read a page. A browser asks for one by name; a program that takes
 * anything gets what a program can read, and so does whoever asked for a suffix.
 */
export function prefersPage(path: string, accept: string | undefined): boolean {
  if (/\.\w+$/.test(path)) return false
  const weights = new Map(parseAccept(accept ?? '').map(({ type, q }) => [type, q]))
  const page = weights.get('text/html') ?? 0
  const program = Math.max(...PROGRAM_TYPES.map((type) => weights.get(type) ?? 0))
  return page > 0 && page >= program
}

const PROGRAM_TYPES = ['application/json', 'application/problem+json']
