/** Webhooks in a browser: the link by which people agree, the page and its buttons, the form. */
import { env } from 'cloudflare:test'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { testEnvelopeShape } from '../../../src/api/contract/shapes/envelope.ts'
import { findSubscription } from '../../../src/ledger/subscriptions.ts'
import type { WebhookDetails } from '../../../src/timekeeper/webhook/details.ts'
import { shippedDatabase } from '../../ledger/database.ts'
import { textOf } from '../../page/text.ts'
import { ok, receiveWith } from '../../timekeeper/outside.ts'
import {
  ADDRESS,
  agreed,
  agreeing,
  get,
  keyOf,
  type NewWebhook,
  press,
  send,
  subscribed,
} from './asking.ts'

beforeEach(async () => {
  await shippedDatabase()
})

afterEach(() => {
  vi.restoreAllMocks()
})

const found = (webhook: NewWebhook) => findSubscription<WebhookDetails>(env.DB, webhook.id)
const words = async (response: Response) => textOf(await response.text())

describe('The link that an address was sent', () => {
  /** A message to Slack, as people there see it, and the link in it. */
  async function linked() {
    const received = receiveWith(ok)
    const webhook = await subscribed({ deadline: 'russia-50-days' }, 'slack')
    const [, link] = /<(http[^|]*confirm[^|]*)\|Agree>/.exec(received[0].body) ?? []
    const url = new URL(link)
    return { webhook, link, url, challenge: url.searchParams.get('challenge') ?? '' }
  }

  test('asks, and confirms nothing by being opened, however often', async () => {
    const { webhook, link } = await linked()
    for (const _ of [1, 2]) {
      const page = await words(await get(link))
      expect(page).toContain('Is it to come here?')
      expect(page).toContain('hooks.example.org')
      expect(page).toContain('End the war in Ukraine within 50 days')
    }
    expect((await found(webhook))?.state).toBe('pending')
  })

  test('does not give away the key of its page', async () => {
    const { webhook, link } = await linked()
    expect(await (await get(link)).text()).not.toContain(keyOf(webhook))
  })

  test('confirms when its button is pressed, once', async () => {
    const { webhook, url, challenge } = await linked()
    const response = await send(url.pathname, { challenge })
    expect(await words(response)).toContain('Confirmed')
    expect(await found(webhook)).toMatchObject({ state: 'active', expiresAt: null })
    expect((await send(url.pathname, { challenge })).status).toBe(404)
    expect((await get(url.href)).status).toBe(404)
  })

  test('confirms no more than twenty of an address, also where it is pressed of several at once', async () => {
    const links = [await linked(), await linked(), await linked()]
    receiveWith(agreeing)
    for (let n = 0; n < 19; n++) await subscribed()
    const agree = ({ url, challenge }: (typeof links)[number]) => send(url.pathname, { challenge })
    const answers = await Promise.all(links.map(agree))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const [refused] = links.filter((_, n) => answers[n].status === 409)
    expect((await found(refused.webhook))?.state).toBe('pending')
    await env.DB.prepare("DELETE FROM subscriptions WHERE state = 'active'").run()
    expect((await agree(refused)).status).toBe(200)
  })

  test('confirms nothing with another challenge, with none, or with the key', async () => {
    const { webhook, url } = await linked()
    for (const challenge of ['', 'wrong', keyOf(webhook)]) {
      expect((await send(url.pathname, { challenge })).status).toBe(404)
    }
    expect((await found(webhook))?.state).toBe('pending')
  })
})

