import * as z from 'zod'
import { KINDS } from './deadline.ts'
import { edtfDate, instant, line, optional, slug, words } from './fields.ts'

/** The thing tracked, as the ledger keeps it. Nothing here changes with time: dates are in reports. */
export const deadlineSchema = z.strictObject({
  slug: slug.describe('What it is called in addresses.'),
  kind: z
    .enum(KINDS)
    .describe('A demand by a date, or else; a meeting; any other date that something ends by.'),
  title: line(200).describe('What it is, in a line.'),
  topic: optional(slug).describe('The slug of what it belongs to, with other deadlines.'),
  issuer: optional(line(200)).describe('Who sets it.'),
  addressees: z
    .array(line(200))
    .max(50, 'must have at most 50 names')
    .default([])
    .describe('Who is to act by it; of talks, who meets.'),
  demand: optional(words(2000)).describe('What is to be done.'),
  threat: optional(words(2000)).describe('Or else.'),
  place: optional(line(200)).describe('Where it happens.'),
  issuedAt: optional(edtfDate).describe('When it was set, in EDTF: the day that days run from.'),
  recordedAt: instant,
  recordedBy: line(100),
})

/** What an editor gives of it: the rest is the tracker's own. The slug may come from the title. */
export const deadlineInputSchema = deadlineSchema
  .omit({ recordedAt: true, recordedBy: true })
  .extend({ slug: optional(slug).describe('Made from the title where it is left out.') })
