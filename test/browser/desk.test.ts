/** The desk in a real browser: an article becomes reports, by keyboard, on a phone, for everybody. */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectForEverybody, expectWithinBounds } from './access.ts'
import { follow } from './chromium.ts'
import { useTracker } from './fixture.ts'
import { EDITOR_TOKEN } from './tracker.ts'

const tracker = useTracker()
const { open } = tracker

const PHONE = { viewport: { width: 360, height: 740 } }

/** Opens a page of the desk, signed in. */
async function openDesk(path: string, options: BrowserContextOptions = {}) {
  const opened = await open(path, options)
  await opened.page.getByLabel('Your token').fill(EDITOR_TOKEN)
  await follow(opened.page.getByRole('button', { name: 'Sign in' }))
  return opened
}

const press = (page: Page, name: string | RegExp) => follow(page.getByRole('button', { name }))

const DAY_MS = 24 * 3600 * 1000
const dayAfter = (days: number) => new Date(Date.now() + days * DAY_MS)
const spoken = (date: Date) =>
  date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })

const ARTICLE = `The Prime Minister of Norland, Karin Holt, on Sunday gave Sudland until ${spoken(dayAfter(20))} to withdraw its troops from the island or face sanctions.

Talks between Norland and Sudland will be held in Geneva on ${spoken(dayAfter(9))}, the Foreign Minister of Sudland, Piet Brandt, said. The truce between the two countries expires on ${spoken(dayAfter(30))}, a source told Reuters.`

describe('An article', () => {
  test('becomes three confirmed reports in under two minutes, and the board shows them', async () => {
    const board = await open('/')
    const { page, close } = await openDesk('/desk', { javaScriptEnabled: false })
    const began = Date.now()
    await follow(page.getByRole('link', { name: 'From an article' }))
    await page.getByLabel('Its text').fill(ARTICLE)
    await page.getByLabel('Outlet', { exact: true }).fill('A Newspaper')
    await press(page, 'Find what it says')
    const ticks = page.getByRole('checkbox')
    expect(await ticks.count()).toBe(3)
    for (const tick of await ticks.all()) await tick.check()
    for (const [index, title] of [
      'Leave the island',
      'Talks in Geneva',
      'The truce ends',
    ].entries()) {
      const draft = page.locator('.draft').nth(index)
      await draft.getByText('The new deadline').click()
      await draft.getByLabel('Title').fill(title)
    }
    await press(page, 'Look at what it changes')
    const preview = await page.locator('.preview').innerText()
    for (const days of [20, 9, 30]) {
      expect(preview).toContain(`The countdown goes to ${spoken(dayAfter(days))}`)
    }
    const unrecorded = await fetch(`${tracker.origin}/status.json?q=geneva`)
    expect(await unrecorded.json()).toMatchObject({ deadlines: [] })
    await press(page, 'Record what is ticked')
    expect(await page.getByRole('status').innerText()).toContain('3 reports are recorded.')
    expect(Date.now() - began).toBeLessThan(120_000)
    await board.page.evaluate(`dispatchEvent(new Event('online'))`)
    await board.page.getByRole('link', { name: 'Talks in Geneva' }).first().waitFor()
    for (const title of ['Leave the island', 'The truce ends']) {
      expect(await board.page.locator('main').innerText()).toContain(title)
    }
    await close()
    await board.close()
  })
})

/** Goes on by the Tab key to the field or the button of a name, as many steps as that takes. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 80; steps++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(
      "document.activeElement.matches('input,select') ? document.activeElement.name : document.activeElement.textContent",
    )
    if (at === name) return
  }
  throw new Error(`Tab does not lead to ${name}`)
}

/** Waits until what has the focus is this: a browser gives it to what is to have it only after the load. */
async function focused(page: Page, property: string, value: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(`document.activeElement.${property}`), { timeout: 10_000 })
    .toBe(value)
}

describe('A report', () => {
  test('is recorded by the keyboard alone, on a phone', async () => {
    const path = '/desk/deadlines/prisoner-exchange/date'
    const { page, complaints, close } = await open(path, PHONE)
    const { keyboard } = page
    await tabTo(page, 'token')
    await keyboard.type(EDITOR_TOKEN)
    await Promise.all([page.waitForEvent('load'), keyboard.press('Enter')])
    await tabTo(page, 'edtf')
    await keyboard.type('2027-05-01')
    await tabTo(page, 'source.name')
    await keyboard.type('Kremlin')
    await tabTo(page, 'source.standing')
    await keyboard.type('party')
    await tabTo(page, 'Look at what it changes')
    await Promise.all([page.waitForEvent('load'), keyboard.press('Enter')])
    await focused(page, 'className', 'preview')
    expect(await page.locator('.preview').innerText()).toContain('1 May 2027')
    await keyboard.press('Tab')
    await focused(page, 'textContent', 'Record the report')
    await Promise.all([page.waitForEvent('load'), keyboard.press('Enter')])
    expect(await page.getByRole('status').innerText()).toContain('Recorded.')
    await expectWithinBounds(page, complaints)
    await close()
  })

  test('with something wrong takes who fills it in to what is wrong', async () => {
    const { page, close } = await openDesk('/desk/deadlines/prisoner-exchange/date')
    await page.locator('[name=edtf]').fill('2027-02-30')
    await press(page, 'Look at what it changes')
    await focused(page, 'className', 'wrong')
    await page.locator('.wrong').getByRole('link', { name: 'Source' }).click()
    await focused(page, 'name', 'source.name')
    expect(await page.locator('[name=edtf]').inputValue()).toBe('2027-02-30')
    await close()
  })
})

describe('Signing in again', () => {
  test('sends on what was typed before the session had ended', async () => {
    const { page, close } = await openDesk('/desk/deadlines/prisoner-exchange/note')
    await page.getByLabel('Our note').fill('Typed for long')
    await page.context().clearCookies()
    await press(page, 'Look at what it changes')
    await page.getByLabel('Your token').fill(EDITOR_TOKEN)
    await press(page, 'Sign in')
    expect(await page.locator('.preview').innerText()).toContain('Nothing in the status changes')
    expect(await page.getByLabel('Our note').inputValue()).toBe('Typed for long')
    await close()
  })
})

const PAGES = ['/desk', '/desk/new', '/desk/intake', '/desk/deadlines/istanbul-round-3']
const FORMS = ['date', 'outcome', 'note'].map((says) => `/desk/deadlines/russia-50-days/${says}`)

describe.each([...PAGES, ...FORMS])('%s', (path) => {
  test('has nothing that axe objects to, and is within its policy and no wider than a phone', async () => {
    const signedOut = await open(path, { bypassCSP: true })
    await expectForEverybody(signedOut.page)
    await signedOut.close()
    const { page, close } = await openDesk(path, { bypassCSP: true })
    await expectForEverybody(page)
    await close()
    const phone = await openDesk(path, PHONE)
    await expectWithinBounds(phone.page, phone.complaints)
    await phone.close()
  })
})

describe('A form that was sent', () => {
  test.each([
    ['with something wrong', '/desk/new', 'Look at what it changes', ''],
    ['to be looked at', '/desk/deadlines/russia-50-days/note', 'Look at what it changes', ''],
    ['with an article', '/desk/intake', 'Find what it says', ARTICLE],
  ])('%s is for everybody too', async (_, path, button, text) => {
    const { page, close } = await openDesk(path, { bypassCSP: true, ...PHONE })
    if (text) await page.getByLabel('Its text').fill(text)
    await press(page, button)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    for (const details of await page.locator('summary').all()) await details.click()
    await expectForEverybody(page)
    await close()
  })
})
