import type { Page } from 'playwright-core'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { formatInstant } from '../../src/deadline/instant.ts'
import type { Status } from '../../src/deadline/status.ts'
import { SHIPPED } from '../page/ledger.ts'
import { follow } from './chromium.ts'
import { useTracker } from './fixture.ts'

const AT = 'at=2025-07-21T20:00:00Z'

const tracker = useTracker()
const { open } = tracker

const textOf = (page: Page, selector: string) =>
  page.locator(selector).first().innerText({ timeout: 5000 })

const READERS = ['Pacific/Honolulu', 'UTC', 'Europe/Kyiv', 'Pacific/Auckland']

/** Each shipped deadline with a date, at the instant after its date was first said. */
const DATED = SHIPPED.deadlines.flatMap(({ slug }) => {
  const own = SHIPPED.reports.filter((report) => report.deadline === slug && report.when !== null)
  const [first] = own
    .map(({ reportedAt }) => Date.parse(reportedAt) / 1000)
    .toSorted((a, b) => a - b)
  return first === undefined ? [] : [{ slug, at: formatInstant(first + 1) }]
})

describe.each(READERS)('In a browser in %s', (timezoneId) => {
  test('each shipped deadline is told by the right local day', async () => {
    const { page, close } = await open('/', { timezoneId })
    expect(DATED).toHaveLength(6)
    for (const { slug, at } of DATED) {
      const answer = await fetch(`${tracker.origin}/deadlines/${slug}.json?at=${at}`)
      const { zone, target, window } = (await answer.json()) as Status
      // Talks "by 31 August" have no target: what is known is when they are to be over.
      const instant = target ?? window?.closes ?? null
      if (zone === null || instant === null) throw new Error(`${slug} has no zone or no date`)
      await page.goto(`${tracker.origin}/deadlines/${slug}?at=${at}`)
      const told = await page.locator('.date-line .reader').allInnerTexts()
      const there = (where: string) =>
        Temporal.Instant.from(instant).toZonedDateTimeISO(where).toPlainDateTime()
      const isElsewhere = !there(timezoneId).equals(there(zone))
      const day = there(timezoneId).toLocaleString('en-GB', {
        ...{ weekday: 'long', day: 'numeric', month: 'long' },
      })
      expect([slug, told.join()]).toEqual([
        slug,
        isElsewhere
          ? expect.stringContaining(` ${day}, ${there(timezoneId).toString().slice(11, 16)}`)
          : '',
      ])
    }
    await close()
  })
})

describe('The end of 2 September in New York', () => {
  test.each([
    ['Pacific/Honolulu', 'until Tuesday 2 September, 18:00 (Honolulu)'],
    ['Pacific/Auckland', 'until Wednesday 3 September, 16:00 (Auckland)'],
    ['Europe/Kyiv', 'until Wednesday 3 September, 07:00 (Kyiv)'],
  ])('is told in %s as well', async (timezoneId, there) => {
    const { page, close } = await open(`/deadlines/russia-50-days?${AT}`, { timezoneId })
    const said = await textOf(page, 'main')
    expect(said).toContain('Tuesday 2 September 2025, to the end of the day, New York time')
    expect(said).toContain(there)
    await close()
  })
})

describe('Without JavaScript', () => {
  test('every fact of the day of reference is there', async () => {
    const { page, close } = await open(`/?${AT}`, { javaScriptEnabled: false })
    const said = await textOf(page, 'body')
    for (const fact of [
      'End the war in Ukraine within 50 days',
      'Donald Trump',
      'Vladimir Putin',
      'in 43 days',
      'day 7 of 50',
      'Firm',
      'Tuesday 2 September 2025',
      'Third round of direct talks in Istanbul',
      'Contested',
      'Wed 23 July',
      'Thu 24 July',
      'Volodymyr Zelensky, party',
      'Anonymous source, via TASS',
      'No date',
      'proposed by Ukraine to Russia',
      'Held, 2 June',
      'Held, 16 May',
    ]) {
      expect(said).toContain(fact)
    }
    await close()
  })

  test('the present says that nothing is upcoming, what ended last, and where to look back', async () => {
    const { page, close } = await open('/', { javaScriptEnabled: false })
    const said = await textOf(page, 'main')
    expect(said).toContain('Nothing is upcoming.')
    expect(said).toContain('Trump and Putin meet in Alaska')
    await follow(page.getByRole('link', { name: '21 July 2025' }).first())
    expect(new URL(page.url()).search).toBe('?at=2025-07-21T20:00:00Z')
    await close()
  })

  test('the board is narrowed by links and searched by a form', async () => {
    const { page, close } = await open(`/?${AT}`, { javaScriptEnabled: false })
    await follow(page.getByRole('navigation').getByRole('link', { name: 'Talks', exact: true }))
    await page.getByLabel('Search the board').fill('putin')
    await follow(page.getByRole('button', { name: 'Search' }))
    expect(new URL(page.url()).search).toBe('?at=2025-07-21T20%3A00%3A00Z&kind=talks&q=putin')
    expect(await textOf(page, 'main')).toContain('Zelensky and Putin meet in person')
    expect(await textOf(page, 'main')).not.toContain('Third round')
    await follow(page.getByRole('link', { name: 'Show all' }))
    expect(page.url()).toBe(`${tracker.origin}/?${AT}`)
    await close()
  })

  test('links keep the instant that was asked for', async () => {
    const { page, close } = await open(`/?${AT}`, { javaScriptEnabled: false })
    await follow(
      page.getByRole('link', { name: 'Third round of direct talks in Istanbul' }).first(),
    )
    expect(page.url()).toBe(`${tracker.origin}/deadlines/istanbul-round-3?${AT}`)
    await close()
  })
})

