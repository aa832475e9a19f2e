/** A page that is left open: the device's clock, sleeps, changes, and what a screen reader is told. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Ledger, ledgerOf } from '../page/ledger.ts'
import { launchChromium } from './chromium.ts'
import { openStage, type Stage } from './stage.ts'

let browser: Browser
const closings: (() => unknown)[] = []

beforeAll(async () => {
  browser = await launchChromium()
})
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close()
})
afterAll(() => browser?.close())

interface Scene extends BrowserContextOptions {
  /** When it is opened, by the server's clock. */
  from: string
  path?: string
  /** Seconds that the device's clock is ahead of the server's. */
  deviceAhead?: number
  isRedeployed?: boolean
  /** As if the browser's copy of the zones were older than this one. */
  unknownZone?: string
}

interface Opened {
  stage: Stage
  page: Page
  /** Lets time pass as it does while one watches. */
  pass: (seconds: number) => Promise<void>
  /** Lets time pass as it does with the lid closed. */
  sleep: (seconds: number) => Promise<void>
  /** The texts of some elements, as the server would draw them now, by its own clock. */
  fresh: (selector: string) => Promise<string[]>
  shown: (selector: string) => Promise<string[]>
}

/** In the page: the texts of what a selector finds, in some markup or in the page itself. */
const TEXTS = `([selector, markup]) => {
  const root = markup ? new DOMParser().parseFromString(markup, 'text/html') : document
  return [...root.querySelectorAll(selector)].map((each) => each.textContent)
}`

/** In the page: takes a zone from those that the browser knows. */
const FORGET = `(zone) => {
  Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
    construct(format, [locale, options]) {
      if (options?.timeZone === zone) throw new RangeError('Invalid time zone specified: ' + zone)
      return new format(locale, options)
    },
  })
}`

/** Opens a page whose device's clock the test moves; the server's goes with it, so far behind. */
async function open(ledger: Ledger, scene: Scene): Promise<Opened> {
  const { from, path = '/', deviceAhead = 0, isRedeployed = false, ...rest } = scene
  const { unknownZone, ...options } = rest
  const stage = await openStage(ledger)
  stage.isRedeployed = isRedeployed
  closings.push(stage.stop)
  const context = await browser.newContext({ viewport: { width: 1180, height: 900 }, ...options })
  closings.push(() => context.close())
  const page = await context.newPage()
  if (unknownZone) await page.addInitScript(`(${FORGET})(${JSON.stringify(unknownZone)})`)
  const start = Date.parse(from) + 250
  stage.clock = () => start
  await page.clock.install({ time: start + deviceAhead * 1000 - 60_000 })
  await page.clock.pauseAt(start + deviceAhead * 1000)
  await page.goto(stage.origin + path)
  stage.clock = async () => Number(await page.evaluate('Date.now()')) - deviceAhead * 1000
  // Its first look is over, and all that follows of itself: what is asked from here on is of the
  // test's own making. A part that has gone brings no other after it.
  const last = isRedeployed ? '/assets/later' : '/assets/offline'
  await expect.poll(() => stage.asked.some((path) => path.startsWith(last))).toBe(true)
  const texts = (...given: string[]) =>
    page.evaluate(`(${TEXTS})(${JSON.stringify(given)})`) as Promise<string[]>
  return {
    stage,
    page,
    pass: (seconds) => page.clock.runFor(seconds * 1000),
    sleep: (seconds) => page.clock.fastForward(seconds * 1000),
    fresh: async (selector) => texts(selector, stage.drawnAt(path, await stage.clock())),
    shown: texts,
  }
}

/** In the page: no answer is late. Each takes true time, of which hardly any passes with the test's own. */
const PATIENT = 'AbortSignal.timeout = () => new AbortController().signal'

const COUNTS = '[data-count], [data-clock]'
const MATTER = `${COUNTS}, .eyebrow, h1, h3, .sureness, .date-line > b, .strip, .horizon, .changed, .colophon > p`

/** The page is what the server would draw now, to the second. No time passes while one looks. */
async function expectRight({ fresh, shown }: Opened, selector = COUNTS): Promise<void> {
  const drawn = await fresh(selector)
  expect(drawn).not.toEqual([])
  await expect.poll(() => shown(selector)).toEqual(drawn)
}

