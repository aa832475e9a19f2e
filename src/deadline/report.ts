import { z } from 'zod'
import type { Kind } from './deadline.ts'
import { edtf, instant, language, line, link, optional, slug, uuid, words, zone } from './fields.ts'
import { resolveWhen } from './when.ts'

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

export const sourceSchema = z.strictObject({
  name: line(200),
  standing: z.enum(STANDINGS),
  /** The outlet that carried it. */
  via: optional(line(200)),
  url: optional(link),
  archiveUrl: optional(link),
})

export type Source = z.output<typeof sourceSchema>

const outcomeSchema = z.strictObject({
  result: z.enum(RESULTS),
  consequence: optional(z.enum(CONSEQUENCES)),
  /** When it came about, in EDTF. */
  at: optional(edtf),
})

export type Outcome = z.output<typeof outcomeSchema>

const reportFields = z.strictObject({
  deadline: slug,
  id: uuid,
  says: z.enum(SAYS),
  /** A report on the date must have it: "no date" is said by null, never by leaving it out. */
  when: z
    .union(
      [z.string(), z.strictObject({ in: z.string(), from: z.string() })],
      'must be EDTF, a counted period such as { "in": "P50D", "from": "2025-07-14" }, or null',
    )
    .superRefine((when, context) => {
      const resolved = resolveWhen(when, null)
      if (!resolved.ok) context.addIssue(resolved.why)
    })
    .nullable()
    .optional(),
  zone: optional(zone),
  outcome: optional(outcomeSchema),
  /** The id of the report that this one takes back. */
  retracts: optional(uuid),
  source: sourceSchema,
  /** The source's own words, */
  quote: optional(words(2000)),
  /** and their language (BCP 47); null where nobody said. */
  lang: optional(language),
  /** The editors' words: what the date is about, how an hour was chosen. */
  note: optional(words(2000)),
  reportedAt: instant,
  recordedAt: instant,
  recordedBy: line(100),
})

/** What an editor gives of it: the rest is the tracker's own. An id makes a retry safe. */
const inputFields = reportFields
  .omit({ deadline: true, recordedAt: true, recordedBy: true })
  .extend({ id: optional(uuid) })

/** An immutable line of the ledger: one source saying one thing at one time. */
export const reportSchema = reportFields
  .superRefine(refineFields)
  .transform(({ deadline, id, says, when = null, ...rest }) => ({
    ...{ deadline, id, says, when },
    ...rest,
  }))

export const reportInputSchema = inputFields
  .superRefine(refineFields)
  .transform(({ id, says, when = null, ...rest }) => ({ id, says, when, ...rest }))

export type Report = z.output<typeof reportSchema>
export type ReportInput = z.output<typeof reportInputSchema>

type Said = Omit<z.output<typeof inputFields>, 'id'>
type WrongField = { key: keyof Said; why: string }

function refineFields(report: Said, context: z.RefinementCtx): void {
  for (const { key, why } of wrongFields(report)) {
    context.addIssue({ code: 'custom', path: [key], message: why })
  }
}

/** What a report must have, and may not have, given what it says. */
function wrongFields(report: Said): WrongField[] {
  const wrong = [
    ...belongs(report, 'outcome', 'outcome'),
    ...belongs(report, 'retracts', 'retraction'),
  ]
  if (report.says === 'note' && report.quote === null && report.note === null) {
    wrong.push({ key: 'note', why: 'a note needs words: give quote or note' })
  }
  return wrong.concat(wrongWhen(report))
}

function wrongWhen({ says, when, zone }: Said): WrongField[] {
  if (says !== 'date') {
    return when ? [{ key: 'when', why: `goes with says "date", not "${says}"` }] : []
  }
  if (when === undefined) {
    return [
      { key: 'when', why: 'says "date" needs it: EDTF, a counted period, or null for no date' },
    ]
  }
  return wrongInZone(when, zone)
}

/** What is right anywhere can be wrong in a zone: there an interval may end before it starts. */
function wrongInZone(when: Said['when'], zone: Said['zone']): WrongField[] {
  if (when === undefined || !resolveWhen(when, null).ok) return []
  const resolved = resolveWhen(when, zone)
  return resolved.ok ? [] : [{ key: 'when', why: resolved.why }]
}

function belongs(report: Said, key: 'outcome' | 'retracts', says: Said['says']): WrongField[] {
  const given = report[key] !== null
  if (given === (report.says === says)) return []
  return [
    {
      key,
      why: given ? `goes with says "${says}", not "${report.says}"` : `says "${says}" needs it`,
    },
  ]
}

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
