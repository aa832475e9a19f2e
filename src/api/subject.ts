/** What an address names: a topic or a deadline that has to be there, or else a 404. */
import type { Context } from 'hono'
import type { Deadline } from '../deadline/deadline.ts'
import type { Subject } from '../href.ts'
import { deadlinesBySlug, isTopic } from '../ledger/read.ts'
import type { AppEnv } from './context.ts'
import { Problem } from './problem.ts'
import type { AskedSubject } from './query.ts'

/** What a query names by one parameter or the other; by neither, everything. */
export function subjectOf({ topic, deadline }: Pick<AskedSubject, 'topic' | 'deadline'>): Subject {
  if (topic !== null) return { topic }
  return deadline === null ? 'everything' : { slug: deadline }
}

/** The name before the suffix of a form: names have no point in them. */
export function nameIn(file: string): string {
  return file.slice(0, file.indexOf('.'))
}

export async function expectTopic(c: Context<AppEnv>, topic: string): Promise<void> {
  if (await isTopic(c.env.DB, topic)) return
  throw new Problem(404, `There is no topic "${topic}".`)
}

export async function expectDeadline(c: Context<AppEnv>, slug: string): Promise<Deadline> {
  const [deadline] = await deadlinesBySlug(c.env.DB, [slug])
  if (!deadline) throw noDeadline(slug)
  return deadline
}

export function noDeadline(slug: string): Problem {
  return new Problem(404, `There is no deadline "${slug}".`)
}
