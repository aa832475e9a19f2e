import { Hono } from 'hono'
import { formatInstant } from '../deadline/instant.ts'
import { countLedger } from '../ledger/read.ts'
import type { AppEnv } from './context.ts'
import type { HealthAnswer } from './contract/shapes/tracker.ts'
import { Problem } from './problem.ts'
import { readAsking } from './query.ts'

export const health = new Hono<AppEnv>()

health.get('/healthz', async (c) => {
  const { now } = readAsking(c.req.url, c.var.clock, 'any')
  const ledger = await countLedger(c.env.DB).catch((error: unknown) => {
    console.error(JSON.stringify({ event: 'ledger-unreadable', error: String(error) }))
    throw new Problem(503, 'The ledger cannot be read.')
  })
  return c.json<HealthAnswer>({ status: 'ok', now: formatInstant(now), ledger })
})
