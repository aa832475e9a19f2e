import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Locator } from 'playwright-core'
import { CHROMIUM } from './unpack-chromium.ts'

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

/** The Chromium that comes with the npm packages, with the libraries and the fonts that it brings. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: join(CHROMIUM, 'chromium'),
    args: FLAGS,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(CHROMIUM, 'al2023/lib'),
      FONTCONFIG_FILE: join(CHROMIUM, 'fonts.conf'),
    },
  })
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
