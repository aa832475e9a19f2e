import type { Router } from 'hono/router'
import { getPath } from 'hono/utils/url'

/** What a router keeps of each route, beside what answers there. */
type Routed = [unknown, { path: string }]

/** Addresses whose routes are remembered: to match one takes more memory than all else of an answer that is kept. */
const MOST_KNOWN = 1000
/** Longer ones are not: anybody may ask for anything. */
const LONGEST_KNOWN = 200

/**
 * Gives the route that a request belongs to, as logs name it; null where it belongs to none. Routes
 * are all there once the first request comes.
 */
export function namingRoutes<T>(
  router: Router<[T, Routed[1]]>,
): (request: Pick<Request, 'method' | 'url'>) => string | null {
  const known = new Map<string, string | null>()
  return (request) => {
    // As Hono does: a HEAD is answered by the route of the GET.
    const method = request.method === 'HEAD' ? 'GET' : request.method
    const { url } = request
    const isKnown = method === 'GET' && url.length <= LONGEST_KNOWN
    if (!isKnown) return routeName(router, method, request)
    const found = known.get(url)
    if (found !== undefined) return found
    const name = routeName(router, method, request)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(url, name)
    return name
  }
}

function routeName<T>(
  router: Router<[T, Routed[1]]>,
  method: string,
  request: Pick<Request, 'url'>,
): string | null {
  const [matched] = router.match(method, getPath(request as Request)) as [
    [Routed, unknown][],
    unknown?,
  ]
  const route = matched.findLast(([[, { path }]]) => !path.endsWith('/*'))
  return route ? nameOf(route[0][1].path) : null
}

const names = new Map<string, string>()

/** Written once a route, and not once a request. */
function nameOf(path: string): string {
  const name = names.get(path) ?? withoutPatterns(path)
  names.set(path, name)
  return name
}

/** `/deadlines/:file{[a-z]+\.json}` as `/deadlines/:file.json`. */
function withoutPatterns(path: string): string {
  return path.replace(/\{[^}]*?((?:\\\.[a-z]+)*)\}/g, (_, suffix) => suffix.replaceAll('\\', ''))
}
