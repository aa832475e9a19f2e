/** Everything: the board, its JSON, its feed, and the one that is due first. */
import { type Context, Hono } from 'hono'
import { NOT_NARROWED } from '../deadline/board.ts'
import { formatInstant } from '../deadline/instant.ts'
import { absolute, type Subject, subjectPath } from '../href.ts'
import type { BoardQuery } from '../ledger/board.ts'
import { readHead } from '../ledger/head.ts'
import { tellBoard } from '../ledger/tell.ts'
import { Board } from '../page/board/board.tsx'
import type { AppEnv } from './context.ts'
import type { BoardAnswer, NextAnswer } from './contract/shapes/status.ts'
import type { HeadAnswer } from './contract/shapes/tracker.ts'
import { writeCursor } from './parameters.ts'
import {
  type Asked,
  type AskedBoard,
  type AskedList,
  readAsking,
  readBoard,
  readList,
} from './query.ts'
import { expectTopic } from './subject.ts'
import { headOf, viewOf, withUrl } from './view.ts'

export const board = new Hono<AppEnv>()

/** As many as a page shows before it points to the JSON for the rest. */
const ON_THE_PAGE = 100

board.get('/', (c) => boardOf(c, readBoard(c.req.url, c.var.clock)))

board.get('/status.json', (c) => statusOf(c, readList(c.req.url, c.var.clock), 'everything'))

board.get('/next.json', async (c) => {
  const asked = readAsking(c.req.url, c.var.clock, 'only')
  const { told, next } = await tellBoard(c.env.DB, everything(asked, 1), asked.knownAt)
  const first = told.find(({ status }) => status.slug === next)
  return c.json<NextAnswer>({
    now: formatInstant(asked.now),
    deadline: first ? withUrl(first.status, c.var.site) : null,
  })
})

/** For a page that is left open: how far the ledger goes, and the time, to set its clock by. */
board.get('/head.json', async (c) => {
  const head = await readHead(c.env.DB)
  c.header('cache-control', 'no-store')
  return c.json<HeadAnswer>({ now: new Date().toISOString(), head })
})

/** The board as a page; a topic's, where it is narrowed to one. */
export async function boardOf(c: Context<AppEnv>, { narrowing, ...asked }: AskedBoard) {
  if (narrowing.topic !== null) await expectTopic(c, narrowing.topic)
  const head = await headOf(c, asked)
  const { told, next, counts } = await tellBoard(
    c.env.DB,
    { ...everything(asked, ON_THE_PAGE), ...narrowing },
    asked.knownAt,
  )
  const statuses = told.map(({ status }) => status)
  return c.html(
    <Board
      view={await viewOf(c, asked, head)}
      narrowing={narrowing}
      statuses={statuses}
      lastEnded={statuses.find(({ phase }) => phase === 'closed') ?? null}
      next={next}
      counts={counts}
    />,
  )
}

/** The board as JSON; where it goes on is an address of the same subject. */
export async function statusOf(
  c: Context<AppEnv>,
  { narrowing, limit, cursor: after, ...asked }: AskedList,
  subject: Subject,
) {
  const { told, next, counts, last } = await tellBoard(
    c.env.DB,
    { ...everything(asked, limit), ...narrowing, after },
    asked.knownAt,
  )
  const cursor = last && writeCursor(last)
  if (cursor) {
    const { topic, ...within } = narrowing
    const rest = subject === 'everything' ? narrowing : within
    const more = { ...rest, limit: String(limit), cursor }
    const following = subjectPath(subject, '.json', asked.asking, more)
    c.header('link', `<${absolute(c.var.site.url, following)}>; rel="next"`)
  }
  return c.json<BoardAnswer>({
    now: formatInstant(asked.now),
    next,
    counts,
    deadlines: told.map(({ status }) => withUrl(status, c.var.site)),
    cursor,
  })
}

/** A deadline that nobody has said anything of yet stands on the board only of the present. */
export function everything({ now, asking }: Asked, limit: number): BoardQuery {
  const unreported = asking.at === null
  return { now, unreported, limit, after: null, ...NOT_NARROWED }
}
