import * as z from 'zod'
import { ATOM } from '../../../feed/atom.ts'
import { JSON_FEED } from '../../../feed/json-feed.ts'
import { RSS } from '../../../feed/rss.ts'
import { FEED } from '../../parameters.ts'
import type { Operation } from '../operation.ts'
import { jsonFeedShape } from '../shapes/feed.ts'
import { SUBJECTS } from './subjects.ts'

const text = z.string().min(1)

const FORMATS = [
  { name: 'Atom', suffix: '.atom', whole: '/feed.atom', type: ATOM, schema: text },
  { name: 'RSS', suffix: '.rss', whole: '/feed.rss', type: RSS, schema: text },
  {
    ...{ name: 'JSON Feed', suffix: '.feed.json', whole: '/feed.json' },
    ...{ type: JSON_FEED, schema: jsonFeedShape },
  },
]

const headers = z.object({
  Link: z.string().describe('The hub that announces what is new, and the feed’s own address.'),
  'Last-Modified': z.string().optional().describe('When its newest entry changed.'),
})

export const feedOperations: Operation[] = SUBJECTS.flatMap((subject) =>
  FORMATS.map(({ name, suffix, whole, type, schema }) => ({
    id: `get${subject.of}${name.replace(' ', '')}`,
    ...{ tag: 'Feeds', method: 'get' as const },
    path: subject.in ? `${subject.in}${suffix}` : whole,
    summary: 'A feed of what happens',
    description: `${name}, of ${subject.words}. Parameters that it does not know it passes over.`,
    ...('names' in subject && { names: subject.names }),
    query: FEED,
    answers: { 200: { description: `The feed, as ${name}.`, ...{ type, schema, headers } } },
    problems: subject.in ? ([400, 404] as const).slice() : [400],
    examples: {
      outcome: {
        summary: 'What had come of ultimatums by 10 August 2025',
        ...('example' in subject && { names: subject.example }),
        query: { at: '2025-08-10T00:00:00Z', kind: 'ultimatum', only: 'outcomes' },
        status: 200,
      },
    },
  })),
)