/** The page is so within some seconds; between them the answers come that it waits for. */
async function expectRightWithin(seconds: number, opened: Opened, selector = MATTER) {
  for (let second = 0; second < seconds; second++) {
    await opened.pass(1)
    await opened.page.waitForTimeout(60)
    const [drawn, shown] = [await opened.fresh(selector), await opened.shown(selector)]
    if (JSON.stringify(drawn) === JSON.stringify(shown)) return
  }
  await expectRight(opened, selector)
}

const ISSUER = { name: 'An issuer', standing: 'issuer' }

/** An ultimatum whose last days lie on either side of Kyiv's clock change of 29 March 2026. */
function ultimatum(when: string, ...more: object[]): Ledger {
  const word = { zone: 'Europe/Kyiv', source: ISSUER }
  return ledgerOf(
    { kind: 'ultimatum', title: 'Leave the island', issuedAt: '2026-03-20' },
    { ...word, when, reportedAt: '2026-03-20T12:00:00Z' },
    ...more.map((report) => ({ ...word, ...report })),
  )
}

const MOVED = { when: '2026-04-02', reportedAt: '2026-03-28T20:00:00Z' }

/** A second word of the issuer is recorded: the page has to hear of it. */
function move(stage: Stage): void {
  stage.ledger = ultimatum('2026-03-30T12:00', MOVED)
  stage.head++
}

