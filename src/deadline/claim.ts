import { isQualified, isWithinOneDay } from './edtf.ts'
import { type Report, type Source, STANDINGS } from './report.ts'
import { type ResolvedWhen, resolveWhen } from './when.ts'
import { overlap } from './window.ts'

/** A source's latest standing word on the date; `when` is null where it says there is none. */
export interface Claim {
  source: Source
  when: ResolvedWhen | null
  report: Report
}

export type DatedClaim = Claim & { when: ResolvedWhen }

/** Reads a date report. It was checked when it was recorded, so a bad date here is a fault. */
export function claimOf(report: Report): Claim {
  const when = resolveWhen(report.when, report.zone)
  if (!when.ok) throw new Error(`report ${report.id}: ${when.why}`)
  return { source: report.source, when: when.value, report }
}

/**
 * Whether two reports come from the same source. A name is one source, whoever carried it;
 * but nameless sources are told apart by the outlet that each spoke to.
 */
export function sourceKey({ name, standing, via }: Source): string {
  return standing === 'anonymous' ? `${name}\n${via ?? ''}` : name
}

/** The order of the ledger: by what time it was said, then recorded, then by id. */
export function compareReports(a: Report, b: Report): number {
  return (
    compareText(a.reportedAt, b.reportedAt) ||
    compareText(a.recordedAt, b.recordedAt) ||
    compareText(a.id, b.id)
  )
}

/** By code units: the same everywhere, whatever the reader's language. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

export function isDated(claim: Claim): claim is DatedClaim {
  return claim.when !== null
}

/** Stated to the day or finer, and without doubt of its own. */
export function isSure(claim: DatedClaim): boolean {
  return isWithinOneDay(claim.when.edtf) && !isQualified(claim.when.edtf)
}

/**
 * The claims that are left of each source's latest, in the order of the ledger.
 * A later claim of the desk or the issuer supersedes; so does a later agreement of parties.
 */
export function claimsLeft(claims: Claim[]): Claim[] {
  const ordered = [...claims].sort((a, b) => compareReports(a.report, b.report))
  const ruling = ordered.findLastIndex(hasAuthority)
  let left = ordered.slice(Math.max(ruling, 0))
  for (const agreement of agreements(left)) {
    if (!agreement.every((claim) => left.includes(claim))) continue
    const since = left.indexOf(agreement[agreement.length - 1])
    const agreed: Claim[] = agreement
    left = left.filter((claim, index) => index >= since || agreed.includes(claim))
  }
  return left
}

function hasAuthority({ source }: Claim): boolean {
  return source.standing === 'desk' || source.standing === 'issuer'
}

/**
 * The latest word of the desk or the issuer, or null. A later one supersedes every earlier
 * claim, so that among the claims left there is at most one, and it comes first.
 */
export function rulingClaim(left: Claim[]): Claim | null {
  return left.find(hasAuthority) ?? null
}

/** Parties' dated claims that overlap, in groups of two or more; the latest-made group first. */
function agreements(left: Claim[]): DatedClaim[][] {
  const groups: DatedClaim[][] = []
  for (const claim of left.filter(isDated)) {
    if (claim.source.standing !== 'party') continue
    const touching = groups.filter((group) => group.some((other) => agree(claim, other)))
    const apart = groups.filter((group) => !touching.includes(group))
    groups.splice(0, groups.length, ...apart, [...touching.flat(), claim])
  }
  return groups
    .filter((group) => group.length > 1)
    .map((group) => group.sort((a, b) => left.indexOf(a) - left.indexOf(b)))
    .sort((a, b) => left.indexOf(b[b.length - 1]) - left.indexOf(a[a.length - 1]))
}

function agree(a: DatedClaim, b: DatedClaim): boolean {
  return overlap(a.when.window, b.when.window)
}

/** The claim that the countdown follows: of the dated ones left the weightiest, then the latest. */
export function leadingClaim(left: Claim[]): DatedClaim | null {
  const ruling = rulingClaim(left)
  if (ruling && !isDated(ruling)) return null
  let leading: DatedClaim | null = null
  for (const claim of left.filter(isDated)) {
    if (!leading || weight(claim) >= weight(leading)) leading = claim
  }
  return leading
}

function weight({ source }: Claim): number {
  return -STANDINGS.indexOf(source.standing)
}

export type Certainty = 'firm' | 'tentative' | 'contested' | 'undated'
export const CERTAINTIES = ['firm', 'tentative', 'contested', 'undated'] as const

export function certaintyOf(left: Claim[]): Certainty {
  const leading = leadingClaim(left)
  if (!leading) return 'undated'
  if (isContested(left)) return 'contested'
  const denied = left.some((claim) => claim.source.standing === 'party' && !isDated(claim))
  return isVouchedFor(leading, left) && !denied ? 'firm' : 'tentative'
}

function isContested(left: Claim[]): boolean {
  const dated = left.filter(isDated)
  return dated.some((claim, index) => dated.slice(index + 1).some((other) => !agree(claim, other)))
}

/** Said surely by the desk, the issuer, or two parties. */
function isVouchedFor(leading: DatedClaim, left: Claim[]): boolean {
  if (hasAuthority(leading)) return isSure(leading)
  const parties = left
    .filter(isDated)
    .filter((claim) => claim.source.standing === 'party' && agree(claim, leading) && isSure(claim))
  return leading.source.standing === 'party' && isSure(leading) && parties.length >= 2
}
