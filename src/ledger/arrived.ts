/** What has come into the ledger since it was last looked at. */
import type { D1Database } from '@cloudflare/workers-types'
import type { EpochSeconds } from '../deadline/instant.ts'
import { select } from './busy.ts'

/** A report that is new: of which deadline, and when it was made. */
export interface Arrived {
  deadline: string
  at: EpochSeconds
}

const MOST = 1000

/** The reports that came after a head; null where they are more than are worth going through. */
export async function arrivedSince(db: D1Database, head: number): Promise<Arrived[] | null> {
  const sql = 'SELECT deadline, reported_at AS at FROM reports WHERE seq > ?1 LIMIT ?2'
  const arrived = await select<Arrived>(db.prepare(sql).bind(head, MOST + 1))
  return arrived.length > MOST ? null : arrived
}
