/** What browsers are answered that are to be notified. */
import * as z from 'zod'
import { uuid } from './fields.ts'

const STATES = ['pending', 'active', 'off', 'ended'] as const

export const pushKeyShape = z
  .strictObject({
    key: z
      .string()
      .regex(/^[\w-]{87}$/)
      .describe('A point of P-256 in the URL’s base64.'),
  })
  .meta({ id: 'PushKey', description: 'By what push services know this tracker (RFC 8292).' })

export const pushBegunShape = z
  .strictObject({
    id: uuid,
    key: z.string().min(1).describe('It is shown only here; by it the subscription is ended.'),
  })
  .meta({ id: 'PushBegun', description: 'A browser’s subscription, that has to be proven.' })

export const pushShape = z
  .strictObject({
    id: uuid,
    state: z
      .enum(STATES)
      .describe('Pending until it is proven; off once nothing has arrived for three days.'),
  })
  .meta({ id: 'Push', description: 'How a browser’s subscription stands.' })

export type PushKey = z.output<typeof pushKeyShape>
export type PushBegun = z.output<typeof pushBegunShape>
export type PushAnswer = z.output<typeof pushShape>
