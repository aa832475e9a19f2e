import * as z from 'zod/mini'
import { uuid } from '../../deadline/fields.ts'

/** Whose dead letters are to be sent again. */
export const replayInputSchema = z.strictObject({
  subscription: z.nullable(uuid).check(z.describe('Of which subscription; null is of all.')),
})
