/** Intake: an article's text to drafts of reports, for an editor to tick and correct. */
import * as z from 'zod/mini'
import type { Deadline } from '../deadline/deadline.ts'
import { parseEdtfDate } from '../deadline/edtf.ts'
import { atMost, line, link, optional, zone } from '../deadline/fields.ts'
import { parseInstant } from '../deadline/instant.ts'
import type { Report, Source } from '../deadline/report.ts'

const LONGEST_TEXT = 60_000

const published = z.string().check(
  z.superRefine((text, context) => {
    const day = parseEdtfDate(text)
    const isDay = day.ok && day.value.precision === 'day' && day.value.qualifier === ''
    if (!isDay && !parseInstant(text).ok) {
      context.addIssue(
        'must be a day such as 2025-07-21, or an instant such as 2025-07-21T20:00:00Z',
      )
    }
  }),
)

export const articleSchema = z.strictObject({
  /** Half surrogates are replaced, as no feed could carry them. */
  text: z.string().check(
    z.minLength(1, 'must not be empty'),
    atMost(LONGEST_TEXT),
    z.overwrite((text) => text.toWellFormed()),
    z.describe('The article itself.'),
  ),
  published: published.check(z.describe('The day or the instant that it came out.')),
  zone: optional(zone).check(
    z.describe('Of the place where it was written: what "today" means there.'),
  ),
  via: optional(line(200)).check(z.describe('The outlet.')),
  url: optional(link).check(z.describe('Where it can be read.')),
})

export type Article = z.output<typeof articleSchema>

/** One source's word on the date of one event, as far as the text gives it. */
export interface Draft {
  /** The sentence that says so, verbatim. */
  sentence: string
  /** Whether it is told as having happened, or run out. */
  past: boolean
  deadline: Pick<
    Deadline,
    'kind' | 'title' | 'issuer' | 'addressees' | 'demand' | 'threat' | 'place' | 'issuedAt'
  >
  report: Pick<Report, 'zone' | 'quote' | 'reportedAt'> & {
    says: 'date'
    when: string | null
    source: Omit<Source, 'archiveUrl'>
  }
}
