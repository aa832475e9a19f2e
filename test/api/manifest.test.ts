import { beforeAll, describe, expect, test } from 'vitest'
import { shippedDatabase } from '../ledger/database.ts'
import { request } from './request.ts'
import { ask } from './tracker.ts'

beforeAll(async () => {
  await shippedDatabase()
})

describe('/manifest.webmanifest', () => {
  test('says what to install the tracker as: its name, its start, its icons', async () => {
    const response = await ask('/manifest.webmanifest')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/manifest+json')
    expect(await response.json()).toEqual({
      ...{ id: '/', start_url: '/', name: 'Eleventh Hour', short_name: 'Eleventh Hour' },
      description: expect.stringMatching(/^Every ultimatum, deadline and round of talks/),
      ...{ lang: 'en', dir: 'ltr', display: 'standalone' },
      ...{ background_color: '#fbfaf7', theme_color: '#fbfaf7' },
      icons: [
        {
          src: expect.stringMatching(/^\/assets\/icon-\w+\.svg$/),
          sizes: 'any',
          type: 'image/svg+xml',
        },
        { src: expect.stringContaining('icon-small'), sizes: '192x192', type: 'image/png' },
        { src: expect.stringContaining('icon-large'), sizes: '512x512', type: 'image/png' },
        {
          ...{ src: expect.stringContaining('icon-maskable'), sizes: '512x512', type: 'image/png' },
          purpose: 'maskable',
        },
      ],
    })
  })

  test('is named by the configuration', async () => {
    const response = await request('http://localhost/manifest.webmanifest', {}, {
      SITE_TITLE: 'Zero Hour',
    } as never)
    expect(await response.json()).toMatchObject({ name: 'Zero Hour', short_name: 'Zero Hour' })
  })

  test('is in the reader’s language, and said to be', async () => {
    const headers = { 'accept-language': 'ar' }
    const response = await ask('/manifest.webmanifest', { headers })
    expect(response.headers.get('vary')).toContain('Accept-Language')
    expect(await response.json()).toMatchObject({ lang: 'ar', dir: 'rtl' })
  })

  test.each(['/', '/deadlines/russia-50-days', '/archive', '/record'])(
    '%s leads to it, and its policy lets it be read',
    async (path) => {
      const response = await ask(path)
      expect(response.headers.get('content-security-policy')).toContain("manifest-src 'self'")
      const page = await response.text()
      expect(page).toContain('<link rel="manifest" href="/manifest.webmanifest"/>')
      expect(page).toContain('<link rel="apple-touch-icon" href="/apple-touch-icon.png"/>')
    },
  )
})
