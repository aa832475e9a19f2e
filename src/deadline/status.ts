/** The fold: a deadline's reports and an instant give its status. Pure; reads no clock. */
import type { Certainty, Claim } from './claim.ts'
import type { Deadline, Kind } from './deadline.ts'
import { type EpochSeconds, formatInstant, parseInstant } from './instant.ts'
import type { Move } from './move.ts'
import { type Phase, phaseAt } from './phase.ts'
import { elapsedShare, issueInstant, type Remaining, remainingUntil } from './remaining.ts'
import type { Report, Source } from './report.ts'
import {
  inOrder,
  NOTHING_KNOWN,
  type ReportedOutcome,
  type State,
  timeline,
  timeOf,
} from './timeline.ts'
import type { Window } from './window.ts'

/** What is known of a deadline at an instant, in the shape that the JSON has. */
export interface Status {
  slug: string
  kind: Kind
  title: string
  topic: string | null
  issuer: string | null
  addressees: string[]
  demand: string | null
  threat: string | null
  place: string | null
  issuedAt: string | null
  phase: Phase
  certainty: Certainty
  /** The leading claim's date in EDTF, and its zone. */
  when: string | null
  zone: string | null
  window: WrittenWindow | null
  spread: WrittenWindow | null
  target: string | null
  remaining: Remaining | null
  elapsed: number | null
  claims: WrittenClaim[]
  moves: Move[]
  outcome: ReportedOutcome | null
  /** How many reports there are, retracted ones and retractions among them. */
  reports: number
  updatedAt: string | null
}

export interface WrittenWindow {
  opens: string | null
  closes: string | null
}

export interface WrittenClaim {
  source: Source
  when: string | null
  zone: string | null
  window: WrittenWindow | null
  reportedAt: string
  /** The report's id. */
  report: string
  leading: boolean
}

/**
 * Folds a deadline's reports into its status at `now`, from what had been said by then and
 * recorded by `knownAt` (null: ever). Neither the order of the reports nor a repeated one matters.
 */
export function status(
  deadline: Deadline,
  reports: Report[],
  now: EpochSeconds,
  knownAt: EpochSeconds | null,
): Status {
  return fold(deadline, reports, now, knownAt).status
}

/** A deadline's status at some instant, and what it was made of. */
export interface Folded {
  deadline: Deadline
  state: State
  status: Status
}

/** The same status at a later instant, up to which nothing more was said: only the clock has moved. */
export function statusAt({ deadline, state, status }: Folded, now: EpochSeconds): Status {
  return { ...status, ...clocked(deadline, state, now) }
}

/** Folds as `status` does. */
export function fold(
  deadline: Deadline,
  reports: Report[],
  now: EpochSeconds,
  knownAt: EpochSeconds | null,
): Folded {
  const said = reportsBy(reports, now, knownAt)
  const state = timeline(deadline.kind, said).at(-1) ?? { ...NOTHING_KNOWN, from: now }
  const { recordedAt, recordedBy, ...facts } = deadline
  const { phase, remaining, elapsed } = clocked(deadline, state, now)
  const status = {
    ...facts,
    phase,
    certainty: state.certainty,
    when: state.leading?.when.text ?? null,
    zone: state.leading?.when.zone ?? null,
    window: state.window && writeWindow(state.window),
    spread: state.spread && writeWindow(state.spread),
    target: writeInstant(state.target),
    remaining,
    elapsed,
    claims: state.claims.map((claim) => writeClaim(claim, claim === state.leading)),
    moves: state.moves,
    outcome: state.outcome,
    reports: said.length,
    updatedAt: said.at(-1)?.reportedAt ?? null,
  }
  return { deadline, state, status }
}

/** The reports made by `now` and recorded by `knownAt` (null: ever), each once, oldest first. */
export function reportsBy(
  reports: Report[],
  now: EpochSeconds,
  knownAt: EpochSeconds | null,
): Report[] {
  return inOrder(
    reports.filter(
      (report) => timeOf(report) <= now && (knownAt === null || isKnownBy(report, knownAt)),
    ),
  )
}

/**
 * The instants at which something was reported, oldest first, as recorded by `knownAt` (null: ever),
 * whenever that was: what was said after `now` is no secret in that it was said.
 */
export function momentsOf(reports: Report[], knownAt: EpochSeconds | null): string[] {
  const known = reportsBy(reports, Number.POSITIVE_INFINITY, knownAt)
  return [...new Set(known.map(({ reportedAt }) => reportedAt))]
}

/** Whether the tracker had recorded a report by an instant. */
export function isKnownBy(
  { recordedAt }: Pick<Report, 'recordedAt'>,
  knownAt: EpochSeconds,
): boolean {
  const recorded = parseInstant(recordedAt)
  return recorded.ok && recorded.value <= knownAt
}

/** What changes with the clock while nobody says anything. */
function clocked(
  deadline: Deadline,
  state: State,
  now: EpochSeconds,
): Pick<Status, 'phase' | 'remaining' | 'elapsed'> {
  const phase = phaseAt(state, now)
  const { target, window, leading } = state
  if (target === null || !window || !leading) return { phase, remaining: null, elapsed: null }
  const { zone } = leading.when
  const issued = deadline.kind === 'ultimatum' ? issueInstant(deadline.issuedAt, zone) : null
  return {
    phase,
    remaining: phase === 'closed' ? null : remainingUntil(target, window, zone, now),
    elapsed: issued === null ? null : elapsedShare(issued, target, now),
  }
}

function writeClaim({ source, when, report }: Claim, leading: boolean): WrittenClaim {
  return {
    source,
    when: when?.text ?? null,
    zone: when?.zone ?? null,
    window: when && writeWindow(when.window),
    reportedAt: report.reportedAt,
    report: report.id,
    leading,
  }
}

function writeWindow({ opens, closes }: Window): WrittenWindow {
  return { opens: writeInstant(opens), closes: writeInstant(closes) }
}

function writeInstant(instant: EpochSeconds | null): string | null {
  return instant === null ? null : formatInstant(instant)
}
