import type { ExportedHandler } from '@cloudflare/workers-types'
import { keepingAnswers } from './api/answers/answers.ts'
import { app, routeOf } from './app.tsx'
import { type Bindings, type QueueMessage, timekeeperOf } from './env.ts'
import { logRequests } from './request-log.ts'
import type { Courier } from './timekeeper/courier.ts'

export { Audience } from './timekeeper/audience.ts'
export { Courier } from './timekeeper/courier.ts'
export { Timekeeper } from './timekeeper/timekeeper.ts'

/** This Worker's own entrypoints, as the runtime hands them over. */
interface Exports {
  Courier: Pick<Courier, 'deliver'>
}

export default {
  fetch: logRequests(keepingAnswers(app.fetch), routeOf),
  /** Waits until each message is under way. What fails is found again in the database. */
  queue: async ({ messages }, _, ctx) => {
    const { Courier } = ctx.exports as unknown as Exports
    await Promise.allSettled(messages.map(({ body }) => Courier.deliver(body)))
  },
  scheduled: (_, env) => timekeeperOf(env).check(),
} satisfies ExportedHandler<Bindings, QueueMessage>