describe('A webhook’s page', () => {
  test('says what it is told of, and what has arrived', async () => {
    const webhook = await agreed({ url: `${ADDRESS}?token=secret`, events: ['moved'] })
    await env.DB.prepare('UPDATE subscriptions SET delivered = 7, delivered_at = 1900000000').run()
    const page = await (await get(webhook.page)).text()
    expect(textOf(page)).toMatch(/Of what Everything What to tell The date is set, or it moves/)
    expect(textOf(page)).toMatch(/Last delivery 17 March 2030, 17:46 UTC Delivered 7 Waiting 0/)
    expect(page).not.toMatch(/token=secret|whsec/)
  })

  test('says why it is switched off and since when, and switches it on again', async () => {
    const webhook = await agreed()
    const off =
      "UPDATE subscriptions SET state = 'off', failing_since = 1900000000, failure = 'it answered 410: gone'"
    await env.DB.prepare(off).run()
    expect(await words(await get(webhook.page))).toContain(
      'Switched off It is switched off: nothing has arrived since 17 March 2030, 17:46 UTC (it answered 410: gone).',
    )
    expect(await words(await press(webhook, 'switchOn'))).toContain('It is switched on again.')
    expect(await found(webhook)).toMatchObject({
      state: 'active',
      failingSince: null,
      failure: null,
    })
  })

  test('shows a new secret once, and tests are signed by both', async () => {
    const webhook = await agreed()
    const page = await (await press(webhook, 'replace')).text()
    const [secret] = /whsec_[\w+/=]+/.exec(page) ?? ['']
    expect(secret).not.toBe(webhook.secret)
    expect(await (await get(webhook.page)).text()).not.toContain(secret)
    const received = receiveWith(ok)
    expect(await words(await press(webhook, 'test'))).toContain('The test has arrived.')
    const [{ body, headers }] = received
    for (const each of [secret, webhook.secret]) {
      const envelope = new Webhook(each).verify(body, headers)
      expect(testEnvelopeShape.parse(envelope)).toEqual(envelope)
    }
  })

  test('has every secret valid that is shown, where the button is pressed by several at once', async () => {
    const webhook = await agreed()
    const pages = await Promise.all([1, 2, 3].map(() => press(webhook, 'replace')))
    const shown = await Promise.all(
      pages.map(async (page) => /whsec_[\w+/=]+/.exec(await page.text())?.[0] ?? ''),
    )
    const received = receiveWith(ok)
    await press(webhook, 'test')
    const [{ body, headers }] = received
    for (const each of [webhook.secret, ...shown]) {
      expect(new Webhook(each).verify(body, headers)).toMatchObject({ type: 'webhook.test' })
    }
  })

  test('keeps the secret that was made while its address was asked', async () => {
    const received = receiveWith(async (sent, count) => {
      const asked = await env.DB.prepare('SELECT id, details FROM subscriptions').first<{
        id: string
        details: string
      }>()
      const { id, details } = asked ?? { id: '', details: '{}' }
      const { key } = JSON.parse(details)
      if (count === 1) await send(`/webhooks/${id}`, { key, do: 'replace' })
      return agreeing(sent, count)
    })
    const webhook = await subscribed()
    expect(webhook.state).toBe('active')
    const { details } = (await found(webhook)) ?? {}
    expect(details?.secret).not.toBe(webhook.secret)
    expect(details?.previous.map(({ secret }) => secret)).toEqual([webhook.secret])
    expect(received).toHaveLength(1)
  })

  test('says of a test that it has not arrived, and why', async () => {
    const webhook = await agreed()
    receiveWith(() => new Response('', { status: 500 }))
    const said = await words(await press(webhook, 'test'))
    expect(said).toContain('The test has not arrived: it answered 500.')
  })

  test.each([
    ['active', null],
    ['off', 1900000000],
  ])(
    'takes a test that has arrived for the end of failing, but where it is switched off: %s',
    async (state, failingSince) => {
      const webhook = await agreed()
      const failing =
        "UPDATE subscriptions SET state = ?1, failing_since = 1900000000, failure = '?'"
      await env.DB.prepare(failing).bind(state).run()
      receiveWith(() => new Response('', { status: 500 }))
      await press(webhook, 'test')
      expect(await found(webhook)).toMatchObject({ state, failingSince: 1900000000 })
      receiveWith(ok)
      await press(webhook, 'test')
      expect(await found(webhook)).toMatchObject({ state, failingSince })
    },
  )

  test('sends no test to who has not agreed', async () => {
    receiveWith(ok)
    const webhook = await subscribed()
    const received = receiveWith(ok)
    expect((await press(webhook, 'test')).status).toBe(409)
    expect((await press(webhook, 'switchOn')).status).toBe(409)
    expect(received).toEqual([])
    expect((await found(webhook))?.state).toBe('pending')
  })

  test('ends it', async () => {
    const webhook = await agreed()
    expect(await words(await press(webhook, 'end'))).toContain(
      'hooks.example.org is told of nothing any more',
    )
    expect(await found(webhook)).toBe(null)
  })

  test('does nothing without its key, and says so on a page', async () => {
    const webhook = await agreed()
    const response = await send(`/webhooks/${webhook.id}`, { key: 'wrong', do: 'end' })
    expect([response.status, response.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=UTF-8',
    ])
    expect(await found(webhook)).not.toBe(null)
    expect(
      (await send(`/webhooks/${webhook.id}`, { key: keyOf(webhook), do: 'toString' })).status,
    ).toBe(400)
  })

  test.each(['en', 'uk', 'ar', 'zh'])(
    'comes in %s, with its key in the links to the others',
    async (lang) => {
      const webhook = await agreed()
      const response = await get(`${webhook.page}&lang=${lang}`)
      expect(response.headers.get('content-language')).toMatch(new RegExp(`^${lang}`))
      expect(await response.text()).toContain(`?key=${keyOf(webhook)}&amp;lang=de`)
    },
  )
})

