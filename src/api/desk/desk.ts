/** What editors do, by API and in the browser. None of it is loaded before somebody does it. */
import { Hono } from 'hono'
import type { AppEnv } from '../context.ts'
import { SLUG } from '../slug.ts'

export const desk = new Hono<AppEnv>()

desk.post('/deadlines', async (c) => (await import('./deadlines.ts')).openDeadline(c))
desk.post(`/deadlines/:slug{${SLUG}}/reports`, async (c) =>
  (await import('./reports.ts')).addReport(c, c.req.param('slug')),
)
desk.post('/ledger', async (c) => (await import('./ledger.ts')).importLines(c))
desk.get('/ledger.ndjson', async (c) => (await import('./ledger.ts')).exportLines(c))

const WRITTEN_TO = /^\/(deadlines|ledger|intake|deadlines\/[^/]+\/reports)$/

/** Which methods an address takes, as the header Allow lists them (RFC 9110, section 10.2.1). */
export function methodsAt(path: string): 'POST' | 'GET, HEAD' {
  return WRITTEN_TO.test(path) ? 'POST' : 'GET, HEAD'
}

/** Whether an address answers nobody but editors. */
export function isForEditors(path: string): boolean {
  return WRITTEN_TO.test(path) || /^\/desk(\/|$)|^\/ledger\.ndjson$/.test(path)
}
