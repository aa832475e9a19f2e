/** One deadline: its page, its JSON, its feed, its badge, its preview picture. */
import { type Context, Hono } from 'hono'
import { formatInstant } from '../deadline/instant.ts'
import { type Told, tellDeadlines } from '../ledger/tell.ts'
import { Badge } from '../page/badge.tsx'
import { DeadlinePage } from '../page/deadline/deadline.tsx'
import type { AppEnv } from './context.ts'
import type { DeadlineAnswer } from './contract/shapes/status.ts'
import { type Asked, readAsking, readPage } from './query.ts'
import { SLUG } from './slug.ts'
import { nameIn, noDeadline } from './subject.ts'
import { headOf, viewOf, withUrl } from './view.ts'

export const deadlines = new Hono<AppEnv>()

/** A picture is shown within other sites, that ask for it again and again. */
const PICTURE_CACHE = 'public, max-age=300'

deadlines.get(`/deadlines/:slug{${SLUG}}`, async (c) => {
  const asked = readPage(c.req.url, c.var.clock)
  const head = await headOf(c, asked)
  const told = await tellOne(c, c.req.param('slug'), asked)
  return c.html(<DeadlinePage view={await viewOf(c, asked, head)} {...told} />)
})

deadlines.get(`/deadlines/:file{${SLUG}\\.json}`, async (c) => {
  const asked = readAsking(c.req.url, c.var.clock, 'only')
  const { status, log } = await tellOne(c, nameIn(c.req.param('file')), asked)
  return c.json<DeadlineAnswer>({
    now: formatInstant(asked.now),
    ...withUrl(status, c.var.site),
    log,
  })
})

deadlines.get(`/deadlines/:file{${SLUG}\\.svg}`, async (c) => {
  const asked = readAsking(c.req.url, c.var.clock, 'any')
  const { status } = await tellOne(c, nameIn(c.req.param('file')), asked)
  c.header('cache-control', PICTURE_CACHE)
  const badge = String(<Badge view={await viewOf(c, asked)} status={status} />)
  return c.body(badge, 200, { 'content-type': 'image/svg+xml; charset=utf-8' })
})

deadlines.get(`/deadlines/:file{${SLUG}\\.png}`, async (c) => {
  const asked = readPage(c.req.url, c.var.clock)
  const { status } = await tellOne(c, nameIn(c.req.param('file')), asked)
  const { drawPicture } = await import('./picture.tsx')
  const { png, lang } = await drawPicture(await viewOf(c, asked), status)
  c.header('content-language', lang)
  c.header('cache-control', PICTURE_CACHE)
  return c.body(png, 200, { 'content-type': 'image/png' })
})

/** One deadline as of what is asked; a 404 where there is none. */
export async function tellOne(
  c: Context<AppEnv>,
  slug: string,
  { now, knownAt }: Pick<Asked, 'now' | 'knownAt'>,
): Promise<Told> {
  const [told] = await tellDeadlines(c.env.DB, [slug], now, knownAt)
  if (!told) throw noDeadline(slug)
  return told
}
