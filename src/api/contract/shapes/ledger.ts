/** The ledger's lines as they are recorded: every key, whatever is not known as null. */
import * as z from 'zod'
import { type Deadline, KINDS } from '../../../deadline/deadline.ts'
import { deadlineSchema } from '../../../deadline/deadline-schema.ts'
import {
  CONSEQUENCES,
  type Outcome,
  RESULTS,
  type Report,
  SAYS,
  type Source,
  STANDINGS,
} from '../../../deadline/report.ts'
import { edtf, instant, orNull, slug, uuid, words, zone } from './fields.ts'
import { held } from './held.ts'

export const sourceShape = held<Source>()(
  z
    .strictObject({
      name: words,
      standing: z.enum(STANDINGS).describe('The weightiest first.'),
      via: orNull(words).describe('The outlet that carried it.'),
      url: orNull(z.url()),
      archiveUrl: orNull(z.url()),
    })
    .meta({ id: 'Source', description: 'Who says it.' }),
)

export const outcomeFields = {
  result: z.enum(RESULTS),
  consequence: orNull(z.enum(CONSEQUENCES)).describe('What came of the threat.'),
  at: orNull(edtf).describe('When it came about.'),
}

const outcomeShape = held<Outcome>()(
  z
    .strictObject(outcomeFields)
    .meta({ id: 'Outcome', description: 'What came of it, as a report says.' }),
)

const countedShape = z
  .strictObject({ in: words.describe('An ISO 8601 duration.'), from: edtf })
  .meta({ id: 'CountedPeriod', description: 'A date that is counted from another.' })

const recording = {
  recordedAt: instant.describe('When this tracker recorded it,'),
  recordedBy: words.describe('and which editor.'),
}

/** In the words that the field is asked for with. */
function asAsked<T extends z.ZodType>(name: keyof Deadline, schema: T): T {
  const { description } = z.globalRegistry.get(deadlineSchema.shape[name]) ?? {}
  return description ? schema.describe(description) : schema
}

/** What does not change with time: shared with the status. */
export const deadlineFacts = {
  slug: asAsked('slug', slug),
  kind: asAsked('kind', z.enum(KINDS)),
  title: asAsked('title', words),
  topic: asAsked('topic', orNull(slug)),
  issuer: asAsked('issuer', orNull(words)),
  addressees: asAsked('addressees', z.array(words)),
  demand: asAsked('demand', orNull(words)),
  threat: asAsked('threat', orNull(words)),
  place: asAsked('place', orNull(words)),
  issuedAt: asAsked('issuedAt', orNull(edtf)),
}

export const deadlineShape = held<Deadline>()(
  z
    .strictObject({ ...deadlineFacts, ...recording })
    .meta({ id: 'Deadline', description: 'The thing tracked, as it is recorded.' }),
)

export const reportShape = held<Report>()(
  z
    .strictObject({
      deadline: slug,
      id: uuid,
      says: z.enum(SAYS),
      when: orNull(z.union([edtf, countedShape])),
      zone: orNull(zone),
      outcome: orNull(outcomeShape),
      retracts: orNull(uuid),
      source: sourceShape,
      quote: orNull(words),
      lang: orNull(words),
      note: orNull(words),
      reportedAt: instant,
      ...recording,
    })
    .meta({
      id: 'Report',
      description: 'One source saying one thing at one time, as it is recorded.',
    }),
)

export const importedShape = z
  .strictObject({
    lines: z.int().min(0).describe('How many lines the file has that say something,'),
    recorded: z.int().min(0).describe('and how many of them were not recorded before.'),
  })
  .meta({ id: 'Imported', description: 'What came of an import.' })

export type ImportedAnswer = z.output<typeof importedShape>
