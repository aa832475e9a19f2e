/** What comes to pass, as it comes to pass: Server-Sent Events, from the timekeeper. */
import { Hono } from 'hono'
import { type Listening, timekeeperOf } from '../env.ts'
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
  const sent = { method: 'POST', body: JSON.stringify(listening) }
  const { body } = await timekeeperOf(c.env).fetch(absolute(site.url, LIVE), sent)
  return c.body(body as ReadableStream, 200, HEADERS)
})
