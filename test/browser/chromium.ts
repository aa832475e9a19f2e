import type { Browser } from 'playwright-core'

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
