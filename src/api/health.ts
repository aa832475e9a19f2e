import type { D1Database } from '@cloudflare/workers-types'
import { type Context, Hono } from 'hono'
import { type EpochSeconds, formatInstant } from '../deadline/instant.ts'
import { type Bindings, timekeeperOf } from '../env.ts'
import { METRICS } from '../href.ts'
import { tallies } from '../ledger/deliveries.ts'
import { type Counted, countLedger } from '../ledger/read.ts'
import { countSubscriptions } from '../ledger/subscriptions.ts'
import { type Condition, condition } from '../timekeeper/condition.ts'
import type { AppEnv } from './context.ts'
import type { HealthAnswer } from './contract/shapes/tracker.ts'
import { Problem } from './problem.ts'
import { readAsking } from './query.ts'

export const health = new Hono<AppEnv>()

health.get('/healthz', async (c) => {
  const { now } = readAsking(c.req.url, c.var.clock, 'any')
  const { ledger, state } = await examine(c)
  return c.json<HealthAnswer>({
    status: 'ok',
    now: formatInstant(now),
    ledger,
    timekeeper: tellTimekeeper(state),
    deliveries: tellDeliveries(state, c.var.clock),
  })
})

health.get(METRICS, async (c) => {
  const { metricsText, PROMETHEUS } = await import('./metrics.ts')
  const [{ ledger, state }, counted, listening] = await Promise.all([
    examine(c),
    readable(count(c.env.DB)),
    countListening(c.env),
  ])
  const lag = tellDeliveries(state, c.var.clock).lagSeconds
  return c.body(metricsText({ ledger, state, lag, listening, ...counted }), 200, {
    'content-type': PROMETHEUS,
  })
})

/** How much there is, and how the timekeeper does. */
async function examine(c: Context<AppEnv>): Promise<{ ledger: Counted; state: Condition }> {
  const { DB } = c.env
  const [ledger, state] = await readable(Promise.all([countLedger(DB), condition(DB, c.var.clock)]))
  return { ledger, state }
}

async function count(db: D1Database) {
  const [counted, subscriptions] = await Promise.all([tallies(db), countSubscriptions(db)])
  return { tallies: counted, subscriptions }
}

/** A 503 where that cannot be read. */
function readable<Read>(reading: Promise<Read>): Promise<Read> {
  return reading.catch((error: unknown) => {
    console.error(JSON.stringify({ event: 'ledger-unreadable', error: String(error) }))
    throw new Problem(503, 'The ledger cannot be read.')
  })
}

/** Null where the timekeeper is down, of which the other figures tell: they are read from the rows. */
async function countListening(bindings: Bindings): Promise<number | null> {
  try {
    return await timekeeperOf(bindings).listening()
  } catch (error) {
    console.error(JSON.stringify({ event: 'timekeeper-unreachable', error: String(error) }))
    return null
  }
}

function tellTimekeeper({ lastRang, waitsFor, lateSince }: Condition): HealthAnswer['timekeeper'] {
  return {
    lastRang: lastRang === null ? null : formatInstant(lastRang),
    waitsFor: waitsFor && { at: formatInstant(waitsFor.at), for: waitsFor.for },
    isLate: Object.values(lateSince).some((since) => since !== null),
  }
}

function tellDeliveries({ backlog }: Condition, now: EpochSeconds): HealthAnswer['deliveries'] {
  const { waiting, dead, dueSince } = backlog
  return { waiting, dead, lagSeconds: dueSince === null ? 0 : now - dueSince }
}
