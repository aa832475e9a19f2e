/**
 * One line for each request. Nothing stands in it that a reader has sent: the route is as the code
 * writes it, and of the address, the headers and the bodies nothing is taken.
 */
import type { ExecutionContext } from '@cloudflare/workers-types'

type Asked<Environment> = [request: Request, env: Environment, context: ExecutionContext]
type Answer<Asked extends unknown[]> = (...asked: Asked) => Response | Promise<Response>

/** What is known of an answer by whoever gives it, beside what it says itself. */
export interface Notes {
  /** Whether it had been worked out for another. */
  kept: boolean
}

/** The route that a request belongs to, such as `/deadlines/:slug`; null where there is none. */
export type RouteOf = (request: Request) => string | null

/** Wraps whatever answers requests, so that each is logged. */
export function logRequests<Environment>(
  answer: Answer<[...Asked<Environment>, notes: Notes]>,
  routeOf: RouteOf,
): Answer<Asked<Environment>> {
  return async (request, env, context) => {
    const began = Date.now()
    const notes = { kept: false }
    let response: Response | null = null
    try {
      response = await answer(request, env, context, notes)
      return response
    } finally {
      const { method } = request
      const line = { method, route: routeOf(request), ...told(response), ...notes }
      writeLine(line, Date.now() - began)
    }
  }
}

/** Without an answer, the runtime gives one of its own. */
function told(response: Response | null) {
  if (response === null) return { status: 500, language: null }
  return { status: response.status, language: response.headers.get('content-language') }
}

/**
 * On Cloudflare the clock stands still while code runs: `milliseconds` is what was waited for, the
 * database above all, until the answer began. What was computed stands in Cloudflare's own CPU time.
 */
function writeLine(line: object, milliseconds: number): void {
  console.log(JSON.stringify({ event: 'request', ...line, milliseconds }))
}
