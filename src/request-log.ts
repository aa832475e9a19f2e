/**
 * One line for each request. Nothing stands in it that a reader has sent: the route is as the code
 * writes it, and of the address, the headers and the bodies nothing is taken.
 */
import type { ExecutionContext } from '@cloudflare/workers-types'

type Answer<Environment> = (
  request: Request,
  env: Environment,
  context: ExecutionContext,
) => Response | Promise<Response>

/** What is known of a request beside what its answer says. */
export interface Known {
  /** The route that it belongs to, such as `/deadlines/:slug`; null where there is none. */
  routeOf(request: Request): string | null
  /** Whether it was answered with what had been worked out for another. */
  wasKept(response: Response): boolean
}

/** Wraps whatever answers requests, so that each is logged. */
export function logRequests<Environment>(
  answer: Answer<Environment>,
  known: Known,
): Answer<Environment> {
  return async (request, env, context) => {
    const began = Date.now()
    let response: Response | null = null
    try {
      response = await answer(request, env, context)
      return response
    } finally {
      const route = known.routeOf(request)
      const kept = response !== null && known.wasKept(response)
      writeLine({ method: request.method, route, ...told(response), kept }, Date.now() - began)
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
  // biome-ignore lint/suspicious/noConsole: the one line that is no error
  console.log(JSON.stringify({ event: 'request', ...line, milliseconds }))
}
