/**
 * Notifications, from a press on /subscribe to what is shown: the page, the tracker, its timekeeper
 * and the service worker are real. Chromium's headless shell has no push service and shows no
 * notifications, so the one is on this machine, and what would be shown is kept by a test's hand.
 */
import type { Browser, BrowserContext, Page, Worker } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { PushMessage } from '../../src/timekeeper/push/message.ts'
import { launchChromium } from './chromium.ts'
import { IN_WORKER, openPushService, type PushService } from './push-service.ts'
import { EDITOR_TOKEN, type RunningTracker, startTracker } from './tracker.ts'

let browser: Browser
let tracker: RunningTracker
let service: PushService
let context: BrowserContext

beforeAll(async () => {
  browser = await launchChromium()
  tracker = await startTracker()
  service = await openPushService()
})

afterEach(() => context.close())

afterAll(async () => {
  service?.stop()
  await tracker?.stop()
  await browser?.close()
})

const DEADLINE = { slug: 'soon', kind: 'ultimatum', title: 'Leave the island' }

async function record(path: string, body: object): Promise<void> {
  const authorization = `Bearer ${EDITOR_TOKEN}`
  const headers = { 'content-type': 'application/json', authorization }
  const answer = await fetch(tracker.origin + path, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  expect(answer.ok).toBe(true)
}

async function open(path: string): Promise<Page> {
  context = await browser.newContext({ permissions: ['notifications'], locale: 'en-GB' })
  const page = await context.newPage()
  await page.addInitScript(service.inPage)
  await page.goto(tracker.origin + path)
  return page
}

/** Turns notifications on, of all times of the day, and gives the service worker that shows them. */
async function turnOn(page: Page): Promise<Worker> {
  const before = service.messages.length
  await page.getByLabel('Quiet hours').uncheck()
  const [worker] = await Promise.all([
    context.waitForEvent('serviceworker'),
    page.getByRole('button', { name: 'Notify me' }).click(),
  ])
  await worker.evaluate(IN_WORKER)
  await expect.poll(() => service.messages.length).toBe(before + 1)
  return worker
}

/** Hands the browser a message as its push service would. */
async function push(page: Page, message: PushMessage): Promise<void> {
  const session = await context.newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      for (const { registrationId } of registrations) resolve(registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.deliverPushMessage', {
    ...{ origin: tracker.origin, registrationId: await registered, data: JSON.stringify(message) },
  })
}

const shown = (worker: Worker) =>
  worker.evaluate('shown') as Promise<{ title: string; options: Record<string, unknown> }[]>
/** What the browser has kept for itself. */
const remembered = (page: Page) =>
  page.evaluate(`caches.match('/push/own').then((all) => all.json())`) as Promise<
    { id: string; key: string }[]
  >
const said = (page: Page) => page.locator('.notify-said').innerText()

describe('A press on /subscribe', () => {
  test('has this browser told of what comes to pass, once it has proven itself', async () => {
    await record('/deadlines', DEADLINE)
    const page = await open('/subscribe?deadline=soon')
    const worker = await turnOn(page)
    const { key } = (await (await fetch(`${tracker.origin}/push/key`)).json()) as { key: string }
    expect(await page.evaluate('keyGiven')).toBe(key)
    await expect.poll(() => said(page)).toContain('A first notification is on its way')
    expect(await page.locator('.own li').innerText()).toContain('waiting for the first')

    await push(page, service.messages[0])
    await expect.poll(() => said(page)).toBe('Done: this browser will be told.')
    expect((await shown(worker)).map(({ title, options }) => [title, options.body])).toEqual([
      ['Eleventh Hour', 'You will be told of: Leave the island'],
    ])
    expect(await page.locator('.own li').innerText()).toContain('5 a day at most')

    const source = { name: 'The issuer', standing: 'issuer' }
    const reportedAt = new Date(Date.now() - 60_000).toISOString()
    const report = { says: 'date', when: '2030-03-01', zone: 'UTC', source, reportedAt }
    await record('/deadlines/soon/reports', report)
    await expect.poll(() => service.messages.length).toBe(2)
    expect(service.headers[1]).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'high' })
    const [, message] = service.messages
    await push(page, message)
    await expect.poll(async () => (await shown(worker)).length).toBe(2)
    const [, { title, options }] = await shown(worker)
    expect(title).toBe('Leave the island')
    expect(options).toMatchObject({
      ...{ tag: '/deadlines/soon', lang: 'en', renotify: true, timestamp: message.at },
      body: expect.stringMatching(/^Set for 1 March 2030\. Firm\./),
      data: { id: message.id, url: `${tracker.origin}/deadlines/soon#${message.id}` },
    })
  })

  test('can be taken back, and then neither the browser nor the tracker knows of it', async () => {
    const page = await open('/subscribe')
    const worker = await turnOn(page)
    await push(page, service.messages.at(-1) as PushMessage)
    await expect.poll(async () => (await shown(worker)).length).toBe(1)
    await page.reload()
    const own = page.locator('.own li')
    await expect.poll(() => own.allInnerTexts()).toEqual([expect.stringContaining('Everything')])
    const [{ id, key }] = await remembered(page)
    const state = async () => (await fetch(`${tracker.origin}/push/${id}?key=${key}`)).status
    expect(await state()).toBe(200)
    await own.getByRole('button', { name: 'End Everything' }).click()
    await expect.poll(() => said(page)).toBe('Ended: Everything')
    expect(await own.count()).toBe(0)
    expect(await remembered(page)).toEqual([])
    expect(await state()).toBe(404)
  })

  test('says why where the tracker takes it not', async () => {
    const page = await open('/subscribe')
    await page.evaluate(`PushManager.prototype.subscribe = async () => ({
      endpoint: 'https://10.0.0.1/', keys: { p256dh: 'B' + 'A'.repeat(86), auth: 'A'.repeat(22) },
    })`)
    await page.getByRole('button', { name: 'Notify me' }).click()
    await expect
      .poll(() => said(page))
      .toMatch(
        /^It could not be set up\. .*endpoint must be on the public internet: this one is private, local or reserved\.$/,
      )
    expect(await page.locator('.own').isVisible()).toBe(false)
  })
})

