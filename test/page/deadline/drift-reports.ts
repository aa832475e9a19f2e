import { status } from '../../../src/deadline/status.ts'
import { type Line, linesOf } from '../../../src/page/deadline/drift.ts'
import { ledgerOf } from '../ledger.ts'

export const NOW = Date.parse('2025-08-01T00:00:00Z') / 1000

/** The chart's lines, from reports in the short form of the tests; dates are in UTC. */
export function parseReports(...reports: object[]): Line[] {
  const ledger = ledgerOf({}, ...reports.map((report) => ({ zone: 'UTC', ...report })))
  return linesOf(status(ledger.deadlines[0], ledger.reports, NOW, null), ledger.reports, NOW)
}
