/** A push service may give a browser another address at any time: all that it is told of goes along. */
import { keepOwn, type Own, ownSubscriptions } from '../own.ts'
import { ask, trackersKey } from '../push-api.ts'

declare const self: ServiceWorkerGlobalScope

/** Not every browser says which address it had, or has now. */
export interface SubscriptionChange extends ExtendableEvent {
  newSubscription?: PushSubscription | null
  oldSubscription?: PushSubscription | null
}

export async function followChange(change: SubscriptionChange): Promise<void> {
  const all = await ownSubscriptions()
  if (all.length === 0) return
  const subscription = change.newSubscription ?? (await subscribeAnew(change.oldSubscription))
  await keepOwn(await Promise.all(all.map((own) => moveTo(subscription, own))))
}

async function subscribeAnew(former?: PushSubscription | null): Promise<PushSubscription> {
  const options = former?.options ?? {
    userVisibleOnly: true,
    applicationServerKey: await trackersKey(),
  }
  return self.registration.pushManager.subscribe(options)
}

/** What cannot be moved now stays as it was, and ends with its address. */
async function moveTo(subscription: PushSubscription, own: Own): Promise<Own> {
  const { id, key, wanted, lang } = own
  const begun = await ask(subscription, wanted, lang, { id, key }).catch(() => null)
  return begun ? { ...own, ...begun } : own
}
