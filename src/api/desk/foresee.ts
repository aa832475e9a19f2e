/** What lines that are not recorded yet would change. */
import type { D1Database } from '@cloudflare/workers-types'
import type { Deadline } from '../../deadline/deadline.ts'
import { checkedInstant, type EpochSeconds } from '../../deadline/instant.ts'
import type { Report } from '../../deadline/report.ts'
import { status } from '../../deadline/status.ts'
import { isOpening, isReport, type Line } from '../../ledger/line.ts'
import { deadlinesBySlug, reportsOf } from '../../ledger/read.ts'
import type { Effect } from '../../page/desk/effect.tsx'

/** For each deadline that the lines touch, in their order: its status before and after. */
export async function foresee(db: D1Database, lines: Line[], now: EpochSeconds): Promise<Effect[]> {
  const slugs = [...new Set(lines.map(slugOf))]
  const [recorded, said] = await Promise.all([deadlinesBySlug(db, slugs), reportsOf(db, slugs)])
  const opened = lines.filter(isOpening).map(({ opens }) => opens)
  const fresh = lines.filter(isReport).map(({ reports }) => reports)
  return slugs.flatMap((slug) => {
    const isOf = (report: Report) => report.deadline === slug
    const before = recorded.find((each) => each.slug === slug)
    const deadline = before ?? opened.find((each) => each.slug === slug)
    if (!deadline) return []
    const touched = { deadline, isNew: !before, old: said.filter(isOf), fresh: fresh.filter(isOf) }
    return [effectOf(touched, now)]
  })
}

interface Touched {
  deadline: Deadline
  isNew: boolean
  old: Report[]
  fresh: Report[]
}

/** As of now, and as of when the last of it was said: what is entered late may change the past alone. */
function effectOf({ deadline, isNew, old, fresh }: Touched, now: EpochSeconds): Effect {
  const at = (instant: EpochSeconds) => ({
    at: instant,
    before: isNew ? null : status(deadline, old, instant, null),
    after: status(deadline, [...old, ...fresh], instant, null),
  })
  const instants = fresh.map(({ reportedAt }) => checkedInstant(reportedAt))
  const lastSaid = Math.max(...instants)
  return {
    now: at(now),
    earlier: lastSaid < now && instants.length > 0 ? at(lastSaid) : null,
    isAhead: instants.some((instant) => instant > now),
    recorded: old.length,
  }
}

const slugOf = (line: Line): string => (isOpening(line) ? line.opens.slug : line.reports.deadline)
