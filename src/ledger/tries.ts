/** How often something was tried in vain from a network: the more, the longer the next has to wait. */
import type { D1Database } from '@cloudflare/workers-types'
import type { EpochSeconds } from '../deadline/instant.ts'
import { select } from './busy.ts'

/** What is not to be tried often, and from where. */
export interface Trying {
  what: 'token' | 'webhook' | 'push'
  network: string
}

/** A person errs; nobody errs so often. */
const FREE_TRIES = 10
const LONGEST_WAIT = 15 * 60
/** After so long a quiet, all is forgotten. */
const REMEMBERED = 60 * 60

/** In how many seconds it may be tried again: 0 where it may now. */
export async function secondsToWait(
  db: D1Database,
  { what, network }: Trying,
  now: EpochSeconds,
): Promise<number> {
  const sql = 'SELECT tries, last_at FROM tries WHERE what = ?1 AND network = ?2 AND last_at > ?3'
  const query = db.prepare(sql).bind(what, network, now - REMEMBERED)
  const [row] = await select<{ tries: number; last_at: number }>(query)
  if (!row || row.tries < FREE_TRIES) return 0
  const wait = Math.min(2 ** (row.tries - FREE_TRIES), LONGEST_WAIT)
  return Math.max(row.last_at + wait - now, 0)
}

/** Counts a try in vain, and forgets those of an hour ago. */
export async function countTry(
  db: D1Database,
  { what, network }: Trying,
  now: EpochSeconds,
): Promise<void> {
  const count = `INSERT INTO tries (what, network, tries, last_at) VALUES (?1, ?2, 1, ?3)
    ON CONFLICT DO UPDATE SET tries = tries + 1, last_at = excluded.last_at`
  await db.batch([
    db.prepare('DELETE FROM tries WHERE last_at <= ?1').bind(now - REMEMBERED),
    db.prepare(count).bind(what, network, now),
  ])
}

/** Takes back a try that was counted before it was known that it is not in vain. */
export async function forgiveTry(db: D1Database, { what, network }: Trying): Promise<void> {
  const sql = 'UPDATE tries SET tries = max(tries - 1, 0) WHERE what = ?1 AND network = ?2'
  await db.prepare(sql).bind(what, network).run()
}
