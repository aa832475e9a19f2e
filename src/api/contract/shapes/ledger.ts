/** The ledger's lines as they are recorded: every key, whatever is not known as null. */
import { z } from 'zod'
import { type Deadline, KINDS } from '../../../deadline/deadline.ts'
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

const outcomeShape = held<Outcome>()(z.strictObject(outcomeFields).meta({ id: 'Outcome' }))

const countedShape = z
  .strictObject({ in: words.describe('An ISO 8601 duration.'), from: edtf })
  .meta({ id: 'CountedPeriod', description: 'A date that is counted from another.' })

const recording = {
  recordedAt: instant.describe('When this tracker recorded it,'),
  recordedBy: words.describe('and which editor.'),
}

/** What does not change with time: shared with the status. */
export const deadlineFacts = {
  slug,
  kind: z.enum(KINDS),
  title: words,
  topic: orNull(slug),
  issuer: orNull(words),
  addressees: z.array(words),
  demand: orNull(words),
  threat: orNull(words),
  place: orNull(words),
  issuedAt: orNull(edtf),
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
  .meta({ id: 'Imported' })

export type ImportedAnswer = z.output<typeof importedShape>
