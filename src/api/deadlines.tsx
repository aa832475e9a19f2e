/** One deadline: its page, its JSON, its feed. */
import { type Context, Hono } from 'hono'
import { formatInstant } from '../deadline/instant.ts'
import { type Told, tellDeadlines } from '../ledger/tell.ts'
import { DeadlinePage } from '../page/deadline/deadline.tsx'
import type { AppEnv } from './context.ts'
import { atomOf } from './feeds.ts'
import { Problem } from './problem.ts'
import { type Asked, readAsking } from './query.ts'
import { viewOf, withUrl } from './view.ts'

export const deadlines = new Hono<AppEnv>()

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*'

deadlines.get(`/deadlines/:slug{${SLUG}}`, async (c) => {
  const asked = readAsking(c.req.url, c.var.clock, 'any')
  const told = await tell(c, c.req.param('slug'), asked)
  return c.html(<DeadlinePage view={viewOf(c, asked)} {...told} />)
})

deadlines.get(`/deadlines/:file{${SLUG}\\.json}`, async (c) => {
  const asked = readAsking(c.req.url, c.var.clock, 'only')
  const { status, log } = await tell(c, withoutSuffix(c.req.param('file')), asked)
  return c.json({ now: formatInstant(asked.now), ...withUrl(status, c.var.site), log })
})

deadlines.get(`/deadlines/:file{${SLUG}\\.atom}`, async (c) => {
  const asked = readAsking(c.req.url, c.var.clock, 'any')
  const { status } = await tell(c, withoutSuffix(c.req.param('file')), asked)
  return atomOf(c, asked, status)
})

async function tell(c: Context<AppEnv>, slug: string, { now, knownAt }: Asked): Promise<Told> {
  const [told] = await tellDeadlines(c.env.DB, [slug], now, knownAt)
  if (!told) throw new Problem(404, `There is no deadline "${slug}".`)
  return told
}

function withoutSuffix(file: string): string {
  return file.slice(0, file.lastIndexOf('.'))
}
