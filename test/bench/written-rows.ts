/** The rows that a write of the tracker inserts, for the bare Worker to insert as well. */
import type { EpochSeconds } from '../../src/deadline/instant.ts'
import type { Line } from '../../src/ledger/line.ts'
import { record } from '../../src/ledger/record.ts'
import { type Bound, embed } from './embedded.ts'

/** Of a report that is not recorded: what was written for it is undone. */
export async function rowsOfWrite(path: string, line: Line, now: EpochSeconds): Promise<Bound[]> {
  const inserted: Bound[] = []
  const { db, file } = embed(path, (batch) => inserted.push(...insertsOf(batch)))
  file.exec('BEGIN')
  await record(db, [line], now)
  file.exec('ROLLBACK')
  file.close()
  return inserted
}

/** Without what makes room for them, or sees to it that nobody else writes. */
export function insertsOf(batch: Bound[]): Bound[] {
  return batch.filter(([sql]) => sql.startsWith('INSERT'))
}
