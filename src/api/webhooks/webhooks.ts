/** Webhooks: their API and their pages. None of it is loaded before somebody asks for it. */
import { type Context, Hono, type Next } from 'hono'
import { subscribePath, subscribeWebhookPath, WEBHOOKS } from '../../href.ts'
import type { AppEnv } from '../context.ts'
import { readSubject } from '../query.ts'
import { ID } from '../slug.ts'
import { nameIn } from '../subject.ts'

export const webhooks = new Hono<AppEnv>()

/** Their addresses and answers hold keys and secrets: kept nowhere, listed nowhere, told to nobody. */
async function keepSecret(c: Context<AppEnv>, next: Next): Promise<void> {
  await next()
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex')
  c.header('referrer-policy', 'no-referrer')
}

webhooks.use(`${WEBHOOKS}/*`, keepSecret)
webhooks.post(WEBHOOKS, async (c) => (await import('./program.ts')).subscribe(c))

webhooks.get(`/webhooks/:file{${ID}\\.json}`, async (c) =>
  (await import('./program.ts')).tell(c, nameIn(c.req.param('file'))),
)
const WEBHOOK = `/webhooks/:id{${ID}}` as const
webhooks.delete(WEBHOOK, async (c) => (await import('./program.ts')).end(c, c.req.param('id')))

const loadPages = () => import('./pages.ts')
webhooks.get(WEBHOOK, async (c) => (await loadPages()).showWebhook(c, c.req.param('id')))
webhooks.post(WEBHOOK, async (c) => (await loadPages()).changeWebhook(c, c.req.param('id')))
const CONFIRMATION = `${WEBHOOK}/confirm` as const
webhooks.get(CONFIRMATION, async (c) => (await loadPages()).askToAgree(c, c.req.param('id')))
webhooks.post(CONFIRMATION, async (c) => (await loadPages()).agree(c, c.req.param('id')))

const FORM = subscribeWebhookPath()
/** The answer to the form has a secret on it; asked for again, it leads back to the form. */
webhooks.get(FORM, (c) => {
  const { topic, deadline, asking } = readSubject(c.req.url, c.var.clock)
  const subject = topic ? { topic } : deadline ? { slug: deadline } : 'everything'
  return c.redirect(subscribePath(subject, asking), 303)
})
webhooks.post(FORM, async (c, next) => {
  await keepSecret(c, next)
})
webhooks.post(FORM, async (c) => (await loadPages()).takeSubscription(c))

const METHODS: [RegExp, string][] = [
  [/^\/webhooks$/, 'POST'],
  [new RegExp(`^/webhooks/${ID}$`), 'GET, HEAD, POST, DELETE'],
  [new RegExp(`^/webhooks/${ID}/confirm$`), 'GET, HEAD, POST'],
  [/^\/subscribe\/webhook$/, 'GET, HEAD, POST'],
]

/** Which methods an address of theirs takes; null for any other address. */
export function webhookMethodsAt(path: string): string | null {
  return METHODS.find(([pattern]) => pattern.test(path))?.[1] ?? null
}
