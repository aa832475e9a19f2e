/**
 * The tracker, saying with each answer what it read and wrote for it. It is never timed. A database
 * that it has not met has to be read anew: so it is given another for each request, unless it is to
 * show what it has kept.
 */
import type { D1Database } from '@cloudflare/workers-types'
import { counting } from '../../ledger/cost.ts'
import { AGAIN, ROWS_READ, ROWS_WRITTEN } from './answers.ts'
// @ts-expect-error It is made by the build.
import tracker from './worker.mjs'

// @ts-expect-error It is made by the build.
export * from './worker.mjs'

interface Environment {
  DB: D1Database
}

let lasting: ReturnType<typeof counting> | null = null

export default {
  ...tracker,
  async fetch(request: Request, env: Environment, ctx: unknown) {
    lasting ??= counting(env.DB)
    const { counted, cost } = request.headers.has(AGAIN) ? lasting : counting(env.DB)
    const before = { ...cost }
    const answer: Response = await tracker.fetch(request, { ...env, DB: counted }, ctx)
    // Some answers are read from the database while they are sent.
    const body = await answer.arrayBuffer()
    const counts = new Response(body.byteLength > 0 ? body : null, answer)
    counts.headers.set(ROWS_READ, String(cost.read - before.read))
    counts.headers.set(ROWS_WRITTEN, String(cost.written - before.written))
    return counts
  },
}
