/** The link that an address was sent, by which people agree. To open it is no consent: a press is. */
import type { Context } from 'hono'
import { Agreed, AskToAgree } from '../../page/webhook/confirm.tsx'
import type { AppEnv } from '../context.ts'
import { areSame } from '../digest.ts'
import { readForm } from '../form.ts'
import { Problem } from '../problem.ts'
import { presentView } from '../view.ts'
import { findWebhook, type Webhook } from './own.ts'
import { beginWithin, MOST_AT_AN_ADDRESS } from './subscribing.ts'
import { tellWebhook } from './told.ts'

/** `GET /webhooks/ID/confirm`: chat services fetch every link that is posted, so it changes nothing. */
export async function askToAgree(c: Context<AppEnv>, id: string): Promise<Response> {
  const view = await presentView(c)
  const challenge = c.req.query('challenge') ?? ''
  const webhook = await expectChallenged(c, id, challenge)
  return c.html(<AskToAgree {...{ view, challenge, webhook: await tellWebhook(c, webhook) }} />)
}

/** `POST /webhooks/ID/confirm` */
export async function agree(c: Context<AppEnv>, id: string): Promise<Response> {
  const view = await presentView(c)
  const { challenge = '' } = await readForm(c)
  const webhook = await expectChallenged(c, id, challenge)
  if (!(await beginWithin(c, webhook))) throw tooMany()
  return c.html(<Agreed {...{ view, webhook: await tellWebhook(c, webhook) }} />)
}

async function expectChallenged(
  c: Context<AppEnv>,
  id: string,
  challenge: string,
): Promise<Webhook> {
  const webhook = await findWebhook(c, id)
  const expected = webhook?.details.challenge
  if (webhook && expected && areSame(expected, challenge)) return webhook
  throw new Problem(404, 'There is nothing to confirm here: it was confirmed, or it has lapsed.')
}

/** The link stays good: it may be pressed again once there is room. */
function tooMany(): Problem {
  const detail = `This address has ${MOST_AT_AN_ADDRESS} subscriptions already. End one first, and agree again.`
  return new Problem(409, detail)
}
