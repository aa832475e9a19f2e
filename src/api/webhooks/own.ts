/** The webhook that a key opens. */
import type { Context } from 'hono'
import type { SubscriptionState } from '../../ledger/subscriptions.ts'
import { findSubscription, type Subscription } from '../../ledger/subscriptions.ts'
import type { WebhookDetails } from '../../timekeeper/webhook/details.ts'
import type { AppEnv } from '../context.ts'
import { areSame, digestOf } from '../digest.ts'
import { Problem } from '../problem.ts'

export type Webhook = Subscription<WebhookDetails>

/** A wrong key is told nothing, not even whether there is such a webhook. */
export async function expectWebhook(
  c: Context<AppEnv>,
  id: string,
  key: string | null,
): Promise<Webhook> {
  const webhook = await findWebhook(c, id)
  const { keyDigest } = webhook ?? {}
  if (webhook && keyDigest && key && areSame(await digestOf(key), keyDigest)) return webhook
  throw new Problem(404, 'There is no webhook here that this key opens.')
}

/** Null where there is none, or one that nobody has confirmed in its time. */
export async function findWebhook(c: Context<AppEnv>, id: string): Promise<Webhook | null> {
  const found = await findSubscription<WebhookDetails>(c.env.DB, id)
  if (found?.transport !== 'webhook') return null
  return found.expiresAt !== null && found.expiresAt <= c.var.clock ? null : found
}

/** As a program sends it, or as it stands in the address of the page. */
export function keyIn(c: Context<AppEnv>): string | null {
  const bearer = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1]
  return bearer ?? c.req.query('key') ?? null
}

/** All states but for those in which a thing cannot be done. */
export function expectState(webhook: Webhook, ...states: SubscriptionState[]): void {
  if (states.includes(webhook.state)) return
  throw new Problem(409, `This webhook is ${webhook.state}: that cannot be done with it now.`)
}
