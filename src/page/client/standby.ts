/** Sees to it that the page is there without a connection as well, and says how old it then is. */
import { SERVICE_WORKER } from '../../href.ts'
import { lastContact } from './listen.ts'

/** The address of offline.ts: a file of its own, that shares nothing with what a page loads at first. */
declare const OFFLINE_SCRIPT: string

/** A look comes to nothing now and then; but not two, one after the other. */
const SILENT_MS = 60_000

// A site without TLS has none, and a browser may not want any.
navigator.serviceWorker?.register(SERVICE_WORKER).catch(() => {})

/** Loaded while it can be had: once it is needed it cannot, and a newer version may have another. */
const loaded: Promise<typeof import('./offline.ts') | null> = import(OFFLINE_SCRIPT).catch(
  () => null,
)

async function tell(since: number): Promise<void> {
  ;(await loaded)?.miss(since)
}

/** To be called when a look came to nothing: a device may be in a network, and the network in none. */
export function missed(): null {
  const since = lastContact()
  if (Date.now() - since > SILENT_MS) tell(since)
  return null
}

addEventListener('offline', () => tell(Date.now()))
