import * as z from 'zod'
import { KINDS } from '../../../deadline/deadline.ts'
import { STANDINGS } from '../../../deadline/report.ts'
import { articleSchema, type Draft } from '../../../intake/article.ts'
import type { Operation } from '../operation.ts'
import { edtf, instant, orNull, words, zone } from '../shapes/fields.ts'
import { held } from '../shapes/held.ts'

const draftShape = held<Draft>()(
  z
    .strictObject({
      sentence: words.describe('What it was read from.'),
      past: z.boolean().describe('Whether that tells of something that is over.'),
      deadline: z.strictObject({
        kind: z.enum(KINDS),
        title: words,
        issuer: orNull(words),
        addressees: z.array(words),
        demand: orNull(words),
        threat: orNull(words),
        place: orNull(words),
        issuedAt: orNull(edtf),
      }),
      report: z.strictObject({
        says: z.literal('date'),
        when: orNull(edtf),
        zone: orNull(zone),
        source: z.strictObject({
          name: words,
          standing: z.enum(STANDINGS),
          via: orNull(words),
          url: orNull(z.url()),
        }),
        quote: orNull(words),
        reportedAt: instant,
      }),
    })
    .meta({ id: 'Draft', description: 'For an editor to check, correct and send.' }),
)

const draftsShape = z
  .strictObject({ drafts: z.array(draftShape) })
  .meta({ id: 'Drafts', description: 'What an article says of dates.' })

const article = {
  text: 'President Trump said on Monday that Russia had 50 days to end the war in Ukraine, or face a new round of sanctions.',
  published: '2025-07-14',
  zone: 'America/New_York',
  via: 'A newspaper',
}

export const intakeOperations: Operation[] = [
  {
    ...{ id: 'draftFromArticle', tag: 'Intake', method: 'post', path: '/intake' },
    summary: 'Read an article',
    description:
      'Finds what an article says of deadlines, as drafts of a deadline and a report each. Nothing is stored: an editor checks them and sends what is right.',
    isForEditors: true,
    body: {
      type: 'application/json',
      schema: articleSchema.check(
        z.meta({ id: 'ArticleInput', description: 'An article to read.' }),
      ),
    },
    answers: {
      200: {
        description: 'The drafts, in the order of the text.',
        ...{ type: 'application/json', schema: draftsShape },
      },
    },
    problems: [400, 401, 403, 413, 415, 429],
    examples: { article: { summary: 'One sentence', body: article, status: 200 } },
  },
]
