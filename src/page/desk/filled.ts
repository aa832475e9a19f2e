import type { Refusal } from '../../deadline/refusal.ts'

/** A form as it stands: what is typed, by the fields' names, and what is wrong with it. */
export interface Filled {
  values: Values
  refusals: Refusal[]
}

export type Values = { [name: string]: string | undefined }

export const pristine = (values: Values): Filled => ({ values, refusals: [] })

/** The field that a JSON pointer means: `/source/name` is `source.name`; one field has a whole list. */
export const fieldOf = (pointer: string): string =>
  pointer
    .slice(1)
    .replace(/\/\d+$/, '')
    .replaceAll('/', '.')

/** What is wrong with a field. */
export function faultsOf({ refusals }: Filled, name: string): string[] {
  return refusals.filter(({ pointer }) => fieldOf(pointer) === name).map(({ detail }) => detail)
}

/** The same form's fields whose names begin with a prefix, without it. */
export function within({ values, refusals }: Filled, prefix: string): Filled {
  const named = Object.entries(values).filter(([name]) => name.startsWith(`${prefix}.`))
  return {
    values: Object.fromEntries(
      named.map(([name, value]) => [name.slice(prefix.length + 1), value]),
    ),
    refusals: refusals.flatMap(({ pointer, detail }) => {
      const start = `/${prefix.replaceAll('.', '/')}/`
      return pointer.startsWith(start) ? [{ pointer: pointer.slice(start.length - 1), detail }] : []
    }),
  }
}
