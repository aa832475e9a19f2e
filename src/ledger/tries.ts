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

/** In how many seconds from ?3 on the next may be, by the row of those before. */
const WAIT = `CASE WHEN tries < ${FREE_TRIES} THEN 0
  ELSE max(last_at + min(1 << min(tries - ${FREE_TRIES}, 30), ${LONGEST_WAIT}) - ?3, 0) END`
const LOOK = `SELECT ${WAIT} AS seconds FROM tries
  WHERE what = ?1 AND network = ?2 AND last_at > ?3 - ${REMEMBERED}`
const TAKE = `INSERT INTO tries (what, network, tries, last_at) VALUES (?1, ?2, 1, ?3)
  ON CONFLICT DO UPDATE SET tries = tries + 1, last_at = excluded.last_at WHERE ${WAIT} = 0`

interface Waiting {
  seconds: number
}

/** In how many seconds it may be tried again: 0 where it may now. */
export async function secondsToWait(
  db: D1Database,
  { what, network }: Trying,
  now: EpochSeconds,
): Promise<number> {
  const [waiting] = await select<Waiting>(db.prepare(LOOK).bind(what, network, now))
  return waiting?.seconds ?? 0
}

/**
 * Counts a try as one in vain, and gives 0; or counts nothing where it may not be now, and gives in
 * how many seconds it may. It is looked and counted in one batch: of many at once no more may than of
 * as many one after the other. Forgets those of an hour ago.
 */
export async function takeTry(
  db: D1Database,
  { what, network }: Trying,
  now: EpochSeconds,
): Promise<number> {
  const [, looked] = await db.batch<Waiting>([
    db.prepare('DELETE FROM tries WHERE last_at <= ?1').bind(now - REMEMBERED),
    db.prepare(LOOK).bind(what, network, now),
    db.prepare(TAKE).bind(what, network, now),
  ])
  return looked.results[0]?.seconds ?? 0
}

/** Takes back a try that was counted before it was known that it is not in vain. */
export async function forgiveTry(db: D1Database, { what, network }: Trying): Promise<void> {
  const sql = 'UPDATE tries SET tries = max(tries - 1, 0) WHERE what = ?1 AND network = ?2'
  await db.prepare(sql).bind(what, network).run()
}
