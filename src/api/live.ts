/** What comes to pass, as it comes to pass: Server-Sent Events, from one of the audiences. */
import { Hono } from 'hono'
import { anyAudienceOf, type Bindings, type Listening } from '../env.ts'
import { absolute, LIVE } from '../href.ts'
import type { AppEnv } from './context.ts'
import { readLive } from './query.ts'
import { expectDeadline, expectTopic, subjectOf } from './subject.ts'

export const live = new Hono<AppEnv>()

const HEADERS = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }

live.get(LIVE, async (c) => {
  const { after, heartbeat, ...asked } = readLive(c.req.url, c.req.header('last-event-id'))
  if (asked.topic !== null) await expectTopic(c, asked.topic)
  if (asked.deadline !== null) await expectDeadline(c, asked.deadline)
  if (c.req.method === 'HEAD') return c.body(null, 200, HEADERS)
  const { site } = c.var
  const listening: Listening = { subject: subjectOf(asked), after, heartbeat, site }
  const stream = await openStream(c.env, listening)
  return c.body(stream ?? (await comeBack()), 200, HEADERS)
})

/** While an audience begins anew, whoever turns to it is turned away: so often it is asked again. */
const TIMES = 3

/**
 * Null where it is still away. That is no fault to answer with: an EventSource comes back from an
 * answer that ends, and from one that is not a 200 never.
 */
async function openStream(bindings: Bindings, listening: Listening) {
  const address = absolute(listening.site.url, LIVE)
  const sent = { method: 'POST', body: JSON.stringify(listening) }
  for (let time = 1; time <= TIMES; time++) {
    try {
      // By a stub of its own each time: one that has failed leads to the former object for good.
      const { body } = await anyAudienceOf(bindings).fetch(address, sent)
      return body as ReadableStream
    } catch (error) {
      if (time === TIMES) logTurnedAway(error)
    }
  }
  return null
}

const comeBack = async () => (await import('../timekeeper/live/message.ts')).COME_BACK

function logTurnedAway(error: unknown): void {
  console.error(JSON.stringify({ event: 'listener-turned-away', error: String(error) }))
}
