/** What has not arrived: told to editors, who can have it sent again. */
import type { Context } from 'hono'
import { formatInstant } from '../../deadline/instant.ts'
import { timekeeperOf } from '../../env.ts'
import { replay, type Undelivered, undelivered } from '../../ledger/dead-letters.ts'
import { backlog } from '../../ledger/deliveries.ts'
import { findSubscription } from '../../ledger/subscriptions.ts'
import { type DeadLetter, Deliveries } from '../../page/desk/deliveries.tsx'
import type { AppEnv } from '../context.ts'
import type { DeliveriesAnswer, ReplayedAnswer } from '../contract/shapes/deliveries.ts'
import { readForm } from '../form.ts'
import { meanwhile } from '../meanwhile.ts'
import { Problem } from '../problem.ts'
import { readDeliveries } from '../query.ts'
import { readBody, refuse } from './body.ts'
import type { Visit } from './browser.tsx'
import { expectEditor } from './editor.ts'
import { replayInputSchema } from './replay-input.ts'

/** Of an address, the host: the rest of it is a secret with chat services. */
const hostOf = ({ address }: Pick<Undelivered, 'address'>): string => new URL(address).host

/** `GET /deliveries.json` */
export async function tellDeliveries(c: Context<AppEnv>): Promise<Response> {
  await expectEditor(c)
  const { state = null, limit } = readDeliveries(c.req.url)
  const [counts, listed] = await Promise.all([
    backlog(c.env.DB, c.var.clock),
    undelivered(c.env.DB, { state, limit }),
  ])
  const { waiting, dead } = counts
  return c.json<DeliveriesAnswer>(
    { now: formatInstant(c.var.clock), counts: { waiting, dead }, deliveries: listed.map(toldOf) },
    200,
    { 'cache-control': 'no-store' },
  )
}

function toldOf(each: Undelivered): DeliveriesAnswer['deliveries'][number] {
  const { subscription, transport, subscriptionState, event, deadline, events, state } = each
  return {
    ...{ subscription, transport, host: hostOf(each), subscriptionState },
    ...{ event, deadline, events, recordedAt: formatInstant(each.recordedAt) },
    ...{ state, attempts: each.attempts, failure: each.failure },
    nextAt: state === 'waiting' ? formatInstant(each.nextAt) : null,
  }
}

/** `POST /deliveries/replay` */
export async function replayDeliveries(c: Context<AppEnv>): Promise<Response> {
  await expectEditor(c)
  const { subscription } = await readBody(c, replayInputSchema)
  return c.json<ReplayedAnswer>({ replayed: await replayOf(c, subscription) })
}

async function replayOf(c: Context<AppEnv>, id: string | null): Promise<number> {
  const found = id === null ? null : await findSubscription(c.env.DB, id)
  if (id !== null && !found) {
    const detail = 'must be the id of a subscription that is here, as /deliveries.json has it'
    throw refuse([{ pointer: '/subscription', detail }])
  }
  if (found && found.state !== 'active') {
    throw new Problem(409, `It is ${found.state}: nothing is sent there before its owner wants it.`)
  }
  const replayed = await replay(c.env.DB, found?.seq ?? null, c.var.clock)
  meanwhile(c, timekeeperOf(c.env).wake())
  return replayed
}

/** As many as an editor looks through. */
const LETTERS_SHOWN = 200

/** `/desk/deliveries` */
export async function showDeliveries(
  { c, view, editor }: Visit,
  replayed: number | null = null,
): Promise<Response> {
  const [{ waiting, dead }, listed] = await Promise.all([
    backlog(c.env.DB, c.var.clock),
    undelivered(c.env.DB, { state: 'dead', limit: LETTERS_SHOWN }),
  ])
  const letters = listed.map(letterOf)
  const page = { view, editor: editor.name, letters, dead, waiting, replayed }
  return c.html(<Deliveries {...page} />)
}

function letterOf(each: Undelivered): DeadLetter {
  const { subscription, deadline, events, recordedAt, attempts, failure } = each
  const isOff = each.subscriptionState !== 'active'
  return {
    subscription,
    host: hostOf(each),
    isOff,
    deadline,
    events,
    recordedAt,
    attempts,
    failure,
  }
}

/** Its buttons: one for each subscription, and one for all. */
export async function pressReplay(visit: Visit): Promise<Response> {
  const { subscription = '' } = await readForm(visit.c)
  return showDeliveries(visit, await replayOf(visit.c, subscription || null))
}