describe('A page that is left open', () => {
  test.each([
    ['an hour fast', 3600],
    ['an hour slow', -3600],
    ['a day and a half fast', 129_600],
  ])('is right to the second where the device is %s', async (_, deviceAhead) => {
    const scene = { from: '2026-03-28T20:00:00Z', deviceAhead }
    const opened = await open(ultimatum('2026-03-30T12:00'), scene)
    await expectRight(opened)
    await opened.pass(100)
    await expectRight(opened)
  })

  test.each([
    ['to an instant', '2026-03-30T12:00'],
    ['to a day', '2026-03-30'],
    ['to an interval', '2026-03-29/2026-03-31'],
  ])('counts %s over a clock change', async (_, when) => {
    // Kyiv goes from 03:00 to 04:00 at 01:00 UTC, so its 29 March has 23 hours.
    const scene = { from: '2026-03-28T21:59:50Z', timezoneId: 'Europe/Kyiv' }
    const opened = await open(ultimatum(when), scene)
    await expectRight(opened)
    for (const next of ['2026-03-29T00:59:50Z', '2026-03-29T20:59:50Z', '2026-03-30T08:59:50Z']) {
      await opened.pass(15)
      await expectRight(opened)
      await expectRightWithin(5, opened)
      await opened.sleep((Date.parse(next) - (await opened.stage.clock())) / 1000)
      await expectRight(opened)
    }
  })

  test('is right after a sleep of an hour', async () => {
    const opened = await open(ultimatum('2026-03-30T12:00'), { from: '2026-03-28T20:00:00Z' })
    await opened.sleep(3600)
    await expectRight(opened)
    expect(opened.stage.asked.at(-1)).toBe('/head.json')
  })

  test('is right again where the device’s clock is set while it is open', async () => {
    const opened = await open(ultimatum('2026-03-30T12:00'), { from: '2026-03-28T20:00:00Z' })
    const { stage, page, pass } = opened
    const device = stage.clock
    await page.clock.setSystemTime(new Date((await device()) - 3600 * 1000))
    stage.clock = async () => (await device()) + 3600 * 1000
    await pass(1)
    await expectRight(opened)
  })

  test('shows a deadline that was moved within a minute, without a reload', async () => {
    const opened = await open(ultimatum('2026-03-30T12:00'), { from: '2026-03-28T20:00:00Z' })
    const { page, stage, pass, shown } = opened
    await page.evaluate('window.isTheSame = true')
    await page.locator('h1 a').focus()
    expect(await shown('.date-line > b')).toEqual(['Monday 30 March 2026, 12:00'])
    move(stage)
    await pass(45)
    await expectRightWithin(15, opened)
    expect(await shown('.date-line > b')).toEqual(['Thursday 2 April 2026'])
    expect(await page.evaluate('window.isTheSame')).toBe(true)
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Leave the island')
  })

  test('keeps what is being typed, and what was opened', async () => {
    const scene = { from: '2026-03-28T20:00:00Z' }
    const board = await open(ultimatum('2026-03-30T12:00'), scene)
    await board.page.locator('#q').fill('isl')
    const deadline = await open(ultimatum('2026-03-30T12:00'), {
      ...scene,
      path: '/deadlines/a-deadline',
    })
    await deadline.page.locator('summary').click()
    for (const opened of [board, deadline]) {
      move(opened.stage)
      await opened.pass(45)
      await expectRightWithin(15, opened, '.date-line > b')
      expect(await opened.shown('.date-line > b')).toEqual(['Thursday 2 April 2026'])
    }
    expect(await board.page.locator('#q').inputValue()).toBe('isl')
    expect(await board.page.evaluate('document.activeElement.id')).toBe('q')
    expect(await deadline.page.locator('details').getAttribute('open')).toBe('')
  })

  test('tells the reader’s own time of a date that was moved', async () => {
    const scene = { from: '2026-03-28T20:00:00Z', timezoneId: 'Pacific/Honolulu' }
    const opened = await open(ultimatum('2026-03-30T12:00'), scene)
    const { stage, pass, shown } = opened
    expect((await shown('.date-line .reader')).join()).toContain('Sunday 29 March, 23:00')
    move(stage)
    await pass(45)
    await expectRightWithin(15, opened, '.date-line > b')
    expect((await shown('.date-line .reader')).join()).toContain('Thursday 2 April, 11:00')
  })

  test('leaves alone what has not changed: a word half typed, a quote half copied', async () => {
    const said = { when: '2026-03-30T12:00', quote: 'Leave, or else' }
    const scene = { from: '2026-03-28T20:00:00Z' }
    const board = await open(ultimatum(said.when), scene)
    await board.page.locator('#q').fill('island')
    await board.page.evaluate('document.querySelector("#q").setSelectionRange(2, 4)')
    const path = '/deadlines/a-deadline'
    const deadline = await open(ultimatum(said.when, said), { ...scene, path })
    await deadline.page.evaluate(
      `getSelection().selectAllChildren(document.querySelector('.log blockquote'))`,
    )
    for (const { stage, pass } of [board, deadline]) {
      stage.ledger = ultimatum(said.when, said, MOVED)
      stage.head++
      await pass(45)
    }
    await expectRightWithin(15, board)
    await expectRightWithin(15, deadline, '.log-entry')
    const caret = `(({ id, selectionStart, selectionEnd }) => [id, selectionStart, selectionEnd])`
    expect(await board.page.evaluate(`${caret}(document.activeElement)`)).toEqual(['q', 2, 4])
    expect(await deadline.page.evaluate('String(getSelection())')).toBe('Leave, or else')
  })

  test('keeps what is typed where the form itself is drawn anew', async () => {
    const opened = await open(ultimatum('2026-03-30T12:00'), { from: '2026-03-28T20:00:00Z' })
    const { page, stage, pass, shown } = opened
    await page.locator('#q').fill('isl')
    await page.locator('.find button').focus()
    const { deadlines, reports } = ultimatum('2026-03-30T12:00')
    stage.ledger = { deadlines: deadlines.map((each) => ({ ...each, topic: 'islands' })), reports }
    stage.head++
    await pass(45)
    await expectRightWithin(15, opened, '.choice')
    expect(await shown('.choice')).toHaveLength(3)
    expect(await page.locator('#q').inputValue()).toBe('isl')
    expect(await page.evaluate('document.activeElement.type')).toBe('submit')
  })

  test('keeps the focus on the same one of several links to a deadline', async () => {
    const opened = await open(ultimatum('2026-03-30T12:00'), { from: '2026-03-28T20:00:00Z' })
    const { page, stage, pass } = opened
    await page.locator('.changed a').focus()
    move(stage)
    await pass(45)
    await expectRightWithin(15, opened)
    expect(await page.evaluate('document.activeElement.closest("section")?.className')).toBe(
      'changed',
    )
  })

  test('goes on counting in a browser that is too old to know a zone', async () => {
    const opened = await open(ultimatum('2026-03-30T12:00'), {
      from: '2026-03-28T20:00:00Z',
      unknownZone: 'Europe/Kyiv',
    })
    await opened.pass(100)
    await expectRight(opened)
    move(opened.stage)
    await opened.pass(45)
    await expectRightWithin(15, opened, '.date-line > b')
  })

  test('says at once when time is up, and what is next soon after', async () => {
    const opened = await open(ultimatum('2026-03-30T12:00'), { from: '2026-03-30T08:59:00Z' })
    const { pass, shown } = opened
    await pass(59)
    expect((await shown('.figures')).join()).toMatch(/^1 ?second/)
    await pass(1)
    expect((await shown('.figures')).join()).toMatch(/^Time is up/)
    await expectRightWithin(5, opened)
    expect((await shown('h1')).join()).toBe('Nothing is upcoming.')
  })

  test('goes on counting where the tracker cannot be reached, and asks ever less often', async () => {
    const opened = await open(ultimatum('2026-03-30T12:00'), { from: '2026-03-28T21:59:00Z' })
    const { stage, pass } = opened
    await expectRight(opened)
    stage.isBroken = true
    await pass(600)
    await expectRight(opened)
    // The day has turned in Kyiv: the page asks to be drawn anew, and is refused.
    const tries = () => stage.asked.filter((path) => path === '/').length
    await expect.poll(tries).toBeGreaterThan(1)
    expect(tries()).toBeLessThan(16)
    stage.isBroken = false
    // Second by second: an answer takes its time, and at the worst the next try is a minute away.
    await expectRightWithin(75, opened)
  })

  test('writes nothing where the count stays as it is', async () => {
    const today = { when: '2026-03-28', zone: 'Europe/Kyiv', source: ISSUER }
    const ledger = ledgerOf({ kind: 'talks' }, { ...today, reportedAt: '2026-03-20T12:00:00Z' })
    const { page, pass, shown } = await open(ledger, { from: '2026-03-28T12:00:10Z' })
    expect(await shown('.figures')).toEqual(['Today'])
    await page.evaluate(`window.written = 0
      new MutationObserver((all) => { written += all.length })
        .observe(document.querySelector('main'), { childList: true, subtree: true, characterData: true })`)
    await pass(20)
    expect(await page.evaluate('written')).toBe(0)
  })

  test('asks again where an answer never comes', async () => {
    const opened = await open(ultimatum('2026-03-30T12:00'), { from: '2026-03-28T20:00:00Z' })
    const { stage, page, pass } = opened
    let isSilent = true
    await page.route(`${stage.origin}/`, (route) => (isSilent ? undefined : route.continue()))
    const silence = page.waitForRequest(`${stage.origin}/`)
    move(stage)
    await pass(45)
    await page.waitForTimeout(60)
    await pass(5)
    await silence
    isSilent = false
    await pass(40)
    await expectRightWithin(50, opened)
    expect(await opened.shown('.date-line > b')).toEqual(['Thursday 2 April 2026'])
  })

  test('does nothing while nobody sees it, and is right as soon as somebody does', async () => {
    const opened = await open(ultimatum('2026-03-30T12:00'), { from: '2026-03-28T20:00:00Z' })
    const { stage, page, pass, shown } = opened
    const setHidden = (hidden: boolean) =>
      page.evaluate(`Object.defineProperty(document, 'hidden', { value: ${hidden}, configurable: true })
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`)
    await setHidden(true)
    const before = await shown(COUNTS)
    const asked = stage.asked.length
    await pass(3600)
    expect(await shown(COUNTS)).toEqual(before)
    expect(stage.asked).toHaveLength(asked)
    await setHidden(false)
    await expectRight(opened)
    expect(stage.asked.slice(asked)).toEqual(['/head.json'])
  })

  test('looks at once where it comes back from the browser’s memory', async () => {
    const opened = await open(ultimatum('2026-03-30T12:00'), { from: '2026-03-28T20:00:00Z' })
    const { stage, page } = opened
    const heads = () => stage.asked.filter((path) => path === '/head.json').length
    await expect.poll(heads).toBe(1)
    await page.evaluate(`dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`)
    await expect.poll(heads).toBe(2)
  })

  test('is loaded anew where a newer version of the tracker has come meanwhile', async () => {
    const scene = { from: '2026-03-28T20:00:00Z', isRedeployed: true }
    const opened = await open(ultimatum('2026-03-30T12:00'), scene)
    const { stage, page, pass } = opened
    await page.evaluate('window.isTheSame = true')
    move(stage)
    await expect.poll(() => stage.asked.filter((path) => path.includes('later'))).toHaveLength(1)
    await page.waitForTimeout(100)
    // The device cannot be asked while it loads the page anew.
    const then = Number(await stage.clock()) + 46_000
    stage.clock = () => then
    await pass(46)
    await expect.poll(() => page.evaluate('window.isTheSame')).toBeUndefined()
    await expectRight(opened, MATTER)
  })

  test.each(['script', 'style'])('is loaded anew where only its %s has changed', async (part) => {
    const opened = await open(ultimatum('2026-03-30T12:00'), { from: '2026-03-28T20:00:00Z' })
    const { stage, page, pass } = opened
    await page.evaluate('window.isTheSame = true')
    await pass(30)
    const { assets } = stage
    stage.assets =
      part === 'script'
        ? { ...assets, script: { ...assets.script, live: `${assets.script.live}?newer` } }
        : { ...assets, style: { ...assets.style, board: assets.style.page } }
    const then = Number(await stage.clock()) + 20_000
    stage.clock = () => then
    move(stage)
    const heads = () => stage.asked.filter((path) => path === '/head.json').length
    const before = heads()
    await pass(20)
    // What is loaded later may be asked for after it.
    await expect.poll(heads).toBeGreaterThan(before)
    await page.waitForTimeout(60)
    await pass(4)
    await expect.poll(() => page.evaluate('window.isTheSame')).toBeUndefined()
    await expectRight(opened, MATTER)
  })

  test('is not loaded anew again and again where a part of its script is kept from it', async () => {
    const scene = { from: '2026-03-28T20:00:00Z', isRedeployed: true }
    const { stage, page, pass } = await open(ultimatum('2026-03-30T12:00'), scene)
    await page.evaluate('window.isTheSame = true')
    const device = stage.clock
    for (let looks = 2; looks < 5; looks++) {
      // The device cannot be asked while it loads the page anew.
      const then = Number(await device()) + 46_000
      stage.clock = () => then
      await pass(46)
      const heads = () => stage.asked.filter((path) => path === '/head.json').length
      await expect.poll(heads).toBe(looks)
      await page.waitForTimeout(60)
    }
    expect(await page.evaluate('window.isTheSame')).toBe(true)
  })

  test('asks for little, and nobody else', async () => {
    const opened = await open(ultimatum('2026-03-30T12:00'), { from: '2026-03-28T20:00:00Z' })
    const { stage, page, pass } = opened
    await expectRight(opened)
    const elsewhere: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(stage.origin)) elsewhere.push(request.url())
    })
    await page.evaluate(PATIENT)
    stage.asked.length = 0
    await pass(600)
    await expect.poll(() => stage.asked.length).toBeGreaterThan(10)
    const heads = stage.asked.filter((path) => path === '/head.json')
    expect(heads.length).toBeLessThan(15)
    expect(stage.asked.length - heads.length).toBeLessThanOrEqual(1)
    expect(elsewhere).toEqual([])
  })
})

