/**
 * What was known of a deadline, step by step: one state for each instant at which something
 * was reported. The fold (status.ts) is its last state; the ledger keeps them all as an index.
 */
import {
  type Certainty,
  type Claim,
  certaintyOf,
  claimOf,
  claimsLeft,
  compareReports,
  type DatedClaim,
  isDated,
  leadingClaim,
  sourceKey,
} from './claim.ts'
import type { Kind } from './deadline.ts'
import type { EpochSeconds } from './instant.ts'
import { parseInstant } from './instant.ts'
import { type Move, moveKind } from './move.ts'
import { type Outcome, type Report, type Source, STANDINGS } from './report.ts'
import { type Window, windowAround } from './window.ts'

/** All that follows from the reports up to an instant; what depends on the clock is in status.ts. */
export interface State {
  /** When it began to hold. */
  from: EpochSeconds
  certainty: Certainty
  leading: DatedClaim | null
  /** The claims left: the leading one first, then the weightiest, then the latest. */
  claims: Claim[]
  /** The leading claim's; null where undated. */
  window: Window | null
  /** Around every dated claim left; null where there is none. */
  spread: Window | null
  /** The instant counted to; null where undated or unbounded on that side. */
  target: EpochSeconds | null
  moves: Move[]
  outcome: ReportedOutcome | null
}

export interface ReportedOutcome extends Outcome {
  reportedAt: string
  source: Source
  report: string
}

/** Before anything is reported. */
export const NOTHING_KNOWN: Omit<State, 'from'> = {
  certainty: 'undated',
  leading: null,
  claims: [],
  window: null,
  spread: null,
  target: null,
  moves: [],
  outcome: null,
}

/**
 * The states that a deadline has been in, oldest first, each holding until the next one's
 * `from`. The order and the repetition of the reports never matter. A retraction changes what
 * the past was, so the reports are walked anew from each one on.
 */
export function timeline(kind: Kind, reports: Report[]): State[] {
  const ordered = inOrder(reports)
  const retractedAt = ordered.filter((report) => report.says === 'retraction').map(timeOf)
  const breaks = [Number.NEGATIVE_INFINITY, ...new Set(retractedAt), Number.POSITIVE_INFINITY]
  return breaks.slice(0, -1).flatMap((since, index) => {
    const until = breaks[index + 1]
    const said = ordered.filter((report) => timeOf(report) < until)
    return walk(kind, said, retracted(said)).filter((state) => state.from >= since)
  })
}

/** Each report once, in the order of the ledger. */
export function inOrder(reports: Report[]): Report[] {
  const byId = new Map(reports.map((report) => [report.id, report]))
  return [...byId.values()].sort(compareReports)
}

/**
 * The ids of the reports that are taken back. A retraction that is itself taken back by a
 * later one takes back nothing.
 */
export function retracted(ordered: Report[]): Set<string> {
  const ids = new Set<string>()
  for (const report of ordered.toReversed()) {
    if (report.says === 'retraction' && report.retracts && !ids.has(report.id)) {
      ids.add(report.retracts)
    }
  }
  return ids
}

/** One state for each instant, from reports in order; those taken back count only as moments. */
function walk(kind: Kind, ordered: Report[], withoutIds: Set<string>): State[] {
  const states: State[] = []
  const latest = new Map<string, Claim>()
  let outcome: Report | null = null
  for (const moment of byMoment(ordered)) {
    const standing = moment.filter((report) => !withoutIds.has(report.id))
    for (const report of standing.filter(({ says }) => says === 'date')) {
      latest.set(sourceKey(report.source), claimOf(report))
      if (reopens(report)) outcome = null
    }
    // Last, since only a later word on the date reopens what has an outcome.
    outcome = standing.findLast(({ says }) => says === 'outcome') ?? outcome
    const before = states.at(-1) ?? { ...NOTHING_KNOWN, from: 0 }
    states.push(
      stateAfter(kind, before, standing, [...latest.values()], outcome, timeOf(moment[0])),
    )
  }
  return states
}

/** A word on the date from whoever has a say in it opens a closed deadline again. */
function reopens({ source }: Report): boolean {
  return ['desk', 'issuer', 'party'].includes(source.standing)
}

function stateAfter(
  kind: Kind,
  before: State,
  standing: Report[],
  latest: Claim[],
  outcome: Report | null,
  from: EpochSeconds,
): State {
  const left = claimsLeft(latest)
  const leading = leadingClaim(left)
  const dated = left.filter(isDated)
  return {
    from,
    certainty: certaintyOf(left),
    leading,
    claims: byWeight(left, leading),
    window: leading?.when.window ?? null,
    spread: dated.length > 0 ? windowAround(dated.map((claim) => claim.when.window)) : null,
    target: leading && targetOf(kind, leading.when.window),
    moves: before.moves.concat(moveTo(leading, before.leading, latest, standing)),
    outcome: outcome && outcomeOf(outcome),
  }
}

/** The move that a moment's reports made, by whoever leads now, or else spoke last; or none. */
function moveTo(
  leading: DatedClaim | null,
  before: DatedClaim | null,
  latest: Claim[],
  standing: Report[],
): Move[] {
  const kind = moveKind(before, leading)
  const spoken = latest.filter((claim) => standing.includes(claim.report))
  const cause = spoken.find((claim) => claim === leading) ?? lastOf(spoken)
  if (!kind || !cause) return []
  return [
    {
      kind,
      at: cause.report.reportedAt,
      from: before?.when.text ?? null,
      to: leading?.when.text ?? null,
      source: cause.source,
      report: cause.report.id,
    },
  ]
}

function lastOf(claims: Claim[]): Claim | undefined {
  return claims.toSorted((a, b) => compareReports(a.report, b.report)).at(-1)
}

function byWeight(left: Claim[], leading: DatedClaim | null): Claim[] {
  const rank = (claim: Claim) => (claim === leading ? -1 : STANDINGS.indexOf(claim.source.standing))
  return left.toReversed().sort((a, b) => rank(a) - rank(b))
}

/** Talks are counted to when they open; everything else to when its time is up. */
function targetOf(kind: Kind, window: Window): EpochSeconds | null {
  return kind === 'talks' ? window.opens : window.closes
}

function outcomeOf({ outcome, reportedAt, source, id }: Report): ReportedOutcome | null {
  return outcome && { ...outcome, reportedAt, source, report: id }
}

function byMoment(ordered: Report[]): Report[][] {
  const moments: Report[][] = []
  for (const report of ordered) {
    const moment = moments.at(-1)
    if (moment?.[0].reportedAt === report.reportedAt) moment.push(report)
    else moments.push([report])
  }
  return moments
}

/** When a report was made. It was checked when it was recorded, so a bad instant is a fault. */
export function timeOf({ id, reportedAt }: Report): EpochSeconds {
  const at = parseInstant(reportedAt)
  if (!at.ok) throw new Error(`report ${id}: ${at.why}`)
  return at.value
}
