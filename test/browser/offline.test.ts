/** The pages without a connection: as they were seen last, with how old they are. */
import type { Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from './chromium.ts'
import { openTalks, setDate } from './editor.ts'
import { type Line, openLine } from './line.ts'
import { startTracker } from './tracker.ts'

let tracker: Awaited<ReturnType<typeof startTracker>>
let browser: Awaited<ReturnType<typeof launchChromium>>
const closings: (() => unknown)[] = []

beforeAll(async () => {
  browser = await launchChromium()
  tracker = await startTracker()
  return async () => {
    await tracker.stop()
    await browser.close()
  }
})

afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close()
})

interface Visit {
  page: Page
  line: Line
  go: (path: string) => Promise<number | undefined>
}

/** A first visit to a page, up to when its browser is ready to be without a connection. */
async function visit(path: string, prepare?: (page: Page) => Promise<void>): Promise<Visit> {
  const line = await openLine(tracker.origin)
  const context = await browser.newContext()
  closings.push(line.cut, () => context.close())
  const page = await context.newPage()
  await prepare?.(page)
  const go = async (to: string) => (await page.goto(line.origin + to))?.status()
  await go(path)
  // It looks by itself some time later: as when the device finds the network, it does so now.
  await page.evaluate(`dispatchEvent(new Event('online'))`)
  await expect.poll(() => kept(page)).toContain(path)
  return { page, line, go }
}

/** The pages that the browser has kept, the oldest first. */
function kept(page: Page, cache = 'pages'): Promise<string[]> {
  return page.evaluate(`caches.open('${cache}').then((open) => open.keys()).then((all) =>
    all.map(({ url }) => url.slice(location.origin.length)))`)
}

const notice = (page: Page) => page.locator('.offline').allInnerTexts()
const heading = (page: Page) => page.locator('h1').innerText()
const told = (page: Page) => page.locator('[role="status"]').allInnerTexts()

describe('A page that was seen', () => {
  test.each([
    ['the board', '/', 'Nothing is upcoming.'],
    ['a deadline', '/deadlines/russia-50-days', 'End the war in Ukraine within 50 days'],
    ['a topic', '/topics/russia-ukraine-war', 'Russia–Ukraine war'],
  ])('is there without a connection, and says so: %s', async (_, path, title) => {
    const { page, line, go } = await visit(path)
    await line.cut()
    expect(await go(path)).toBe(200)
    await expect
      .poll(() => notice(page))
      .toEqual([expect.stringMatching(/^No connection: as of \d\d:\d\d, now$/)])
    expect(await heading(page)).toBe(title)
    expect(await told(page)).toContain((await notice(page))[0])
    expect(await page.evaluate(`getComputedStyle(document.querySelector('main')).maxWidth`)).toBe(
      '1120px',
    )
  })

  test('tells its age as time goes on, aloud once, and is current again by itself', async () => {
    const path = '/deadlines/russia-50-days'
    const { page, line, go } = await visit(path)
    await line.cut()
    await page.clock.install({ time: Date.now() })
    await go(path)
    await expect.poll(() => notice(page)).toHaveLength(1)
    const aloud = await told(page)
    await page.clock.fastForward(25 * 60_000 + 5000)
    await expect.poll(() => notice(page)).toEqual([expect.stringContaining(', 25 minutes ago')])
    expect(await told(page)).toEqual(aloud)
    await page.clock.fastForward(48 * 3_600_000)
    await expect
      .poll(() => notice(page))
      .toEqual([expect.stringMatching(/as of \d+ [A-Z]\w+( at|,) \d\d:\d\d, 2 days ago$/)])
    await page.evaluate('window.isTheSame = true')
    await line.mend()
    await page.clock.runFor(11_000)
    await expect.poll(() => notice(page)).toEqual([])
    expect(await told(page)).toContain('The connection is back, and this page is current.')
    expect(await page.evaluate('window.isTheSame')).toBe(true)
  })

  test('counts on from its target', async () => {
    await openTalks(tracker.origin, 'soon')
    await setDate(tracker.origin, 'soon', '2030-03-01T12:00')
    const { page, line, go } = await visit('/deadlines/soon')
    await line.cut()
    await page.clock.install({ time: Date.now() })
    await page.clock.pauseAt(Date.now() + 3_600_000)
    await go('/deadlines/soon')
    await page.clock.runFor(2000)
    await expect.poll(() => notice(page)).toEqual([expect.stringContaining(', 1 hour ago')])
    const left = Date.parse('2030-03-01T12:00:00Z') - Number(await page.evaluate('Date.now()'))
    const figures = await page.locator('.figures .value').allInnerTexts()
    const [days, hours, minutes, seconds] = figures.map(Number)
    const counted = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    expect(Math.abs(counted - left / 1000)).toBeLessThanOrEqual(1)
  })

  test('says so in its own language, also where it has no script', async () => {
    const { page, line, go } = await visit('/?lang=uk')
    await go('/archive?lang=uk')
    await expect.poll(() => kept(page)).toContain('/archive?lang=uk')
    await line.cut()
    await go('/archive?lang=uk')
    await expect
      .poll(() => notice(page))
      .toEqual([expect.stringMatching(/^Немає зв’язку: станом на \d\d:\d\d, зараз$/)])
    await line.mend()
    await page.evaluate(`dispatchEvent(new Event('online'))`)
    await expect.poll(() => notice(page)).toEqual([])
  })

  test('is the newest that was to be had', async () => {
    const { page, line, go } = await visit('/')
    const first = await page.locator('body').getAttribute('data-now')
    await page.waitForTimeout(1100)
    await page.reload()
    const second = await page.locator('body').getAttribute('data-now')
    expect(second).not.toBe(first)
    await expect
      .poll(() =>
        page.evaluate(`caches.match('/', { ignoreVary: true }).then((kept) => kept.text())`),
      )
      .toContain(`data-now="${second}"`)
    await line.cut()
    await go('/')
    expect(await page.locator('body').getAttribute('data-now')).toBe(second)
  })
})

