import type { EpochSeconds } from '../deadline/instant.ts'
import type { Entry } from './entries.ts'

/** A page of a feed, in no format yet; addresses are absolute. */
export interface Feed {
  /** A URN: permanent, and the same in every format and on every host. */
  id: string
  title: string
  description: string
  /** BCP 47. */
  language: string
  /** The page that it is a feed of. */
  page: string
  /** Square PNGs: one of at most 144 pixels, and one of 512. */
  icon: { small: string; large: string }
  /** The hub that announces what is new (W3C WebSub). */
  hub: string
  /** This page of the feed; the newest one; and an older one, where there is one (RFC 5005). */
  self: string
  first: string
  next: string | null
  /** Newest first. */
  entries: Entry[]
  /** The address of what an entry is about. */
  pageOf: (entry: Entry) => string
}

/** The tracker's first year. Formats ask for a date even where nothing has happened yet. */
const BEGINNING: EpochSeconds = Date.UTC(2025, 0, 1) / 1000

/** When anything in it last changed; the tracker's beginning where nothing is in it. */
export function updatedOf({ entries }: Feed): EpochSeconds {
  return entries.length === 0 ? BEGINNING : Math.max(...entries.map(({ updated }) => updated))
}

/** As RFC 3339 writes it, in UTC, to the millisecond. */
export function timestamp(instant: EpochSeconds): string {
  return new Date(instant * 1000).toISOString()
}
