/** What no editor would send: however it is wrong, it is refused, and nothing is stored. */
import { env } from 'cloudflare:test'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exported, shippedDatabase } from '../../ledger/database.ts'
import { request } from '../request.ts'
import { go, signIn } from './browsing.ts'
import { EDITORS, REPORT, TOKEN } from './editors.ts'

const BODIES = 10_000

interface Sent {
  path: string
  type: string
  body: string | Uint8Array
}

type Json = { [key: string]: unknown }

const RIGHT: [string, Json][] = [
  [
    '/deadlines',
    { slug: 'new', kind: 'talks', title: 'New', addressees: ['A'], issuedAt: '2025-01-01' },
  ],
  [
    '/deadlines/russia-50-days/reports',
    { ...REPORT, zone: 'UTC', quote: 'q', lang: 'en', note: 'n' },
  ],
  [
    '/intake',
    { text: 'Talks will be held on Friday.', published: '2025-07-21', zone: 'UTC', via: 'A' },
  ],
]

/** Wrong wherever it stands: too long for any field, and of no type that one has. */
const wrong = rarely(
  [fc.constant('x'.repeat(61_000))],
  [fc.integer(), fc.boolean(), fc.constant({}), fc.constant({ in: 1 }), fc.constant([[]])],
)

/** Some of these, and one time in forty one of those that take long. */
function rarely(
  long: fc.Arbitrary<unknown>[],
  usual: fc.Arbitrary<unknown>[],
): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.oneof(...long) },
    { weight: 39, arbitrary: fc.oneof(...usual) },
  )
}

/** Wrong but in an article's text, that may hold whatever was pasted. */
const unprintable = fc.constantFrom('\u0000', '\ud800')

/** A right body in which one thing is wrong. */
const spoilt = fc.constantFrom(...RIGHT).chain(([path, right]) =>
  fc
    .oneof(
      fc
        .constantFrom(...Object.keys(right))
        .chain((key) =>
          fc.tuple(fc.constant(key), key === 'text' ? wrong : fc.oneof(wrong, unprintable)),
        )
        .map(([key, value]) => ({ ...right, [key]: value })),
      fc
        .tuple(fc.string({ minLength: 1 }), fc.json())
        .filter(([key]) => !(key in right) && !KNOWN.has(key))
        .map(([key, value]) => ({ ...right, [key]: value })),
      fc
        .constantFrom(...REQUIRED)
        .map((key) => Object.fromEntries(Object.entries(right).filter(([each]) => each !== key)))
        .filter((left) => Object.keys(left).length < Object.keys(right).length),
    )
    .map((body): Sent => ({ path, type: 'application/json', body: JSON.stringify(body) })),
)

const REQUIRED = ['kind', 'title', 'says', 'source', 'reportedAt', 'when', 'text', 'published']

/** Keys that a right body may have, and with the right value. */
const KNOWN = new Set([
  'id',
  'topic',
  'issuer',
  'demand',
  'threat',
  'place',
  'outcome',
  'retracts',
  'url',
])

const PATHS = [...RIGHT.map(([path]) => path), '/ledger']
const TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'text/plain',
  'multipart/form-data',
  '',
]

/** Anything at all; a last line that is none keeps a ledger of blank ones from being right. */
const anything = fc
  .tuple(
    fc.constantFrom(...PATHS),
    fc.constantFrom(...TYPES),
    rarely(
      [
        fc.constant('['.repeat(60_000)),
        fc.constant('{"a":'.repeat(10_000)),
        fc.constant('x'.repeat(70_000)),
      ],
      [
        fc.string({ unit: 'binary', maxLength: 500 }),
        fc.json({ maxDepth: 5 }),
        fc.uint8Array({ maxLength: 500 }),
        fc.constant(`{"__proto__": {"says": "date"}}`),
      ],
    ),
  )
  .map(
    ([path, type, body]): Sent => ({
      ...{ path, type },
      body: path === '/ledger' ? `${body}\nx` : (body as Sent['body']),
    }),
  )

