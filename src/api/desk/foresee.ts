/** What lines that are not recorded yet would change. */
import type { D1Database } from '@cloudflare/workers-types'
import type { Deadline } from '../../deadline/deadline.ts'
import type { EpochSeconds } from '../../deadline/instant.ts'
import { status } from '../../deadline/status.ts'
import { isOpening, isReport, type Line } from '../../ledger/line.ts'
import { deadlinesBySlug, reportsOf } from '../../ledger/read.ts'
import type { Effect } from '../../page/desk/effect.tsx'

/** For each deadline that the lines touch, in their order: its status before and after, as of now. */
export async function foresee(db: D1Database, lines: Line[], now: EpochSeconds): Promise<Effect[]> {
  const slugs = [...new Set(lines.map(slugOf))]
  const [recorded, said] = await Promise.all([deadlinesBySlug(db, slugs), reportsOf(db, slugs)])
  return slugs.flatMap((slug) => {
    const before = recorded.find((each) => each.slug === slug)
    const deadline = before ?? openedBy(lines, slug)
    if (!deadline) return []
    const old = said.filter((report) => report.deadline === slug)
    const fresh = lines
      .filter(isReport)
      .flatMap(({ reports }) => (reports.deadline === slug ? [reports] : []))
    return [
      {
        before: before ? status(before, old, now, null) : null,
        after: status(deadline, [...old, ...fresh], now, null),
        reportedAt: fresh.map(({ reportedAt }) => reportedAt),
      },
    ]
  })
}

const slugOf = (line: Line): string => (isOpening(line) ? line.opens.slug : line.reports.deadline)

function openedBy(lines: Line[], slug: string): Deadline | undefined {
  return lines.filter(isOpening).find(({ opens }) => opens.slug === slug)?.opens
}
