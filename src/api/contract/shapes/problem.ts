import * as z from 'zod'
import type { LineRefusal } from '../../../ledger/check.ts'
import { words } from './fields.ts'
import { held } from './held.ts'

const refusalShape = held<Omit<LineRefusal, 'line'> & { line?: number }>()(
  z.strictObject({
    pointer: z
      .string()
      .meta({ description: 'A JSON pointer as a fragment.', examples: ['#/source/name'] }),
    detail: words,
    line: z.int().min(1).optional().describe('Which line of a file it is, counted from 1.'),
  }),
)

export const problemShape = z
  .strictObject({
    type: z.literal('about:blank'),
    title: words,
    status: z.int().min(400).max(599),
    detail: words.describe('What is wrong, and where it can be said what would be right.'),
    errors: z.array(refusalShape).min(1).optional().describe('What is wrong with which field.'),
  })
  .meta({ id: 'Problem', description: 'RFC 9457.' })

export type ProblemAnswer = z.output<typeof problemShape>
