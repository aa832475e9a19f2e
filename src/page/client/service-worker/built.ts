/** What the build hands over (scripts/build-assets.ts). Another version has others, so that it is another file. */
export interface Built {
  /** All that the kept pages need, by their addresses. */
  files: string[]
  /** What a kept page is shown with: the script that says so. */
  offline: string
  /** For the page that is shown in the place of one that was not kept. */
  style: string
  icon: string
  words: Record<string, OfflineWords>
}

export interface OfflineWords {
  dir: string
  title: string
  is: string
  none: string
}

declare const HANDED_OVER: Built
export const BUILT = HANDED_OVER
