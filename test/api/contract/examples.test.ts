/** Every example of the contract is sent, and what comes back is what the contract shows. */
import { beforeAll, expect, test, vi } from 'vitest'
import { type Example, examplesOf } from '../../../src/page/docs/example.ts'
import type { OpenApi } from '../../../src/page/docs/openapi.ts'
import { shippedDatabase } from '../../ledger/database.ts'
import { receiveWith } from '../../timekeeper/outside.ts'
import { agreeing } from '../webhooks/asking.ts'
import { examplesBrowser } from './browser.ts'
import {
  describedIn,
  isJson,
  objections,
  objectionsTo,
  readOperations,
  SITE,
  send,
  withoutChance,
} from './contract.ts'

/** Enough of an export to see what it is. */
const LINES_SHOWN = 2

let document: OpenApi
let operations: Awaited<ReturnType<typeof readOperations>>['operations']

beforeAll(async () => {
  const db = await shippedDatabase()
  await examplesBrowser(db)
  vi.useFakeTimers({ now: Date.parse('2026-11-23T12:00:00Z'), toFake: ['Date'] })
  withoutChance()
  receiveWith(agreeing)
  const read = await readOperations()
  document = read.document
  operations = read.operations
  return () => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  }
})

/** What is shown of an answer: a picture's address, an export's first lines, else the whole. */
async function shown({ type, address }: Example, answer: Response): Promise<unknown> {
  const text = new TextDecoder().decode(await answer.arrayBuffer())
  if (type === 'image/png' || address === '/openapi.json') return `see ${SITE}${address}`
  if (type === 'application/x-ndjson')
    return text
      .split(/(?<=\n)/)
      .slice(0, LINES_SHOWN)
      .join('')
  return isJson(type) ? JSON.parse(text) : text
}

test('Every operation has an example', () => {
  expect(operations.length).toBeGreaterThan(20)
  const without = operations.filter((each) => examplesOf(each).length === 0)
  expect(without.map(({ path }) => path)).toEqual([])
})

test('Every example is answered as it says, by its schema, and shown as it is', async () => {
  const recorded: Record<string, unknown> = {}
  const wrong: unknown[] = []
  for (const each of operations) {
    const { operationId } = each.operation
    const described = describedIn(document, each)
    for (const example of examplesOf(each)) {
      const answer = await send(example)
      recorded[`${operationId} ${example.name}`] = await shown(example, answer.clone())
      const objected = await objectionsTo(document, described.get(answer.status), answer)
      if (answer.status !== example.status) objected.push(`${answer.status}: ${example.status}?`)
      if (objected.length > 0) wrong.push([operationId, example.name, objected])
    }
  }
  expect(wrong).toEqual([])
  await expect(`${JSON.stringify(recorded, null, 2)}\n`).toMatchFileSnapshot(
    '../../../src/api/contract/answers.generated.json',
  )
})

test('Every body that is shown fits the schema of its operation', () => {
  for (const { operation } of operations) {
    for (const [type, { schema, examples = {} }] of Object.entries(
      operation.requestBody?.content ?? {},
    )) {
      const values = Object.values(examples).map(({ value }) => value)
      expect(values.length).toBeGreaterThan(0)
      for (const value of values)
        expect([type, objections(document, schema, value)]).toEqual([type, []])
    }
  }
})
