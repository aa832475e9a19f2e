/**
 * One parameter of a query: how its text is read, and what the contract says of it. Whoever only
 * reads waits for this, so it is written by hand, and no library of schemas is loaded for it.
 */
export interface Parameter<T> {
  /** Undefined is what one comes to that is not given. */
  read(text: string | undefined): Reading<T>
  schema: ParameterSchema
  isRequired: boolean
}

/** What a text comes to, or else all that is wrong with it, in words that name the remedy. */
export type Reading<T> = { ok: true; value: T } | { ok: false; faults: string[] }

/** In JSON Schema's words. */
export interface ParameterSchema {
  description: string
  type?: 'string' | 'integer'
  format?: string
  pattern?: string
  enum?: string[]
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  default?: string | number
}

/** Those of one query. */
export type Parameters = Record<string, Parameter<unknown>>

type ValueOf<P> = P extends Parameter<infer T> ? T : never
type Missable<S> = { [K in keyof S]: undefined extends ValueOf<S[K]> ? K : never }[keyof S]

/** What they come to; one that may be missing is no key then. */
export type Values<S> = { [K in Exclude<keyof S, Missable<S>>]: ValueOf<S[K]> } & {
  [K in Missable<S>]?: Exclude<ValueOf<S[K]>, undefined>
}

export type Read<T> = (text: string) => Reading<T>

export const taken = <T>(value: T): Reading<T> => ({ ok: true, value })
export const refused = (...faults: string[]): Reading<never> => ({ ok: false, faults })

/** A text that meets what is asked of it, each with what is said where it does not. */
export function text(...rules: [holds: (text: string) => boolean, fault: string][]): Read<string> {
  return (given) => {
    const broken = rules.filter(([holds]) => !holds(given))
    return broken.length === 0 ? taken(given) : refused(...broken.map(([, fault]) => fault))
  }
}

export function optional<T>(read: Read<T>, schema: ParameterSchema): Parameter<T | undefined> {
  return {
    read: (given) => (given === undefined ? taken(undefined) : read(given)),
    schema: { type: 'string', ...schema },
    isRequired: false,
  }
}

export function required<T>(read: Read<T>, schema: ParameterSchema): Parameter<T> {
  return {
    read: (given) => (given === undefined ? refused('is missing') : read(given)),
    schema: { type: 'string', ...schema },
    isRequired: true,
  }
}

/** One that comes to something where it is not given. */
export function usually<T extends string | number>(
  usual: T,
  { read, schema }: Parameter<T | undefined>,
): Parameter<T> {
  return {
    read: (given) => (given === undefined ? taken(usual) : (read(given) as Reading<T>)),
    schema: { ...schema, default: usual },
    isRequired: false,
  }
}

/** One of several words. */
export function choice<const T extends string>(
  words: readonly T[],
  description: string,
): Parameter<T | undefined> {
  const read = (given: string) => {
    const found = words.find((word) => word === given)
    return found === undefined ? refused(`must be one of ${words.join(', ')}`) : taken(found)
  }
  return optional<T>(read, { description, enum: [...words] })
}
