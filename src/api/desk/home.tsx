/** `/desk`, and a deadline's page there. */
import { NOT_NARROWED } from '../../deadline/board.ts'
import { backlog } from '../../ledger/deliveries.ts'
import { lastRecorded } from '../../ledger/read.ts'
import { tellBoard } from '../../ledger/tell.ts'
import { DeadlineDesk } from '../../page/desk/deadline-desk.tsx'
import { Home } from '../../page/desk/home.tsx'
import { tellOne } from '../deadlines.tsx'
import type { Visit } from './browser.tsx'

/** As many as an editor looks through; the rest is found by searching. */
const DEADLINES_SHOWN = 50
const REPORTS_SHOWN = 12

export async function showHome({ c, view, editor }: Visit): Promise<Response> {
  const q = c.req.query('q')?.trim() ?? ''
  const recorded = Number.parseInt(c.req.query('recorded') ?? '', 10) || 0
  const now = c.var.clock
  const query = { ...NOT_NARROWED, now, q: q || null, phase: null, unreported: true, after: null }
  const [{ told, last }, latest, { dead }] = await Promise.all([
    tellBoard(c.env.DB, { ...query, limit: DEADLINES_SHOWN }, null),
    lastRecorded(c.env.DB, REPORTS_SHOWN),
    backlog(c.env.DB, now),
  ])
  const statuses = told.map(({ status }) => status)
  const isCut = last !== null
  return c.html(
    <Home {...{ view, editor: editor.name, statuses, isCut, q, latest, recorded, dead }} />,
  )
}

export async function showDeadline({ c, view, editor }: Visit, slug: string): Promise<Response> {
  const { status, log } = await tellOne(c, slug, { now: c.var.clock, knownAt: null })
  const isRecorded = c.req.query('recorded') !== undefined
  return c.html(<DeadlineDesk {...{ view, editor: editor.name, status, log, isRecorded }} />)
}
