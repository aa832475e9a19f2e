import type { View } from '../page.ts'
import { en, type Words } from './en.ts'

export type { Words }

/** The catalogue that a page is written from. */
export function wordsFor(_view: View): Words {
  return en
}
