import * as z from 'zod/mini'
import { parseEdtf } from './edtf.ts'
import { formatInstant, parseInstant } from './instant.ts'
import { NO_SLUG_BY_FORM, NO_SLUG_BY_LENGTH, SLUG, SLUG_AT_MOST } from './slug.ts'
import { parseZone } from './zone.ts'

/** What a schema says of its own accord, in words that name the remedy. */
z.config({
  customError: (issue) => {
    if (issue.code === 'invalid_type') {
      return issue.input === undefined
        ? 'is missing'
        : `must be ${WITH_ARTICLE[issue.expected] ?? issue.expected}`
    }
    if (issue.code === 'invalid_value')
      return `must be one of ${issue.values.map(String).join(', ')}`
    return undefined
  },
})

const WITH_ARTICLE: Record<string, string> = {
  string: 'a string',
  number: 'a number',
  object: 'an object',
  array: 'a list',
}

const UNPRINTABLE = /[\p{Cc}\p{Cs}￾￿]/u

/**
 * A field of words: trimmed, in Unicode's composed form (NFC), of at most so many characters.
 * Refuses what no feed could carry: control characters but line breaks and tabs (XML 1.0,
 * section 2.2), and halves of surrogate pairs.
 */
export function words(most: number) {
  return z.string().check(
    z.overwrite((text) => text.normalize('NFC').trim()),
    z.minLength(1, 'must not be empty; leave it out or write null'),
    atMost(most),
    z.refine(
      (text) => !UNPRINTABLE.test(text.replace(/[\n\r\t]/g, '')),
      'must not have control characters',
    ),
  )
}

/** The same where a line is all there is room for. */
export function line(most: number) {
  return words(most).check(z.regex(/^[^\n\r\t]*$/, 'must be a single line'))
}

export function atMost(most: number) {
  return z.maxLength(most, `must have at most ${most} characters`)
}

/** Absent and null are the same, and come out as null. */
export function optional<T extends z.ZodMiniType>(schema: T) {
  return z.pipe(
    z.nullish(schema),
    z.transform((value) => value ?? null),
  )
}

export const slug = z
  .string()
  .check(z.maxLength(SLUG_AT_MOST, NO_SLUG_BY_LENGTH), z.regex(SLUG, NO_SLUG_BY_FORM))

/** An instant as RFC 3339 writes it; comes out in UTC, to the second. */
export const instant = z
  .pipe(
    z.string(),
    z.transform((text, { issues }) => {
      const parsed = parseInstant(text)
      if (parsed.ok) return formatInstant(parsed.value)
      issues.push({ code: 'custom', message: parsed.why, input: text })
      return z.NEVER
    }),
  )
  .check(z.meta({ format: 'date-time', examples: ['2025-07-21T20:00:00Z'] }))

export const zone = z.string().check(
  z.superRefine((text, context) => {
    const parsed = parseZone(text)
    if (!parsed.ok) context.addIssue(parsed.why)
  }),
  z.meta({ examples: ['Europe/Istanbul', 'UTC', '+05:30'] }),
)

/** A date's text, of any form: no longer than what leaves room for all else in a line of the ledger. */
export const dateText = z.string().check(atMost(1000))

/** A date in EDTF: any form, or a single date alone. */
export const edtf = edtfField(
  () => true,
  [...['2025-09-02', '2025-08-07/2025-08-09', '[2025-07-23,2025-07-24]', '2025-08~']],
)
export const edtfDate = edtfField(
  (form) => form === 'date',
  ['2025-07-14', '1914-07-23T18:00', '2025-08~'],
)

function edtfField(allows: (form: string) => boolean, examples: string[]) {
  return dateText.check(
    z.superRefine((text, context) => {
      const parsed = parseEdtf(text)
      if (!parsed.ok) context.addIssue(parsed.why)
      else if (!allows(parsed.value.form))
        context.addIssue('must be a single date, such as 2025-07-14')
    }),
    z.meta({ examples }),
  )
}

/** Kept as it is given, so what `URL` would encode in it, a space or a NUL, is refused. */
export const link = z
  .url({ protocol: /^https?$/, error: 'must be a link that starts with http:// or https://' })
  .check(
    atMost(2000),
    z.refine(
      (text) => !UNPRINTABLE.test(text) && !/\s/.test(text),
      'must not have spaces or control characters',
    ),
    z.meta({ pattern: '^https?://[^\\s]*$' }),
  )

export const uuid = z.pipe(
  z.uuid('must be a UUID, such as 0b5f4a2e-6f0c-4b39-9d3c-5d2f1c1a7e10'),
  z.transform((id) => id.toLowerCase()),
)

/** BCP 47's outer shape. */
export const language = z
  .string()
  .check(
    atMost(100),
    z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'must be a language tag, such as en or uk-UA'),
  )
