/** JSON Feed 1.1 (jsonfeed.org). */
import { generateJsonFeed } from 'feedsmith'
import type { Entry } from './entries.ts'
import { dateOf, type Feed } from './feed.ts'

export const JSON_FEED = 'application/feed+json'

export function jsonFeed(feed: Feed): string {
  const json = generateJsonFeed({
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
  })
  // The library leaves an empty list out, which the format asks for.
  return JSON.stringify({ ...(json as object), items: itemsOf(json) }, null, 2)
}

function itemsOf(json: unknown): unknown[] {
  return (json as { items?: unknown[] }).items ?? []
}

function jsonItem(entry: Entry, { pageOf }: Feed) {
  return {
    id: entry.id,
    url: pageOf(entry),
    title: entry.title,
    content_html: entry.html,
    summary: entry.text,
    date_published: dateOf(entry.published),
    date_modified: dateOf(entry.updated),
    authors: [{ name: entry.author }],
    tags: entry.tags,
  }
}
