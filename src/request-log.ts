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

/** The route that a request belongs to, such as `/deadlines/:slug`; null where there is none. */
export type RouteOf = (request: Request) => string | null

/** Wraps whatever answers requests, so that each is logged: the app, or what stands before it. */
export function logRequests<Environment>(
  answer: Answer<Environment>,
  routeOf: RouteOf,
): Answer<Environment> {
  return async (request, env, context) => {
    const began = Date.now()
    let response: Response | null = null
    try {
      response = await answer(request, env, context)
      return response
    } finally {
      writeLine(request.method, routeOf(request), response, Date.now() - began)
    }
  }
}

/**
 * On Cloudflare the clock stands still while code runs: `milliseconds` is what was waited for, the
 * database above all, until the answer began. What was computed stands in Cloudflare's own CPU time.
 */
function writeLine(
  method: string,
  route: string | null,
  response: Response | null,
  milliseconds: number,
): void {
  const status = response?.status ?? 500
  const language = response?.headers.get('content-language') ?? null
  // biome-ignore lint/suspicious/noConsole: the one line that is no error
  console.log(JSON.stringify({ event: 'request', method, route, status, milliseconds, language }))
}
