/** What follows from a deadline's reports, kept beside them to be looked up by. */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Deadline } from '../deadline/deadline.ts'
import type { Report } from '../deadline/report.ts'
import { timeline } from '../deadline/timeline.ts'
import { type CaseRow, caseRows, countCasesAnew, recountCases } from './cases.ts'
import { countAnew, recount } from './census.ts'
import { changeRows } from './changes.ts'
import { insertRows } from './rows.ts'
import { type StateRow, stateRows } from './states.ts'

/** What is counted of some deadlines: it has to be known of them as they were before they change. */
export interface Counted {
  states: StateRow[]
  cases: CaseRow[]
}

/** What is counted of deadlines by their reports. */
export function countedOf(deadlines: Deadline[], reports: Report[]): Counted {
  const said = Map.groupBy(reports, (report) => report.deadline)
  const each = deadlines.map((deadline) => {
    const states = timeline(deadline.kind, said.get(deadline.slug) ?? [])
    return { states: stateRows(deadline, states), cases: caseRows(deadline, states) }
  })
  return {
    states: each.flatMap(({ states }) => states),
    cases: each.flatMap(({ cases }) => cases),
  }
}

/**
 * Puts what follows from their reports in the place of what stood there of some deadlines; `had` is what
 * they were counted as until now.
 */
export function replaceDerived(
  db: D1Database,
  deadlines: Deadline[],
  reports: Report[],
  had: Counted,
): D1PreparedStatement[] {
  const said = Map.groupBy(reports, (report) => report.deadline)
  const changes = deadlines.flatMap((each) => changeRows(each, said.get(each.slug) ?? []))
  const have = countedOf(deadlines, reports)
  const slugs = JSON.stringify(deadlines.map(({ slug }) => slug))
  const replace = (table: string, rows: object[]) => [
    db
      .prepare(`DELETE FROM ${table} WHERE deadline IN (SELECT value FROM json_each(?1))`)
      .bind(slugs),
    ...insertRows(db, table, rows),
  ]
  return [
    ...replace('states', have.states),
    ...recount(db, { had: had.states, have: have.states }),
    ...replace('cases', have.cases),
    ...recountCases(db, { had: had.cases, have: have.cases }),
    ...replace('changes', changes),
  ]
}

/** Statements that make all that is summed up anew, by the rows that it is summed up from. */
export function sumAllAnew(db: D1Database): D1PreparedStatement[] {
  return [...countAnew(db), ...countCasesAnew(db)]
}
