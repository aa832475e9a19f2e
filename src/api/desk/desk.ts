/** What editors do, by API and in the browser. None of it is loaded before somebody does it. */
import { type Context, Hono } from 'hono'
import { DELIVERIES, DESK, deskPath, REPLAY } from '../../href.ts'
import type { AppEnv } from '../context.ts'
import { SLUG } from '../slug.ts'
import type { Visit } from './browser.tsx'

export const desk = new Hono<AppEnv>()

desk.post('/deadlines', async (c) => (await import('./deadlines.ts')).openDeadline(c))
desk.post(`/deadlines/:slug{${SLUG}}/reports`, async (c) =>
  (await import('./reports.ts')).addReport(c, c.req.param('slug')),
)
desk.post('/ledger', async (c) => (await import('./ledger.ts')).importLines(c))
desk.post('/intake', async (c) => (await import('./intake.tsx')).tellDrafts(c))
desk.get('/ledger.ndjson', async (c) => (await import('./ledger.ts')).exportLines(c))

desk.get(DELIVERIES, async (c) => (await import('./deliveries.tsx')).tellDeliveries(c))
desk.post(REPLAY, async (c) => (await import('./deliveries.tsx')).replayDeliveries(c))

const loadPages = () => import('./pages.ts')
type Pages = Awaited<ReturnType<typeof loadPages>>

/** A page for who is signed in. */
async function open(
  c: Context<AppEnv>,
  show: (pages: Pages, visit: Visit) => Promise<Response>,
): Promise<Response> {
  const pages = await loadPages()
  return pages.visit(c, (visit) => show(pages, visit))
}

desk.get(DESK, (c) => open(c, (pages, visit) => pages.showHome(visit)))
/** Where a wrong token leaves a browser: asked for again, it leads to the way in. */
desk.get(deskPath(':door{sign-in|sign-out}'), (c) => c.redirect(DESK, 303))
desk.post(deskPath('sign-in'), async (c) => (await loadPages()).signIn(c))
desk.post(deskPath('sign-out'), async (c) => (await loadPages()).signOut(c))
desk.get(deskPath('new'), (c) => open(c, (pages, visit) => pages.askDeadline(visit)))
desk.post(deskPath('new'), (c) => open(c, (pages, visit) => pages.takeDeadline(visit)))

desk.get(deskPath('intake'), (c) => open(c, (pages, visit) => pages.askArticle(visit)))
desk.post(deskPath('intake'), (c) => open(c, (pages, visit) => pages.takeArticle(visit)))

desk.get(deskPath('deliveries'), (c) => open(c, (pages, visit) => pages.showDeliveries(visit)))
desk.post(deskPath('deliveries'), (c) => open(c, (pages, visit) => pages.pressReplay(visit)))

const DEADLINE = `/desk/deadlines/:slug{${SLUG}}` as const
desk.get(DEADLINE, (c) => open(c, (pages, visit) => pages.showDeadline(visit, c.req.param('slug'))))

for (const says of ['date', 'outcome', 'note'] as const) {
  const asked = (slug: string) => ({ slug, says, retracts: null })
  desk.get(`${DEADLINE}/${says}`, (c) =>
    open(c, (pages, visit) => pages.askReport(visit, asked(c.req.param('slug')))),
  )
  desk.post(`${DEADLINE}/${says}`, (c) =>
    open(c, (pages, visit) => pages.takeReport(visit, asked(c.req.param('slug')))),
  )
}

const RETRACTION = `${DEADLINE}/retract/:id` as const
const retraction = ({ slug, id }: { slug: string; id: string }) =>
  ({ slug, says: 'retraction', retracts: id }) as const
desk.get(RETRACTION, (c) =>
  open(c, (pages, visit) => pages.askReport(visit, retraction(c.req.param()))),
)
desk.post(RETRACTION, (c) =>
  open(c, (pages, visit) => pages.takeReport(visit, retraction(c.req.param()))),
)

const WRITTEN_TO = /^\/(deadlines|ledger|intake|deadlines\/[^/]+\/reports|deliveries\/replay)$/

const READ_BY_EDITORS = /^\/desk(\/|$)|^\/ledger\.ndjson$|^\/deliveries\.json$/

const FORM =
  /^\/desk\/(sign-in|sign-out|new|intake|deliveries|deadlines\/[^/]+\/(date|outcome|note|retract\/[^/]+))$/

/** Which methods an address takes, as the header Allow lists them (RFC 9110, section 10.2.1). */
export function methodsAt(path: string): 'POST' | 'GET, HEAD' | 'GET, HEAD, POST' {
  if (WRITTEN_TO.test(path)) return 'POST'
  return FORM.test(path) ? 'GET, HEAD, POST' : 'GET, HEAD'
}

/** Whether an address answers nobody but editors. */
export function isForEditors(path: string): boolean {
  return WRITTEN_TO.test(path) || READ_BY_EDITORS.test(path)
}
