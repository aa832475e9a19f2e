/** A deadline's status, and the answers that hold one or many. */
import * as z from 'zod'
import { CERTAINTIES } from '../../../deadline/claim.ts'
import { MOVES, type Move } from '../../../deadline/move.ts'
import { PHASES } from '../../../deadline/phase.ts'
import type { Remaining } from '../../../deadline/remaining.ts'
import type { Status, WrittenClaim, WrittenWindow } from '../../../deadline/status.ts'
import type { ReportedOutcome } from '../../../deadline/timeline.ts'
import { edtf, instant, orNull, slug, uuid, words, zone } from './fields.ts'
import { held } from './held.ts'
import { deadlineFacts, outcomeFields, reportShape, sourceShape } from './ledger.ts'

const windowShape = held<WrittenWindow>()(
  z.strictObject({ opens: orNull(instant), closes: orNull(instant) }).meta({
    id: 'Window',
    description:
      'The instants that a date allows: from opens up to, not including, closes; both the same where it is exact, null where it is open on that side.',
  }),
)

const remainingShape = held<Remaining>()(
  z
    .strictObject({
      seconds: z.int().describe('To the target; negative once it is past.'),
      days: z.int().describe('Calendar days to the target’s, in the deadline’s zone.'),
      text: words.describe('For people, in English.'),
    })
    .meta({
      id: 'Remaining',
      description: 'How long is left; null where there is no target, or it has an outcome.',
    }),
)

const claimShape = held<WrittenClaim>()(
  z
    .strictObject({
      source: sourceShape,
      when: orNull(edtf).describe('Null where the source says that there is no date.'),
      zone: orNull(zone),
      window: orNull(windowShape),
      reportedAt: instant,
      report: uuid.describe('The id of the report.'),
      leading: z.boolean().describe('Whether the countdown follows it.'),
    })
    .meta({ id: 'Claim', description: 'A source’s latest standing word on the date.' }),
)

const moveShape = held<Move>()(
  z
    .strictObject({
      kind: z
        .enum(MOVES)
        .describe('Set; later; earlier; narrower; wider; to no date; or any other way.'),
      at: instant,
      from: orNull(edtf),
      to: orNull(edtf),
      source: sourceShape,
      report: uuid,
    })
    .meta({ id: 'Move', description: 'A change of the leading claim.' }),
)

const reportedOutcomeShape = held<ReportedOutcome>()(
  z
    .strictObject({ ...outcomeFields, reportedAt: instant, source: sourceShape, report: uuid })
    .meta({ id: 'ReportedOutcome', description: 'What came of it, and who says so.' }),
)

const statusFields = {
  ...deadlineFacts,
  phase: z
    .enum(PHASES)
    .describe('Before the window or without a date; in it; after it; with an outcome.'),
  certainty: z.enum(CERTAINTIES),
  when: orNull(edtf).describe('The leading claim’s date,'),
  zone: orNull(zone).describe('and its zone.'),
  window: orNull(windowShape).describe('What that date allows.'),
  spread: orNull(windowShape).describe('What all claims that are left allow together.'),
  target: orNull(instant).describe('The instant that is counted to.'),
  remaining: orNull(remainingShape),
  elapsed: orNull(z.number().min(0).max(1)).describe(
    'Of an ultimatum: the share of the time since it was set that is gone.',
  ),
  claims: z.array(claimShape),
  moves: z.array(moveShape),
  outcome: orNull(reportedOutcomeShape),
  reports: z.int().min(0),
  updatedAt: orNull(instant),
  url: z.url(),
}

export const statusShape = held<Status & { url: string }>()(
  z
    .strictObject(statusFields)
    .meta({ id: 'Status', description: 'What is known of a deadline at an instant.' }),
)

const now = instant.describe('The instant that all is counted at.')

export const boardShape = z
  .strictObject({
    now,
    next: orNull(slug).describe('The one that is due first.'),
    counts: z
      .strictObject({
        upcoming: z.int().min(0),
        due: z.int().min(0),
        passed: z.int().min(0),
        closed: z.int().min(0),
      })
      .describe('How many there are in each phase, on all pages.'),
    deadlines: z
      .array(statusShape)
      .describe('Soonest target first, then without a date, then passed, then closed.'),
    cursor: orNull(words).describe('What the next page is asked for with; null on the last one.'),
  })
  .meta({ id: 'Board', description: 'Many deadlines, a page at a time.' })

export const nextShape = z
  .strictObject({ now, deadline: orNull(statusShape) })
  .meta({ id: 'Next', description: 'The one that is due first.' })

export const deadlineToldShape = z
  .strictObject({
    now,
    ...statusFields,
    log: z.array(reportShape).describe('Every report, oldest first.'),
  })
  .meta({ id: 'DeadlineTold', description: 'A status, and beside its keys now and the log.' })

export type BoardAnswer = z.output<typeof boardShape>
export type NextAnswer = z.output<typeof nextShape>
export type DeadlineAnswer = z.output<typeof deadlineToldShape>
