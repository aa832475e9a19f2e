/** What every page owes everybody: to whoever sees it otherwise, and to whoever has a small screen. */
import { describe, test } from 'vitest'
import { expectForEverybody, expectWithinBounds } from './access.ts'
import { useTracker } from './fixture.ts'

const AT = 'at=2025-07-21T20:00:00Z'
const PAGES = [
  ['the board of the present', '/'],
  ['the board of 21 July 2025', `/?${AT}`],
  ['a narrowed board', `/?${AT}&kind=ultimatum&certainty=firm`],
  ['a search that finds nothing', '/?kind=talks&q=nothing-of-the-sort'],
  ['the present in Spanish', '/?lang=es'],
  ['the board in Arabic', `/?${AT}&lang=ar`],
  ['a contested deadline', `/deadlines/istanbul-round-3?${AT}`],
  ['a deadline in Arabic', `/deadlines/russia-50-days?at=2025-07-29T20:00:00Z&lang=ar`],
  ['a card to embed', `/embed/istanbul-round-3?${AT}`],
  ['a closed deadline', '/deadlines/russia-50-days'],
  ['a contested deadline in Arabic', `/deadlines/istanbul-round-3?${AT}&lang=ar`],
  ['a topic', `/topics/russia-ukraine-war?${AT}`],
  ['a topic in Arabic, narrowed', `/topics/russia-ukraine-war?${AT}&kind=talks&lang=ar`],
  ['a topic with nothing ahead', '/topics/russia-ukraine-war'],
  ['subscribing to everything', '/subscribe'],
  ['subscribing to a topic in Arabic', '/subscribe?topic=russia-ukraine-war&lang=ar'],
  ['subscribing to a deadline in German', '/subscribe?deadline=russia-50-days&lang=de'],
  ['the documentation', '/docs'],
  ['the archive', '/archive'],
  ['the archive in Arabic', '/archive?lang=ar'],
  ['the record', '/record'],
  ['the record in Arabic', '/record?lang=ar'],
  ['the record of 21 July 2025', `/record?${AT}`],
  ['a page that is not there', '/deadlines/nowhere'],
  ['a question that cannot be read', '/?at=yesterday'],
]

const tracker = useTracker()
const { open } = tracker

describe.each(PAGES)('%s', (_, path) => {
  test('has nothing that axe objects to, light or dark, on a phone or a desk', async () => {
    const { page, close } = await open(path, { bypassCSP: true })
    await expectForEverybody(page)
    await close()
  })

  test('is within its own policy, and no wider than a phone', async () => {
    const { page, complaints, close } = await open(path, { viewport: { width: 360, height: 740 } })
    await page.waitForLoadState('networkidle')
    await expectWithinBounds(page, complaints)
    await close()
  })
})
