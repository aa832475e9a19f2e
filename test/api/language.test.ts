import { beforeAll, describe, expect, test } from 'vitest'
import { chooseLanguage, isLanguageTag } from '../../src/api/language.ts'
import { shippedDatabase } from '../ledger/database.ts'
import { ask, BROWSER } from './tracker.ts'

const AT = 'at=2025-07-21T20:00:00Z'

beforeAll(async () => {
  await shippedDatabase()
})

describe('The language of a page', () => {
  test.each([
    [null, undefined, 'en'],
    [null, '', 'en'],
    [null, 'uk', 'uk'],
    [null, 'uk-UA,uk;q=0.9,en;q=0.8', 'uk'],
    [null, 'pt-BR', 'en'],
    [null, 'pt-BR,pt;q=0.9,fr;q=0.5', 'fr'],
    [null, 'zh-TW', 'zh'],
    [null, 'en;q=0.5, de;q=0.9', 'de'],
    [null, 'uk;q=0, fr;q=0.1', 'fr'],
    [null, 'uk;q=0', 'en'],
    [null, 'pl, *;q=0.5', 'en'],
    [null, '*, uk;q=0.5', 'en'],
    [null, 'AR-eg', 'ar'],
    [null, ',;q=,%%', 'en'],
    ['ru', 'uk', 'ru'],
    ['tr-TR', undefined, 'tr'],
    ['pl', 'de', 'de'],
    ['pl', undefined, 'en'],
  ])('asked for as %s by who accepts %s is %s', (asked, accepted, language) => {
    expect(chooseLanguage(asked, accepted)).toBe(language)
  })
})

describe('A language tag', () => {
  test.each(['uk', 'uk-UA', 'zh-Hans-CN', 'pl', 'de-1996'])('%s is one', (tag) => {
    expect(isLanguageTag(tag)).toBe(true)
  })

  test.each(['', 'uk_UA', 'u', 'ukrainian!', 'uk--UA', '../en'])('"%s" is none', (tag) => {
    expect(isLanguageTag(tag)).toBe(false)
  })
})

describe('?lang=', () => {
  test('comes before what the browser prefers', async () => {
    const init = { headers: { ...BROWSER.headers, 'accept-language': 'de' } }
    const response = await ask(`/?${AT}&lang=uk`, init)
    expect(response.headers.get('content-language')).toBe('uk')
    expect(await response.text()).toContain('<html lang="uk" dir="ltr">')
  })

  test.each(['/', '/deadlines/russia-50-days'])(
    'on %s is refused only if malformed',
    async (path) => {
      const response = await ask(`${path}?lang=uk_UA`)
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({
        errors: [{ pointer: '#/lang', detail: expect.stringContaining('BCP 47') }],
      })
      expect((await ask(`${path}?lang=pl`)).headers.get('content-language')).toBe('en')
    },
  )

  test('that has no words here is not carried on', async () => {
    expect(await (await ask(`/?${AT}&lang=pl`)).text()).not.toContain('lang=pl')
    const regional = await (await ask(`/?${AT}&lang=uk-UA`)).text()
    expect(regional).toContain(`href="/deadlines/russia-50-days?${AT}&amp;lang=uk"`)
  })

  test('speaks of a problem too', async () => {
    for (const path of ['/nowhere?lang=uk', '/?at=yesterday&lang=uk']) {
      const response = await ask(path, BROWSER)
      expect(response.headers.get('content-language')).toBe('uk')
      expect(await response.text()).toContain('<html lang="uk"')
    }
  })

  test('makes nothing of feeds, which have one language, and is no parameter of the JSON', async () => {
    const feed = await (await ask(`/feed.atom?${AT}`)).text()
    expect(await (await ask(`/feed.atom?${AT}&lang=uk`)).text()).toBe(feed)
    expect((await ask(`/feed.atom?${AT}&lang=uk_UA`)).status).toBe(200)
    expect((await ask(`/status.json?${AT}&lang=uk`)).status).toBe(400)
  })
})

describe('Accept-Language', () => {
  const inLanguage = (language: string) =>
    ask(`/?${AT}`, { headers: { ...BROWSER.headers, 'accept-language': language } })

  test('chooses, and caches are told so', async () => {
    const response = await inLanguage('zh-TW,zh;q=0.9,en;q=0.8')
    expect(response.headers.get('content-language')).toBe('zh-Hans')
    expect(response.headers.get('vary')).toMatch(/\bAccept-Language\b/)
    expect(await response.text()).toContain('<html lang="zh-Hans" dir="ltr">')
  })

  test('gives each language a tag of its own', async () => {
    const tags = await Promise.all(
      ['en', 'uk', 'ar'].map(async (language) => (await inLanguage(language)).headers.get('etag')),
    )
    expect(new Set(tags).size).toBe(3)
  })

  test('is nothing to programs', async () => {
    const init = { headers: { 'accept-language': 'uk' } }
    const [plain, asked] = [await ask(`/status.json?${AT}`), await ask(`/status.json?${AT}`, init)]
    expect(await asked.text()).toBe(await plain.text())
    expect(asked.headers.get('content-language')).toBeNull()
    expect(asked.headers.get('vary') ?? '').not.toContain('Accept-Language')
  })
})
