/** Browsers among those who are told. */
import type { D1Database } from '@cloudflare/workers-types'
import type { EpochSeconds } from '../deadline/instant.ts'
import { agreedAt, findSubscription, placeOf, type Subscription } from './subscriptions.ts'

/** Null where there is none of that id, or one that was not proven in its time. */
export async function findPush<Details>(
  db: D1Database,
  id: string,
  now: EpochSeconds,
): Promise<Subscription<Details> | null> {
  const found = await findSubscription<Details>(db, id)
  if (found?.transport !== 'push') return null
  return found.expiresAt !== null && found.expiresAt <= now ? null : found
}

/**
 * Begins what a browser has proven that it wants. Whatever it had of the same subject before has
 * its place taken: a browser that has forgotten what it asked for asks anew. So has, by its id, what
 * it had at another address. Gives whether it has begun: not where it has so many others. Proven
 * twice at once, it has.
 */
export async function beginInPlace(
  db: D1Database,
  { seq, transport, address }: Pick<Subscription, 'seq' | 'transport' | 'address'>,
  moved: string | null,
  { now, most }: { now: EpochSeconds; most: number },
): Promise<boolean> {
  const former = `SELECT former.seq FROM subscriptions AS former, subscriptions AS mine
    WHERE mine.seq = ?1 AND former.seq < ?1 AND former.transport = 'push'
      AND (former.address = ?2 OR former.id = ?3)
      AND former.topic IS mine.topic AND former.deadline IS mine.deadline`
  const change = (sql: string) => db.prepare(sql).bind(seq, address, moved)
  const begin = `UPDATE subscriptions SET state = 'active', expires_at = NULL
    WHERE seq = ?1 AND (state = 'active' OR ${agreedAt('?2', '?3')} < ?4)`
  const results = await db.batch([
    // What has not been told yet, as by night, is told all the same.
    change(`UPDATE OR IGNORE deliveries SET subscription = ?1 WHERE subscription IN (${former})`),
    change(`DELETE FROM deliveries WHERE subscription IN (${former})`),
    change(`DELETE FROM subscriptions WHERE seq IN (${former})`),
    db.prepare(begin).bind(seq, placeOf({ transport, address }), now, most),
  ])
  return (results.at(-1)?.meta.changes ?? 0) > 0
}
