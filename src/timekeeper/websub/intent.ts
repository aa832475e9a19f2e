/**
 * Asking a subscriber whether it wants what was asked for in its name (WebSub, sections 5.2 and 5.3):
 * anybody can name anybody's address, and only what that address confirms is done.
 */
import type { D1Database } from '@cloudflare/workers-types'
import type { EpochSeconds } from '../../deadline/instant.ts'
import { HUB, nameBasedUuid } from '../../href.ts'
import { catchUp } from '../../ledger/deliveries.ts'
import { lastEvent } from '../../ledger/events.ts'
import { concludeIntent, type Intent, tryIntent } from '../../ledger/intents.ts'
import {
  addSubscription,
  changeSubscription,
  dropExpired,
  dropSubscription,
  findSubscription,
} from '../../ledger/subscriptions.ts'
import { ask, deny } from './ask.ts'
import { type Content, type Read, readTopic } from './content.ts'
import type { WebsubDetails } from './details.ts'

const MOST_AT_A_CALLBACK = 20

export interface Confirming {
  db: D1Database
  read: Read
  clock: () => EpochSeconds
  /** Has the timekeeper look again at an instant. */
  wakeBy: (at: EpochSeconds) => Promise<void>
  /** Says that it is for the subscriber to answer now. */
  setOut: () => void
}

/** Sees to an intent. Where its subscriber does not answer, it stays, and comes due again. */
export async function confirmIntent(seq: number, confirming: Confirming): Promise<void> {
  const { db, read, clock, wakeBy, setOut } = confirming
  const intent = await tryIntent(db, seq)
  if (!intent) return
  const asked = { at: clock(), event: await lastEvent(db) }
  const reading = await readTopic(intent, read)
  setOut()
  if (reading.ok) {
    const answer = await ask(intent)
    if (answer === 'none') return
    if (answer === 'yes') await carryOut(intent, reading.content, asked, confirming)
  } else {
    await deny(intent, reading.why)
  }
  if (await concludeIntent(db, intent)) await wakeBy(clock())
}

/** When the subscriber was asked, and the last event of which it may know by then. */
interface Asked {
  at: EpochSeconds
  event: number
}

async function carryOut(
  intent: Intent,
  content: Content,
  asked: Asked,
  { db, wakeBy }: Confirming,
): Promise<void> {
  const id = await idOf(intent, content)
  if (intent.mode === 'unsubscribe') return dropSubscription(db, id)
  await dropExpired(db, asked.at)
  const isSubscribed =
    (await renew(db, id, intent, asked)) || (await begin(db, id, intent, content, asked))
  if (!isSubscribed) {
    await deny(intent, `There are ${MOST_AT_A_CALLBACK} subscriptions at this callback already.`)
  } else if (await catchUp(db, id, { after: asked.event, now: asked.at })) {
    await wakeBy(asked.at)
  }
}

/** One subscription for each feed and callback (WebSub, section 2), however the feed is spelt. */
function idOf({ callback }: Intent, { self }: Content): Promise<string> {
  const { pathname, search } = new URL(self)
  return nameBasedUuid(`${HUB} ${pathname}${search} ${callback}`)
}

/** False where there is nothing to renew. */
async function renew(db: D1Database, id: string, intent: Intent, asked: Asked): Promise<boolean> {
  const there = await findSubscription<WebsubDetails>(db, id)
  if (!there) return false
  const { topic, secret, leaseSeconds } = intent
  await changeSubscription(db, id, {
    details: { ...there.details, topic, secret },
    expiresAt: asked.at + leaseSeconds,
  })
  return true
}

/** False where there are too many at that callback. */
function begin(
  db: D1Database,
  id: string,
  { callback, topic, secret, leaseSeconds, site }: Intent,
  { subject, digest }: Content,
  asked: Asked,
): Promise<boolean> {
  const details: WebsubDetails = { topic, secret, digest }
  return addSubscription(
    db,
    {
      ...{ id, transport: 'websub', address: callback, subject, events: null, site, details },
      ...{ state: 'active', keyDigest: null },
      ...{ createdAt: asked.at, expiresAt: asked.at + leaseSeconds },
    },
    MOST_AT_A_CALLBACK,
  )
}