describe('A page that loses its connection while it is open', () => {
  test('says so, and is current when it is back', async () => {
    const { page, line } = await visit('/')
    await line.cut()
    await page.context().setOffline(true)
    await expect.poll(() => notice(page)).toEqual([expect.stringContaining('No connection')])
    await line.mend()
    await page.context().setOffline(false)
    await expect.poll(() => notice(page)).toEqual([])
  })

  test('says so also where the device is in a network, and the network in none', async () => {
    const { page, line } = await visit('/', (page) => page.clock.install({ time: Date.now() }))
    await line.cut()
    await page.clock.fastForward(46_000)
    expect(await notice(page)).toEqual([])
    await page.clock.fastForward(46_000)
    await expect.poll(() => notice(page)).toEqual([expect.stringMatching(/, [12] minutes? ago$/)])
    await line.mend()
    await page.clock.fastForward(11_000)
    await expect.poll(() => notice(page)).toEqual([])
  })

  test('says so also where whatever it asks is taken and never answered', async () => {
    const { page, line } = await visit('/', (page) => page.clock.install({ time: Date.now() }))
    line.isMute = true
    await page.clock.fastForward(46_000)
    expect(await notice(page)).toEqual([])
    await page.clock.fastForward(60_000)
    await expect.poll(() => notice(page)).toEqual([expect.stringMatching(/, [12] minutes? ago$/)])
    // A browser has six connections at a time: none may be taken up for good.
    for (let look = 0; look < 10; look++) await page.clock.fastForward(11_000)
    line.isMute = false
    await page.clock.fastForward(11_000)
    await expect.poll(() => notice(page)).toEqual([])
  })

  test('shows what came to pass meanwhile, and listens again', async () => {
    await openTalks(tracker.origin, 'meanwhile')
    const { page, line } = await visit('/deadlines/meanwhile')
    await expect.poll(() => line.asked.some((path) => path.startsWith('/live'))).toBe(true)
    await line.cut()
    await page.context().setOffline(true)
    await expect.poll(() => notice(page)).toHaveLength(1)
    const listened = line.asked.length
    await setDate(tracker.origin, 'meanwhile', '2030-03-01')
    await line.mend()
    await page.context().setOffline(false)
    await expect.poll(() => notice(page)).toEqual([])
    await expect.poll(() => page.locator('main').innerText()).toContain('1 March 2030')
    await expect
      .poll(() => line.asked.slice(listened).some((path) => path.startsWith('/live')))
      .toBe(true)
    await setDate(tracker.origin, 'meanwhile', '2030-04-02')
    await expect.poll(() => page.locator('main').innerText()).toContain('2 April 2030')
  })
})

