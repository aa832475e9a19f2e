import type { EpochSeconds } from '../deadline/instant.ts'
import type { Asking } from '../href.ts'
import type { Language } from './words/words.ts'

/** A deadline's picture, as large as networks and messengers show one at the most. */
export const PICTURE = { width: 1200, height: 630 }

export interface Site {
  title: string
  /** Absolute. */
  url: string
}

/** What a page is dressed by: its room's sheet, or the one that all of them share. */
export type Sheet = 'page' | 'board' | 'deadline' | 'record' | 'subscribe' | 'desk' | 'docs'

/** What a page does beside being read: it counts and follows the ledger, or it copies. */
export type Script = 'live' | 'copy'

/** Where the built files are, each with a hash of its content in its name. */
export interface Assets {
  style: Record<Sheet, string>
  script: Record<Script, string>
  icon: string
  icons: Icons
}

/** The icon as PNG: for feeds 144 pixels; for home screens 192, 512, and 512 to be cut to a shape. */
export interface Icons {
  feed: string
  small: string
  large: string
  maskable: string
}

/** What every page is given beside its own facts. */
export interface View {
  site: Site
  assets: Assets
  now: EpochSeconds
  asking: Asking
  /** The ledger's head that the page is drawn from, where it follows it: one of the present. */
  head: number | null
  /** The one that was asked for, or that the reader's browser prefers. */
  lang: Language
}
