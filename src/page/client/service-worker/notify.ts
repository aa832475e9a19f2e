/** Notifications: shown as they come, and the page that they tell of is opened by a press. */
import { pushPath } from '../../../href.ts'
import { PROVEN } from '../own.ts'
import { BUILT } from './built.ts'

declare const self: ServiceWorkerGlobalScope

/** What the tracker sends (src/timekeeper/push/message.ts). */
interface Message {
  title: string
  body: string
  url: string
  id: string
  tag: string
  lang: string
  at: number
  proof?: string
}

export async function showMessage(message: Message): Promise<void> {
  const { title, body, url, id, tag, lang, at } = message
  const before = await self.registration.getNotifications({ tag })
  // Of one deadline the newest stands for all; what comes twice makes no sound twice.
  const isNew = !before.some(({ data }) => data?.id === id)
  const look = { body, tag, lang, dir: 'auto' as const, icon: BUILT.icon, data: { url, id } }
  const options = { ...look, timestamp: at, renotify: isNew }
  await Promise.all([self.registration.showNotification(title, options), prove(message)])
}

/** Sends back what only this browser could read. */
async function prove({ id, proof }: Message): Promise<void> {
  if (!proof) return
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ id, proof })
  const answer = await fetch(pushPath('prove'), { method: 'POST', headers, body }).catch(() => null)
  if (answer?.ok) new BroadcastChannel(PROVEN).postMessage(id)
}

/** Brings the page up that a notification is of: where it is open already, that one. */
export async function openPage(url: string): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const { pathname } = new URL(url)
  const open = windows.find((each) => new URL(each.url).pathname === pathname)
  if (!open) {
    await self.clients.openWindow(url)
    return
  }
  await open.focus()
  if (open.url !== url) await open.navigate(url).catch(() => null)
}
