/** Webhooks by API. */
import type { Context } from 'hono'
import { formatInstant } from '../../deadline/instant.ts'
import { absolute, statusPath, webhookPath } from '../../href.ts'
import { dropSubscription } from '../../ledger/subscriptions.ts'
import type { WebhookTold } from '../../page/webhook/told.ts'
import { en } from '../../page/words/webhooks/en.ts'
import type { AppEnv } from '../context.ts'
import type {
  EndedWebhookAnswer,
  NewWebhookAnswer,
  WebhookAnswer,
} from '../contract/shapes/webhooks.ts'
import { readBody, refuse } from '../desk/body.ts'
import { Problem } from '../problem.ts'
import { readFormat } from '../query.ts'
import { webhookInputSchema } from './input.ts'
import { expectWebhook, keyIn } from './own.ts'
import { type Hindrance, MOST_AT_AN_ADDRESS, subscribeWebhook } from './subscribing.ts'
import { tellWebhook } from './told.ts'

/** `POST /webhooks`: subscribes an address. Its secret and its page are told this once. */
export async function subscribe(c: Context<AppEnv>): Promise<Response> {
  const format = readFormat(c.req.url)
  const input = await readBody(c, webhookInputSchema)
  const subscribed = await subscribeWebhook(c, input, format)
  if (!subscribed.ok) throw problemOf(subscribed.hindrance)
  const { id, state, address, details } = subscribed.subscription
  const page = absolute(c.var.site.url, webhookPath(id, details.key))
  const { topic, deadline, events } = input
  return c.json<NewWebhookAnswer>(
    {
      ...{ id, url: address, topic, deadline, events, format, state: stateOfNew(state) },
      ...{ failure: subscribed.failure, secret: details.secret, page },
    },
    201,
    { location: absolute(c.var.site.url, webhookPath(id)) },
  )
}

const stateOfNew = (state: WebhookTold['state']) => (state === 'active' ? 'active' : 'pending')

function problemOf(hindrance: Hindrance): Problem {
  switch (hindrance.is) {
    case 'address':
      return refuse([{ pointer: '/url', detail: en.addressFault[hindrance.fault] }])
    case 'both':
      return refuse([{ pointer: '/deadline', detail: 'cannot be given together with topic' }])
    case 'unknown': {
      const { field, name } = hindrance
      const detail = `must be a ${field} that is here, as ${statusPath()} has them: ${name} is none`
      return refuse([{ pointer: `/${field}`, detail }])
    }
    case 'too-many':
      return new Problem(
        409,
        `Nothing is stored: this address has ${MOST_AT_AN_ADDRESS} subscriptions already. End one first.`,
      )
    case 'slowed': {
      const { seconds } = hindrance
      const detail = `From your network came many addresses that did not agree: try again in ${seconds} s.`
      return new Problem(429, detail, { headers: { 'retry-after': String(seconds) } })
    }
  }
}

/** `GET /webhooks/ID.json` */
export async function tell(c: Context<AppEnv>, id: string): Promise<Response> {
  const told = await tellWebhook(c, await expectWebhook(c, id, keyIn(c)))
  const { subject, host, events, format, state, failure, waiting, dead, delivered } = told
  const instant = (at: number | null) => (at === null ? null : formatInstant(at))
  return c.json<WebhookAnswer>({
    ...{ id, host },
    topic: subject !== 'everything' && 'topic' in subject ? subject.topic : null,
    deadline: subject !== 'everything' && 'slug' in subject ? subject.slug : null,
    ...{ events, format, state },
    ...{ createdAt: formatInstant(told.createdAt), confirmBy: instant(told.expiresAt) },
    ...{ delivered, deliveredAt: instant(told.deliveredAt) },
    ...{ failingSince: instant(told.failingSince), failure, waiting, dead },
    page: absolute(c.var.site.url, webhookPath(id, told.key)),
  })
}

/** `DELETE /webhooks/ID`: ends it; nothing more is sent. */
export async function end(c: Context<AppEnv>, id: string): Promise<Response> {
  await expectWebhook(c, id, keyIn(c))
  await dropSubscription(c.env.DB, id)
  return c.json<EndedWebhookAnswer>({ id, state: 'ended' })
}
