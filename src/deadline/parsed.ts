/**
 * What a parser gives back: the value, or why there is none. A refusal is an
 * expected answer here, so it is a value; nothing in the core throws for input.
 */
export type Parsed<T> = { ok: true; value: T } | { ok: false; why: string }

export function accept<T>(value: T): Parsed<T> {
  return { ok: true, value }
}

export function refuse(why: string): { ok: false; why: string } {
  return { ok: false, why }
}
