/**
 * The record: how deadlines end, counted. Only outcomes that were reported count as endings; what
 * is past its time without one is counted apart.
 */
import type { Move } from './move.ts'
import {
  CONSEQUENCES,
  type Consequence,
  DEMAND_RESULTS,
  RESULTS,
  type Result,
  TALKS_RESULTS,
} from './report.ts'
import type { Status } from './status.ts'

/** All of an ended deadline that the record counts. */
export interface Case {
  issuer: string | null
  topic: string | null
  /** Null where its time is up and no outcome is recorded. */
  result: Result | null
  consequence: Consequence | null
  moved: TimesMoved
}

/** How often a date was put off and brought forward; narrowing it moves nothing. */
export interface TimesMoved {
  later: number
  earlier: number
}

export const FOLLOWED = [...CONSEQUENCES, 'unrecorded'] as const
export type Followed = (typeof FOLLOWED)[number]

export interface Tally {
  /** Those that have an outcome: `demands` (ultimatums and deadlines) and `talks` together. */
  cases: number
  demands: number
  talks: number
  results: Record<Result, number>
  /** What followed the unmet ones; together as many as they are. */
  followed: Record<Followed, number>
  /** Cases whose date moved at least once, */
  moved: number
  /** and in which direction; one that went both ways is in both. */
  movedLater: number
  movedEarlier: number
  /** Past their time without an outcome; not among the cases. */
  open: number
}

/** Those of one issuer, or of one topic; null is for those that have none. */
export interface Group {
  name: string | null
  tally: Tally
}

export interface DeadlineRecord {
  all: Tally
  /** The most cases first; those without a name last. */
  issuers: Group[]
  topics: Group[]
}

/** What the record counts of a deadline; null while its time is not up. */
export function caseOf({ phase, issuer, topic, outcome, moves }: Status): Case | null {
  if (phase !== 'closed' && phase !== 'passed') return null
  return {
    issuer,
    topic,
    result: outcome?.result ?? null,
    consequence: outcome?.consequence ?? null,
    moved: timesMoved(moves),
  }
}

export function timesMoved(moves: Pick<Move, 'kind'>[]): TimesMoved {
  return {
    later: moves.filter(({ kind }) => kind === 'slip').length,
    earlier: moves.filter(({ kind }) => kind === 'pull-in').length,
  }
}

export function recordOf(cases: Case[]): DeadlineRecord {
  return {
    all: tallyOf(cases),
    issuers: groupsBy(cases, ({ issuer }) => issuer),
    topics: groupsBy(cases, ({ topic }) => topic),
  }
}

function groupsBy(cases: Case[], nameOf: (each: Case) => string | null): Group[] {
  return [...Map.groupBy(cases, nameOf)]
    .map(([name, own]) => ({ name, tally: tallyOf(own) }))
    .sort(compareGroups)
}

function compareGroups(a: Group, b: Group): number {
  if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null)
  return b.tally.cases - a.tally.cases || b.tally.open - a.tally.open || (a.name < b.name ? -1 : 1)
}

function tallyOf(all: Case[]): Tally {
  const ended = all.filter(({ result }) => result !== null)
  const results = countEach(RESULTS, (name) => ended.filter(({ result }) => result === name))
  const unmet = ended.filter(({ result }) => result === 'unmet')
  const together = (names: readonly Result[]) => names.reduce((sum, name) => sum + results[name], 0)
  return {
    cases: ended.length,
    demands: together(DEMAND_RESULTS),
    talks: together(TALKS_RESULTS),
    results,
    followed: countEach(FOLLOWED, (name) =>
      unmet.filter(({ consequence }) => (consequence ?? 'unrecorded') === name),
    ),
    moved: ended.filter(({ moved }) => moved.later + moved.earlier > 0).length,
    movedLater: ended.filter(({ moved }) => moved.later > 0).length,
    movedEarlier: ended.filter(({ moved }) => moved.earlier > 0).length,
    open: all.length - ended.length,
  }
}

function countEach<Name extends string>(
  names: readonly Name[],
  found: (name: Name) => unknown[],
): Record<Name, number> {
  const counts = names.map((name) => [name, found(name).length])
  return Object.fromEntries(counts) as Record<Name, number>
}

/** Under this many cases a percentage says more than is known. */
const FEWEST_FOR_SHARE = 5

/**
 * A share as a whole percentage; null under five cases. Nothing but none is 0, and nothing but
 * all is 100.
 */
export function percentOf(count: number, of: number): number | null {
  if (of < FEWEST_FOR_SHARE) return null
  if (count === 0 || count === of) return count === 0 ? 0 : 100
  return Math.min(Math.max(Math.round((count / of) * 100), 1), 99)
}
