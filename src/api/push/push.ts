/** Notifications in a reader's browser. None of it is loaded before somebody wants them. */
import { Hono } from 'hono'
import { PUSH, pushPath } from '../../href.ts'
import type { AppEnv } from '../context.ts'
import { ID } from '../slug.ts'

export const push = new Hono<AppEnv>()

const ONE = `${PUSH}/:id{${ID}}` as const

/** What is answered here is one browser's alone, or may have changed. */
push.use(`${PUSH}/*`, async (c, next) => {
  await next()
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'no-referrer')
})

push.get(pushPath('key'), async (c) => (await import('./one.ts')).tellKey(c))
push.post(PUSH, async (c) => (await import('./begin.ts')).begin(c))
push.post(pushPath('prove'), async (c) => (await import('./proof.ts')).prove(c))
push.get(ONE, async (c) => (await import('./one.ts')).tellOwn(c, c.req.param('id')))
push.delete(ONE, async (c) => (await import('./one.ts')).end(c, c.req.param('id')))

const METHODS: [RegExp, string][] = [
  [/^\/push(\/prove)?$/, 'POST'],
  [new RegExp(`^/push/${ID}$`), 'GET, HEAD, DELETE'],
]

/** Which methods an address of theirs takes; null for any other address. */
export function pushMethodsAt(path: string): string | null {
  return METHODS.find(([pattern]) => pattern.test(path))?.[1] ?? null
}
