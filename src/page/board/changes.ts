/** What has changed on the board lately, gathered from the statuses: newest first. */
import { type EpochSeconds, formatInstant } from '../../deadline/instant.ts'
import { DAY_SECONDS } from '../../deadline/local.ts'
import type { Move } from '../../deadline/move.ts'
import type { Source } from '../../deadline/report.ts'
import type { Status } from '../../deadline/status.ts'

const RECENT_SECONDS = 42 * DAY_SECONDS

export type Change = { status: Status; at: string } & (
  | { what: 'move'; move: Move }
  /** A source's word that moved nothing. */
  | { what: 'claim'; when: string | null; source: Source }
  | { what: 'outcome' }
)

/** Those of the last weeks; where all has been quiet for longer, the last there were. */
export function changesOf(statuses: Status[], now: EpochSeconds, most: number): Change[] {
  const changes = statuses
    .flatMap(changesOfOne)
    .sort((a, b) => Number(a.at < b.at) - Number(a.at > b.at))
  const since = formatInstant(now - RECENT_SECONDS)
  const recent = changes.filter(({ at }) => at >= since)
  return (recent.length > 0 ? recent : changes).slice(0, most)
}

function changesOfOne(status: Status): Change[] {
  const { moves, claims, outcome } = status
  const moving = new Set(moves.map((move) => move.report))
  // A newest change first also within one instant, so the lists are turned round before sorting.
  return [
    ...(outcome ? [{ what: 'outcome' as const, status, at: outcome.reportedAt }] : []),
    ...claims
      .filter(({ report }) => !moving.has(report))
      .map(({ when, source, reportedAt }) => ({
        ...{ what: 'claim' as const, status, at: reportedAt },
        ...{ when, source },
      })),
    ...moves.toReversed().map((move) => ({ what: 'move' as const, status, at: move.at, move })),
  ]
}
