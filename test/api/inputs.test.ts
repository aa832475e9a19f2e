/** What is sent to the tracker, and how it says what is wrong with it. */
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { replayInputSchema } from '../../src/api/desk/replay-input.ts'
import { hubRequestSchema } from '../../src/api/hub/request.ts'
import { proofSchema, pushInputSchema } from '../../src/api/push/input.ts'
import { webhookInputSchema } from '../../src/api/webhooks/input.ts'
import { deadlineInputSchema, deadlineSchema } from '../../src/deadline/deadline-schema.ts'
import { refusals } from '../../src/deadline/refusal.ts'
import { reportInputSchema, reportSchema } from '../../src/deadline/report-schema.ts'
import { articleSchema } from '../../src/intake/article.ts'

const INPUTS: Record<string, z.ZodMiniType> = {
  deadlineSchema,
  deadlineInputSchema,
  reportSchema,
  reportInputSchema,
  articleSchema,
  hubRequestSchema,
  pushInputSchema,
  proofSchema,
  webhookInputSchema,
  replayInputSchema,
}

const SIMPLE = [
  ...[undefined, null, true, 5, -1, 999, 1.5, 1e300],
  ...['', ' ', 'x', '-', '\u0000', '\ud800', '\n', 'http://', 'x'.repeat(70_000)],
]
const WRONG = [...SIMPLE, [], {}, [[]], [{}], ...SIMPLE.map((each) => [each]), Array(99).fill('x')]

/** Every key that a schema has at any depth. */
function keysIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own = 'properties' in schema ? Object.keys(Object(schema.properties)) : []
  return [...own, ...Object.values(schema).flatMap(keysIn)]
}

const KEYS = new Set(
  Object.values(INPUTS).flatMap((schema) => keysIn(z.toJSONSchema(schema, { io: 'input' }))),
)

const allOf = (value: unknown) => Object.fromEntries([...KEYS].map((key) => [key, value]))

test('Keys of every depth are tried', () => {
  expect([...KEYS]).toEqual(expect.arrayContaining(['slug', 'hub.secret', 'p256dh', 'consequence']))
})

describe.each(Object.entries(INPUTS))('Of %s', (_, schema) => {
  test('whatever is wrong is said in words of this tracker', () => {
    // Each key at three depths: keys within subscription, for one, are those of keys within it.
    const values = WRONG.flatMap((each) => [each, allOf(each), allOf(allOf(each))])
    const inputs = [...values.map(allOf), ...WRONG]
    const details = inputs.flatMap((input) => {
      const read = schema.safeParse(input)
      return read.success ? [] : refusals(read.error).map(({ detail }) => detail)
    })
    expect(details.length).toBeGreaterThan(WRONG.length)
    // What zod says where it is given no words.
    expect(details.filter((detail) => !detail || /^Invalid|undefined/.test(detail))).toEqual([])
  })
})