describe('A page that was not seen', () => {
  test.each(['/record', '/subscribe', '/deadlines/alaska-summit'])(
    'is told of as such, with those that were: %s',
    async (path) => {
      const { page, line, go } = await visit('/deadlines/russia-50-days')
      await line.cut()
      expect(await go(path)).toBe(503)
      expect(await heading(page)).toBe('No connection')
      await page.getByRole('link', { name: 'End the war in Ukraine within 50 days' }).click()
      await expect.poll(() => notice(page)).toHaveLength(1)
      expect(await heading(page)).toBe('End the war in Ukraine within 50 days')
    },
  )

  test('is told of in the language of the last that was', async () => {
    const { page, line, go } = await visit('/?lang=de')
    await line.cut()
    await go('/record')
    expect(await heading(page)).toBe('Keine Verbindung')
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
  })
})

describe('What is kept', () => {
  test('are pages, and nothing that is secret, for programs, sent on or at fault', async () => {
    const { page, go } = await visit('/')
    for (const path of ['/desk', '/desk/sign-in', '/subscribe', '/deadlines/nowhere', '/?at=x']) {
      await go(path)
    }
    await go('/archive')
    for (const path of [
      '/status.json',
      '/healthz',
      '/feed.atom',
      '/deadlines/alaska-summit.json',
    ]) {
      await page.evaluate(`fetch('${path}').then((answer) => answer.text())`)
    }
    await expect.poll(() => kept(page)).toContain('/archive')
    expect((await kept(page)).sort()).toEqual(['/', '/archive'])
    expect((await kept(page, 'files')).every((path) => path.startsWith('/assets/'))).toBe(true)
  })

  test('are the last fifty', async () => {
    const { page } = await visit('/')
    await page.evaluate(`(async () => {
      for (let n = 1; n <= 55; n++) await fetch('/?q=' + n).then((answer) => answer.text())
    })()`)
    await expect.poll(async () => (await kept(page)).at(-1)).toBe('/?q=55')
    await expect.poll(async () => (await kept(page)).length).toBe(50)
    expect((await kept(page))[0]).toBe('/?q=6')
  })
})

describe('Where nothing can be kept', () => {
  const width = (page: Page) =>
    page.evaluate(`getComputedStyle(document.querySelector('main')).maxWidth`)

  /** The files have gone from the cache, and what comes in their place is not taken. */
  async function fillDisk(page: Page, origin: string): Promise<void> {
    await page.evaluate(`caches.delete('files')`)
    const session = await page.context().newCDPSession(page)
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  }

  test('as the disk is full, a page comes as it would without all this', async () => {
    const { page, line, go } = await visit('/')
    await fillDisk(page, line.origin)
    expect(await go('/archive')).toBe(200)
    expect(await width(page)).toBe('1120px')
    expect(await kept(page, 'files')).toEqual([])
  })

  test('as the cache is out of order, likewise, and it is said where there is no connection', async () => {
    const { page, line, go } = await visit('/')
    const [worker] = page.context().serviceWorkers()
    await worker.evaluate(`caches.open = () => Promise.reject(new Error('out of order'))`)
    expect(await go('/archive')).toBe(200)
    expect(await width(page)).toBe('1120px')
    await line.cut()
    expect(await go('/archive')).toBe(503)
    expect(await heading(page)).toBe('No connection')
  })
})

describe('A newer version', () => {
  test('takes over, and leaves an older page its files and nothing else', async () => {
    const { page, line } = await visit('/')
    await page.evaluate(`(async () => {
      const html = { headers: { 'content-type': 'text/html' } }
      const pages = await caches.open('pages')
      await pages.put('/record', new Response('<script src="/assets/old-1.js"></script>', html))
      const files = await caches.open('files')
      await files.put('/assets/old-1.js', new Response('import("./old-part-1.js")'))
      await files.put('/assets/old-part-1.js', new Response(''))
      await files.put('/assets/older-1.js', new Response(''))
    })()`)
    line.alter = (path, text) => (path === '/service-worker.js' ? `${text}\n// newer` : text)
    await page.evaluate(`navigator.serviceWorker.ready.then((each) => each.update())`)
    await expect.poll(() => kept(page, 'files')).not.toContain('/assets/older-1.js')
    const files = await kept(page, 'files')
    expect(files).toEqual(expect.arrayContaining(['/assets/old-1.js', '/assets/old-part-1.js']))
    expect(files.some((path) => path.startsWith('/assets/live-'))).toBe(true)
  })
})
