/** Subscribing an address: nothing but one question is sent there before it has agreed. */
import type { Context } from 'hono'
import { opensLoopback } from '../../env.ts'
import { absolute, type Subject, webhookConfirmPath } from '../../href.ts'
import { deadlinesBySlug, isTopic } from '../../ledger/read.ts'
import {
  addSubscription,
  changeSubscription,
  dropSubscription,
  type NewSubscription,
} from '../../ledger/subscriptions.ts'
import { forgiveTry, takeTry } from '../../ledger/tries.ts'
import { beginAgreed } from '../../ledger/webhooks.ts'
import type { WebhookFormat } from '../../page/subscribe/webhook-formats.ts'
import type { AddressFault } from '../../page/words/webhooks/en.ts'
import { faultOfAddress } from '../../timekeeper/address.ts'
import { sentBy } from '../../timekeeper/post.ts'
import type { WebhookDetails } from '../../timekeeper/webhook/details.ts'
import { challengeParcel } from '../../timekeeper/webhook/parcel.ts'
import { send } from '../../timekeeper/webhook/send.ts'
import { newSecret } from '../../timekeeper/webhook/sign.ts'
import type { AppEnv } from '../context.ts'
import { digestOf } from '../digest.ts'
import { newKey } from '../key.ts'
import { networkOf } from '../network.ts'
import type { WebhookInput } from './input.ts'
import { nameOfSubject } from './subject-name.ts'

export const MOST_AT_AN_ADDRESS = 20
const PENDING_SECONDS = 24 * 3600

/** Why nothing was subscribed. */
export type Hindrance =
  | { is: 'address'; fault: AddressFault }
  | { is: 'unknown'; field: 'topic' | 'deadline'; name: string }
  | { is: 'both' }
  | { is: 'too-many' }
  | { is: 'slowed'; seconds: number }

export type Subscribed =
  | { ok: true; subscription: NewSubscription<WebhookDetails>; failure: string | null }
  | { ok: false; hindrance: Hindrance }

/** Subscribes an address and asks it whether it agrees. */
export async function subscribeWebhook(
  c: Context<AppEnv>,
  input: WebhookInput,
  format: WebhookFormat,
): Promise<Subscribed> {
  const { DB } = c.env
  const trying = { what: 'webhook', network: networkOf(c.req.header('cf-connecting-ip')) } as const
  const hindrance = await hindranceOf(c, input)
  if (hindrance) return { ok: false, hindrance }
  // Counted before it is known whether it is in vain: many at once are no way around it.
  const seconds = await takeTry(DB, trying, c.var.clock)
  if (seconds > 0) return { ok: false, hindrance: { is: 'slowed', seconds } }
  const subscription = await pendingOf(c, input, format)
  if (!(await addSubscription(DB, subscription, MOST_AT_AN_ADDRESS))) {
    return { ok: false, hindrance: { is: 'too-many' } }
  }
  const { agrees, failure } = await ask(c, subscription)
  if (!agrees) {
    await changeSubscription(DB, subscription.id, { failure })
    return { ok: true, subscription, failure }
  }
  if (!(await beginWithin(c, subscription))) {
    await dropSubscription(DB, subscription.id)
    return { ok: false, hindrance: { is: 'too-many' } }
  }
  await forgiveTry(DB, trying)
  return { ok: true, subscription: { ...subscription, state: 'active' }, failure: null }
}

/** From now on events are delivered to it; false where its address has as many as it may have. */
export function beginWithin(
  c: Context<AppEnv>,
  webhook: Pick<NewSubscription, 'id' | 'transport' | 'address'>,
): Promise<boolean> {
  return beginAgreed(c.env.DB, webhook, { now: c.var.clock, most: MOST_AT_AN_ADDRESS })
}

async function hindranceOf(
  c: Context<AppEnv>,
  { url, topic, deadline }: WebhookInput,
): Promise<Hindrance | null> {
  const fault = faultOfAddress(url, { isLocal: opensLoopback(c.env) })
  if (fault) return { is: 'address', fault }
  if (topic !== null && deadline !== null) return { is: 'both' }
  if (topic !== null && !(await isTopic(c.env.DB, topic))) {
    return { is: 'unknown', field: 'topic', name: topic }
  }
  if (deadline !== null && (await deadlinesBySlug(c.env.DB, [deadline])).length === 0) {
    return { is: 'unknown', field: 'deadline', name: deadline }
  }
  return null
}

async function pendingOf(
  c: Context<AppEnv>,
  { url, topic, deadline, events }: WebhookInput,
  format: WebhookFormat,
): Promise<NewSubscription<WebhookDetails>> {
  const key = newKey()
  return {
    ...{ id: crypto.randomUUID(), transport: 'webhook', address: new URL(url).href },
    ...{ subject: subjectOf(topic, deadline), events, site: c.var.site.url, state: 'pending' },
    details: { format, secret: newSecret(), previous: [], key, challenge: newKey() },
    keyDigest: await digestOf(key),
    ...{ createdAt: c.var.clock, expiresAt: c.var.clock + PENDING_SECONDS },
  }
}

function subjectOf(topic: string | null, deadline: string | null): Subject {
  if (topic !== null) return { topic }
  return deadline === null ? 'everything' : { slug: deadline }
}

/** Whether it agrees at once, by giving the challenge back; and if not, whether it has it at all. */
async function ask(
  c: Context<AppEnv>,
  subscription: NewSubscription<WebhookDetails>,
): Promise<{ agrees: boolean; failure: string | null }> {
  const { id, details, site, subject } = subscription
  const challenge = details.challenge ?? ''
  const parcel = challengeParcel(
    {
      ...{ id: crypto.randomUUID(), now: c.var.clock, title: c.var.site.title },
      subject: await nameOfSubject(c.env.DB, subject),
    },
    { challenge, confirm: absolute(site, webhookConfirmPath(id, challenge)) },
  )
  const isLocal = opensLoopback(c.env)
  const answer = await send(subscription, parcel, { now: c.var.clock, isLocal })
  const sent = sentBy(answer)
  if (answer.status === null || sent.outcome !== 'delivered') {
    return { agrees: false, failure: 'why' in sent ? sent.why : null }
  }
  return { agrees: answer.text.includes(challenge), failure: null }
}