describe('A page as it is opened', () => {
  /** Without a clock of the test's own, which would hide from the page how it came. */
  async function arrive(deviceAhead: number) {
    const now = Date.now()
    const zone = { zone: 'UTC', source: ISSUER, reportedAt: '2025-01-01T00:00:00Z' }
    const when = new Date(now + 100 * 3600_000).toISOString().replace(/\.\d+/, '')
    const stage = await openStage(ledgerOf({ kind: 'ultimatum' }, { ...zone, when }))
    closings.push(stage.stop)
    const context = await browser.newContext()
    closings.push(() => context.close())
    const page = await context.newPage()
    await page.addInitScript(`const now = Date.now; Date.now = () => now() + ${deviceAhead * 1000}`)
    await page.goto(stage.origin)
    await page.waitForTimeout(1100)
    const figures = (await page.locator('.figures').innerText()).replace(/\s+/g, ' ')
    const left = Date.parse(when) / 1000 - Math.floor(Date.now() / 1000)
    const [, days, hours, minutes, seconds] =
      /^(\d) days (\d+) hours? (\d+) minutes? (\d+) seconds?$/.exec(figures)?.map(Number) ?? []
    const shown = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    return { asked: stage.asked, wrongBy: Math.abs(shown - left) }
  }

  test('asks for itself, its style and its script, and no more', async () => {
    const { asked, wrongBy } = await arrive(0)
    expect(wrongBy).toBeLessThanOrEqual(1)
    expect(asked.map((path) => path.replace(/.*\./, ''))).toEqual(['/', 'css', 'js'])
  })

  test.each([3600, -3600])(
    'looks at the server’s clock where its own is %d s ahead',
    async (ahead) => {
      const { asked, wrongBy } = await arrive(ahead)
      expect(wrongBy).toBeLessThanOrEqual(1)
      expect(asked.slice(3, 4)).toEqual(['/head.json'])
    },
  )
})

