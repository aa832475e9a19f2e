/** How deadlines ended, one by one. */
import { Hono } from 'hono'
import { NOT_NARROWED } from '../deadline/board.ts'
import type { Asking } from '../href.ts'
import { archivePath } from '../href.ts'
import type { BoardQuery } from '../ledger/board.ts'
import { type ToldBoard, tellBoard } from '../ledger/tell.ts'
import { Archive, type EndedList } from '../page/archive/archive.tsx'
import type { AppEnv } from './context.ts'
import { writeCursor } from './parameters.ts'
import { readArchive } from './query.ts'
import { viewOf } from './view.ts'

export const archive = new Hono<AppEnv>()

const ON_A_PAGE = 50

type Ended = 'closed' | 'passed'

/** A cursor is of one of the two lists, and an older page goes on with that one alone. */
archive.get('/archive', async (c) => {
  const { after, ...asked } = readArchive(c.req.url, c.var.clock)
  const tell = (phase: Ended) =>
    tellBoard(c.env.DB, { ...anyEnded(asked.now), phase, after }, asked.knownAt)
  const told = {
    closed: after?.place === 'passed' ? null : await tell('closed'),
    passed: after?.place === 'closed' ? null : await tell('passed'),
  }
  return c.html(
    <Archive
      view={await viewOf(c, asked)}
      cursor={after && writeCursor(after)}
      closed={told.closed && listOf('closed', told.closed, asked.asking)}
      passed={told.passed && listOf('passed', told.passed, asked.asking)}
    />,
  )
})

function anyEnded(now: number): Omit<BoardQuery, 'phase' | 'after'> {
  return { ...NOT_NARROWED, now, unreported: false, limit: ON_A_PAGE }
}

function listOf(phase: Ended, { told, last, counts }: ToldBoard, asking: Asking): EndedList {
  return {
    statuses: told.map(({ status }) => status),
    count: counts[phase],
    older: last && archivePath(asking, writeCursor(last)),
  }
}