describe('A notification', () => {
  test('that is pressed brings up the page that it tells of', async () => {
    const page = await open('/subscribe')
    const worker = await turnOn(page)
    const url = `${tracker.origin}/deadlines/russia-50-days`
    const press = `(() => {
      const event = new ExtendableEvent('notificationclick')
      event.notification = { data: { url: '${url}' }, close: () => { self.isClosed = true } }
      self.dispatchEvent(event)
    })()`
    await worker.evaluate(press)
    await expect.poll(() => worker.evaluate('opened')).toEqual([url])
    expect(await worker.evaluate('isClosed')).toBe(true)
  })
})

describe('A browser that is given another address', () => {
  const state = async ({ id, key }: { id: string; key: string }) =>
    (await fetch(`${tracker.origin}/push/${id}?key=${key}`)).status

  test.each([
    ['that says neither its former nor its new one', '{}'],
    ['that says its former one', '{ oldSubscription: { options: { applicationServerKey: key } } }'],
    ['that says its new one', '{ newSubscription: another }'],
  ])('%s is told there of all that it was told of', async (_, said) => {
    const page = await open('/subscribe')
    const worker = await turnOn(page)
    await push(page, service.messages.at(-1) as PushMessage)
    const { key } = (await (await fetch(`${tracker.origin}/push/key`)).json()) as { key: string }
    const [had] = await remembered(page)
    const before = service.messages.length
    await worker.evaluate(`(() => {
      const [another, key] = [${service.another}, '${key}']
      registration.pushManager.subscribe = async ({ applicationServerKey }) =>
        applicationServerKey === key ? another : Promise.reject(new Error('another key'))
      dispatchEvent(Object.assign(new ExtendableEvent('pushsubscriptionchange'), ${said}))
    })()`)
    await expect.poll(() => service.messages.length).toBe(before + 1)
    await expect.poll(async () => (await remembered(page))[0].id).not.toBe(had.id)
    await push(page, service.messages.at(-1) as PushMessage)
    await expect.poll(() => state(had)).toBe(404)
    expect(await state((await remembered(page))[0])).toBe(200)
  })
})

describe('Where it cannot be, the page says so', () => {
  const words = (page: Page) => page.locator('.notify-is > [data-state]:visible').allInnerTexts()

  async function openIn(script: string, options = {}): Promise<Page> {
    context = await browser.newContext(options)
    const page = await context.newPage()
    await page.addInitScript(script)
    await page.goto(`${tracker.origin}/subscribe`)
    return page
  }

  test.each([
    ['blocked', '', {}, 'Notifications are blocked for this site'],
    ['not known to the browser', 'delete window.PushManager', {}, 'This browser cannot show'],
    [
      'not installed on an iPhone',
      'delete window.PushManager',
      { userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)' },
      'On an iPhone or iPad, first add this page to the home screen',
    ],
  ])('%s', async (_, script, options, text) => {
    const page = await openIn(script, options)
    await expect.poll(() => words(page)).toEqual([expect.stringContaining(text)])
    expect(await page.getByRole('button', { name: 'Notify me' }).isVisible()).toBe(false)
  })

  test('without JavaScript', async () => {
    const page = await openIn('', { javaScriptEnabled: false })
    expect(await page.locator('.notify').innerText()).toContain('Notifications take JavaScript')
    expect(await page.getByRole('button', { name: 'Notify me' }).isVisible()).toBe(false)
  })
})
