import { beforeAll, describe, expect, test } from 'vitest'
import { shippedDatabase } from '../ledger/database.ts'
import { ask, askJson } from './tracker.ts'

const SITE = 'http://localhost:8787'
const PAGE = `${SITE}/deadlines/russia-50-days`
const about = (url: string, more = '') => `/oembed?url=${encodeURIComponent(url)}${more}`

beforeAll(async () => {
  await shippedDatabase()
})

describe('/embed/S', () => {
  test('may be framed by anybody, and is else as strict as a page', async () => {
    const { headers } = await ask('/embed/russia-50-days')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy.split('; ').filter((each) => !each.startsWith('style-src'))).toEqual([
      "default-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      'frame-ancestors *',
    ])
    expect(headers.get('x-frame-options')).toBeNull()
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('public, max-age=300')
  })

  test('says its policy again where nothing has changed, since that replaces the kept one', async () => {
    const path = '/embed/russia-50-days?at=2025-07-21T20:00:00Z'
    const first = await ask(path)
    const again = await ask(path, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
    expect(again.headers.get('content-security-policy')).toBe(
      first.headers.get('content-security-policy'),
    )
    expect(again.headers.get('x-frame-options')).toBeNull()
  })

  test.each(['auto', 'light', 'dark'])('allows by its hash the style of %s', async (theme) => {
    const response = await ask(`/embed/russia-50-days?theme=${theme}`)
    const style = /<style>(.*?)<\/style>/s.exec(await response.text())?.[1] ?? ''
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
    const hash = btoa(String.fromCharCode(...new Uint8Array(digest)))
    expect(response.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}';`)
  })

  test('refuses a theme that there is not, and knows no other deadline', async () => {
    expect((await ask('/embed/russia-50-days?theme=pink')).status).toBe(400)
    expect((await ask('/embed/nowhere')).status).toBe(404)
  })
})

describe('/deadlines/S.svg', () => {
  test('tells of the instant that is asked for, and may be kept for a little while', async () => {
    const response = await ask('/deadlines/russia-50-days.svg?at=2025-07-21T20:00:00Z')
    expect(response.headers.get('cache-control')).toBe('public, max-age=300')
    expect(await response.text()).toContain('43 days · firm')
    expect((await ask('/deadlines/nowhere.svg')).status).toBe(404)
  })
})

describe('/oembed', () => {
  test('describes the card of a deadline, as of what its page is asked for', async () => {
    const at = '?at=2025-07-21T20:00:00Z&known=2999-01-01T00:00:00Z'
    expect(await askJson(about(PAGE + at, '&format=json'))).toEqual({
      ...{ version: '1.0', type: 'rich', title: 'End the war in Ukraine within 50 days' },
      ...{ provider_name: 'Eleventh Hour', provider_url: `${SITE}/`, cache_age: 300 },
      ...{ width: 480, height: 200 },
      html: expect.stringMatching(
        /^<iframe src="http:\/\/localhost:8787\/embed\/russia-50-days\?at=2025-07-21T20:00:00Z&amp;known=\S+" width="480" height="200" title="End the war in Ukraine within 50 days"/,
      ),
    })
  })

  test('keeps within the room that there is', async () => {
    const told = await askJson(about(PAGE, '&maxwidth=300&maxheight=900'))
    expect([told.width, told.height]).toEqual([300, 200])
    expect(told.html).toContain('width="300" height="200"')
  })

  test.each([
    [404, about('https://elsewhere.example/deadlines/russia-50-days')],
    [404, about(`${SITE}/`)],
    [404, about(`${PAGE}.json`)],
    [404, about(`${SITE}/deadlines/nowhere`)],
    [501, about(PAGE, '&format=xml')],
    [400, about(PAGE, '&format=yaml')],
    [400, about(PAGE, '&maxwidth=-1')],
    [400, about(`${PAGE}?at=yesterday`)],
    [400, '/oembed'],
    [400, '/oembed?url=russia-50-days'],
  ])('answers %i to %s', async (status, path) => {
    const response = await ask(path)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  })

  test('is found from a deadline’s page, and not sent twice to who has it', async () => {
    const page = await (await ask('/deadlines/russia-50-days')).text()
    const [, found] =
      /<link rel="alternate" type="application\/json\+oembed" href="([^"]*)"/.exec(page) ?? []
    const path = (found ?? '').replaceAll('&amp;', '&').replace(SITE, '')
    const response = await ask(path)
    expect(response.status).toBe(200)
    const headers = { 'if-none-match': response.headers.get('etag') ?? '' }
    expect((await ask(path, { headers })).status).toBe(304)
    expect((await ask(path, { method: 'HEAD' })).status).toBe(200)
  })
})
