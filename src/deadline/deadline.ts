import type * as z from 'zod/mini'
import type { deadlineInputSchema, deadlineSchema } from './deadline-schema.ts'

export const KINDS = ['ultimatum', 'talks', 'deadline'] as const
export type Kind = (typeof KINDS)[number]

/** What an editor gives of it. */
export type DeadlineInput = z.output<typeof deadlineInputSchema>

/** The thing tracked, as the ledger keeps it. */
export type Deadline = z.output<typeof deadlineSchema>

const LONGEST_SLUG = 80

/**
 * A slug made from a title: its words of Latin letters and figures, without accents, whole ones up
 * to 80 characters. Null where it has none.
 */
export function slugOf(title: string): string | null {
  const words = title
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  if (!words) return null
  let made = words[0].slice(0, LONGEST_SLUG)
  for (const word of words.slice(1)) {
    if (made.length + 1 + word.length > LONGEST_SLUG) break
    made += `-${word}`
  }
  return made
}
