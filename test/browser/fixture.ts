import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchChromium, openPage } from './chromium.ts'
import { type RunningTracker, startTracker } from './tracker.ts'

/** A tracker and a browser for all the tests of a file, ended with them. */
export function useTracker() {
  let browser: Browser
  let tracker: RunningTracker

  beforeAll(async () => {
    browser = await launchChromium()
    tracker = await startTracker()
  })

  afterAll(async () => {
    await tracker?.stop()
    await browser?.close()
  })

  return {
    get origin() {
      return tracker.origin
    },
    open: (path: string, options?: BrowserContextOptions) =>
      openPage(browser, tracker.origin + path, options),
  }
}
