/** Feeds of everything and of a deadline, from the latest reports. */
import type { Context } from 'hono'
import assets from '../../dist/assets.json' with { type: 'json' }
import { reportsBy } from '../deadline/status.ts'
import { atomFeed } from '../feed/atom.ts'
import { entriesOf, type Telling } from '../feed/entries.ts'
import { absolute, boardPath, deadlinePath, feedPath, nameBasedUuid, urn } from '../href.ts'
import { deadlinesBySlug, latestReports, reportsOf } from '../ledger/read.ts'
import { writeDate } from '../page/words/date.ts'
import { en } from '../page/words/en.ts'
import type { AppEnv } from './context.ts'
import type { Asked } from './query.ts'

const NEWEST = 50

/** The Atom feed of a deadline, or of everything where `about` is null. */
export async function atomOf(
  c: Context<AppEnv>,
  asked: Asked,
  about: { slug: string; title: string } | null,
): Promise<Response> {
  const { asking, now, knownAt } = asked
  const slug = about?.slug ?? null
  const reports = await latestReports(c.env.DB, { slug, now, knownAt, limit: NEWEST })
  const entries = entriesOf(reports, await tellingsOf(c, asked, reports), (edtf, zone) =>
    writeDate(en.date, edtf, zone),
  )
  const address = (path: string) => absolute(c.var.site.url, path)
  const feed = atomFeed(
    {
      id: urn(await nameBasedUuid(slug ? deadlinePath(slug) : boardPath())),
      title: about ? `${c.var.site.title}: ${about.title}` : c.var.site.title,
      self: address(slug ? deadlinePath(slug, '.atom', asking) : feedPath(asking)),
      page: address(slug ? deadlinePath(slug, '', asking) : boardPath(asking)),
      icon: address(assets.icon),
      since: 0,
    },
    entries,
    { id: ({ id }) => urn(id), page: (entry) => address(deadlinePath(entry.slug)) },
  )
  c.header('cache-control', 'public, max-age=300')
  return c.body(feed, 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
}

/** The deadlines that some reports are about, each with all that was said of it by then. */
async function tellingsOf(
  c: Context<AppEnv>,
  { now, knownAt }: Asked,
  reports: { deadline: string }[],
): Promise<Map<string, Telling>> {
  const slugs = [...new Set(reports.map((report) => report.deadline))]
  const deadlines = await deadlinesBySlug(c.env.DB, slugs)
  const said = Map.groupBy(await reportsOf(c.env.DB, slugs), (report) => report.deadline)
  return new Map(
    deadlines.map((deadline) => {
      const reports = reportsBy(said.get(deadline.slug) ?? [], now, knownAt)
      return [deadline.slug, { deadline, reports }]
    }),
  )
}
