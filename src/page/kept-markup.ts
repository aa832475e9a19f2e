/** Markup as it was drawn: what would come out as it did is not drawn again. */
import { raw } from 'hono/html'
import type { Status } from '../deadline/status.ts'
import { Recent } from '../recent.ts'

/** Characters, of which some take two bytes: some thousand entries, or some hundred charts. */
const MOST_KEPT = 8_000_000

const drawn = new Recent<string>(MOST_KEPT)

/** What `draw` gives, which has to follow from `look` alone: anything that JSON writes whole. */
export function drawnOnce(look: unknown[], draw: () => unknown) {
  const key = JSON.stringify(look)
  const kept = drawn.get(key)
  if (kept !== null) return raw(kept)
  const markup = String(draw())
  drawn.set(key, markup, key.length + markup.length)
  return raw(markup)
}

/** All of a status that is not counted at the instant that it is of. */
export function lasting({ remaining, elapsed, ...status }: Status) {
  return status
}
