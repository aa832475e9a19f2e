/**
 * The summer of 2025 as the shipped ledger tells it, lived through again: each report is recorded at
 * its instant, the clock is set from one thing that happens to the next, and the tracker is killed
 * in between.
 */
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fromRoot } from '../../scripts/project.ts'
import { type Change, changesOf } from '../../src/deadline/change.ts'
import type { Deadline } from '../../src/deadline/deadline.ts'
import type { Report } from '../../src/deadline/report.ts'
import { changeId } from '../../src/href.ts'
import type { ClockedTracker } from './clocked-tracker.ts'

export interface Happening {
  /** In milliseconds. */
  at: number
  /** The id by which everybody is told of it. */
  id: string
  /** False: there is something new in the feeds, and no news. */
  isNews: boolean
  /** The report that is recorded then; a milestone has none. */
  report: Report | null
}

const LINES: (Deadline | Report)[] = readFileSync(
  fromRoot('src/shipped/russia-ukraine-2025.ndjson'),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
const DEADLINES = LINES.filter((line): line is Deadline => !('says' in line))
const REPORTS = LINES.filter((line): line is Report => 'says' in line)

export const BEGINNING = '2025-07-14T00:00:00Z'
const END = '2025-08-17T00:00:00Z'

/** What lies before is told as the background. */
export const isWithin = ({ at }: Happening) => at >= Date.parse(BEGINNING) && at < Date.parse(END)

/** All that the ledger tells of, in its order. */
export async function happenings(): Promise<Happening[]> {
  const all = DEADLINES.flatMap((deadline) => {
    const own = REPORTS.filter((report) => report.deadline === deadline.slug)
    return changesOf(deadline.kind, own).map((change) => happeningOf(deadline, change, own))
  })
  const known = await Promise.all(all)
  return known.sort((a, b) => a.at - b.at)
}

async function happeningOf(
  { slug }: Deadline,
  change: Change,
  reports: Report[],
): Promise<Happening> {
  return {
    at: change.at * 1000,
    id: await changeId(slug, change),
    isNews: change.events.length > 0,
    report: reports.find(({ id }) => id === change.key) ?? null,
  }
}

/** Opens every deadline, and records what had been reported before. */
export async function recordBackground(tracker: ClockedTracker): Promise<void> {
  for (const { recordedAt, recordedBy, ...deadline } of DEADLINES) {
    await tracker.post('/deadlines', deadline)
  }
  for (const report of REPORTS) {
    if (report.reportedAt < BEGINNING) await record(tracker, report)
  }
}

async function record(tracker: ClockedTracker, report: Report): Promise<void> {
  const { deadline, recordedAt, recordedBy, ...said } = report
  await tracker.post(`/deadlines/${deadline}/reports`, said)
}

/** Milliseconds before something happens that the clock is set to. */
export const LEAD_MS = 250

/** Random numbers from 0 to 1, the same ones for the same seed (Park and Miller, 1988). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/**
 * Lives through one thing that happens, and the tracker's deaths around it. Gives since when it could
 * be told of: its instant, or when it was recorded, or when the tracker was up again.
 */
export async function live(
  tracker: ClockedTracker,
  { at, report }: Happening,
  deaths: number[],
): Promise<{ recordedAt: number }> {
  await tracker.jumpTo(at - LEAD_MS)
  const dying = die(tracker, at - LEAD_MS, deaths)
  await pause(Math.max(at - tracker.now(), 0))
  if (report) await record(tracker, report)
  const recordedAt = tracker.now()
  await dying
  return { recordedAt }
}

/** Kills the tracker after so many milliseconds each, and starts it again at once. */
async function die(tracker: ClockedTracker, since: number, deaths: number[]): Promise<void> {
  for (const death of deaths) {
    await pause(Math.max(since + death - tracker.now(), 0))
    await tracker.kill()
    await tracker.start()
    since = tracker.now()
  }
}
