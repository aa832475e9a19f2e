import type { Kind } from './deadline.ts'
import type { EpochSeconds } from './instant.ts'
import { DAY_SECONDS } from './local.ts'
import type { State } from './timeline.ts'

/** How long before the target the first ones are, in seconds; then the window itself. */
const BEFORE = {
  '30d': 30 * DAY_SECONDS,
  '7d': 7 * DAY_SECONDS,
  '3d': 3 * DAY_SECONDS,
  '24h': DAY_SECONDS,
  '1h': 3600,
}

export type MilestoneName = keyof typeof BEFORE | 'opens' | 'closes'

/** In the order in which they come. */
export const MILESTONES = [...Object.keys(BEFORE), 'opens', 'closes'] as MilestoneName[]

export interface Milestone {
  name: MilestoneName
  at: EpochSeconds
}

/**
 * The milestones that fall while a state holds, from its beginning until the next one's (null:
 * for ever), oldest first. Those that fell before anybody knew the date do not exist, and what is
 * undated or has an outcome has none. An exact instant is passed in one: talks open at it, and
 * for everything else it closes.
 */
export function milestonesOf(
  kind: Kind,
  { from, target, window, outcome }: State,
  until: EpochSeconds | null,
): Milestone[] {
  if (!window || outcome) return []
  const before = Object.entries(BEFORE).flatMap(([name, seconds]) =>
    target === null ? [] : [{ name: name as MilestoneName, at: target - seconds }],
  )
  const { opens, closes } = window
  const isExact = opens !== null && opens === closes
  const ends = [
    ...(opens === null || (isExact && kind !== 'talks') ? [] : [{ name: 'opens', at: opens }]),
    ...(closes === null || (isExact && kind === 'talks') ? [] : [{ name: 'closes', at: closes }]),
  ] as Milestone[]
  return [...before, ...ends]
    .filter(({ at }) => at >= from && (until === null || at < until))
    .sort((a, b) => a.at - b.at || MILESTONES.indexOf(a.name) - MILESTONES.indexOf(b.name))
}
