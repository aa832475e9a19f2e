/** A webhook as its page and its JSON tell of it: without its address, which may be a secret. */
import type { Context } from 'hono'
import { countUndelivered } from '../../ledger/dead-letters.ts'
import { deadlinesBySlug } from '../../ledger/read.ts'
import type { WebhookTold } from '../../page/webhook/told.ts'
import type { AppEnv } from '../context.ts'
import type { Webhook } from './own.ts'

export async function tellWebhook(c: Context<AppEnv>, webhook: Webhook): Promise<WebhookTold> {
  const { subject, details } = webhook
  const isOfOne = subject !== 'everything' && 'slug' in subject
  const [counts, [deadline]] = await Promise.all([
    countUndelivered(c.env.DB, webhook.seq),
    isOfOne ? deadlinesBySlug(c.env.DB, [subject.slug]) : [],
  ])
  return {
    ...{ id: webhook.id, host: new URL(webhook.address).host, key: details.key },
    ...{ subject, title: deadline?.title ?? null, events: webhook.events ?? [] },
    ...{ format: details.format, state: webhook.state },
    ...{ createdAt: webhook.createdAt, expiresAt: webhook.expiresAt },
    ...{ delivered: webhook.delivered, deliveredAt: webhook.deliveredAt },
    ...{ failingSince: webhook.failingSince, failure: webhook.failure },
    ...counts,
  }
}
