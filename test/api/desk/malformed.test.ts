/** What no editor would send: however it is wrong, it is refused, and nothing is stored. */
import { env } from 'cloudflare:test'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { app } from '../../../src/app.tsx'
import { exported, shippedDatabase } from '../../ledger/database.ts'
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
      const response = await app.request(
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
