/** The browser that the contract's examples are of, and the push service that it names. */
import type { D1Database } from '@cloudflare/workers-types'
import { digestOf } from '../../../src/api/digest.ts'
import { keyOf } from '../../../src/ledger/keys.ts'
import { addSubscription } from '../../../src/ledger/subscriptions.ts'
import type { PushDetails } from '../../../src/timekeeper/push/details.ts'

export const BROWSER_ID = '7f3a1c52-9d0e-4b68-8a27-0c5d1e9f4b36'
export const BROWSER_KEY = 'I0htkrfcASZLcJW63wQpTnOYveIHLFF2'

/** Made for the examples, and of no tracker. */
const VAPID = {
  publicKey:
    'BBcB0l4iVQXb6pDS-SIFSCBIOKMmbOjkli94Wk5J_iG0Dh4L5s6MdXt8pyq6UwLmCfboXlSakpOI5jSHRV7wmRk',
  privateKey: 'rOIQaGnqNTFidl9_bxDNpLPtdPcXrnAyQCWOW71gr8A',
}

async function detailsOf(proof: string): Promise<PushDetails> {
  const proofDigest = await digestOf(proof)
  return {
    keys: { p256dh: '', auth: '' },
    quiet: null,
    most: 5,
    proofDigest,
    shown: null,
    former: null,
  }
}

/** Waits in the tracker for its proof; the tracker's own key is the one that is shown. */
export async function examplesBrowser(db: D1Database): Promise<void> {
  await keyOf(db, 'vapid', async () => JSON.stringify(VAPID))
  await addSubscription(db, {
    ...{ id: BROWSER_ID, transport: 'push', address: 'https://push.example/own' },
    ...{ subject: 'everything', events: ['moved'], site: 'https://eleventh-hour.example' },
    ...{ state: 'pending', keyDigest: await digestOf(BROWSER_KEY), createdAt: 0, expiresAt: null },
    details: await detailsOf('what-the-push-said'),
  })
}
