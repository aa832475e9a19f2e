import type { Context } from 'hono'
import type { AppEnv } from './context.ts'

/** Asks for each piece when the last is taken, and for none where nobody reads (HEAD, a 304). */
export function streamOf(
  c: Context<AppEnv>,
  pieces: AsyncGenerator<string>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await pieces.next()
          if (done) controller.close()
          else controller.enqueue(encoder.encode(value))
        } catch (error) {
          const stack = error instanceof Error ? error.stack : String(error)
          console.error(JSON.stringify({ event: 'failure', path: c.req.path, error: stack }))
          controller.error(error)
        }
      },
      async cancel() {
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
