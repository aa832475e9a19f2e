/** One browser's subscription, for whoever has its key; and the tracker's own key for all of them. */
import type { Context } from 'hono'
import { findPush } from '../../ledger/notifications.ts'
import { dropSubscription, type Subscription } from '../../ledger/subscriptions.ts'
import type { PushDetails } from '../../timekeeper/push/details.ts'
import { vapidKeys } from '../../timekeeper/push/vapid.ts'
import type { AppEnv } from '../context.ts'
import type { PushAnswer, PushKey } from '../contract/shapes/push.ts'
import { areSame, digestOf } from '../digest.ts'
import { Problem } from '../problem.ts'
import { keyIn } from '../webhooks/own.ts'

/** What a browser is told when it is to take notifications of this tracker and of nobody else. */
export async function tellKey(c: Context<AppEnv>): Promise<Response> {
  const { publicKey } = await vapidKeys(c.env.DB)
  return c.json<PushKey>({ key: publicKey })
}

export async function tellOwn(c: Context<AppEnv>, id: string): Promise<Response> {
  const { state } = await expectOwn(c, id)
  return c.json<PushAnswer>({ id, state })
}

export async function end(c: Context<AppEnv>, id: string): Promise<Response> {
  await expectOwn(c, id)
  await dropSubscription(c.env.DB, id)
  return c.json<PushAnswer>({ id, state: 'ended' })
}

/** A wrong key is told nothing, not even whether there is such a subscription. */
async function expectOwn(c: Context<AppEnv>, id: string): Promise<Subscription> {
  const found = await findOwn(c, { id, key: keyIn(c) ?? '' })
  if (found) return found
  throw new Problem(404, 'There is no subscription here that this key opens.')
}

/** Null where there is none that the key opens. */
export async function findOwn(
  c: Context<AppEnv>,
  { id, key }: { id: string; key: string },
): Promise<Subscription<PushDetails> | null> {
  const found = await findPush<PushDetails>(c.env.DB, id, c.var.clock)
  return found && areSame(await digestOf(key), found.keyDigest ?? '') ? found : null
}
