import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { isBusy, pause, select } from './busy.ts'

/** How often a batch is tried while others write at the same time. */
const TRIES = 15

/** What to write, given the ledger's head: how many lines, and the statements that write them. */
export interface Writing {
  lines: number
  statements: D1PreparedStatement[]
}

/** So many wrote at the same time that one never had its turn. It wrote nothing, and may try again. */
export class Crowded extends Error {}

let writes = 0

/** How often something was written from this isolate: whoever keeps what was read looks again then. */
export function writesHere(): number {
  return writes
}

/** The seq of the ledger's last line; 0 where it is empty. It rises with every line. */
export async function readHead(db: D1Database): Promise<number> {
  const [head] = await select<{ seq: number }>(db.prepare('SELECT seq FROM head'))
  return head?.seq ?? 0
}

/**
 * Writes one batch, all of it or nothing, that holds only for the head it was prepared at. Where
 * another write comes between, nothing is written and it is prepared anew.
 *
 * @throws Crowded where others write between at every try.
 */
export async function writeAtHead(
  db: D1Database,
  prepare: (head: number) => Promise<Writing>,
): Promise<Writing> {
  for (let attempt = 1; ; attempt++) {
    const head = await readHead(db)
    const writing = await prepare(head)
    try {
      await db.batch([moveHead(db, head, writing.lines), ...writing.statements])
      writes++
      return writing
    } catch (error) {
      if (!(isOvertaken(error) || isBusy(error))) throw error
      if (attempt === TRIES) throw new Crowded('others write all the time', { cause: error })
      await pause(attempt)
    }
  }
}

/** Makes the head null, which it may not be, unless it still stands where it was read. */
function moveHead(db: D1Database, head: number, lines: number): D1PreparedStatement {
  return db.prepare('UPDATE head SET seq = CASE WHEN seq = ?1 THEN ?2 END').bind(head, head + lines)
}

function isOvertaken(error: unknown): boolean {
  return String(error).includes('NOT NULL constraint failed: head.seq')
}
