import * as z from 'zod'
import { uuid } from '../../deadline/fields.ts'

/** Whose dead letters are to be sent again. */
export const replayInputSchema = z.strictObject({
  subscription: uuid.nullable().describe('Of which subscription; null is of all.'),
})
