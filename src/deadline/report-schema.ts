import * as z from 'zod/mini'
import {
  dateText,
  edtf,
  instant,
  language,
  line,
  link,
  optional,
  slug,
  uuid,
  words,
  zone,
} from './fields.ts'
import { CONSEQUENCES, RESULTS, SAYS, STANDINGS } from './report.ts'
import { resolveWhen } from './when.ts'

export const sourceSchema = z.strictObject({
  name: line(200).check(z.describe('A person, a state, an outlet: one name is one source.')),
  standing: z
    .enum(STANDINGS)
    .check(
      z.describe(
        'This tracker’s editors; who sets the deadline; a named side; a named outlet or official who is no side; nobody named. The weightiest first.',
      ),
    ),
  via: optional(line(200)).check(z.describe('The outlet that carried it.')),
  url: optional(link).check(z.describe('Where it can be read.')),
  archiveUrl: optional(link).check(z.describe('Where a copy of that is kept.')),
})

const outcomeSchema = z.strictObject({
  result: z
    .enum(RESULTS)
    .check(z.describe('Talks are held, cancelled; all else is met … disputed.')),
  consequence: optional(z.enum(CONSEQUENCES)).check(
    z.describe('What came of the threat; talks have none.'),
  ),
  at: optional(edtf).check(z.describe('When it came about, in EDTF.')),
})

/** What a source says of the date: EDTF, a period counted from a day or an instant, or that there is none. */
const whenSchema = z
  .union(
    [
      dateText.check(z.meta({ examples: ['2025-07-23'] })),
      z.strictObject({
        in: dateText.check(z.meta({ description: 'An ISO 8601 duration,', examples: ['P50D'] })),
        from: dateText.check(
          z.meta({ description: 'from here, in EDTF.', examples: ['2025-07-14'] }),
        ),
      }),
      z.null(),
    ],
    'must be EDTF, a counted period such as { "in": "P50D", "from": "2025-07-14" }, or null',
  )
  .check(
    z.superRefine((when, context) => {
      const resolved = resolveWhen(when, null)
      if (!resolved.ok) context.addIssue(resolved.why)
    }),
  )

const reportFields = z.strictObject({
  deadline: slug,
  id: uuid,
  says: z.enum(SAYS).check(z.describe('What the report is: the keys below go with it.')),
  when: z
    .optional(whenSchema)
    .check(
      z.describe('The date. With says "date" it has to be there: null is the word for "no date".'),
    ),
  zone: optional(zone).check(
    z.describe(
      'The IANA zone of the date, or its offset. Without one the date is open to the whole Earth.',
    ),
  ),
  outcome: optional(outcomeSchema).check(z.describe('What came of it: with says "outcome".')),
  retracts: optional(uuid).check(
    z.describe('The id of the report that is taken back: with "retraction".'),
  ),
  source: sourceSchema.check(z.describe('Who says so.')),
  quote: optional(words(2000)).check(z.describe('The source’s own words.')),
  lang: optional(language).check(z.describe('The language of the quote (BCP 47).')),
  note: optional(words(2000)).check(
    z.describe('The editors’ words: what the date is about, how an hour was chosen.'),
  ),
  reportedAt: instant.check(z.describe('When the source said it.')),
  recordedAt: instant,
  recordedBy: line(100),
})

/** What an editor gives of it: the rest is the tracker's own. An id makes a retry safe. */
const inputFields = z.extend(
  z.omit(reportFields, { deadline: true, recordedAt: true, recordedBy: true }),
  { id: optional(uuid).check(z.describe('Of your own: then the same can be sent again safely.')) },
)

/** An immutable line of the ledger: one source saying one thing at one time. */
export const reportSchema = z.pipe(
  reportFields.check(z.superRefine(refineFields)),
  z.transform(({ deadline, id, says, when = null, ...rest }) => ({
    ...{ deadline, id, says, when },
    ...rest,
  })),
)

export const reportInputSchema = z.pipe(
  inputFields.check(z.superRefine(refineFields)),
  z.transform(({ id, says, when = null, ...rest }) => ({ id, says, when, ...rest })),
)

type Said = Omit<z.output<typeof inputFields>, 'id'>
type WrongField = { key: keyof Said; why: string }

function refineFields(report: Said, context: z.core.$RefinementCtx): void {
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
