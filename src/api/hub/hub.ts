/** The tracker as its own hub (W3C WebSub). What that takes is loaded when somebody subscribes. */
import { Hono } from 'hono'
import { docsPath, HUB } from '../../href.ts'
import type { AppEnv } from '../context.ts'
import { Problem } from '../problem.ts'

export const hub = new Hono<AppEnv>()

hub.post(HUB, async (c) => (await import('./asking.ts')).takeRequest(c))

hub.all(HUB, () => {
  const detail = `This is the WebSub hub of this tracker’s feeds: programs send it a form by POST, and are told of what is new. ${docsPath()} says how.`
  throw new Problem(405, detail, { headers: { allow: 'POST' } })
})
