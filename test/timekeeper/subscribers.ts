/** So many subscribers that adding each by itself would take its time. */
import type { D1Database } from '@cloudflare/workers-types'

export async function subscribeMany(db: D1Database, count: number): Promise<void> {
  const sql = `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?1)
    INSERT INTO subscriptions (id, transport, address, topic, deadline, events, site, state, details, created_at)
    SELECT 'many-' || n, 'webhook', 'https://example.org/' || n, NULL, NULL, '["moved"]', '', 'active', '{}', 0
    FROM numbers`
  await db.prepare(sql).bind(count).run()
}
