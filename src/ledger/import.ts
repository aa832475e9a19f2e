import type { D1Database } from '@cloudflare/workers-types'
import { checkedInstant } from '../deadline/instant.ts'
import { checkLedger, type LineRefusal } from './check.ts'
import { type Recording, rereadLine } from './line.ts'
import { record } from './record.ts'
import { type Bytes, inGroups } from './text-lines.ts'

export type Imported =
  | { ok: true; lines: number; recorded: number }
  /** `refusals` are the first of as many as `refused`. */
  | { ok: false; refusals: LineRefusal[]; refused: number }

/** Told, and waited for, before the first batch is stored and after each, how many of how many new lines are done. */
export type Progress = (done: number, of: number) => unknown

/** Few enough for a batch to be quick, many enough for a long file to be. */
const LINES_AT_ONCE = 1000

/**
 * Imports NDJSON: nothing of it where any line is refused; else all of it, batch by batch in its
 * own order. Lines that are recorded already are passed over, so that an import that was cut off
 * is finished by sending the file again.
 */
export async function importLedger(
  db: D1Database,
  bytes: Bytes,
  recording: Recording,
  progress: Progress = () => {},
): Promise<Imported> {
  const { lines, fresh, refusals, refused } = await checkLedger(db, bytes, recording)
  if (refused > 0) return { ok: false, refusals, refused }
  const now = checkedInstant(recording.recordedAt)
  let recorded = 0
  let done = 0
  await progress(done, fresh.count)
  for await (const group of inGroups(fresh.unpacked(), LINES_AT_ONCE)) {
    recorded += await record(db, group.map(rereadLine), now)
    done += group.length
    await progress(done, fresh.count)
  }
  return { ok: true, lines, recorded }
}
