/** Walking all that had ended as it was known, with an outcome or without, a page at a time. */
import type { D1Database } from '@cloudflare/workers-types'
import type { EpochSeconds } from '../deadline/instant.ts'
import type { Phase } from '../deadline/phase.ts'
import type { Status } from '../deadline/status.ts'
import { slugsKnownAfter } from './read.ts'
import { tellDeadlines } from './tell.ts'

const ENDED: readonly Phase[] = ['closed', 'passed']

const AT_ONCE = 200

/**
 * Every deadline that is closed or passed at an instant, from what was recorded by `knownAt`, in no order
 * that matters. What is kept follows from all that is recorded, so here every deadline may be one: the walk
 * costs as much as was recorded by then; what is held at once is a page.
 */
export async function* tellEnded(
  db: D1Database,
  now: EpochSeconds,
  knownAt: EpochSeconds,
  atOnce = AT_ONCE,
): AsyncGenerator<Status[]> {
  let after = ''
  for (;;) {
    const slugs = await slugsKnownAfter(db, { knownAt, after, limit: atOnce })
    if (slugs.length === 0) return
    const told = await tellDeadlines(db, slugs, now, knownAt)
    yield told.map(({ status }) => status).filter(({ phase }) => ENDED.includes(phase))
    after = slugs[slugs.length - 1]
  }
}
