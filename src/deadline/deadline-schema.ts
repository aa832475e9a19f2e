import * as z from 'zod/mini'
import { KINDS } from './deadline.ts'
import { edtfDate, instant, line, optional, slug, words } from './fields.ts'

/** The thing tracked, as the ledger keeps it. Nothing here changes with time: dates are in reports. */
export const deadlineSchema = z.strictObject({
  slug: slug.check(z.describe('What it is called in addresses.')),
  kind: z
    .enum(KINDS)
    .check(
      z.describe('A demand by a date, or else; a meeting; any other date that something ends by.'),
    ),
  title: line(200).check(z.describe('What it is, in a line.')),
  topic: optional(slug).check(z.describe('The slug of what it belongs to, with other deadlines.')),
  issuer: optional(line(200)).check(z.describe('Who sets it.')),
  addressees: z
    ._default(z.array(line(200)).check(z.maxLength(50, 'must have at most 50 names')), [])
    .check(z.describe('Who is to act by it; of talks, who meets.')),
  demand: optional(words(2000)).check(z.describe('What is to be done.')),
  threat: optional(words(2000)).check(z.describe('Or else.')),
  place: optional(line(200)).check(z.describe('Where it happens.')),
  issuedAt: optional(edtfDate).check(
    z.describe('When it was set, in EDTF: the day that days run from.'),
  ),
  recordedAt: instant,
  recordedBy: line(100),
})

/** What an editor gives of it: the rest is the tracker's own. The slug may come from the title. */
export const deadlineInputSchema = z.extend(
  z.omit(deadlineSchema, { recordedAt: true, recordedBy: true }),
  { slug: optional(slug).check(z.describe('Made from the title where it is left out.')) },
)
