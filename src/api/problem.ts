import { parseAccept } from 'hono/utils/accept'
import type { Refusal } from '../deadline/refusal.ts'

export type ProblemStatus = 400 | 404 | 405 | 500 | 501 | 503

const TITLES: Record<ProblemStatus, string> = {
  400: 'Bad request',
  404: 'Not found',
  405: 'Method not allowed',
  500: 'Something failed here',
  501: 'Not implemented',
  503: 'Not available',
}

/** A request that cannot be answered, thrown by a route and written in one place (app.tsx). */
export class Problem extends Error {
  readonly status: ProblemStatus
  readonly errors: Refusal[]

  constructor(status: ProblemStatus, detail: string, errors: Refusal[] = []) {
    super(detail)
    this.status = status
    this.errors = errors
  }

  get title(): string {
    return TITLES[this.status]
  }
}

/** RFC 9457. A pointer is a JSON pointer as a URI's fragment, as in the example of its section 3. */
export function problemJson(problem: Problem): Response {
  const body = {
    type: 'about:blank',
    title: problem.title,
    status: problem.status,
    detail: problem.message,
    ...(problem.errors.length > 0 && { errors: problem.errors.map(asFragment) }),
  }
  return new Response(JSON.stringify(body), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
  })
}

function asFragment({ pointer, detail }: Refusal): Refusal {
  return { pointer: `#${pointer}`, detail }
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
