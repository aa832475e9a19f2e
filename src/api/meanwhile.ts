import type { Context } from 'hono'

/** Lets work go on after the answer. What goes wrong with it is said in the log. */
export function meanwhile(c: Context, work: Promise<unknown>): void {
  c.executionCtx.waitUntil(
    work.catch((error: unknown) =>
      console.error(JSON.stringify({ event: 'failed-after-the-answer', error: String(error) })),
    ),
  )
}
