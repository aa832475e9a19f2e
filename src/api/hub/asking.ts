/** Taking what is asked of the hub. It is seen to after the answer, whatever becomes of it. */
import type { Context } from 'hono'
import { opensLoopback } from '../../env.ts'
import { addIntent } from '../../ledger/intents.ts'
import { wrongAddress } from '../../timekeeper/address.ts'
import type { AppEnv } from '../context.ts'
import { refuse } from '../desk/body.ts'
import { telling } from '../desk/telling.ts'
import { Problem } from '../problem.ts'
import { type HubRequest, readHubRequest } from './request.ts'

/** Anybody can name anybody's host: so many at most are about to be asked there. */
const MOST_WAITING_AT_A_HOST = 1000
const SECONDS_TO_WAIT = '60'

/** Answers 202, and then asks the callback whether it is meant (WebSub, sections 5.1 and 5.3). */
export async function takeRequest(c: Context<AppEnv>): Promise<Response> {
  const request = await readHubRequest(c)
  expectSafe(c, request)
  const asked = { now: c.var.clock, most: MOST_WAITING_AT_A_HOST }
  const isTaken = await telling(c, () =>
    addIntent(c.env.DB, { ...request, site: c.var.site.url }, asked),
  )
  if (isTaken) return c.text('Taken. The callback is now asked whether it wants this.\n', 202)
  throw new Problem(429, 'Too many requests for that host wait for its answer: try again later.', {
    headers: { 'retry-after': SECONDS_TO_WAIT },
  })
}

function expectSafe(c: Context<AppEnv>, { callback, secret }: HubRequest): void {
  const isLocal = opensLoopback(c.env)
  const wrong = wrongAddress(callback, { isLocal })
  if (wrong) throw refuse([{ pointer: '/hub.callback', detail: wrong }])
  if (secret === null || isLocal || new URL(c.req.url).protocol === 'https:') return
  const detail = 'can be sent by https alone: on this way others can read it'
  throw refuse([{ pointer: '/hub.secret', detail }])
}
