import type { D1Database } from '@cloudflare/workers-types'
import { checkLedger, type LineRefusal } from './check.ts'
import { type Line, lineKey, type Recording } from './line.ts'
import { record } from './record.ts'
import type { Bytes } from './text-lines.ts'

export type Imported =
  | { ok: true; lines: number; recorded: number }
  | { ok: false; refusals: LineRefusal[] }

/** Told before the first batch is stored and after each, how many of how many lines are done. */
export type Progress = (done: number, of: number) => void

/** Few enough for a batch to be quick, many enough for a long file to be. */
const LINES_AT_ONCE = 500

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
  const checked = await checkLedger(db, bytes, recording)
  if (!checked.ok) return checked
  const lines = distinct(checked.lines)
  let recorded = 0
  progress(0, lines.length)
  for (let done = 0; done < lines.length; done += LINES_AT_ONCE) {
    recorded += await record(db, lines.slice(done, done + LINES_AT_ONCE))
    progress(Math.min(done + LINES_AT_ONCE, lines.length), lines.length)
  }
  return { ok: true, lines: checked.lines.length, recorded }
}

/** Each line once; a repeated one says the same, or it was refused. */
function distinct(lines: Line[]): Line[] {
  const seen = new Set<string>()
  return lines.filter((line) => !seen.has(lineKey(line)) && seen.add(lineKey(line)))
}
