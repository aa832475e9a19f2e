/** What a write is to those who follow a deadline. */
import { type Change, changesOf } from './change.ts'
import type { Kind } from './deadline.ts'
import { type EventKind, eventsBetween, inOrder } from './event.ts'
import type { EpochSeconds } from './instant.ts'
import { DAY_SECONDS } from './local.ts'
import type { Report } from './report.ts'
import { reportsBy } from './status.ts'
import { timeline } from './timeline.ts'

/** Clocks differ: what was reported in so few seconds is told with what was reported now. */
const SKEW = 60

/** Something that has come to pass with a write. */
export interface News {
  change: Change
  /** False where it is kept and not told: something else of the same write tells more. */
  isTold: boolean
}

/**
 * What has come to pass by `now` with reports that were just added to those before, oldest first;
 * nothing where all of them are yet to be reported, more than a minute after `now`.
 *
 * One of the reports is told: the latest that is news, else the latest, by what is new about the
 * present. One that came late, after others that are later, is news only as far as it changes how
 * the deadline stands now: its events are then those, or none. If the window has opened or closed
 * between the saying and the writing, a day ago at most, that is told after it.
 */
export function newsOf(kind: Kind, before: Report[], added: Report[], now: EpochSeconds): News[] {
  const past = changesOf(kind, [...before, ...added]).filter(({ at }) => at <= now + SKEW)
  const ids = new Set(added.map(({ id }) => id))
  const isAdded = ({ key }: Change) => ids.has(key)
  const told =
    past.findLast((change) => isAdded(change) && isNews(change)) ?? past.findLast(isAdded)
  if (!told) return []
  const known = new Set(changesOf(kind, before).map(({ key }) => key))
  const hasFallen = ({ milestone, at, key }: Change) => milestone && at <= now && !known.has(key)
  const later = past.slice(past.indexOf(told) + 1)
  const isLatest = later.every((change) => !isNews(change) || hasFallen(change))
  const present = presentNews(kind, before, added, now)
  const events = inOrder([...(isLatest ? told.events : []), ...present])
  const last = later.findLast(isNews)
  return past.flatMap((change): News[] => {
    if (change === told) return [{ change: { ...told, events }, isTold: true }]
    if (isAdded(change)) return [{ change, isTold: false }]
    const isEnd = change === last && hasFallen(change) && isWindowEnd(change)
    return isEnd && change.at > now - DAY_SECONDS ? [{ change, isTold: true }] : []
  })
}

const isNews = ({ events }: Change) => events.length > 0

/** How the deadline stands otherwise at `now` than it would without what was added. */
function presentNews(
  kind: Kind,
  before: Report[],
  added: Report[],
  now: EpochSeconds,
): EventKind[] {
  const stateBy = (reports: Report[]) => timeline(kind, reportsBy(reports, now + SKEW, null)).at(-1)
  const standing = stateBy([...before, ...added])
  return standing ? eventsBetween(stateBy(before) ?? null, standing) : []
}

/** That so many days are left is soon no longer so; that time is up stays so. */
function isWindowEnd({ milestone }: Change): boolean {
  return milestone === 'opens' || milestone === 'closes'
}
