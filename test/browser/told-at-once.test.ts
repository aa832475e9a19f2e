/** A page that is open hears of what is recorded, from a real tracker; where it cannot, it asks. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium, openPage } from './chromium.ts'
import { openTalks, setDate } from './editor.ts'
import { type RunningTracker, startTracker } from './tracker.ts'

let browser: Browser
let tracker: RunningTracker
let slug: string

beforeAll(async () => {
  browser = await launchChromium()
  tracker = await startTracker()
})

afterAll(async () => {
  await tracker?.stop()
  await browser?.close()
})

let talks = 0

beforeEach(async () => {
  slug = `talks-${++talks}`
  await openTalks(tracker.origin, slug, 'north')
  await setDate(tracker.origin, slug, '2040-03-01')
})

/** What is to be done to a page before it is loaded. */
type Setting = (page: Page) => Promise<unknown>

async function open(path: string, setting: Setting = async () => {}) {
  const opened = await openPage(browser, 'about:blank')
  const { page } = opened
  await setting(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url().slice(tracker.origin.length)))
  await page.goto(tracker.origin + path)
  await page.evaluate('window.isTheSame = true')
  return { ...opened, asked, isTheSame: () => page.evaluate('window.isTheSame') }
}

const untilListening = (page: Page) =>
  page.waitForResponse((answer) => answer.url().includes('/live?') && answer.ok())

/** Where the date stands: on its page, on the board and on its topic's. */
const shown = (page: Page) => page.locator('main').innerText()

const WITHIN = { timeout: 3000, interval: 50 }

describe('A report that is recorded', () => {
  test.each([
    ['the deadline’s page', () => `/deadlines/${slug}`, () => `deadline=${slug}`],
    ['the topic’s', () => '/topics/north', () => 'topic=north'],
    ['the board', () => '/', () => 'heartbeat'],
  ])('is on %s within 3 s, without a reload', async (_, path, asked) => {
    const { page, isTheSame, complaints, close } = await open(path())
    const answer = await untilListening(page)
    expect(answer.url()).toContain(`/live?${asked()}`)
    await setDate(tracker.origin, slug, '2040-04-17')
    await expect.poll(() => shown(page), WITHIN).toContain('17 April 2040')
    expect(await isTheSame()).toBe(true)
    expect(complaints).toEqual([])
    await close()
  })
})

/** Instead of the browser's own: what becomes of it is written in the page's own time. */
const fakeSource = (beat: string) => `
  window.EventSource = class extends EventTarget {
    static CLOSED = 2
    readyState = 1
    constructor() {
      super()
      const beat = () => ${beat}
      setTimeout(beat, 100)
      setInterval(beat, 25_000)
    }
    close() {}
  }`

/** Has the page say how many answers it waits for. */
const COUNTED = `
  window.waitingFor = 0
  const ask = window.fetch
  window.fetch = async (...asked) => {
    window.waitingFor++
    try {
      const answer = await ask(...asked)
      return new Response(await answer.text(), answer)
    } finally {
      window.waitingFor--
    }
  }`

/** Lets the page's time pass, and stand until what it asked for meanwhile is answered: that takes true time. */
async function runFor(page: Page, milliseconds: number): Promise<void> {
  await page.clock.runFor(milliseconds)
  await expect.poll(() => page.evaluate('window.waitingFor')).toBe(0)
}

const refused =
  (status: number): Setting =>
  (page) =>
    page.route('**/live?*', (route) => route.fulfill({ status, body: 'No' }))

describe('A page that is told nothing', () => {
  test.each<[string, Setting]>([
    ['the stream is not there', refused(404)],
    ['the stream fails', refused(500)],
    ['the stream stays silent', (page) => page.addInitScript(fakeSource('{}'))],
    ['the browser knows no streams', (page) => page.addInitScript('delete window.EventSource')],
  ])('asks every 45 seconds where %s', async (_, setting) => {
    const { page, asked, isTheSame, close } = await open(`/deadlines/${slug}`, async (page) => {
      await page.clock.install()
      await setting(page)
    })
    await page.clock.runFor(6000)
    await expect.poll(() => asked.filter((path) => path.includes('later'))).toHaveLength(1)
    await setDate(tracker.origin, slug, '2040-04-17')
    const heads = () => asked.filter((path) => path === '/head.json').length
    const before = heads()
    await page.clock.runFor(46_000)
    await expect.poll(heads).toBe(before + 1)
    await expect.poll(() => shown(page)).toContain('17 April 2040')
    expect(await isTheSame()).toBe(true)
    await close()
  })

  test('asks little as long as it hears that nothing is new', async () => {
    const beat = `this.dispatchEvent(new MessageEvent('head', { data: '{"head":1}' }))`
    const { page, asked, close } = await open(`/deadlines/${slug}`, async (page) => {
      await page.clock.install()
      await page.addInitScript(COUNTED)
      await page.addInitScript(fakeSource(beat))
    })
    await page.clock.runFor(6000)
    await expect.poll(() => asked.filter((path) => path.includes('later'))).toHaveLength(1)
    // One at the stream's beginning, and one in five minutes.
    await expect.poll(() => asked.filter((path) => path === '/head.json')).toHaveLength(2)
    await runFor(page, 1000)
    asked.length = 0
    for (let beats = 0; beats < 36; beats++) await runFor(page, 25_000)
    const heads = asked.filter((path) => path === '/head.json')
    expect(heads.length).toBeGreaterThanOrEqual(2)
    expect(heads.length).toBeLessThanOrEqual(5)
    await close()
  })
})

describe('A page that listens', () => {
  const setHidden = (page: Page, hidden: boolean) =>
    page.evaluate(`Object.defineProperty(document, 'hidden', { value: ${hidden}, configurable: true })
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`)

  test('stops when nobody sees it, and has missed nothing when somebody does again', async () => {
    const { page, isTheSame, close } = await open(`/deadlines/${slug}`)
    await untilListening(page)
    const ended = page.waitForEvent('requestfailed', (request) => request.url().includes('/live?'))
    await setHidden(page, true)
    await ended
    await setDate(tracker.origin, slug, '2040-04-17')
    const listening = untilListening(page)
    await setHidden(page, false)
    await listening
    await expect.poll(() => shown(page)).toContain('17 April 2040')
    expect(await isTheSame()).toBe(true)
    await close()
  })

  test('goes on when the tracker was away, and shows what was recorded meanwhile', async () => {
    const { page, isTheSame, close } = await open(`/deadlines/${slug}`)
    await untilListening(page)
    const startAgain = await tracker.kill()
    const listening = untilListening(page)
    tracker = await startAgain()
    await setDate(tracker.origin, slug, '2040-04-17')
    await listening
    await expect.poll(() => shown(page)).toContain('17 April 2040')
    await setDate(tracker.origin, slug, '2040-05-18')
    await expect.poll(() => shown(page), WITHIN).toContain('18 May 2040')
    expect(await isTheSame()).toBe(true)
    await close()
  })
})