describe('What is told aloud', () => {
  /** Keeps each thing that is said, and when. */
  const LISTEN = `window.said = []
    new MutationObserver(([{ target }]) => said.push([Date.now() / 1000, target.textContent]))
      .observe(document.querySelector('[role="status"]'), { childList: true })`
  async function listen(page: Page): Promise<void> {
    await page.locator('[role="status"]').waitFor({ state: 'attached' })
    await page.evaluate(LISTEN)
  }
  type Said = [at: number, text: string][]

  test('is the count by the minute in its last hour, and never twice within a minute', async () => {
    const opened = await open(ultimatum('2026-03-30T12:00'), { from: '2026-03-30T08:30:00Z' })
    await listen(opened.page)
    await opened.page.evaluate(PATIENT)
    await opened.pass(30 * 60 + 1)
    const said = (await opened.page.evaluate('said')) as Said
    expect(said).toHaveLength(30)
    for (const [index, [at]] of said.entries()) {
      if (index > 0) expect(at - said[index - 1][0]).toBeGreaterThanOrEqual(59.9)
    }
    expect(said[0][1]).toBe('Leave the island: in 29 minutes')
    expect(said.at(-1)?.[1]).toBe('Leave the island: time is up')
  })

  test('is little while there are days left', async () => {
    const opened = await open(ultimatum('2026-03-30T12:00'), { from: '2026-03-28T10:30:00Z' })
    await listen(opened.page)
    await opened.page.evaluate(PATIENT)
    await opened.pass(3600)
    expect((await opened.page.evaluate('said')) as Said).toHaveLength(0)
  })

  test.each(['/', '/topics/the-island'])('on %s is what has changed', async (path) => {
    const scene = { from: '2026-03-28T20:00:00Z', path }
    const opened = await open(ultimatum('2026-03-30T12:00'), scene)
    await listen(opened.page)
    move(opened.stage)
    await opened.pass(45)
    await expectRightWithin(15, opened)
    const said = (await opened.page.evaluate('said')) as Said
    expect(said.map(([, text]) => text)).toEqual([
      'Updated: Leave the island: put off, 30 March, 12:00 2 April, says An issuer. Leave the island: in 5 days',
    ])
  })

  test('is nothing where what was recorded is not on this page', async () => {
    const opened = await open(ultimatum('2026-03-30T12:00'), { from: '2026-03-28T20:00:00Z' })
    const { page, stage, pass } = opened
    await listen(page)
    stage.head++
    await pass(45)
    await expect.poll(() => stage.asked.filter((path) => path === '/head.json')).toHaveLength(2)
    for (const _ of [1, 2, 3, 4]) {
      await pass(1)
      await page.waitForTimeout(60)
    }
    expect(stage.asked.filter((path) => path === '/')).toHaveLength(2)
    expect((await page.evaluate('said')) as Said).toEqual([])
  })
})

describe('Whoever asked for less motion', () => {
  test('sees no seconds run, until the last minute', async () => {
    const opened = await open(ultimatum('2026-03-30T12:00'), {
      ...{ from: '2026-03-30T08:57:30Z', reducedMotion: 'reduce' },
    })
    const { pass, shown } = opened
    expect((await shown('.figures')).join()).toMatch(/^2 ?minutes$/)
    await pass(40)
    expect((await shown('.figures')).join()).toMatch(/^1 ?minute$/)
    await pass(55)
    expect((await shown('.figures')).join()).toMatch(/^55 ?seconds$/)
  })
})
