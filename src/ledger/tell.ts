/** Telling the board and single deadlines: look up which, read their reports, fold them. */
import type { D1Database } from '@cloudflare/workers-types'
import type { Placed } from '../deadline/board.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import type { Report } from '../deadline/report.ts'
import {
  type Folded,
  fold,
  momentsOf,
  reportsBy,
  type Status,
  statusAt,
} from '../deadline/status.ts'
import { type BoardQuery, type Counts, presentBoard } from './board.ts'
import { knownBoard } from './board-known.ts'
import { once } from './kept.ts'
import { recordedOf } from './read.ts'

/** A deadline's status, and the reports that it was folded from, oldest first. */
export interface Told {
  status: Status
  log: Report[]
  /** Every instant at which something was reported, those after `now` among them. */
  moments: string[]
}

export interface ToldBoard {
  told: Told[]
  /** The slug of the one that is due first. */
  next: string | null
  counts: Counts
  /** Where the next page starts after; null on the last page. */
  last: Placed | null
}

/** A page of the board; with `knownAt`, from what had been recorded by then. */
export async function tellBoard(
  db: D1Database,
  query: BoardQuery,
  knownAt: EpochSeconds | null,
): Promise<ToldBoard> {
  const { placed, more, next, counts } =
    knownAt === null ? await presentBoard(db, query) : await knownBoard(db, query, knownAt)
  const slugs = placed.map(({ slug }) => slug)
  return {
    told: await tellDeadlines(db, slugs, query.now, knownAt),
    next,
    counts,
    last: more ? (placed.at(-1) ?? null) : null,
  }
}

/** The deadlines of these slugs, in their order; unknown ones are passed over. */
export async function tellDeadlines(
  db: D1Database,
  slugs: string[],
  now: EpochSeconds,
  knownAt: EpochSeconds | null,
): Promise<Told[]> {
  const folding = () => foldAll(db, slugs, now, knownAt)
  const all = await once(db, ['folded', knownAt, ...slugs].join(' '), now, folding)
  return all.map(({ folded, ...said }) => ({ status: statusAt(folded, now), ...said }))
}

async function foldAll(
  db: D1Database,
  slugs: string[],
  now: EpochSeconds,
  knownAt: EpochSeconds | null,
): Promise<(Omit<Told, 'status'> & { folded: Folded })[]> {
  const recorded = await recordedOf(db, slugs)
  return recorded.map(({ deadline, reports }) => {
    const log = reportsBy(reports, now, knownAt)
    const moments = momentsOf(reports, knownAt)
    return { folded: fold(deadline, log, now, knownAt), log, moments }
  })
}
