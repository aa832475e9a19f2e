/** The form on /subscribe by which an address is subscribed. */
import type { Context } from 'hono'
import { EVENTS } from '../../deadline/event.ts'
import { absolute, webhookPath } from '../../href.ts'
import type { Values } from '../../page/desk/filled.ts'
import type { FilledWebhook } from '../../page/subscribe/webhook-form.tsx'
import { WEBHOOK_FORMATS } from '../../page/subscribe/webhook-formats.ts'
import { SubscribedWebhook } from '../../page/webhook/subscribed.tsx'
import { fill } from '../../page/words/template.ts'
import { type Words, wordsFor } from '../../page/words/words.ts'
import type { AppEnv } from '../context.ts'
import { expectOwnForm, readForm } from '../form.ts'
import { readSubject } from '../query.ts'
import { expectDeadline, expectTopic } from '../subject.ts'
import { showSubscribe } from '../subscribe.tsx'
import { presentView } from '../view.ts'
import { type Hindrance, MOST_AT_AN_ADDRESS, subscribeWebhook } from './subscribing.ts'

/** `POST /subscribe/webhook` */
export async function takeSubscription(c: Context<AppEnv>): Promise<Response> {
  expectOwnForm(c)
  const asked = readSubject(c.req.url, c.var.clock)
  const { topic, deadline } = asked
  if (topic !== null) await expectTopic(c, topic)
  if (deadline !== null) await expectDeadline(c, deadline)
  const filled = filledBy(await readForm(c))
  const view = await presentView(c)
  const words = wordsFor(view)
  if (filled.events.length === 0) {
    return showSubscribe(c, asked, { ...filled, faults: { events: words.webhook.noEvents } })
  }
  const input = { url: filled.url, topic, deadline, events: filled.events }
  const subscribed = await subscribeWebhook(c, input, filled.format)
  if (!subscribed.ok) {
    const fault = faultIn(words, subscribed.hindrance)
    return showSubscribe(c, asked, { ...filled, faults: { url: fault } })
  }
  const { subscription, failure } = subscribed
  const { id, address, details, state } = subscription
  const page = absolute(view.site.url, webhookPath(id, details.key))
  const host = new URL(address).host
  const isActive = state === 'active'
  const { format, secret } = details
  return c.html(<SubscribedWebhook {...{ view, host, isActive, failure, format, secret, page }} />)
}

/** A checkbox that is not ticked is not sent at all. */
function filledBy(values: Values): FilledWebhook {
  return {
    url: (values.url ?? '').trim(),
    format: WEBHOOK_FORMATS.find((format) => format === values.format) ?? 'standard',
    events: EVENTS.filter((event) => values[`events.${event}`] !== undefined),
    faults: {},
  }
}

function faultIn({ webhook: words }: Words, hindrance: Hindrance): string {
  switch (hindrance.is) {
    case 'address':
      return `${words.address} ${words.addressFault[hindrance.fault]}`
    case 'slowed':
      return fill(words.slowed, { seconds: hindrance.seconds })
    case 'too-many':
      return fill(words.tooMany, { most: MOST_AT_AN_ADDRESS })
    default:
      // The subject has been found by then.
      throw new Error(`a form of the page cannot meet this: ${hindrance.is}`)
  }
}
