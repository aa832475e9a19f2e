import type * as z from 'zod/mini'
import type { Kind } from './deadline.ts'
import type { reportInputSchema, reportSchema } from './report-schema.ts'

/** From the most to the least weighty. */
export const STANDINGS = ['desk', 'issuer', 'party', 'media', 'anonymous'] as const
export type Standing = (typeof STANDINGS)[number]

export const RESULTS = [
  'met',
  'partly-met',
  'unmet',
  'withdrawn',
  'disputed',
  'held',
  'cancelled',
] as const
export type Result = (typeof RESULTS)[number]

/** What may come of talks, and of everything else. */
export const TALKS_RESULTS: readonly Result[] = ['held', 'cancelled']
export const DEMAND_RESULTS = RESULTS.filter((result) => !TALKS_RESULTS.includes(result))

export const CONSEQUENCES = ['carried-out', 'partly', 'late', 'not-carried-out', 'pending'] as const
export type Consequence = (typeof CONSEQUENCES)[number]

export const SAYS = ['date', 'outcome', 'note', 'retraction'] as const

/** An immutable line of the ledger: one source saying one thing at one time. */
export type Report = z.output<typeof reportSchema>
/** What an editor gives of it. */
export type ReportInput = z.output<typeof reportInputSchema>
export type Source = Report['source']
export type Outcome = NonNullable<Report['outcome']>

/** Why an outcome does not fit the kind of its deadline, or null where it does (or is none). */
export function wrongOutcome({ outcome }: Report, kind: Kind): string | null {
  if (outcome === null) return null
  const fitting = kind === 'talks' ? TALKS_RESULTS : DEMAND_RESULTS
  if (!fitting.includes(outcome.result)) {
    return `"${outcome.result}" does not fit ${kind}: expected ${fitting.join(', ')}`
  }
  if (kind === 'talks' && outcome.consequence !== null) return 'talks have no consequence'
  return null
}
