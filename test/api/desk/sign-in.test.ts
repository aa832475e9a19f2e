import { env } from 'cloudflare:test'
import type { D1Database } from '@cloudflare/workers-types'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { exported, shippedDatabase } from '../../ledger/database.ts'
import { request } from '../request.ts'
import { go, ORIGIN, signIn } from './browsing.ts'
import { EDITORS, OTHER_TOKEN, TOKEN } from './editors.ts'

const DATE = '/desk/deadlines/russia-50-days/date'

let db: D1Database
beforeEach(async () => {
  db = await shippedDatabase()
})

afterEach(() => {
  vi.restoreAllMocks()
})

describe('Signing in', () => {
  test('gives a cookie that no script reads and no other site sends, for 12 hours', async () => {
    const response = await go('/desk/sign-in', { form: { token: ` ${TOKEN} `, to: DATE } })
    expect([response.status, response.headers.get('location')]).toEqual([303, DATE])
    const [, ...attributes] = response.headers.get('set-cookie')?.split('; ') ?? []
    expect(attributes.sort()).toEqual(
      ['HttpOnly', 'Max-Age=43200', 'Path=/desk', 'SameSite=Strict', 'Secure'].sort(),
    )
    expect(response.headers.get('set-cookie')).toMatch(/^__Secure-desk=/)
  })

  test('is asked of who is not, on every page, and goes on to that page', async () => {
    for (const path of ['/desk', '/desk/new', DATE, '/desk/deadlines/russia-50-days?x=1']) {
      const response = await go(path)
      expect(response.status).toBe(401)
      expect(await response.text()).toContain(`name="to" value="${path}"`)
    }
    expect((await go(DATE, { form: { step: 'record' } })).status).toBe(401)
  })

  test('keeps what was typed when a session had ended, and sends it on', async () => {
    const typed = { edtf: '2027-02-03', note: 'A "note"', step: 'preview' }
    const page = await (await go(DATE, { form: typed })).text()
    expect(page).toContain('name="note" value="A &quot;note&quot;"')
    const wrong = await go('/desk/sign-in', { form: { ...typed, token: 'nonsense', to: DATE } })
    expect(await wrong.text()).toContain('name="edtf" value="2027-02-03"')
    const right = await go('/desk/sign-in', { form: { ...typed, token: TOKEN, to: DATE } })
    expect([right.status, right.headers.get('location')]).toEqual([307, DATE])
  })

  test('goes on to no other site', async () => {
    for (const to of [
      'https://else.example/',
      '//else.example',
      '/desk\\@else.example',
      '/deskx',
      '/desk?\0',
      '/desk?\x7f',
      '/desk?é',
      '',
    ]) {
      const response = await go('/desk/sign-in', { form: { token: TOKEN, to } })
      expect(response.headers.get('location')).toBe('/desk')
    }
  })

  test('says beside the field that a token is wrong, and makes the next ones wait', async () => {
    const wrong = () => go('/desk/sign-in', { form: { token: 'nonsense', to: '/desk' } })
    const first = await wrong()
    expect(first.status).toBe(401)
    expect(first.headers.get('set-cookie')).toBe(null)
    const page = await first.text()
    expect(page).toContain('No editor has this token.')
    expect(page).not.toContain('nonsense')
    for (let tries = 1; tries < 10; tries++) await wrong()
    const late = await wrong()
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '1'])
    expect(await late.text()).toContain('try again in 1 s')
  })

  test('leads to the way in where its own address is asked for, as after a wrong token', async () => {
    for (const path of ['/desk/sign-in', '/desk/sign-out']) {
      const { status, headers } = await go(path)
      expect([path, status, headers.get('location')]).toEqual([path, 303, '/desk'])
    }
  })

  test('is not to be had where there is no editor, and the page says why', async () => {
    const response = await go('/desk', { editors: '' })
    expect(response.status).toBe(403)
    const page = await response.text()
    expect(page).toContain('EDITORS')
    expect(page).not.toContain('name="token"')
  })

  test('lasts 12 hours, and not a second longer', async () => {
    let now = Date.parse('2026-11-23T08:00:00Z')
    vi.spyOn(Date, 'now').mockImplementation(() => now)
    const cookie = await signIn()
    now += 12 * 3600_000 - 1000
    expect((await go('/desk', { cookie })).status).toBe(200)
    now += 1000
    expect((await go('/desk', { cookie })).status).toBe(401)
  })

  test('ends with the editor’s token, and for nobody else', async () => {
    const [ada, bo] = [await signIn(), await signIn(OTHER_TOKEN)]
    const [, editors] = EDITORS.split(', ')
    expect((await go('/desk', { cookie: ada, editors })).status).toBe(401)
    expect((await go('/desk', { cookie: bo, editors })).status).toBe(200)
    const renewed = EDITORS.replace('54a976', '54a977')
    expect((await go('/desk', { cookie: ada, editors: renewed })).status).toBe(401)
  })

  test('cannot be forged or lengthened', async () => {
    const cookie = await signIn()
    const later = cookie.replace(/=(\d+)/, (_, until) => `=${Number(until) + 3600}`)
    const another = cookie.replace('Ada%20Lovelace', 'Bo')
    const unsigned = cookie.replace(/\.[^.]+$/, '')
    for (const forged of [
      later,
      another,
      unsigned,
      `${cookie}x`,
      '__Secure-desk=',
      cookie.replace('__Secure-', ''),
    ]) {
      expect(forged).not.toBe(cookie)
      expect((await go('/desk', { cookie: forged })).status).toBe(401)
    }
    expect((await go('/desk', { cookie })).status).toBe(200)
  })

  test('out takes the cookie back', async () => {
    const response = await go('/desk/sign-out', { cookie: await signIn(), form: {} })
    expect([response.status, response.headers.get('location')]).toEqual([303, '/desk'])
    expect(response.headers.get('set-cookie')).toMatch(/^__Secure-desk=; Max-Age=0; Path=\/desk/)
  })

  test('opens the desk alone: the API wants the token itself', async () => {
    const cookie = await signIn()
    const response = await request(
      `${ORIGIN}/deadlines`,
      { method: 'POST', body: '{}', headers: { cookie, 'content-type': 'application/json' } },
      { ...env, EDITORS },
    )
    expect(response.status).toBe(401)
  })

  test('keeps its pages from caches and search engines', async () => {
    for (const path of ['/desk', '/desk/new']) {
      const { headers } = await go(path, { cookie: await signIn() })
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-robots-tag')).toBe('noindex')
      expect(headers.get('access-control-allow-origin')).toBe(null)
    }
  })
})

