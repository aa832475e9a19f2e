/** Webhooks among those who are told: what of them may be changed from two sides at once. */
import type { D1Database } from '@cloudflare/workers-types'
import type { EpochSeconds } from '../deadline/instant.ts'
import { agreedAt, placeOf, type Subscription } from './subscriptions.ts'

/**
 * Begins what an address has agreed to, and leaves what was changed of it while it was asked; gives
 * whether it has begun: not where so many there have agreed by now. Agreed to twice at once, it has.
 */
export async function beginAgreed(
  db: D1Database,
  webhook: Pick<Subscription, 'id' | 'transport' | 'address'>,
  { now, most }: { now: EpochSeconds; most: number },
): Promise<boolean> {
  const sql = `UPDATE subscriptions SET state = 'active', expires_at = NULL, failure = NULL,
      details = json_set(details, '$.challenge', NULL)
    WHERE id = ?1 AND (state = 'active' OR state = 'pending' AND ${agreedAt('?2', '?3')} < ?4)`
  const query = db.prepare(sql).bind(webhook.id, placeOf(webhook), now, most)
  return (await query.run()).meta.changes > 0
}

/** Puts details in the place of those that were read, and gives whether they were still the same. */
export async function exchangeDetails<Details>(
  db: D1Database,
  id: string,
  { from, to }: { from: Details; to: Details },
): Promise<boolean> {
  const sql = 'UPDATE subscriptions SET details = ?3 WHERE id = ?1 AND details = ?2'
  const query = db.prepare(sql).bind(id, JSON.stringify(from), JSON.stringify(to))
  return (await query.run()).meta.changes > 0
}
