/** What this browser is notified of, as it remembers it: for its pages and its service worker. */
import type { Wanted } from './push-api.ts'

/** On this channel the service worker says that a subscription was proven. */
export const PROVEN = 'proven'

export interface Own {
  id: string
  key: string
  /** Of what, in words. */
  name: string
  lang: string
  wanted: Wanted
}

/** A service worker has no local storage; both have this one. */
const open = () => caches.open('own')
const PLACE = '/push/own'

export async function ownSubscriptions(): Promise<Own[]> {
  const kept = await (await open()).match(PLACE)
  return kept ? kept.json() : []
}

export async function keepOwn(all: Own[]): Promise<void> {
  await (await open()).put(PLACE, new Response(JSON.stringify(all)))
}
