/** What tests of the parsers ask: the value that was accepted, or why there is none. */
import type { Parsed } from '../../src/deadline/parsed.ts'

/** The value; throws the refusal where there is none. */
export function accepted<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(parsed.why)
  return parsed.value
}

/** The refusal; throws where there is a value instead. */
export function refusal(parsed: Parsed<unknown>): string {
  if (parsed.ok) throw new Error(`accepted as ${JSON.stringify(parsed.value)}`)
  return parsed.why
}
