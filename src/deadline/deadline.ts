import { z } from 'zod'
import { edtfDate, instant, line, optional, slug, words } from './fields.ts'

export const KINDS = ['ultimatum', 'talks', 'deadline'] as const
export type Kind = (typeof KINDS)[number]

/** The thing tracked, as the ledger keeps it. Nothing here changes with time: dates are in reports. */
export const deadlineSchema = z.strictObject({
  slug,
  kind: z.enum(KINDS),
  title: line(200),
  topic: optional(slug),
  issuer: optional(line(200)),
  addressees: z.array(line(200)).max(50).default([]),
  demand: optional(words(2000)),
  threat: optional(words(2000)),
  place: optional(line(200)),
  issuedAt: optional(edtfDate),
  recordedAt: instant,
  recordedBy: line(100),
})

export type Deadline = z.output<typeof deadlineSchema>
