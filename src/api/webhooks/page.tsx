/** A webhook's own page, and what can be done there. */
import type { Context } from 'hono'
import { opensLoopback, timekeeperOf } from '../../env.ts'
import { absolute, webhookPath } from '../../href.ts'
import { replay } from '../../ledger/dead-letters.ts'
import { changeSubscription, dropSubscription, noteArrival } from '../../ledger/subscriptions.ts'
import { exchangeDetails } from '../../ledger/webhooks.ts'
import type { Action } from '../../page/webhook/actions.tsx'
import { Ended, type Notice, WebhookPage } from '../../page/webhook/webhook.tsx'
import { sentBy } from '../../timekeeper/post.ts'
import { testParcel } from '../../timekeeper/webhook/parcel.ts'
import { send } from '../../timekeeper/webhook/send.ts'
import { replaceSecret } from '../../timekeeper/webhook/sign.ts'
import type { AppEnv } from '../context.ts'
import { readForm } from '../form.ts'
import { meanwhile } from '../meanwhile.ts'
import { Problem } from '../problem.ts'
import { presentView } from '../view.ts'
import { expectState, expectWebhook, keyIn, type Webhook } from './own.ts'
import { nameOfSubject } from './subject-name.ts'
import { tellWebhook } from './told.ts'

/** `GET /webhooks/ID` */
export async function showWebhook(c: Context<AppEnv>, id: string): Promise<Response> {
  return show(c, await expectWebhook(c, id, keyIn(c)), null)
}

async function show(
  c: Context<AppEnv>,
  webhook: Webhook,
  notice: Notice | null,
): Promise<Response> {
  const view = await presentView(c)
  return c.html(<WebhookPage {...{ view, notice, webhook: await tellWebhook(c, webhook) }} />)
}

type Done = (c: Context<AppEnv>, webhook: Webhook) => Promise<Notice>

const DOING: Record<Exclude<Action, 'end'>, Done> = { test, replace, switchOn, replay: replayDead }

/** `POST /webhooks/ID`: the page's buttons. Whoever has the key may press them, wherever they stand. */
export async function changeWebhook(c: Context<AppEnv>, id: string): Promise<Response> {
  const { key = null, do: action = '' } = await readForm(c)
  const webhook = await expectWebhook(c, id, key)
  if (action === 'end') return end(c, webhook)
  if (!Object.hasOwn(DOING, action)) {
    const ways = [...Object.keys(DOING), 'end'].join(', ')
    throw new Problem(400, `The field do must be one of ${ways}.`)
  }
  const notice = await DOING[action as keyof typeof DOING](c, webhook)
  return show(c, await expectWebhook(c, id, key), notice)
}

async function end(c: Context<AppEnv>, webhook: Webhook): Promise<Response> {
  const view = await presentView(c)
  const told = await tellWebhook(c, webhook)
  await dropSubscription(c.env.DB, webhook.id)
  return c.html(<Ended {...{ view, webhook: told }} />)
}

async function test(c: Context<AppEnv>, webhook: Webhook): Promise<Notice> {
  expectState(webhook, 'active', 'off')
  const { id, site, subject, details } = webhook
  const parcel = testParcel(
    {
      ...{ id: crypto.randomUUID(), now: c.var.clock, title: c.var.site.title },
      subject: await nameOfSubject(c.env.DB, subject),
    },
    absolute(site, webhookPath(id, details.key)),
  )
  const options = { now: c.var.clock, isLocal: opensLoopback(c.env) }
  const sent = sentBy(await send(webhook, parcel, options))
  if (sent.outcome === 'delivered') await noteArrival(c.env.DB, id)
  return { of: 'test', failure: 'why' in sent ? sent.why : null }
}

/** Of two presses at once the second replaces what the first has made: neither shows a secret that signs nothing. */
async function replace(c: Context<AppEnv>, { id, details }: Webhook): Promise<Notice> {
  const replaced = replaceSecret(details, c.var.clock)
  if (await exchangeDetails(c.env.DB, id, { from: details, to: replaced })) {
    return { of: 'replace', secret: replaced.secret, until: replaced.previous[0].until }
  }
  return replace(c, await expectWebhook(c, id, details.key))
}

async function switchOn(c: Context<AppEnv>, webhook: Webhook): Promise<Notice> {
  expectState(webhook, 'off', 'active')
  const changed = { state: 'active', failingSince: null, failure: null } as const
  if (webhook.state === 'off') await changeSubscription(c.env.DB, webhook.id, changed)
  return { of: 'switchOn' }
}

async function replayDead(c: Context<AppEnv>, webhook: Webhook): Promise<Notice> {
  expectState(webhook, 'active')
  await replay(c.env.DB, webhook.seq, c.var.clock)
  meanwhile(c, timekeeperOf(c.env).wake())
  return { of: 'replay' }
}
