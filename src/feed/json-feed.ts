/** JSON Feed 1.1 (jsonfeed.org). */
import type { Entry } from './entries.ts'
import { type Feed, timestamp } from './feed.ts'

export const JSON_FEED = 'application/feed+json'

export function jsonFeed(feed: Feed): string {
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.page,
    feed_url: feed.self,
    next_url: feed.next ?? undefined,
    icon: feed.icon.large,
    favicon: feed.icon.small,
    language: feed.language,
    hubs: [{ type: 'WebSub', url: feed.hub }],
    items: feed.entries.map((entry) => jsonItem(entry, feed)),
  }
  return JSON.stringify(json, null, 2)
}

function jsonItem(entry: Entry, { pageOf }: Feed) {
  return {
    id: entry.id,
    url: pageOf(entry),
    title: entry.title,
    content_html: entry.html,
    summary: entry.text,
    date_published: timestamp(entry.published),
    date_modified: timestamp(entry.updated),
    authors: [{ name: entry.author }],
    tags: entry.tags,
  }
}
