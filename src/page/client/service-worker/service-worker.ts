/**
 * What works in a reader's browser beside the pages: it keeps them for when there is no connection,
 * and shows notifications. A newer version takes over at once: the files of an older page stay as
 * long as that page does, since each has its content in its name.
 */
import { isFile, isKeptPage, isOtherPage } from '../kept.ts'
import { dropUnneeded, fileFor, keepFiles } from './files.ts'
import { followChange, type SubscriptionChange } from './moving.ts'
import { openPage, showMessage } from './notify.ts'
import { keepOpenPages, keepPage, pageFor } from './pages.ts'

declare const self: ServiceWorkerGlobalScope

self.addEventListener('install', (event) => {
  event.waitUntil(keepFiles().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver())
})

async function takeOver(): Promise<void> {
  // The network need not wait until this has started.
  await self.registration.navigationPreload?.enable()
  await self.clients.claim()
  await dropUnneeded()
  await keepOpenPages(await self.clients.matchAll({ type: 'window' }))
}

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin) return
  if (isFile(pathname)) event.respondWith(fileFor(event))
  else if (mode !== 'navigate') keepUpWith(event, pathname)
  else if (isKeptPage(pathname) || isOtherPage(pathname)) event.respondWith(pageFor(event))
})

/** An open page draws itself anew: that is then what was seen last. An old one would not serve it. */
function keepUpWith(event: FetchEvent, path: string): void {
  if (!isKeptPage(path)) return
  const answer = fetch(event.request)
  // Before the page reads it: then there would be nothing left to copy.
  const copy = answer.then((each) => each.clone())
  event.respondWith(answer)
  event.waitUntil(copy.then((each) => keepPage(event.request.url, each)).catch(() => {}))
}

self.addEventListener('push', (event) => {
  if (event.data) event.waitUntil(showMessage(event.data.json()))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openPage(event.notification.data.url))
})

self.addEventListener('pushsubscriptionchange', (event) => {
  const change = event as SubscriptionChange
  change.waitUntil(followChange(change))
})
