/** How a browser shows that it is one: by what is sent to it in a first notification. */
import type { Context } from 'hono'
import { subscribePath } from '../../href.ts'
import { beginInPlace, findPush } from '../../ledger/notifications.ts'
import { dropSubscription, type NewSubscription } from '../../ledger/subscriptions.ts'
import { fill } from '../../page/words/template.ts'
import { type Language, loadWords } from '../../page/words/words.ts'
import type { PushDetails } from '../../timekeeper/push/details.ts'
import { provingMessage, topicOf } from '../../timekeeper/push/message.ts'
import { sendPush } from '../../timekeeper/push/send.ts'
import type { AppEnv } from '../context.ts'
import type { PushAnswer } from '../contract/shapes/push.ts'
import { readBody, refuse } from '../desk/body.ts'
import { areSame, digestOf } from '../digest.ts'
import { Problem } from '../problem.ts'
import { proofSchema } from './input.ts'

/** In so many seconds it has to. */
export const PROVEN_WITHIN = 3600
export const MOST_AT_AN_ENDPOINT = 20

/** Sends the first notification. One that is not taken ends it all, and whoever asked is told why. */
export async function askForProof(
  c: Context<AppEnv>,
  { id, address, site, subject, details }: NewSubscription<PushDetails>,
  { proof, name, lang }: { proof: string; name: string; lang: Language },
): Promise<void> {
  const { phrase } = await loadWords(lang)
  const body = fill(phrase.toldOf, { what: name })
  const at = { site, path: subscribePath(subject), now: c.var.clock }
  const message = provingMessage({ id, proof, lang, title: c.var.site.title, body }, at)
  const sending = { ttl: PROVEN_WITHIN, topic: await topicOf(id), urgency: 'high' as const }
  const receiver = { address, site, keys: details.keys }
  const sent = await sendPush(c.env.DB, receiver, message, sending)
  if (sent.outcome === 'delivered') return
  await dropSubscription(c.env.DB, id)
  const detail = `takes no notification: ${'why' in sent ? sent.why : sent.outcome}`
  throw refuse([{ pointer: '/subscription/endpoint', detail }])
}

/** The browser sends back what only it could read. Sent twice, it changes nothing. */
export async function prove(c: Context<AppEnv>): Promise<Response> {
  const { id, proof } = await readBody(c, proofSchema)
  const found = await findPush<PushDetails>(c.env.DB, id, c.var.clock)
  if (!found || !areSame(await digestOf(proof), found.details.proofDigest)) {
    throw new Problem(404, 'Nothing waits for this proof: it came too late, or it is another’s.')
  }
  const within = { now: c.var.clock, most: MOST_AT_AN_ENDPOINT }
  const { former } = found.details
  if (found.state === 'pending' && !(await beginInPlace(c.env.DB, found, former, within))) {
    throw tooMany()
  }
  return c.json<PushAnswer>({ id, state: 'active' })
}

/** Asked for beside others, each of which was proven before it. */
export function tooMany(): Problem {
  const detail = `This endpoint has ${MOST_AT_AN_ENDPOINT} subscriptions already. End one first.`
  return new Problem(409, detail)
}
