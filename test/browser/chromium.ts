import type { Browser, BrowserContextOptions, Locator } from 'playwright-core'

/** No request of the browser's own: the tests run where only the tracker can be reached. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The Chromium that comes with the npm packages, with the libraries that it brings. */
export async function launchChromium(): Promise<Browser> {
  // Read when the package is loaded: it unpacks its own libraries where this is set.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  const { chromium: driver } = await import('playwright-core')
  return driver.launch({ executablePath: await chromium.executablePath(), args: FLAGS })
}

/** Opens a page in a browser of its own; what the browser complains of is collected. */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1180, height: 900 }, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(url)
  return { page, complaints, close: () => context.close() }
}

/** Clicks what leads to another page, and returns when that page is there. */
export async function follow(link: Locator): Promise<void> {
  await Promise.all([link.page().waitForEvent('load'), link.click()])
}
