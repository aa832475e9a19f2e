/** What answers are made of: as strict as what the tracker writes. */
import * as z from 'zod'

/** To the second; the close of the year 9999 is written +010000-01-01T00:00:00Z. */
export const instant = z
  .string()
  .regex(/^(\d{4}|\+\d{6})-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  .meta({ format: 'date-time', examples: ['2025-07-21T20:00:00Z'] })

export const edtf = z
  .string()
  .min(4)
  .meta({ examples: ['2025-09-02'] })

export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

export const zone = z
  .string()
  .min(1)
  .meta({ examples: ['Europe/Istanbul'] })

export const uuid = z.uuid()

export const words = z.string().min(1)

/** Whatever is not known is null, never left out. */
export const orNull = <T extends z.ZodType>(schema: T) => z.nullable(schema)
