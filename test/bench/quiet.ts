/** When nothing comes to pass in a ledger, so that what is asked again is asked of the same one. */
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'

/** Waits until nothing comes to pass for so many seconds. */
export type Quiet = (seconds: number) => Promise<void>

/** Of the ledger in a database, which others may write to meanwhile. */
export function quietIn(path: string): Quiet {
  return async (seconds) => {
    for (let next = nextIn(path, seconds); next !== null; next = nextIn(path, seconds)) {
      await setTimeout(next * 1000 - Date.now() + PAST_MS)
    }
  }
}

/** By then the tracker has seen that it has come to pass. */
const PAST_MS = 1000

/** The first instant of the next so many seconds, or of this one, at which something comes to pass. */
function nextIn(path: string, seconds: number): number | null {
  const file = new DatabaseSync(path, { readOnly: true })
  try {
    const now = Date.now() / 1000
    const found = file
      .prepare('SELECT min(at) AS next FROM changes WHERE at > ? AND at <= ?')
      .get(now - PAST_MS / 1000, now + seconds)
    return found?.next == null ? null : Number(found.next)
  } finally {
    file.close()
  }
}
