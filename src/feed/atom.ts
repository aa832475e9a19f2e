/** Atom (RFC 4287), in pages (RFC 5005). */
import { generateAtomFeed } from 'feedsmith'
import type { Entry } from './entries.ts'
import { dateOf, type Feed, updatedOf } from './feed.ts'

export const ATOM = 'application/atom+xml'

export function atomFeed(feed: Feed): string {
  return generateAtomFeed({
    id: feed.id,
    title: { value: feed.title },
    subtitle: { value: feed.description },
    updated: dateOf(updatedOf(feed)),
    icon: feed.icon.small,
    links: [
      { rel: 'self', type: ATOM, href: feed.self },
      { rel: 'alternate', type: 'text/html', href: feed.page },
      { rel: 'hub', href: feed.hub },
      { rel: 'first', type: ATOM, href: feed.first },
      ...(feed.next ? [{ rel: 'next', type: ATOM, href: feed.next }] : []),
    ],
    generator: { text: 'Eleventh Hour' },
    xml: { lang: feed.language },
    entries: feed.entries.map((entry) => atomEntry(entry, feed)),
  })
}

function atomEntry(entry: Entry, { pageOf }: Feed) {
  return {
    id: entry.id,
    title: { value: entry.title },
    updated: dateOf(entry.updated),
    published: dateOf(entry.published),
    links: [{ rel: 'alternate', type: 'text/html', href: pageOf(entry) }],
    authors: [{ name: entry.author }],
    categories: entry.tags.map((term) => ({ term })),
    summary: { value: entry.text },
    content: { type: 'html', value: entry.html },
  }
}
