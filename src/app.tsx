import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'
import { secureHeaders } from 'hono/secure-headers'
import { archive } from './api/archive.tsx'
import { board } from './api/board.tsx'
import { calendar } from './api/calendar.ts'
import type { AppEnv } from './api/context.ts'
import { contract } from './api/contract/contract.ts'
import { deadlines } from './api/deadlines.tsx'
import { desk, isForEditors, methodsAt } from './api/desk/desk.ts'
import { embed } from './api/embed.tsx'
import { problemOf } from './api/failure.ts'
import { feeds } from './api/feeds.ts'
import { health } from './api/health.ts'
import { hub } from './api/hub/hub.ts'
import { live } from './api/live.ts'
import { manifest } from './api/manifest.ts'
import { isForPages, Problem, prefersPage, problemJson } from './api/problem.ts'
import { push, pushMethodsAt } from './api/push/push.ts'
import { record } from './api/record.tsx'
import { namingRoutes } from './api/route-name.ts'
import { subscribe } from './api/subscribe.tsx'
import { topics } from './api/topics.tsx'
import { presentView } from './api/view.ts'
import { webhookMethodsAt, webhooks } from './api/webhooks/webhooks.ts'
import { readConfiguration } from './env.ts'
import { LIVE } from './href.ts'
import { ProblemPage } from './page/problem.tsx'
import type { RouteOf } from './request-log.ts'

export const app = new Hono<AppEnv>()

const POLICY = 'content-security-policy'
const REFERRERS = 'referrer-policy'

const secured = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    workerSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  crossOriginResourcePolicy: 'cross-origin',
  strictTransportSecurity: 'max-age=15552000',
  xFrameOptions: 'DENY',
  referrerPolicy: 'strict-origin-when-cross-origin',
})

const READING = ['GET', 'HEAD']

/** For a browser that asks first (CORS), what it asks for counts. */
function isPublicRead({ req }: Context<AppEnv>): boolean {
  const asksFirst = req.method === 'OPTIONS'
  const method = asksFirst ? req.header('access-control-request-method') : req.method
  return READING.includes(method ?? '') && !isForEditors(req.path)
}

/** A route that names a policy of its own keeps it; by that of its content it says who may frame it. */
app.use(async (c, next) => {
  const own = new Map<string, string>()
  await secured(c, async () => {
    await next()
    for (const name of [POLICY, REFERRERS]) {
      const value = c.res.headers.get(name)
      if (value !== null) own.set(name, value)
    }
  })
  for (const [name, value] of own) c.header(name, value)
  if (own.has(POLICY)) c.res.headers.delete('x-frame-options')
})

/** Anybody's page may read; no other's page may write, or have what only editors may read. */
const openToReaders = cors({ origin: '*', allowMethods: READING, exposeHeaders: ['ETag', 'Link'] })
app.use((c, next) => (isPublicRead(c) ? openToReaders(c, next) : next()))
/**
 * A 304's headers replace those that the browser keeps, so it says the policy once more. Links lead
 * subscribers to the hub, who may ask on condition as well; and so may another site's page.
 */
const OPEN = ['access-control-allow-origin', 'access-control-expose-headers']
const tagged = etag({ retainedHeaders: [...RETAINED_304_HEADERS, POLICY, 'link', ...OPEN] })
/**
 * For a tag an answer is read to its end before it is sent. What only editors have is kept nowhere
 * and needs none, and what goes on for ever has no end.
 */
app.use((c, next) => {
  const { path } = c.req
  return isForEditors(path) || path === LIVE ? next() : tagged(c, next)
})

app.use(async (c, next) => {
  c.set('clock', Math.floor(Date.now() / 1000))
  c.set('site', readConfiguration(c.env, c.req.url).site)
  await next()
  // What a page counts changes with the second; a browser may keep it, but asks before it shows it.
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-cache')
})

app.route('/', board)
app.route('/', deadlines)
app.route('/', calendar)
app.route('/', archive)
app.route('/', record)
app.route('/', topics)
app.route('/', subscribe)
app.route('/', webhooks)
app.route('/', push)
app.route('/', embed)
app.route('/', feeds)
app.route('/', hub)
app.route('/', live)
app.route('/', health)
app.route('/', manifest)
app.route('/', contract)
app.route('/', desk)

app.notFound((c) => {
  const { path } = c.req
  const methods = webhookMethodsAt(path) ?? pushMethodsAt(path) ?? methodsAt(path)
  if (READING.includes(c.req.method) && methods !== 'POST') {
    return answer(c, new Problem(404, `There is nothing at ${c.req.path}.`))
  }
  const detail = `Here one can only ${WAYS[methods]}.`
  return answer(c, new Problem(405, detail, { headers: { allow: methods } }))
})

const WAYS: Record<string, string> = {
  POST: 'write, by POST',
  'GET, HEAD': 'read, by GET or HEAD',
  'GET, HEAD, POST': 'read, by GET or HEAD, and send a form, by POST',
  'GET, HEAD, POST, DELETE': 'read, by GET or HEAD, send a form, by POST, and end it, by DELETE',
  'GET, HEAD, DELETE': 'read, by GET or HEAD, and end it, by DELETE',
}

/** For the log. */
export const routeOf: RouteOf = namingRoutes(app.router)

app.onError((error, c) => answer(c, problemOf(error, c.req.path)))

/** In the asker's format: a page for a browser, problem+json for a program. */
async function answer(c: Context<AppEnv>, problem: Problem): Promise<Response> {
  const { status, message, errors, headers } = problem
  const isPaged = READING.includes(c.req.method) || isForm(c)
  const asPage = isPaged && prefersPage(c.req.path, c.req.header('accept'))
  c.header('vary', 'Accept', { append: true })
  // A fault in the configuration comes before there is a site to show a page of.
  if (!asPage || !c.var.site || !isForPages(status)) return problemJson(problem)
  const view = await presentView(c)
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  return c.html(
    <ProblemPage view={view} status={status} detail={message} errors={errors} />,
    status,
  )
}

function isForm({ req }: Context<AppEnv>): boolean {
  const type = req.header('content-type') ?? ''
  return /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type)
}
