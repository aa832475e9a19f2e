/** Walking all that had ended as it was known, with an outcome or without, a page at a time. */
import type { D1Database } from '@cloudflare/workers-types'
import type { EpochSeconds } from '../deadline/instant.ts'
import type { Phase } from '../deadline/phase.ts'
import { type Status, status } from '../deadline/status.ts'
import { recordedBy } from './read.ts'

const ENDED: readonly Phase[] = ['closed', 'passed']

/**
 * Every deadline that is closed or passed at an instant, from what was recorded by `knownAt`, in no order
 * that matters. What is kept follows from all that is recorded, so here every deadline may be one.
 */
export async function* tellEnded(
  db: D1Database,
  now: EpochSeconds,
  knownAt: EpochSeconds,
  atOnce?: number,
): AsyncGenerator<Status[]> {
  for await (const recorded of recordedBy(db, { ...EVERYTHING, knownAt }, atOnce)) {
    yield recorded
      .map(({ deadline, reports }) => status(deadline, reports, now, knownAt))
      .filter(({ phase }) => ENDED.includes(phase))
  }
}

const EVERYTHING = { topic: null, kind: null, q: null }
