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

/** All that is counted of cases; of any number of them it adds up. */
export const FIGURES = [
  ...[...RESULTS, ...FOLLOWED],
  ...(['moved', 'movedLater', 'movedEarlier', 'open'] as const),
] as const
export type Figure = (typeof FIGURES)[number]
export type Figures = Record<Figure, number>

/** The figures that a case counts in. */
export function figuresOf({
  result,
  consequence,
  moved,
}: Omit<Case, 'issuer' | 'topic'>): Figure[] {
  if (result === null) return ['open']
  const figures: Figure[] = [result]
  if (result === 'unmet') figures.push(consequence ?? 'unrecorded')
  if (moved.later + moved.earlier > 0) figures.push('moved')
  if (moved.later > 0) figures.push('movedLater')
  if (moved.earlier > 0) figures.push('movedEarlier')
  return figures
}

/** Those of one issuer, or of one topic, as they are counted. */
export interface Counted {
  name: string | null
  figures: Figures
}

export function recordOf(cases: Case[]): DeadlineRecord {
  const countedBy = (nameOf: (each: Case) => string | null): Counted[] =>
    [...Map.groupBy(cases, nameOf)].map(([name, own]) => ({ name, figures: count(own) }))
  return recordFrom({
    issuers: countedBy(({ issuer }) => issuer),
    topics: countedBy(({ topic }) => topic),
  })
}

/** Of all cases, by issuer and once more by topic. */
export function recordFrom(counted: { issuers: Counted[]; topics: Counted[] }): DeadlineRecord {
  return {
    all: tallyOf(sum(counted.issuers.map(({ figures }) => figures))),
    issuers: groupsOf(counted.issuers),
    topics: groupsOf(counted.topics),
  }
}

function groupsOf(counted: Counted[]): Group[] {
  return counted
    .map(({ name, figures }) => ({ name, tally: tallyOf(figures) }))
    .filter(({ tally }) => tally.cases + tally.open > 0)
    .sort(compareGroups)
}

function compareGroups(a: Group, b: Group): number {
  if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null)
  return b.tally.cases - a.tally.cases || b.tally.open - a.tally.open || (a.name < b.name ? -1 : 1)
}

function count(cases: Case[]): Figures {
  const counted = cases.flatMap(figuresOf)
  return each(FIGURES, (name) => counted.filter((figure) => figure === name).length)
}

function sum(all: Figures[]): Figures {
  return each(FIGURES, (name) => all.reduce((sum, figures) => sum + figures[name], 0))
}

function tallyOf(figures: Figures): Tally {
  const together = (names: readonly Result[]) => names.reduce((sum, name) => sum + figures[name], 0)
  const { moved, movedLater, movedEarlier, open } = figures
  return {
    cases: together(RESULTS),
    demands: together(DEMAND_RESULTS),
    talks: together(TALKS_RESULTS),
    results: each(RESULTS, (name) => figures[name]),
    followed: each(FOLLOWED, (name) => figures[name]),
    ...{ moved, movedLater, movedEarlier, open },
  }
}

function each<Name extends string>(
  names: readonly Name[],
  numberOf: (name: Name) => number,
): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, numberOf(name)])) as Record<Name, number>
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
