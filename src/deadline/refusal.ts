import type * as z from 'zod/mini'

/** One thing wrong with an input: where, as a JSON pointer (RFC 6901), and what would be right. */
export interface Refusal {
  pointer: string
  detail: string
}

/** Every refusal of a schema, the unknown keys each by its own pointer. */
export function refusals(error: z.core.$ZodError): Refusal[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') {
      return [{ pointer: pointer(issue.path), detail: issue.message }]
    }
    return issue.keys.map((key) => ({
      pointer: pointer([...issue.path, key]),
      detail: 'is not a key of this object',
    }))
  })
}

export function pointer(path: PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
