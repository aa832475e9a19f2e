/** Sees to it that the page is there without a connection as well. */
import { SERVICE_WORKER } from '../../href.ts'

/** The address of offline.ts: a file of its own, that shares nothing with what a page loads at first. */
declare const OFFLINE_SCRIPT: string

// A site without TLS has none, and a browser may not want any.
navigator.serviceWorker?.register(SERVICE_WORKER).catch(() => {})

addEventListener('offline', async () => {
  const lostAt = Date.now()
  const { miss }: typeof import('./offline.ts') = await import(OFFLINE_SCRIPT)
  miss(lostAt)
})