describe('Right to left', () => {
  test('what the ledger says in Latin letters begins where the page does', async () => {
    const { page, close } = await open(`/deadlines/russia-50-days?${AT}&lang=ar`)
    const aligned = (selector: string) =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}')).textAlign`)
    for (const selector of ['blockquote', '.note']) expect(await aligned(selector)).toBe('right')
    await close()
  })
})

describe('The days of the archive', () => {
  test.each(['en', 'ar', 'de', 'es'])('in %s stay within their column', async (lang) => {
    const { page, close } = await open(`/archive?lang=${lang}`)
    const wider = await page.evaluate(
      `[...document.querySelectorAll('.archived-day')].filter((day) => day.scrollWidth > day.clientWidth).length`,
    )
    expect(wider).toBe(0)
    await close()
  })
})

describe('The words of the drift chart', () => {
  const overlapping = `(() => {
    const figure = document.querySelector('.drift figure').getBoundingClientRect()
    const words = [...document.querySelectorAll('.drift .label')]
      .map((node) => ({ text: node.textContent, ...node.getBoundingClientRect().toJSON() }))
      .filter(({ width }) => width > 0)
    const outside = words.filter(({ left, right }) => left < figure.left - 1 || right > figure.right + 1)
    // A letter's box has air above and below it.
    const pairs = words.flatMap((a, index) => words.slice(index + 1).map((b) => [a, b]))
    const on = pairs.filter(([a, b]) =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 5 && b.top < a.bottom - 5)
    return { words: words.length > 4, outside, on }
  })()`

  test.each([
    ['en', 360],
    ['en', 700],
    ['en', 1180],
    ['ar', 390],
    ['ar', 1180],
    ['zh', 390],
  ])('in %s at %i pixels are apart, and within it', async (lang, width) => {
    const viewport = { width, height: 900 }
    const { page, close } = await open(`/deadlines/istanbul-round-3?${AT}&lang=${lang}`, {
      viewport,
    })
    expect(await page.evaluate(overlapping)).toEqual({ words: true, outside: [], on: [] })
    await close()
  })
})

describe('On paper', () => {
  const visible = (page: Page, selector: string) => page.locator(selector).first().isVisible()

  test.each([
    ['/', 'rgb(174, 92, 0)', ['.masthead nav', '.filters', '.languages', '.colophon ul']],
    [
      '/deadlines/russia-50-days',
      'rgb(31, 111, 74)',
      ['.masthead nav', '.replay', '.languages', '.drift summary'],
    ],
  ])(
    '%s is black on white, with nothing to press, and says where it is from',
    async (path, certain, pressed) => {
      const { page, close } = await open(`${path}?${AT}`, { colorScheme: 'dark' })
      expect(await visible(page, '.printed')).toBe(false)
      for (const each of pressed) expect([each, await visible(page, each)]).toEqual([each, true])
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      for (const each of pressed) expect([each, await visible(page, each)]).toEqual([each, false])
      const colourOf = (selector: string, property = 'color') =>
        page.evaluate(`getComputedStyle(document.querySelector('${selector}')).${property}`)
      expect(await colourOf('html')).toBe('rgb(0, 0, 0)')
      expect(await colourOf('html', 'backgroundColor')).toBe('rgb(255, 255, 255)')
      expect(await colourOf('.certainty')).toBe(certain)
      expect(await textOf(page, '.printed')).toBe(
        `${tracker.origin}${path}?${AT}, 21 July 2025, 20:00 UTC`,
      )
      expect(await visible(page, '.hero')).toBe(true)
      await close()
    },
  )

  test('the table beneath the drift chart is open', async () => {
    const { page, close } = await open(`/deadlines/russia-50-days?${AT}`)
    expect(await visible(page, '.drift-rows td')).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await visible(page, '.drift-rows td')).toBe(true)
    await close()
  })

  test('a report’s link says where it leads', async () => {
    const { page, close } = await open('/deadlines/russia-50-days')
    const shown = () =>
      page.evaluate(
        `getComputedStyle(document.querySelector('.log [rel~="external"]'), '::after').content`,
      )
    expect(await shown()).toBe('none')
    await page.emulateMedia({ media: 'print' })
    expect(await shown()).toMatch(/https:\/\/onmine\.io\//)
    await close()
  })
})

describe('What a browser looks for by itself', () => {
  test('is a manifest without fault, whose icons are as large as it says', async () => {
    const { page, close } = await open('/')
    const devtools = await page.context().newCDPSession(page)
    const { url, errors, data } = await devtools.send('Page.getAppManifest')
    expect([url, errors]).toEqual([`${tracker.origin}/manifest.webmanifest`, []])
    const { icons } = JSON.parse(data ?? '{}') as { icons: { src: string; sizes: string }[] }
    for (const { src, sizes } of icons.filter(({ sizes }) => sizes !== 'any')) {
      const shown = await page.evaluate(`(async () => {
        const image = Object.assign(new Image(), { src: ${JSON.stringify(src)} })
        await image.decode()
        return image.naturalWidth + 'x' + image.naturalHeight
      })()`)
      expect([src, shown]).toEqual([src, sizes])
    }
    await close()
  })

  test.each([
    ['/favicon.ico', /^image\/(x-icon|vnd\.microsoft\.icon)$/, [0, 0, 1, 0, 3, 0]],
    ['/apple-touch-icon.png', /^image\/png$/, [0x89, 0x50, 0x4e, 0x47]],
  ])('is %s', async (path, type, start) => {
    const response = await fetch(tracker.origin + path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(type)
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.slice(0, start.length)]).toEqual(start)
  })

  test('is leave to read everything', async () => {
    const robots = await (await fetch(`${tracker.origin}/robots.txt`)).text()
    expect(robots).toBe('User-agent: *\nAllow: /\n')
  })
})
