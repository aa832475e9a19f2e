import type { z } from 'zod'

/** A type's own keys, however it was put together. */
type Plain<T> = T extends object ? { [K in keyof T]: Plain<T[K]> } : T

type Same<A, B> =
  (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false

/** A schema of an answer, held to the type that the code answers with: no key more, none less. */
export function held<T>() {
  return <S extends z.ZodType>(schema: Same<z.output<S>, T> extends true ? S : never): S => schema
}
