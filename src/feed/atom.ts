/** Atom (RFC 4287). */
import { generateAtomFeed } from 'feedsmith'
import type { EpochSeconds } from '../deadline/instant.ts'
import type { Entry } from './entries.ts'

/** A feed's own facts; addresses are absolute. */
export interface FeedHead {
  /** Permanent, the same on every host. */
  id: string
  title: string
  self: string
  page: string
  icon: string
  /** What the feed is dated where it has no entry. */
  since: EpochSeconds
}

/** The entry's permanent id, and the address of the page that it is about. */
export interface EntryLinks {
  id: (entry: Entry) => string
  page: (entry: Entry) => string
}

export function atomFeed(head: FeedHead, entries: Entry[], links: EntryLinks): string {
  const updated = Math.max(head.since, ...entries.map((entry) => entry.updated))
  return generateAtomFeed({
    id: head.id,
    title: { value: head.title },
    updated: dateOf(updated),
    icon: head.icon,
    links: [
      { rel: 'self', type: 'application/atom+xml', href: head.self },
      { rel: 'alternate', type: 'text/html', href: head.page },
    ],
    generator: { text: 'Eleventh Hour' },
    entries: entries.map((entry) => ({
      id: links.id(entry),
      title: { value: entry.title },
      updated: dateOf(entry.updated),
      published: dateOf(entry.published),
      links: [{ rel: 'alternate', type: 'text/html', href: links.page(entry) }],
      authors: [{ name: entry.report.source.name }],
      categories: [{ term: entry.report.says }, { term: entry.slug }],
      summary: { value: entry.summary },
    })),
  })
}

function dateOf(instant: EpochSeconds): Date {
  return new Date(instant * 1000)
}
