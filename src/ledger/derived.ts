/** What follows from a deadline's reports, kept beside them to be looked up by. */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Deadline } from '../deadline/deadline.ts'
import type { Report } from '../deadline/report.ts'
import { recount } from './census.ts'
import { changeRows } from './changes.ts'
import { insertRows } from './rows.ts'
import { type StateRow, stateRows } from './states.ts'

/**
 * Puts what follows from their reports in the place of what stood there of some deadlines; `had` are the
 * states that they have had until now.
 */
export function replaceDerived(
  db: D1Database,
  deadlines: Deadline[],
  reports: Report[],
  had: StateRow[],
): D1PreparedStatement[] {
  const said = Map.groupBy(reports, (report) => report.deadline)
  const derive = <Row>(rowsOf: (deadline: Deadline, reports: Report[]) => Row[]) =>
    deadlines.flatMap((deadline) => rowsOf(deadline, said.get(deadline.slug) ?? []))
  const slugs = JSON.stringify(deadlines.map(({ slug }) => slug))
  const clear = (table: string) =>
    db
      .prepare(`DELETE FROM ${table} WHERE deadline IN (SELECT value FROM json_each(?1))`)
      .bind(slugs)
  const have = derive(stateRows)
  return [
    clear('states'),
    ...insertRows(db, 'states', have),
    ...recount(db, { had, have }),
    clear('changes'),
    ...insertRows(db, 'changes', derive(changeRows)),
  ]
}
