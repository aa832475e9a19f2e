/** RSS 2.0 (rssboard.org/rss-specification), with Atom's links and Dublin Core's creator. */
import type { Entry } from './entries.ts'
import { type Feed, updatedOf } from './feed.ts'
import { element, writeXml } from './xml.ts'

export const RSS = 'application/rss+xml'

/** Minutes that a reader may keep it, where it heeds no cache header. */
const TTL = 60

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
}

export function rssFeed(feed: Feed): string {
  const channel = element('channel', [
    element('title', feed.title),
    element('link', feed.page),
    element('description', feed.description),
    element('language', feed.language),
    element('lastBuildDate', date(updatedOf(feed))),
    element('generator', 'Eleventh Hour'),
    element('ttl', String(TTL)),
    element('image', [
      element('url', feed.icon.small),
      element('title', feed.title),
      element('link', feed.page),
    ]),
    link('self', feed.self, RSS),
    link('hub', feed.hub),
    link('first', feed.first, RSS),
    ...(feed.next ? [link('next', feed.next, RSS)] : []),
    ...feed.entries.map((entry) => rssItem(entry, feed)),
  ])
  return writeXml(element('rss', [channel], { version: '2.0', ...NAMESPACES }))
}

const link = (rel: string, href: string, type: string | null = null) =>
  element('atom:link', [], { href, rel, type })

function rssItem(entry: Entry, { pageOf }: Feed) {
  return element('item', [
    element('title', entry.title),
    element('link', pageOf(entry)),
    element('description', entry.html),
    ...entry.tags.map((name) => element('category', name)),
    element('guid', entry.id, { isPermaLink: 'false' }),
    element('pubDate', date(entry.published)),
    element('dc:creator', entry.author),
  ])
}

/** As RFC 822 writes it. */
function date(instant: number): string {
  return new Date(instant * 1000).toUTCString()
}
