/** A topic: its board, and its JSON. */
import { Hono } from 'hono'
import { boardOf, statusOf } from './board.tsx'
import type { AppEnv } from './context.ts'
import { readBoard, readList } from './query.ts'
import { SLUG } from './slug.ts'
import { expectTopic } from './subject.ts'

export const topics = new Hono<AppEnv>()

topics.get(`/topics/:topic{${SLUG}}`, (c) =>
  boardOf(c, readBoard(c.req.url, c.var.clock, c.req.param('topic'))),
)

topics.get(`/topics/:file{${SLUG}\\.json}`, async (c) => {
  const topic = c.req.param('file').replace(/\.json$/, '')
  const asked = readList(c.req.url, c.var.clock, topic)
  await expectTopic(c, topic)
  return statusOf(c, asked, { topic })
})