test(`${BODIES} malformed bodies are refused, and leave the ledger as it was`, async () => {
  const db = await shippedDatabase()
  const before = await exported(db)
  const statuses = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(fc.oneof(spoilt, anything), async ({ path, type, body }) => {
      const response = await request(
        `http://localhost:8787${path}`,
        {
          method: 'POST',
          body,
          headers: { authorization: `Bearer ${TOKEN}`, 'content-type': type },
        },
        { ...env, EDITORS },
      )
      const problem = (await response.json()) as { status: number; detail: string }
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
      expect([400, 413, 415]).toContain(response.status)
      expect(response.headers.get('content-type')).toContain('application/problem+json')
      expect(problem.status).toBe(response.status)
      expect(problem.detail.length).toBeGreaterThan(10)
    }),
    { numRuns: BODIES },
  )
  expect([...statuses.keys()].sort()).toEqual([400, 413, 415])
  expect(await exported(db)).toBe(before)
}, 180_000)

const FORMS = 1000

const FIELDS = [
  ...['id', 'way', 'edtf', 'in', 'from', 'zone', 'reportedAt', 'quote', 'lang', 'note'],
  ...['source.name', 'source.standing', 'source.via', 'source.url', 'source.archiveUrl'],
  ...['outcome.result', 'outcome.consequence', 'outcome.at', 'title', 'kind', 'slug', 'issuer'],
  ...['issuedAt', 'addressees', 'topic', 'text', 'published', 'token', 'to', '__proto__'],
  ...['ticked', 'of', 'as', 'when'].flatMap((name) => [`drafts.0.${name}`, `drafts.1.${name}`]),
  ...['drafts.0.source.name', 'drafts.0.source.standing', 'drafts.0.reportedAt', 'drafts..x'],
]

/** What means something somewhere, so that more than the first check is come to. */
const MEANT = [
  ...['yes', 'date', 'counted', 'none', 'talks', 'ultimatum', 'desk', 'held', 'met', 'pending'],
  ...['2027-02-03', '2027-02-30', '0001-01-01', '9999-12-31', '../..', 'P50D', 'P99999999999Y'],
  ...['9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z', 'Etc/GMT+12', '+14:00', 'EST', 'draft:0'],
  ...[
    'russia-50-days',
    'none',
    '/desk?\u0000',
    'https://a.example/\u0000',
    'constructor',
    '\u0000',
  ],
]

const filled = fc.dictionary(
  fc.constantFrom(...FIELDS),
  fc.oneof(fc.constantFrom(...MEANT), fc.string({ unit: 'binary', maxLength: 40 })),
)

/** A form that is right so far. */
const USUAL = {
  ...{ edtf: '2027-02-03', 'source.name': 'A', 'source.standing': 'media', title: 'New' },
  ...{ kind: 'talks', reportedAt: '2026-11-20T10:00:00Z', 'outcome.result': 'met', note: 'n' },
  ...{ 'drafts.0.ticked': 'yes', 'drafts.0.of': 'russia-50-days', 'drafts.0.as': 'date' },
  ...{ 'drafts.0.source.name': 'A', 'drafts.0.source.standing': 'media' },
  ...{ 'drafts.0.reportedAt': '2026-11-20T10:00:00Z', token: TOKEN },
}

test(`${FORMS} forms of anything are no failure, and none is recorded that was not looked at`, async () => {
  const db = await shippedDatabase()
  const before = await exported(db)
  const cookie = await signIn()
  const paths = ['/desk/new', '/desk/intake', '/desk/sign-in'].concat(
    ['date', 'outcome', 'note'].map((says) => `/desk/deadlines/russia-50-days/${says}`),
  )
  const sent = fc.tuple(fc.constantFrom(...paths), filled, fc.constantFrom('read', 'record', ''))
  await fc.assert(
    fc.asyncProperty(sent, async ([path, fields, step]) => {
      const { status } = await go(path, { cookie, form: { ...USUAL, ...fields, step } })
      expect(path === '/desk/sign-in' ? [303, 307, 401, 429] : [200, 400]).toContain(status)
    }),
    { numRuns: FORMS },
  )
  expect(await exported(db)).toBe(before)
}, 180_000)
