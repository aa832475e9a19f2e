/** The feeds of everything, a topic and a deadline: one model, three formats. */
import { type Context, Hono } from 'hono'
import assets from '../../dist/assets.json' with { type: 'json' }
import { checkedInstant, type EpochSeconds, formatInstant } from '../deadline/instant.ts'
import { type Entry, entryOf } from '../feed/entries.ts'
import type { Feed } from '../feed/feed.ts'
import {
  absolute,
  changeId,
  deadlinePath,
  HUB,
  nameBasedUuid,
  type Subject,
  subjectPath,
  urn,
} from '../href.ts'
import { type ChangePage, nextMilestone, type Place, tellChanges } from '../ledger/changes.ts'
import { once } from '../ledger/kept.ts'
import { en } from '../page/words/en.ts'
import { nameTopic } from '../page/words/sentence.ts'
import { writeStated } from '../page/words/stated.ts'
import { notChangedSince } from './conditional.ts'
import type { AppEnv } from './context.ts'
import { type AskedFeed, readFeed } from './query.ts'
import { SLUG } from './slug.ts'
import { expectDeadline, expectTopic, nameIn } from './subject.ts'

export const feeds = new Hono<AppEnv>()

interface Writer {
  type: string
  write(feed: Feed): string
}

/** Each is loaded when it is first asked for. */
const FORMATS = {
  '.atom': async (): Promise<Writer> => {
    const { ATOM, atomFeed } = await import('../feed/atom.ts')
    return { type: ATOM, write: atomFeed }
  },
  '.rss': async (): Promise<Writer> => {
    const { RSS, rssFeed } = await import('../feed/rss.ts')
    return { type: RSS, write: rssFeed }
  },
  '.feed.json': async (): Promise<Writer> => {
    const { JSON_FEED, jsonFeed } = await import('../feed/json-feed.ts')
    return { type: JSON_FEED, write: jsonFeed }
  },
}
type Format = keyof typeof FORMATS

const PAGE = 50
/** Seconds that a feed may be kept, unless a milestone falls before. */
const KEPT = 300

for (const format of Object.keys(FORMATS) as Format[]) {
  const suffix = format.replaceAll('.', '\\.')
  feeds.get(subjectPath('everything', format), (c) => feedOf(c, 'everything', format))
  feeds.get(`/topics/:file{${SLUG}${suffix}}`, (c) => {
    return feedOf(c, { topic: nameIn(c.req.param('file')) }, format)
  })
  feeds.get(`/deadlines/:file{${SLUG}${suffix}}`, (c) => {
    return feedOf(c, { slug: nameIn(c.req.param('file')) }, format)
  })
}

async function feedOf(c: Context<AppEnv>, subject: Subject, format: Format): Promise<Response> {
  const asked = readFeed(c.req.url, c.var.clock)
  const title = await titleOf(c, subject)
  const { type, body, self, changedAt } = await written(c, { subject, format, title, asked })
  c.header('cache-control', `public, max-age=${await keptFor(c, subject, asked)}`)
  // Never later than the clock (RFC 9110, 8.8.2).
  const modified = changedAt === null ? null : Math.min(c.var.clock, changedAt)
  if (modified !== null) c.header('last-modified', new Date(modified * 1000).toUTCString())
  c.header('link', `<${hubOf(c)}>; rel="hub", <${self}>; rel="self"`)
  if (notChangedSince(c, modified)) return c.body(null, 304)
  return c.body(body, 200, { 'content-type': `${type}; charset=utf-8` })
}

/** The name of what the feed is of; a 404 where there is no such thing. */
async function titleOf(c: Context<AppEnv>, subject: Subject): Promise<string | null> {
  if (subject === 'everything') return null
  if ('slug' in subject) return (await expectDeadline(c, subject.slug)).title
  await expectTopic(c, subject.topic)
  return nameTopic(en, subject.topic)
}

