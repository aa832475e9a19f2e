/** A ledger whose events go to webhooks, with time set by the test. */
import { env } from 'cloudflare:test'
import type { D1Database } from '@cloudflare/workers-types'
import { EVENTS } from '../../../src/deadline/event.ts'
import { reportInputSchema } from '../../../src/deadline/report-schema.ts'
import { fanOut, nextDueAfter } from '../../../src/ledger/deliveries.ts'
import { enter } from '../../../src/ledger/enter.ts'
import { ring } from '../../../src/ledger/events.ts'
import { reportLine } from '../../../src/ledger/line.ts'
import { addSubscription, type NewSubscription } from '../../../src/ledger/subscriptions.ts'
import { carriersOf } from '../../../src/timekeeper/carriers.ts'
import { deliver } from '../../../src/timekeeper/deliver.ts'
import type { WebhookDetails } from '../../../src/timekeeper/webhook/details.ts'
import { newSecret } from '../../../src/timekeeper/webhook/sign.ts'
import { emptyDatabase, importText, RECORDING } from '../../ledger/database.ts'

export const START = Date.parse('2030-01-01T00:00:00Z') / 1000
export const ADDRESS = 'https://hooks.example.org/in'

/** Two deadlines, about which nothing is said yet. */
export async function openLedger(): Promise<D1Database> {
  const db = await emptyDatabase()
  const lines = ['d', 'e'].map((slug) => ({ slug, kind: 'ultimatum', title: `Deadline ${slug}` }))
  await importText(db, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  await ring(db, START)
  return db
}

export function subscribed(
  details: Partial<WebhookDetails> = {},
  more: Partial<NewSubscription<WebhookDetails>> = {},
): NewSubscription<WebhookDetails> {
  return {
    ...{ id: crypto.randomUUID(), transport: 'webhook', address: ADDRESS, subject: 'everything' },
    ...{ events: [...EVENTS], site: 'https://eleventh-hour.example', state: 'active' },
    details: {
      ...{ format: 'standard', secret: newSecret(), previous: [], key: 'k', challenge: null },
      ...details,
    },
    ...{ keyDigest: 'digest', createdAt: START, expiresAt: null, ...more },
  }
}

/** Gives what is subscribed its place, which is 1 for the first. */
export async function subscribe(db: D1Database, subscription = subscribed()): Promise<void> {
  if (!(await addSubscription(db, subscription))) throw new Error('not subscribed')
}

/** The issuer sets a date, which is an event, and the deliveries of it are due. */
export async function setDate(
  db: D1Database,
  slug: string,
  when: string,
  at: number,
): Promise<void> {
  const reportedAt = new Date(at * 1000).toISOString().replace('.000', '')
  const source = { name: 'The issuer', standing: 'issuer' }
  const input = reportInputSchema.parse({ says: 'date', when, zone: 'UTC', source, reportedAt })
  const line = await reportLine(slug, input, { ...RECORDING, recordedAt: reportedAt })
  const entered = await enter(db, [line], at)
  if (!entered.ok) throw new Error(JSON.stringify(entered.misfits))
  while (!(await fanOut(db, at)).isDone);
}

/** Webhooks are told of events, and not sent what stands at an address. */
const readNothing = () => Promise.reject(new Error('nothing is to be read'))

/** Delivers what is due to the first subscription at an instant; gives when it is to be looked again. */
export async function deliverAt(
  db: D1Database,
  at: number,
  bindings = {},
  run = 'a run',
): Promise<number[]> {
  const wakes: number[] = []
  await deliver(
    { subscription: 1, run },
    {
      ...{ db, carriers: carriersOf({ ...env, ...bindings }, readNothing), clock: () => at },
      wakeBy: async (wake) => void wakes.push(wake),
      setOut: () => {},
      passOn: async () => {},
    },
  )
  return wakes
}

/** Delivers until nothing is due any more, at each instant at which something is. */
export async function deliverAll(db: D1Database, from: number): Promise<number> {
  let now = from
  for (let next: number | null = from; next !== null; next = await nextDueAfter(db, now)) {
    now = next
    await deliverAt(db, now)
  }
  return now
}

export function subscriptionRow(db: D1Database) {
  return db.prepare('SELECT * FROM subscriptions WHERE seq = 1').first<{
    state: string
    failing_since: number | null
    failure: string | null
    delivered: number
  }>()
}

export async function deliveryRows(db: D1Database) {
  const sql = 'SELECT event, state, attempts, failure FROM deliveries ORDER BY event'
  const { results } = await db.prepare(sql).all<{ state: string; failure: string | null }>()
  return results
}
