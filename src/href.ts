/**
 * Every address and id that the tracker gives out. One resource has one address; the suffix is
 * the representation. Paths start with `/`; `absolute` puts a site before them.
 */

/** The instants that a reader asked for, as RFC 3339; null where the reader did not. */
export interface Asking {
  /** The world as of this instant. */
  at: string | null
  /** Only what had been recorded by this one. */
  known: string | null
}

export const NOTHING_ASKED: Asking = { at: null, known: null }

/** The forms that a board, a topic or a deadline comes in, by suffix; '' is the page. */
export type Suffix = '' | '.json' | '.atom'

export const boardPath = (asking = NOTHING_ASKED): string => `/${query(asking)}`

export const statusPath = (asking = NOTHING_ASKED): string => `/status.json${query(asking)}`

export const feedPath = (asking = NOTHING_ASKED): string => `/feed.atom${query(asking)}`

export function deadlinePath(
  slug: string,
  suffix: Suffix = '',
  asking: Asking = NOTHING_ASKED,
): string {
  return `/deadlines/${slug}${suffix}${query(asking)}`
}

/** The day that the shipped ledger is told from: Monday, 21 July 2025. */
export const DAY_OF_REFERENCE = '2025-07-21T20:00:00Z'

export function absolute(siteUrl: string, path: string): string {
  return new URL(path, siteUrl).href
}

/** RFC 9562's name for a UUID as a URI: an entry's permanent id, the same on every host. */
export function urn(uuid: string): string {
  return `urn:uuid:${uuid}`
}

function query({ at, known }: Asking): string {
  const asked = new URLSearchParams()
  if (at) asked.set('at', at)
  if (known) asked.set('known', known)
  const text = asked.toString().replaceAll('%3A', ':')
  return text && `?${text}`
}
