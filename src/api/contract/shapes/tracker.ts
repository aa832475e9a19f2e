/** What the tracker answers of itself. */
import * as z from 'zod'
import { WAITED_FOR } from '../../../timekeeper/next-wake.ts'
import { instant } from './fields.ts'

const count = z.int().min(0)

export const headShape = z
  .strictObject({
    now: z.iso.datetime({ precision: 3 }).describe('The time, to the millisecond.'),
    head: z.int().min(0).describe('How far the ledger goes: it rises with every line.'),
  })
  .meta({ id: 'Head', description: 'How far the ledger goes.' })

export const healthShape = z
  .strictObject({
    status: z.literal('ok'),
    now: instant,
    ledger: z.strictObject({ deadlines: count, reports: count }),
    timekeeper: z.strictObject({
      lastRang: instant.nullable().describe('Null before the first time.'),
      waitsFor: z
        .strictObject({
          at: instant,
          for: z
            .enum(WAITED_FOR)
            .describe(
              'Something comes to pass, a delivery is made or tried again, or the hub asks a subscriber again.',
            ),
        })
        .nullable()
        .describe('Null where nothing is ahead.'),
      isLate: z.boolean().describe('Something was due more than 30 s ago, and is not done.'),
    }),
    deliveries: z.strictObject({
      waiting: count.describe('Not made yet, or to be tried again.'),
      dead: count.describe('Given up.'),
      lagSeconds: count.describe('For how long the oldest that is due has been due.'),
    }),
  })
  .meta({
    id: 'Health',
    description:
      'That the ledger can be read, how much there is, and how those are told who follow it.',
  })

export type HeadAnswer = z.output<typeof headShape>
export type HealthAnswer = z.output<typeof healthShape>
