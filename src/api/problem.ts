import type { Refusal } from '../deadline/refusal.ts'

export type ProblemStatus = 400 | 404 | 405 | 500 | 503

const TITLES: Record<ProblemStatus, string> = {
  400: 'Bad request',
  404: 'Not found',
  405: 'Method not allowed',
  500: 'Something failed here',
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

/** Whether the asker would rather read a page: a browser says so, a program does not. */
export function prefersPage(request: { path: string; accept: string | undefined }): boolean {
  return /\btext\/html\b/.test(request.accept ?? '') && !/\.\w+$/.test(request.path)
}
