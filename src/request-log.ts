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
  /** What it is in, where that is known without its headers. */
  language?: string | null
}

/** The route that a request belongs to, such as `/deadlines/:slug`; null where there is none. */
export type RouteOf = (request: Request) => string | null

/**
 * Wraps whatever answers requests, so that each is logged. What is given at once is passed on at once:
 * a promise for each answer that is kept would only be cleared away again.
 */
export function logRequests<Environment>(
  answer: Answer<[...Asked<Environment>, notes: Notes]>,
  routeOf: RouteOf,
): Answer<Asked<Environment>> {
  return (request, env, context) => {
    const began = Date.now()
    const notes: Notes = { kept: false }
    const log = (response: Response | null) => {
      const { kept, language = response?.headers.get('content-language') ?? null } = notes
      // Without an answer, the runtime gives one of its own.
      const answered = { route: routeOf(request), status: response?.status ?? 500, language, kept }
      writeLine({ method: request.method, ...answered }, Date.now() - began)
    }
    const answered = answer(request, env, context, notes)
    if (!(answered instanceof Response)) return logLater(answered, log)
    log(answered)
    return answered
  }
}

async function logLater(
  answered: Promise<Response>,
  log: (response: Response | null) => void,
): Promise<Response> {
  let response: Response | null = null
  try {
    response = await answered
    return response
  } finally {
    log(response)
  }
}

/**
 * On Cloudflare the clock stands still while code runs: `milliseconds` is what was waited for, the
 * database above all, until the answer began. What was computed stands in Cloudflare's own CPU time.
 */
function writeLine(line: object, milliseconds: number): void {
  console.log(JSON.stringify({ event: 'request', ...line, milliseconds }))
}
