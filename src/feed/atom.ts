/** Atom (RFC 4287), in pages (RFC 5005). */
import type { Entry } from './entries.ts'
import { type Feed, timestamp, updatedOf } from './feed.ts'
import { element, writeXml } from './xml.ts'

export const ATOM = 'application/atom+xml'

export function atomFeed(feed: Feed): string {
  const namespace = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language }
  const head = [
    element('generator', 'Eleventh Hour'),
    element('icon', feed.icon.small),
    element('id', feed.id),
    link('self', feed.self, ATOM),
    link('alternate', feed.page, 'text/html'),
    link('hub', feed.hub),
    link('first', feed.first, ATOM),
    ...(feed.next ? [link('next', feed.next, ATOM)] : []),
    element('subtitle', feed.description),
    element('title', feed.title),
    element('updated', timestamp(updatedOf(feed))),
  ]
  const entries = feed.entries.map((entry) => atomEntry(entry, feed))
  return writeXml(element('feed', [...head, ...entries], namespace))
}

const link = (rel: string, href: string, type: string | null = null) =>
  element('link', [], { href, rel, type })

function atomEntry(entry: Entry, { pageOf }: Feed) {
  return element('entry', [
    element('author', [element('name', entry.author)]),
    ...entry.tags.map((term) => element('category', [], { term })),
    element('content', entry.html, { type: 'html' }),
    element('id', entry.id),
    link('alternate', pageOf(entry), 'text/html'),
    element('published', timestamp(entry.published)),
    element('summary', entry.text),
    element('title', entry.title),
    element('updated', timestamp(entry.updated)),
  ])
}
