/** Walking all that has ended, with an outcome or without, a page at a time. */
import type { D1Database } from '@cloudflare/workers-types'
import { NOT_NARROWED } from '../deadline/board.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import type { Phase } from '../deadline/phase.ts'
import type { Status } from '../deadline/status.ts'
import { type BoardQuery, boardPage } from './board.ts'
import { slugsKnownAfter } from './read.ts'
import { tellDeadlines } from './tell.ts'

const ENDED: readonly Phase[] = ['closed', 'passed']

const AT_ONCE = 200

/**
 * Every deadline that is closed or passed at an instant, in no order that matters. Each is read
 * and folded from its reports, so the whole walk costs as much as the ended part of the ledger
 * (with `knownAt`, all that was recorded by then); what is held at once is a page.
 */
export async function* tellEnded(
  db: D1Database,
  now: EpochSeconds,
  knownAt: EpochSeconds | null,
  atOnce = AT_ONCE,
): AsyncGenerator<Status[]> {
  const pages = knownAt === null ? ended(db, now, atOnce) : known(db, knownAt, atOnce)
  for await (const slugs of pages) {
    const told = await tellDeadlines(db, slugs, now, knownAt)
    yield told.map(({ status }) => status).filter(({ phase }) => ENDED.includes(phase))
  }
}

/** By the states, in the order of the board. */
async function* ended(db: D1Database, now: EpochSeconds, limit: number): AsyncGenerator<string[]> {
  const everything = { ...NOT_NARROWED, now, limit, unreported: false }
  for (const phase of ENDED) {
    let after: BoardQuery['after'] = null
    do {
      const { placed, more } = await boardPage(db, { ...everything, phase, after })
      yield placed.map(({ slug }) => slug)
      after = more ? (placed.at(-1) ?? null) : null
    } while (after)
  }
}

/** The states follow from all that is recorded, so here every deadline may be one. */
async function* known(
  db: D1Database,
  knownAt: EpochSeconds,
  limit: number,
): AsyncGenerator<string[]> {
  let after = ''
  for (;;) {
    const slugs = await slugsKnownAfter(db, { knownAt, after, limit })
    if (slugs.length === 0) return
    yield slugs
    after = slugs[slugs.length - 1]
  }
}
