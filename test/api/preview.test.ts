import { beforeAll, describe, expect, test } from 'vitest'
import { shippedDatabase } from '../ledger/database.ts'
import { type Pixels, readPng } from './png.ts'
import { ask } from './tracker.ts'

const PICTURE = '/deadlines/russia-50-days.png'
const AT = 'at=2025-07-21T20:00:00Z'

beforeAll(async () => {
  await shippedDatabase()
})

async function pixelsOf(path: string): Promise<Pixels> {
  return readPng(new Uint8Array(await (await ask(path)).arrayBuffer()))
}

/** How many of the pixels within some bounds are dark. */
function inkIn(pixels: Pixels, left: number, top: number, right: number, bottom: number): number {
  let dark = 0
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) dark += Number(pixels.at(x, y)[0] < 128)
  }
  return dark
}

describe('/deadlines/S.png', () => {
  test('is a picture of 1200 by 630 that others may keep for a little while', async () => {
    const response = await ask(`${PICTURE}?${AT}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('cache-control')).toBe('public, max-age=300')
    const { width, height } = await readPng(new Uint8Array(await response.arrayBuffer()))
    expect([width, height]).toEqual([1200, 630])
  })

  test('has the number, the title, the strip and the certainty drawn on paper', async () => {
    const pixels = await pixelsOf(`${PICTURE}?${AT}`)
    const paper = [0xfb, 0xfa, 0xf7]
    for (const [x, y] of [
      [0, 0],
      [1199, 0],
      [0, 629],
      [1199, 629],
    ]) {
      expect(pixels.at(x, y)).toEqual(paper)
    }
    expect(inkIn(pixels, 72, 95, 310, 262)).toBeGreaterThan(3000)
    expect(inkIn(pixels, 72, 340, 1128, 470)).toBeGreaterThan(8000)
    expect(pixels.at(78, 509)).toEqual([0x17, 0x18, 0x1a])
    const firm = [0x1f, 0x6f, 0x4a]
    const colours = Array.from({ length: 1200 }, (_, x) => String(pixels.at(x, 150)))
    expect(colours).toContain(String(firm))
  })

  test('is of the instant, of what was recorded, and in the language that is asked for', async () => {
    const bytes = async (query: string) => {
      const picture = await (await ask(`${PICTURE}?${query}`)).arrayBuffer()
      return String(new Uint8Array(await crypto.subtle.digest('SHA-256', picture)))
    }
    const known = 'known=2026-01-01T00:00:00Z'
    const queries = [AT, 'at=2025-07-22T20:00:00Z', `${AT}&${known}`, `${AT}&lang=uk`]
    const pictures = await Promise.all([...queries, `${AT}&utm_source=x`].map(bytes))
    expect(new Set(pictures).size).toBe(queries.length)
    expect(pictures.at(-1)).toBe(pictures[0])
  })

  test.each([
    ['uk', 'uk'],
    ['ar', 'ar'],
    ['zh', 'en'],
  ])('asked for in %s is in %s: there are no faces for Chinese', async (lang, drawn) => {
    const { headers } = await ask(`${PICTURE}?${AT}&lang=${lang}`)
    expect(headers.get('content-language')).toBe(drawn)
  })

  test('sets what runs from right to left, with figures within', async () => {
    const pixels = await pixelsOf(`${PICTURE}?${AT}&lang=ar`)
    // The strip's caption at the left: Arabic and figures in one line.
    expect(inkIn(pixels, 72, 490, 270, 530)).toBeGreaterThan(300)
    expect(inkIn(pixels, 880, 95, 1128, 262)).toBeGreaterThan(3000)
  })

  test('is what a link to the page unfolds with, as of the same instant and in its language', async () => {
    const page = await (await ask(`/deadlines/russia-50-days?${AT}&lang=uk`)).text()
    const [, address] = /property="og:image" content="([^"]*)"/.exec(page) ?? []
    expect(address).toBe(`http://localhost:8787${PICTURE}?${AT}&amp;lang=uk`)
    const path = (address ?? '').replaceAll('&amp;', '&').replace('http://localhost:8787', '')
    expect((await ask(path)).headers.get('content-language')).toBe('uk')
  })

  test('is a 404 where there is no such deadline', async () => {
    const response = await ask('/deadlines/nowhere.png')
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  })

  test('is drawn at once for several who ask at once', async () => {
    const statuses = await Promise.all(
      [0, 1, 2].map(async (day) => {
        const response = await ask(`${PICTURE}?at=2025-07-2${day}T20:00:00Z`)
        return [response.status, (await response.arrayBuffer()).byteLength > 10_000]
      }),
    )
    expect(statuses).toEqual([
      [200, true],
      [200, true],
      [200, true],
    ])
  })
})
