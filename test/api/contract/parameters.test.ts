/** What the contract says of each parameter, and what the tracker takes, are the same. */
import { beforeAll, expect, test, vi } from 'vitest'
import { examplesOf } from '../../../src/page/docs/example.ts'
import type { Addressed, OpenApi, Parameter } from '../../../src/page/docs/openapi.ts'
import { shippedDatabase } from '../../ledger/database.ts'
import { receiveWith } from '../../timekeeper/outside.ts'
import { agreeing } from '../webhooks/asking.ts'
import { BROWSER_ID, examplesBrowser } from './browser.ts'
import { objections, readOperations, SITE, send, withoutChance } from './contract.ts'

const INSTANTS = {
  good: ['2025-07-21T20:00:00Z', '2025-07-21T22:00:00+02:00', '1914-07-23T18:00:00.5Z'],
  bad: ['yesterday', '2025-07-21', '2025-07-21T20:00:00', '2025-02-30T00:00:00Z', ''],
}

const NAMES_THAT_ARE_NONE = ['A B', 'Russia', 'a--b', 'a'.repeat(101)]

/**
 * By name, of a part of the path with a slash before it. What JSON Schema has no words for is left
 * out of the bad ones: that P53W is more than a year.
 */
const VALUES: Record<string, { good: string[]; bad: string[] }> = {
  '/topic': { good: ['russia-ukraine-war'], bad: NAMES_THAT_ARE_NONE },
  '/slug': { good: ['russia-50-days', 'alaska-summit'], bad: NAMES_THAT_ARE_NONE },
  '/browser': { good: [BROWSER_ID], bad: ['1', `${BROWSER_ID}0`] },
  at: INSTANTS,
  known: INSTANTS,
  topic: { good: ['russia-ukraine-war'], bad: NAMES_THAT_ARE_NONE },
  deadline: { good: ['russia-50-days'], bad: NAMES_THAT_ARE_NONE },
  'last-event-id': { good: ['0', '1'], bad: ['-1', '1.5', '0123456789012345', 'last'] },
  heartbeat: { good: ['comment', 'head'], bad: ['none', ''] },
  kind: { good: ['ultimatum', 'talks', 'deadline'], bad: ['war', 'Talks'] },
  certainty: { good: ['firm', 'tentative', 'contested', 'undated'], bad: ['sure'] },
  phase: { good: ['upcoming', 'due', 'passed', 'closed'], bad: ['over'] },
  q: { good: ['zelensky putin', 'x'.repeat(200)], bad: ['x'.repeat(201)] },
  limit: { good: ['1', '100', '500'], bad: ['0', '501', '-1', '1.5', 'many'] },
  cursor: { good: ['closed~1~a-slug'], bad: [] },
  lang: { good: ['uk', 'zh-Hans'], bad: ['u', 'english language', '-'] },
  alarm: { good: ['P1D', 'PT2H', 'P1DT12H30M', 'P52W'], bad: ['1 day', 'P1Y', 'PT', '-P1D'] },
  only: { good: ['moves', 'moves,outcomes'], bad: ['jokes', 'moves,', ''] },
  before: { good: ['2025-07-21T20:00:00Z'], bad: [] },
  theme: { good: ['auto', 'light', 'dark'], bad: ['pink'] },
  url: { good: [`${SITE}/deadlines/russia-50-days`], bad: ['somewhere', ''] },
  format: { good: ['json'], bad: ['yaml'] },
  '/id': { good: ['5c2f0f0e-2026-4123-8a00-000000000001'], bad: ['one', 'A-B', 'a--b', '1'] },
  key: { good: ['I0htkrfcASZLcJW63wQpTnOYveIHLFF2'], bad: [] },
  state: { good: ['waiting', 'dead'], bad: ['lost', ''] },
  maxwidth: { good: ['1', '99999'], bad: ['0', '100000', 'wide', '1.5'] },
  maxheight: { good: ['1', '99999'], bad: ['0', '100000', 'high', '1.5'] },
}

let document: OpenApi
let operations: Addressed[]

beforeAll(async () => {
  await examplesBrowser(await shippedDatabase())
  ;({ document, operations } = await readOperations())
  withoutChance()
  receiveWith(agreeing)
  const [subscribing] = operations.filter(({ path }) => path === '/webhooks')
  await send(examplesOf(subscribing)[0])
  vi.restoreAllMocks()
})

/** As a client writes it: a number where the schema has one. */
function isDescribed({ schema }: Parameter, text: string): boolean {
  const value = schema.type === 'integer' && text !== '' ? Number(text) : text
  return objections(document, schema, value).length === 0
}

/** The first example's address, with one parameter given. */
function addressWith(addressed: Addressed, { name, in: place }: Parameter, value: string): string {
  const url = new URL(examplesOf(addressed)[0].address, SITE)
  if (place === 'query') url.searchParams.set(name, value)
  const path = addressed.path.replace(`{${name}}`, encodeURIComponent(value))
  return (place === 'query' ? url.pathname : path) + url.search
}

const keyOf = ({ name, in: place }: Parameter) => (place === 'path' ? `/${name}` : name)

test('Every parameter has a table of values here', () => {
  const named = operations.flatMap(({ operation }) => operation.parameters ?? [])
  expect(new Set(named.map(keyOf))).toEqual(new Set(Object.keys(VALUES)))
})

test('Every good value is described and taken, every bad one neither', async () => {
  const disagreements: unknown[] = []
  let asked = 0
  for (const addressed of operations.filter(({ method }) => method === 'get')) {
    for (const parameter of addressed.operation.parameters ?? []) {
      const { good, bad } = VALUES[keyOf(parameter)]
      for (const value of [...good, ...bad]) {
        const address = addressWith(addressed, parameter, value)
        const [{ headers }] = examplesOf(addressed)
        const { status } = await send({ method: 'GET', address, headers })
        const [described, taken] = [isDescribed(parameter, value), status === 200]
        const isGood = good.includes(value)
        if (described !== isGood || taken !== isGood) {
          disagreements.push({ address, described, taken: status })
        }
        asked++
      }
    }
  }
  expect(disagreements).toEqual([])
  expect(asked).toBeGreaterThan(300)
})
