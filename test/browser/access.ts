import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Expects that axe objects to nothing, light or dark, on a phone or a desk. The page has to let it in. */
export async function expectForEverybody(page: Page): Promise<void> {
  await page.addScriptTag({ path: AXE })
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [390, 1180]) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      const found = await page.evaluate('axe.run()')
      const { violations } = found as { violations: { id: string; nodes: { html: string }[] }[] }
      const objections = violations.map(({ id, nodes }) => [id, nodes[0].html])
      expect({ colorScheme, width, objections }).toEqual({ colorScheme, width, objections: [] })
    }
  }
}

/** Expects of a page on a phone that it is no wider than that, and that its policy refuses nothing of it. */
export async function expectWithinBounds(page: Page, complaints: string[]): Promise<void> {
  const refused = complaints.filter((text) => !/status of 40[014]/.test(text))
  expect(refused).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(
    page.viewportSize()?.width,
  )
}
