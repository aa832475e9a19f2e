import { type Context, Hono } from 'hono'
import { type EpochSeconds, formatInstant } from '../deadline/instant.ts'
import { timekeeperOf } from '../env.ts'
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
  const { ledger, state } = await examine(c)
  const counted = {
    tallies: await tallies(c.env.DB),
    subscriptions: await countSubscriptions(c.env.DB),
    listening: await timekeeperOf(c.env).listening(),
  }
  const lag = tellDeliveries(state, c.var.clock).lagSeconds
  return c.body(metricsText({ ledger, state, lag, ...counted }), 200, {
    'content-type': PROMETHEUS,
  })
})

/** How much there is, and how the timekeeper does; a 503 where that cannot be read. */
async function examine(c: Context<AppEnv>): Promise<{ ledger: Counted; state: Condition }> {
  try {
    const [ledger, state] = await Promise.all([
      countLedger(c.env.DB),
      condition(c.env.DB, c.var.clock),
    ])
    return { ledger, state }
  } catch (error) {
    console.error(JSON.stringify({ event: 'ledger-unreadable', error: String(error) }))
    throw new Problem(503, 'The ledger cannot be read.')
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
