import * as z from 'zod'
import { edtfDate, instant, line, optional, slug, words } from './fields.ts'

export const KINDS = ['ultimatum', 'talks', 'deadline'] as const
export type Kind = (typeof KINDS)[number]

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

export type DeadlineInput = z.output<typeof deadlineInputSchema>

export type Deadline = z.output<typeof deadlineSchema>

const LONGEST_SLUG = 80

/**
 * A slug made from a title: its words of Latin letters and figures, without accents, whole ones up
 * to 80 characters. Null where it has none.
 */
export function slugOf(title: string): string | null {
  const words = title
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  if (!words) return null
  let made = words[0].slice(0, LONGEST_SLUG)
  for (const word of words.slice(1)) {
    if (made.length + 1 + word.length > LONGEST_SLUG) break
    made += `-${word}`
  }
  return made
}