describe('The form', () => {
  const EVERY = Object.fromEntries(['moved', 'outcome'].map((event) => [`events.${event}`, 'yes']))
  const FORM = '/subscribe/webhook?deadline=russia-50-days'

  test('subscribes, and its answer shows the secret once', async () => {
    receiveWith(agreeing)
    const response = await send(FORM, { url: ADDRESS, format: 'standard', ...EVERY })
    const page = await response.text()
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(textOf(page)).toContain('hooks.example.org has agreed, and is told from now on.')
    expect(page).toMatch(/<code id="secret" dir="ltr">whsec_/)
    const { results } = await env.DB.prepare(
      'SELECT deadline, events, state FROM subscriptions',
    ).all()
    expect(results).toEqual([
      { deadline: 'russia-50-days', events: '["outcome","moved"]', state: 'active' },
    ])
  })

  test('says what is left to do where somebody has to agree, and shows chat services no secret', async () => {
    receiveWith(() => new Response('', { status: 404 }))
    const page = await (await send(FORM, { url: ADDRESS, format: 'slack', ...EVERY })).text()
    expect(textOf(page)).toContain('One step is left')
    expect(textOf(page)).toContain('It has not arrived, as it seems: it answered 404.')
    expect(page).not.toContain('whsec_')
  })

  test.each([
    [{ url: 'http://example.org' }, 'Address must begin with https://'],
    [{ url: '' }, 'Address must be a whole address'],
  ])('keeps what was typed where it cannot be taken: %j', async (typed, said) => {
    const received = receiveWith(agreeing)
    const response = await send(FORM, { format: 'discord', ...EVERY, ...typed })
    const page = await response.text()
    expect(response.status).toBe(400)
    expect(textOf(page)).toContain(said)
    expect(page).toContain(`value="${typed.url}"`)
    expect(page).toMatch(/<option value="discord" selected/)
    const ticked = [...page.matchAll(/name="(events\.\w+)" value="yes" checked/g)].map(
      ([, name]) => name,
    )
    expect(ticked).toEqual(['events.moved', 'events.outcome'])
    expect(page).toContain('End the war in Ukraine within 50 days')
    expect(received).toEqual([])
  })

  test('asks for one event at least, in the reader’s language', async () => {
    const response = await send(`${FORM}&lang=uk`, { url: ADDRESS })
    expect(response.status).toBe(400)
    expect(await words(response)).toContain('Виберіть щонайменше одне.')
  })

  test('is not taken from another site, and not of what is not there', async () => {
    receiveWith(agreeing)
    const form = { url: ADDRESS, ...EVERY }
    expect((await send(FORM, form, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await send('/subscribe/webhook?topic=nowhere', form)).status).toBe(404)
    expect((await send('/subscribe/webhook?deadline=nowhere', form)).status).toBe(404)
  })

  test('leads back to the page where its address is opened again', async () => {
    const response = await get(FORM)
    expect([response.status, response.headers.get('location')]).toEqual([
      ...[303, '/subscribe?deadline=russia-50-days'],
    ])
  })
})
