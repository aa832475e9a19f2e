/** How often wrong tokens came from an address: the more, the longer the next has to wait. */
import type { D1Database } from '@cloudflare/workers-types'
import type { EpochSeconds } from '../deadline/instant.ts'
import { select } from './busy.ts'

/** A person mistypes; nobody mistypes so often. */
const FREE_TRIES = 10
const LONGEST_WAIT = 15 * 60
/** After so long a quiet, all is forgotten. */
const REMEMBERED = 60 * 60

/** In how many seconds an address may try again: 0 where it may now. */
export async function secondsToWait(
  db: D1Database,
  address: string,
  now: EpochSeconds,
): Promise<number> {
  const sql = 'SELECT tries, last_at FROM wrong_tokens WHERE address = ?1 AND last_at > ?2'
  const query = db.prepare(sql).bind(address, now - REMEMBERED)
  const [row] = await select<{ tries: number; last_at: number }>(query)
  if (!row || row.tries < FREE_TRIES) return 0
  const wait = Math.min(2 ** (row.tries - FREE_TRIES), LONGEST_WAIT)
  return Math.max(row.last_at + wait - now, 0)
}

/** Counts a wrong token, and forgets those of an hour ago. */
export async function countWrongToken(
  db: D1Database,
  address: string,
  now: EpochSeconds,
): Promise<void> {
  const count = `INSERT INTO wrong_tokens (address, tries, last_at) VALUES (?1, 1, ?2)
    ON CONFLICT (address) DO UPDATE SET tries = tries + 1, last_at = excluded.last_at`
  await db.batch([
    db.prepare('DELETE FROM wrong_tokens WHERE last_at <= ?1').bind(now - REMEMBERED),
    db.prepare(count).bind(address, now),
  ])
}
