/** RSS 2.0 (rssboard.org/rss-specification), with Atom's links and Dublin Core's creator. */
import { generateRssFeed } from 'feedsmith'
import type { Entry } from './entries.ts'
import { dateOf, type Feed, updatedOf } from './feed.ts'

export const RSS = 'application/rss+xml'

/** Minutes that a reader may keep it, where it heeds no cache header. */
const TTL = 60

export function rssFeed(feed: Feed): string {
  return generateRssFeed({
    title: feed.title,
    link: feed.page,
    description: feed.description,
    language: feed.language,
    lastBuildDate: dateOf(updatedOf(feed)),
    generator: 'Eleventh Hour',
    ttl: TTL,
    image: { url: feed.icon.small, title: feed.title, link: feed.page },
    atom: {
      links: [
        { rel: 'self', type: RSS, href: feed.self },
        { rel: 'hub', href: feed.hub },
        { rel: 'first', type: RSS, href: feed.first },
        ...(feed.next ? [{ rel: 'next', type: RSS, href: feed.next }] : []),
      ],
    },
    items: feed.entries.map((entry) => rssItem(entry, feed)),
  })
}

function rssItem(entry: Entry, { pageOf }: Feed) {
  return {
    title: entry.title,
    link: pageOf(entry),
    guid: { value: entry.id, isPermaLink: false },
    pubDate: dateOf(entry.published),
    dc: { creators: [entry.author] },
    categories: entry.tags.map((name) => ({ name })),
    description: entry.html,
  }
}
