/** What the tracker answers of itself. */
import { z } from 'zod'
import { instant } from './fields.ts'

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
    ledger: z.strictObject({ deadlines: z.int().min(0), reports: z.int().min(0) }),
  })
  .meta({ id: 'Health', description: 'That the ledger can be read, and how much there is.' })

export type HeadAnswer = z.output<typeof headShape>
export type HealthAnswer = z.output<typeof healthShape>
