/** What the contract says of a body, and what the tracker takes of one, are the same. */
import { expect, test } from 'vitest'
import { replayInputSchema } from '../../../src/api/desk/replay-input.ts'
import { webhookInputSchema } from '../../../src/api/webhooks/input.ts'
import { deadlineInputSchema } from '../../../src/deadline/deadline-schema.ts'
import { reportInputSchema } from '../../../src/deadline/report-schema.ts'
import { articleSchema } from '../../../src/intake/article.ts'
import { ID } from '../desk/editors.ts'
import { objections, readContract } from './contract.ts'

const SCHEMAS = {
  DeadlineInput: deadlineInputSchema,
  ReportInput: reportInputSchema,
  ArticleInput: articleSchema,
  WebhookInput: webhookInputSchema,
  ReplayInput: replayInputSchema,
}

const deadline = { kind: 'talks', title: 'Talks' }
const source = { name: 'A party', standing: 'party' }
const report = { says: 'date', when: null, source, reportedAt: '2025-07-21T20:00:00Z' }
const article = { text: 'Talks will be held tomorrow.', published: '2025-07-21' }
const webhook = { url: 'https://example.org/hook' }
const USUAL = {
  ...{ DeadlineInput: deadline, ReportInput: report, ArticleInput: article },
  ...{ WebhookInput: webhook, ReplayInput: { subscription: null } },
}
const long = (length: number) => 'x'.repeat(length)

/** What only the tracker knows is left out of the bad ones: that there is no 30 February. */
const BODIES: [keyof typeof SCHEMAS, { good: object[]; bad: object[] }][] = [
  [
    'DeadlineInput',
    {
      good: [
        {},
        { title: long(200), slug: 'a-b', topic: null, issuer: 'Ü', demand: 'a\nb' },
        { addressees: ['A', 'B'], issuedAt: '1914-07-23T18:00', place: undefined },
      ],
      bad: [
        ...[{ title: undefined }, { title: long(201) }, { title: '' }, { title: 'a\nb' }],
        ...[{ kind: 'war' }, { kind: undefined }, { slug: 'A' }, { slug: long(101) }],
        ...[{ demand: long(2001) }, { addressees: 'A' }, { addressees: Array(51).fill('A') }],
        ...[{ recordedBy: 'me' }, { issuer: 5 }],
      ],
    },
  ],
  [
    'ReportInput',
    {
      good: [
        { id: ID, zone: 'Europe/Istanbul', quote: long(2000), lang: 'uk-UA' },
        { id: ID.toUpperCase(), when: { in: 'P50D', from: '2025-07-14' } },
        {
          reportedAt: '2025-07-21T22:00:00+02:00',
          source: { ...source, url: 'https://a.example' },
        },
        { says: 'outcome', when: undefined, outcome: { result: 'held', at: '2025-07' } },
      ],
      bad: [
        ...[{ id: '1' }, { says: 'rumour' }, { when: 5 }, { when: { in: 'P50D' } }],
        ...[{ lang: 'a language' }, { quote: long(2001) }, { reportedAt: 'yesterday' }],
        ...[{ source: undefined }, { source: { ...source, standing: 'king' } }, { wen: 1 }],
        ...[{ source: { ...source, url: 'ftp://a.example' } }, { source: { ...source, x: 1 } }],
        { says: 'outcome', when: undefined, outcome: { result: 'won' } },
      ],
    },
  ],
  [
    'ArticleInput',
    {
      good: [{}, { text: long(60_000), zone: 'Europe/Kyiv', via: 'CNN', url: null }],
      bad: [
        ...[{ text: '' }, { text: long(60_001) }, { text: undefined }, { published: undefined }],
        ...[{ via: long(201) }, { url: 'CNN' }, { by: 'A' }],
      ],
    },
  ],
  [
    'WebhookInput',
    {
      good: [{}, { topic: 'a-b', deadline: null }, { events: ['moved', 'due', 'moved'] }],
      bad: [
        ...[{ url: undefined }, { url: '' }, { url: long(2001) }, { url: 5 }, { topic: 'A' }],
        ...[{ events: [] }, { events: ['war'] }, { events: 'moved' }, { secret: 'mine' }],
      ],
    },
  ],
  [
    'ReplayInput',
    {
      good: [{}, { subscription: ID }],
      bad: [{ subscription: undefined }, { subscription: '1' }, { all: true }],
    },
  ],
]

test.each(BODIES)('%s', async (name, { good, bad }) => {
  const document = await readContract()
  for (const given of [...good, ...bad]) {
    const body = JSON.parse(JSON.stringify({ ...USUAL[name], ...given }))
    const described = objections(document, document.components.schemas[name], body).length === 0
    const isGood = good.includes(given)
    const taken = SCHEMAS[name].safeParse(body).success
    expect({ given, described, taken }).toEqual({ given, described: isGood, taken: isGood })
  }
})
