import type { Router } from 'hono/router'
import { getPath } from 'hono/utils/url'

/** What a router keeps of each route, beside what answers there. */
type Routed = [unknown, { path: string }]

/** The route that a request belongs to, as logs name it; null where it belongs to none. */
export function routeName<T>(router: Router<[T, Routed[1]]>, request: Request): string | null {
  // As Hono does: a HEAD is answered by the route of the GET.
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const [matched] = router.match(method, getPath(request)) as [[Routed, unknown][], unknown?]
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
