/** Where everything, a topic or a deadline can be subscribed to. */
import { type Context, Hono } from 'hono'
import type { Status } from '../deadline/status.ts'
import { tellBoard } from '../ledger/tell.ts'
import { Subscribe } from '../page/subscribe/subscribe.tsx'
import type { FilledWebhook } from '../page/subscribe/webhook-form.tsx'
import { everything } from './board.tsx'
import type { AppEnv } from './context.ts'
import { tellOne } from './deadlines.tsx'
import { type AskedSubject, readSubject } from './query.ts'
import { expectTopic, subjectOf } from './subject.ts'
import { viewOf } from './view.ts'

export const subscribe = new Hono<AppEnv>()

/** As many of the board as there is to choose from. */
const ON_OFFER = 100

subscribe.get('/subscribe', (c) => showSubscribe(c, readSubject(c.req.url, c.var.clock)))

/** The page, with a form on it as it was sent where that cannot be taken. */
export async function showSubscribe(
  c: Context<AppEnv>,
  asked: AskedSubject,
  webhook?: FilledWebhook,
): Promise<Response> {
  const [chosen, { told }] = await Promise.all([
    find(c, asked),
    tellBoard(c.env.DB, everything(asked, ON_OFFER), asked.knownAt),
  ])
  const statuses = told.map(({ status }) => status)
  const open = statuses.filter(({ phase }) => phase !== 'closed')
  const topics = [asked.topic, ...statuses.map(({ topic }) => topic)]
  const page = (
    <Subscribe
      view={await viewOf(c, asked)}
      subject={subjectOf(asked)}
      topics={[...new Set(topics)].filter((topic) => topic !== null).sort()}
      deadlines={
        chosen && !open.some(({ slug }) => slug === chosen.slug) ? [chosen, ...open] : open
      }
      webhook={webhook}
    />
  )
  return c.html(page, webhook ? 400 : 200)
}

/** The deadline that was asked for, if one was; a 404 where that or the topic is not there. */
async function find(c: Context<AppEnv>, asked: AskedSubject): Promise<Status | null> {
  if (asked.topic !== null) await expectTopic(c, asked.topic)
  return asked.deadline === null ? null : (await tellOne(c, asked.deadline, asked)).status
}
