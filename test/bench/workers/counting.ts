/** The tracker, saying with each answer what it read and wrote for it. It is never timed. */
import type { D1Database } from '@cloudflare/workers-types'
import { counting } from '../../ledger/cost.ts'
import { ROWS_READ, ROWS_WRITTEN } from './answers.ts'
// @ts-expect-error It is made by the build.
import tracker from './worker.js'

// @ts-expect-error It is made by the build.
export * from './worker.js'

interface Environment {
  DB: D1Database
}

export default {
  ...tracker,
  async fetch(request: Request, env: Environment, ctx: unknown) {
    const { counted, cost } = counting(env.DB)
    const answer: Response = await tracker.fetch(request, { ...env, DB: counted }, ctx)
    // Some answers are read from the database while they are sent.
    const body = await answer.arrayBuffer()
    const counts = new Response(body.byteLength > 0 ? body : null, answer)
    counts.headers.set(ROWS_READ, String(cost.read))
    counts.headers.set(ROWS_WRITTEN, String(cost.written))
    return counts
  },
}