interface About {
  subject: Subject
  format: Format
  title: string | null
  asked: AskedFeed
}

/** A feed as it stays until something happens. */
interface Written {
  type: string
  body: string
  self: string
  changedAt: EpochSeconds | null
}

/** Written once for as long as it stays. What was known on a day changes at other instants than the ledger. */
function written(c: Context<AppEnv>, about: About): Promise<Written> {
  const { asked } = about
  const self = addressOf(c, about, asked.before)
  const write = () => writeFeed(c, about, self)
  return asked.knownAt === null ? once(c.env.DB, `feed ${self}`, asked.now, write) : write()
}

async function writeFeed(c: Context<AppEnv>, about: About, self: string): Promise<Written> {
  const { subject, format, asked } = about
  const page = await tellChanges(c.env.DB, {
    subject,
    ...{ now: asked.now, knownAt: asked.knownAt, ...asked.narrowing },
    ...{ types: asked.types, before: asked.before, limit: PAGE },
  })
  const { type, write } = await FORMATS[format]()
  const body = write(await feedAbout(c, about, self, page))
  return { type, body, self, changedAt: lastChanged(page) }
}

/** The feed's own, from its newest entry or from those before a place. */
function addressOf(
  c: Context<AppEnv>,
  { subject, format, asked }: About,
  before: Place | null,
): string {
  const { kind, certainty } = asked.narrowing
  const only = asked.types?.map((type) => `${type}s`).join(',') ?? null
  const path = subjectPath(subject, format, asked.asking, {
    ...{ kind, certainty, only, before: before && writePlace(before) },
  })
  return absolute(c.var.site.url, path)
}

function hubOf(c: Context<AppEnv>): string {
  return absolute(c.var.site.url, HUB)
}

async function feedAbout(
  c: Context<AppEnv>,
  about: About,
  self: string,
  page: ChangePage,
): Promise<Feed> {
  const { subject, title, asked } = about
  const { site } = c.var
  const address = (path: string) => absolute(site.url, path)
  const writing = { now: asked.now, site: site.title, date: writeStated }
  return {
    id: urn(await nameBasedUuid(subjectPath(subject, ''))),
    title: title ? `${site.title}: ${title}` : site.title,
    description: en.phrase.boardIs,
    language: en.lang,
    icon: { small: address(assets.icons.feed), large: address(assets.icons.large) },
    page: address(subjectPath(subject, '', asked.asking)),
    ...{ hub: hubOf(c), self, first: addressOf(c, about, null) },
    next: page.last && addressOf(c, about, page.last),
    entries: await Promise.all(
      page.changes.map(async (told) =>
        entryOf(urn(await changeId(told.deadline.slug, told.change)), told, writing),
      ),
    ),
    pageOf: (entry) => address(pageOf(entry)),
  }
}

/** The report's own place on its deadline's page. */
function pageOf({ slug, type, id }: Entry): string {
  const page = deadlinePath(slug)
  return type === 'milestone' ? page : `${page}#${id.slice(urn('').length)}`
}

function writePlace({ at, deadline, key }: Place): string {
  return [formatInstant(at), deadline, key].join('~')
}

/** Until the next milestone at the latest: then there is an entry more. The past has all of its own. */
async function keptFor(
  c: Context<AppEnv>,
  subject: Subject,
  { asking, now }: AskedFeed,
): Promise<number> {
  if (asking.at !== null) return KEPT
  const next = await nextMilestone(c.env.DB, { subject, now })
  return next === null ? KEPT : Math.min(KEPT, next - now)
}

/** When what is told was recorded, or came to pass. */
function lastChanged({ changes }: ChangePage): EpochSeconds | null {
  const instants = changes.flatMap(({ change, report, deadline }) => [
    checkedInstant((report ?? deadline).recordedAt),
    ...(report ? [] : [change.at]),
    ...change.takings.map(({ at }) => at),
  ])
  return instants.length === 0 ? null : Math.max(...instants)
}
