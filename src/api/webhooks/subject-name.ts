import type { D1Database } from '@cloudflare/workers-types'
import type { Subject } from '../../href.ts'
import { deadlinesBySlug } from '../../ledger/read.ts'
import { en } from '../../page/words/en.ts'
import { nameTopic } from '../../page/words/sentence.ts'

/** What a subject is called in an English sentence. */
export async function nameOfSubject(db: D1Database, subject: Subject): Promise<string> {
  if (subject === 'everything') return 'everything that is tracked here'
  if ('topic' in subject) return nameTopic(en, subject.topic)
  const [deadline] = await deadlinesBySlug(db, [subject.slug])
  return `“${deadline?.title ?? subject.slug}”`
}
