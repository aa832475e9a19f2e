/** What an address names, and the examples' own: the shipped ledger on the day it is told from. */
import * as z from 'zod'
import { slug } from '../../../deadline/fields.ts'
import { DAY_OF_REFERENCE } from '../../../href.ts'

export const topicName = z.object({ topic: slug.check(z.describe('The topic’s slug.')) })
export const deadlineName = z.object({ slug: slug.check(z.describe('The deadline’s slug.')) })

export const at = DAY_OF_REFERENCE
export const topic = 'russia-ukraine-war'
export const ultimatum = 'russia-50-days'
export const talks = 'istanbul-round-3'

/** Everything, a topic, a deadline: each form comes of all three, at an address of its own. */
export const SUBJECTS = [
  { of: 'Everything', in: '', words: 'everything' },
  { of: 'Topic', in: '/topics/{topic}', words: 'a topic', names: topicName, example: { topic } },
  {
    ...{ of: 'Deadline', in: '/deadlines/{slug}', words: 'a deadline' },
    ...{ names: deadlineName, example: { slug: ultimatum } },
  },
] as const