const ELSEWHERE: Record<string, string>[] = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': '', origin: 'https://else.example' },
  { 'sec-fetch-site': '', origin: 'null' },
]

describe('A form that another site sends', () => {
  test.each(ELSEWHERE)('is not taken: %o', async (headers) => {
    const cookie = await signIn()
    const before = await exported(db)
    for (const path of [DATE, '/desk/new', '/desk/sign-in', '/desk/sign-out']) {
      const response = await go(path, { cookie, form: { token: TOKEN }, headers })
      expect([path, response.status]).toEqual([path, 403])
      expect(response.headers.get('set-cookie')).toBe(null)
      const page = await response.text()
      expect(page).toContain('This form came from another site, and is not taken.')
      expect(page).toContain('Nothing is recorded.')
    }
    expect(await exported(db)).toBe(before)
  })
})

describe('A form that cannot be read', () => {
  test('is answered on a page that says why', async () => {
    const cookie = await signIn()
    const long = await go('/desk/intake', { cookie, form: { text: 'x'.repeat(1024 * 1024) } })
    expect(long.status).toBe(413)
    expect(await long.text()).toContain('A form must have at most 1048576 bytes.')
    const json = { 'content-type': 'application/json' }
    const unread = await go('/desk/new', { cookie, form: { title: 'A' }, headers: json })
    expect(unread.status).toBe(415)
    expect(unread.headers.get('content-type')).toContain('text/html')
    expect(await unread.text()).toContain('Send a form')
  })
})

describe('Over plain HTTP', () => {
  const note = 'your browser will not keep the'

  test.each([
    ['http://192.0.2.7:8787', true],
    ['http://tracker.example', true],
    ['http://localhost.example', true],
    ['https://tracker.example', false],
    ['http://127.0.0.1:8787', false],
    ['http://[::1]:8787', false],
    ['http://localhost:8787', false],
  ])('the way in to %s says whether the sign-in will be kept', async (origin, isNoted) => {
    const page = await (await go('/desk', { origin })).text()
    expect(page.includes(note)).toBe(isNoted)
  })
})
