/** Browsers among those who are told. */
import type { D1Database } from '@cloudflare/workers-types'
import type { EpochSeconds } from '../deadline/instant.ts'
import { findSubscription, type Subscription } from './subscriptions.ts'

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
 * it had at another address.
 */
export async function beginInPlace(
  db: D1Database,
  { seq, address }: Pick<Subscription, 'seq' | 'address'>,
  moved: string | null,
): Promise<void> {
  const former = `SELECT former.seq FROM subscriptions AS former, subscriptions AS mine
    WHERE mine.seq = ?1 AND former.seq < ?1 AND former.transport = 'push'
      AND (former.address = ?2 OR former.id = ?3)
      AND former.topic IS mine.topic AND former.deadline IS mine.deadline`
  const change = (sql: string) => db.prepare(sql).bind(seq, address, moved)
  await db.batch([
    // What has not been told yet, as by night, is told all the same.
    change(`UPDATE OR IGNORE deliveries SET subscription = ?1 WHERE subscription IN (${former})`),
    change(`DELETE FROM deliveries WHERE subscription IN (${former})`),
    change(`DELETE FROM subscriptions WHERE seq IN (${former})`),
    db
      .prepare("UPDATE subscriptions SET state = 'active', expires_at = NULL WHERE seq = ?1")
      .bind(seq),
  ])
}
