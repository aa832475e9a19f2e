import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { follow } from './chromium.ts'
import { useTracker } from './fixture.ts'

const tracker = useTracker()
const { open } = tracker

const buttonOf = (page: Page, id: string) => page.locator(`[data-copies="${id}"]`)
const region = (page: Page) => page.locator('[data-said]')

describe('A button beside an address', () => {
  test('copies it, and says so to those who see and to those who listen', async () => {
    const permissions = ['clipboard-read', 'clipboard-write']
    const { page, complaints, close } = await open('/subscribe', { permissions })
    const button = buttonOf(page, 'address-rss')
    expect(await button.innerText()).toMatch(/^Copy/)
    await button.click()
    await expect.poll(() => button.innerText()).toMatch(/^Copied/)
    expect(await region(page).innerText()).toBe('Copied: RSS')
    expect(await region(page).getAttribute('aria-live')).toBeNull()
    const read = () => page.evaluate('navigator.clipboard.readText()')
    expect(await read()).toBe(`${tracker.origin}/feed.rss`)
    await buttonOf(page, 'address-alarm').click()
    await expect.poll(() => region(page).innerText()).toBe('Copied: Calendar with alarms')
    expect(await read()).toBe(`${tracker.origin}/calendar.ics?alarm=P1D`)
    expect(await button.innerText()).toMatch(/^Copy\b/)
    await expect.poll(() => region(page).innerText(), { timeout: 5000 }).toBe('')
    expect(complaints).toEqual([])
    await close()
  })

  test('marks it where copying is not allowed', async () => {
    const { page, close } = await open('/subscribe')
    await page.evaluate(`navigator.clipboard.writeText = () => Promise.reject(new Error('no'))`)
    await buttonOf(page, 'address-atom').click()
    await expect
      .poll(() => page.evaluate('String(getSelection())'))
      .toBe(`${tracker.origin}/feed.atom`)
    expect(await region(page).innerText()).toBe('')
    await close()
  })

  test('is not there where nothing can be copied', async () => {
    const { page, close } = await open('/subscribe', { javaScriptEnabled: false })
    expect(await buttonOf(page, 'address-atom').isVisible()).toBe(false)
    await close()
  })
})

test('Who writes programs is led to their documentation', async () => {
  const { page, close } = await open('/subscribe')
  await follow(page.getByRole('link', { name: 'Every address, for who writes programs' }))
  expect(page.url()).toBe(`${tracker.origin}/docs`)
  await follow(page.getByRole('link', { name: '/openapi.json' }).first())
  expect(await page.evaluate('JSON.parse(document.body.innerText).openapi')).toBe('3.1.0')
  await close()
})

describe('Without JavaScript', () => {
  test('every address is there in full, and a deadline or a topic can be chosen', async () => {
    const { page, close } = await open('/subscribe?at=2025-07-21T20:00:00Z', {
      ...{ javaScriptEnabled: false, viewport: { width: 360, height: 740 } },
    })
    const shown = () => page.locator('.address code').allInnerTexts()
    const { origin } = tracker
    expect(await shown()).toEqual([
      ...[`${origin}/feed.atom`, `${origin}/feed.rss`, `${origin}/feed.json`],
      ...[`${origin}/calendar.ics`, `${origin}/calendar.ics?alarm=P1D`, `${origin}/status.json`],
      `${origin}/feed.atom?kind=ultimatum&certainty=firm&only=moves,outcomes`,
    ])
    await page.getByLabel('A single deadline').selectOption('russia-50-days')
    await follow(page.getByRole('button', { name: 'Choose' }))
    expect((await shown())[3]).toBe(`${origin}/deadlines/russia-50-days.ics`)
    expect(new URL(page.url()).searchParams.get('at')).toBe('2025-07-21T20:00:00Z')
    await follow(page.getByRole('link', { name: 'Russia–Ukraine war' }))
    expect((await shown())[3]).toBe(`${origin}/topics/russia-ukraine-war.ics`)
    await close()
  })

  test('a topic is narrowed and searched at its own address', async () => {
    const at = 'at=2025-07-21T20:00:00Z'
    const { page, close } = await open(`/topics/russia-ukraine-war?${at}`, {
      javaScriptEnabled: false,
    })
    await follow(page.getByRole('navigation').getByRole('link', { name: 'Talks', exact: true }))
    expect(page.url()).toBe(`${tracker.origin}/topics/russia-ukraine-war?${at}&kind=talks`)
    await page.getByLabel('Search the board').fill('putin')
    await follow(page.getByRole('button', { name: 'Search' }))
    const { pathname, searchParams } = new URL(page.url())
    expect(pathname).toBe('/topics/russia-ukraine-war')
    expect([searchParams.get('kind'), searchParams.get('q')]).toEqual(['talks', 'putin'])
    expect(await page.locator('main').innerText()).toContain('Zelensky and Putin meet in person')
    await close()
  })
})
