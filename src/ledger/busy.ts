/**
 * Where two processes share one local database (`npm start` and `npm run ledger`), SQLite turns
 * one away while the other writes. What was turned away did nothing, and may be tried again.
 */
import type { D1PreparedStatement } from '@cloudflare/workers-types'

const BUSY = /database is locked|SQLITE_BUSY|session commit token/

/** In all about six seconds: longer than any batch takes. */
const TRIES = 15

export function isBusy(error: unknown): boolean {
  return BUSY.test(String(error))
}

/** Waits before another try: longer each time, and not in step with the other process. */
export async function pause(attempt: number): Promise<void> {
  const milliseconds = attempt * 50 * (0.5 + Math.random())
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** A query's rows. */
export async function select<Row>(query: D1PreparedStatement): Promise<Row[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await query.all<Row>()).results
    } catch (error) {
      if (attempt === TRIES || !isBusy(error)) throw error
      await pause(attempt)
    }
  }
}
