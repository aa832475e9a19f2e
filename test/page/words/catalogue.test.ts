import { describe, expect, it } from 'vitest'
import { CATALOGUES } from '../../../src/page/words/catalogues.ts'
import { countFigures, countText } from '../../../src/page/words/count.ts'
import { FULL, writeDate } from '../../../src/page/words/date.ts'
import { en } from '../../../src/page/words/en.ts'
import { writeTally, writeUndated } from '../../../src/page/words/sentence.ts'
import { piecesOf } from '../../../src/page/words/template.ts'
import { KNOWN, LANGUAGES, type Language, languageOf } from '../../../src/page/words/words.ts'

/** What may be absent: a language that needs no such template says so with null. */
const MAY_BE_NULL = ['date.range', 'articles']

const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other']

type Leaf = string | string[] | null

/** Every text of a catalogue by its path; the forms of a plural stand together under theirs. */
function leavesOf(value: unknown, path = ''): [string, Leaf | Record<string, string>][] {
  const isLeaf = value === null || typeof value !== 'object' || Array.isArray(value)
  if (isLeaf) return [[path, value as Leaf]]
  if (isPlural(value)) return [[path, value as Record<string, string>]]
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, path ? `${path}.${key}` : key),
  )
}

function isPlural(value: object): boolean {
  return 'other' in value && Object.keys(value).every((key) => PLURALS.includes(key))
}

function placesOf(text: string): string[] {
  return [...new Set(piecesOf(text).flatMap((piece) => ('place' in piece ? [piece.place] : [])))]
}

const english = new Map(leavesOf(en))

describe.each(LANGUAGES)('the words in %s', (language) => {
  const leaves = leavesOf(CATALOGUES[language])

  it('are all there, and no others', () => {
    expect(leaves.map(([path]) => path).sort()).toEqual([...english.keys()].sort())
  })

  it('say something', () => {
    const empty = leaves.filter(
      ([path, leaf]) => (leaf === null && !MAY_BE_NULL.includes(path)) || leaf === '',
    )
    expect(empty.map(([path]) => path)).toEqual([])
  })

  it('have the places of the English, whatever their order', () => {
    for (const [path, leaf] of leaves) {
      const source = english.get(path)
      if (typeof leaf !== 'string' || typeof source !== 'string') continue
      expect([path, ...placesOf(leaf).sort()]).toEqual([path, ...placesOf(source).sort()])
    }
  })

  it('have them in every plural form, but where none, one or two of a thing is a word', () => {
    for (const [path, leaf] of leaves) {
      const source = english.get(path)
      if (leaf === null || typeof leaf !== 'object' || Array.isArray(leaf)) continue
      const wanted = placesOf((source as Record<string, string>).other).sort()
      for (const [category, form] of Object.entries(leaf)) {
        const mayBeWord = language === 'ar' || path === 'undated'
        const isWord = mayBeWord && ['zero', 'one', 'two'].includes(category)
        const places = placesOf(form).sort()
        if (!(isWord && places.length === 0)) {
          expect([path, category, places]).toEqual([path, category, wanted])
        }
      }
    }
  })

  it('have a form for each category that the language makes of whole numbers', () => {
    const rules = new Intl.PluralRules(CATALOGUES[language].count.locale)
    const numbers = [...Array(125).keys()]
    const used = new Set(numbers.map((number) => rules.select(number)))
    // Turkish has two categories, and no noun that changes by them.
    if (language === 'tr') used.delete('one')
    const { inDays } = CATALOGUES[language].count
    expect(Object.keys(inDays)).toEqual(
      expect.arrayContaining([...used].filter((category) => category !== 'zero')),
    )
  })

  it('count in sentences', () => {
    const words = CATALOGUES[language]
    for (const number of [0, 1, 2, 3, 5, 11, 21, 100]) {
      const said = [writeTally(words, number, number, number), writeUndated(words, number)]
      for (const text of said) expect(text).toMatch(/^[^{}]{5,}$/)
      if (number > 2) for (const text of said) expect(text).toContain(String(number))
    }
  })

  it('are in a language that Intl has, with its direction', () => {
    const { lang, dir, date, count, reader } = CATALOGUES[language]
    const locales = [lang, date.locale, count.locale, reader.locale]
    for (const locale of locales) {
      expect(Intl.DateTimeFormat.supportedLocalesOf(locale)).toEqual([locale])
      expect(new Intl.Locale(locale).language).toBe(language)
    }
    expect(dir).toBe(language === 'ar' ? 'rtl' : 'ltr')
    expect(KNOWN[language]).toEqual({ lang, dir })
  })
})

describe('the days that are left', () => {
  const days = (language: Language, number: number) =>
    countText(CATALOGUES[language].count, { form: 'days', days: number })

  it.each([
    ['uk', 1, 'через 1 день'],
    ['uk', 2, 'через 2 дні'],
    ['uk', 5, 'через 5 днів'],
    ['uk', 11, 'через 11 днів'],
    ['uk', 21, 'через 21 день'],
    ['ru', 1, 'через 1 день'],
    ['ru', 3, 'через 3 дня'],
    ['ru', 12, 'через 12 дней'],
    ['ru', 101, 'через 101 день'],
    ['de', 1, 'in 1 Tag'],
    ['de', 43, 'in 43 Tagen'],
    ['fr', 1, 'dans 1 jour'],
    ['fr', 2, 'dans 2 jours'],
    ['es', 43, 'en 43 días'],
    ['tr', 43, '43 gün sonra'],
    ['ar', 0, 'بعد 0 يوم'],
    ['ar', 1, 'بعد يوم واحد'],
    ['ar', 2, 'بعد يومين'],
    ['ar', 3, 'بعد 3 أيام'],
    ['ar', 11, 'بعد 11 يومًا'],
    ['ar', 100, 'بعد 100 يوم'],
    ['ar', 103, 'بعد 103 أيام'],
    ['zh', 43, '还有43天'],
  ] as const)('in %s, %d: %s', (language, number, text) => {
    expect(days(language, number)).toBe(text)
  })

  it.each([
    ['uk', 2, 3, 'від 2 до 3 днів', 'через 2–3 дні'],
    ['uk', 10, 21, 'від 10 до 21 дня', 'через 10–21 день'],
    ['ru', 10, 12, 'от 10 до 12 дней', 'через 10–12 дней'],
    ['de', 2, 3, 'zwischen 2 und 3 Tagen', 'in 2 bis 3 Tagen'],
    ['ar', 2, 3, 'بين 2 و3 أيام', 'بعد 2 إلى 3 أيام'],
    ['zh', 10, 12, '10至12天之间', '还有10至12天'],
  ] as const)('in %s, %d to %d: %s', (language, least, most, unit, text) => {
    const { count } = CATALOGUES[language]
    const range = { form: 'range', least, most } as const
    expect(countFigures(count, range)).toEqual([
      { figure: `${least}–${most}`, unit, role: 'range' },
    ])
    expect(countText(count, range)).toBe(text)
  })

  it.each([
    ['en', 'in 1 day 20 hours', '1 day, 20 hours, 00 minutes, 00 seconds'],
    ['uk', 'ще 1 день і 20 годин', '1 день, 20 годин, 00 хвилин, 00 секунд'],
    ['de', 'noch 1 Tag, 20 Stunden', '1 Tag, 20 Stunden, 00 Minuten, 00 Sekunden'],
    ['zh', '还有1天20小时', '1 天, 20 小时, 00 分钟, 00 秒钟'],
    ['ar', 'المتبقي: يوم و20 ساعة', '1 يوم, 20 ساعة, 00 دقيقة, 00 ثانية'],
  ] as const)('in %s to the second: %s', (language, text, figures) => {
    const { count } = CATALOGUES[language]
    const clock = { form: 'clock', seconds: 44 * 3600 } as const
    expect(countText(count, clock)).toBe(text)
    const said = countFigures(count, clock).map(({ figure, unit }) => `${figure} ${unit}`)
    expect(said.join(', ')).toBe(figures)
  })
})

describe('a date', () => {
  it.each([
    ['uk', '2025-09-02', 'вівторок, 2 вересня 2025 р.'],
    ['ru', '../2025-08-31', 'крайний срок: воскресенье, 31 августа 2025 г.'],
    ['de', '[2025-07-23,2025-07-24]', '23. oder 24. Juli 2025'],
    ['fr', '2025-07-23T19:00', 'mercredi 23 juillet 2025, 19:00'],
    ['es', '2025-08', 'agosto de 2025'],
    ['tr', '2025-09-02', '2 Eylül 2025 Salı'],
    ['ar', '2025-09-02', 'الثلاثاء 2 سبتمبر 2025'],
    ['zh', '2025-09-02', '2025年9月2日星期二'],
    ['zh', '2025', '2025年'],
    ['zh', '2025-08-07/2025-08-09', '2025年8月7日至9日'],
    ['zh', '2025-08-30/2025-09-02', '2025年8月30日至9月2日'],
    ['zh', '2025-12-30/2026-01-02', '2025年12月30日至2026年1月2日'],
    ['zh', '2025-33', '2025年1月至3月'],
  ] as const)('in %s, %s: %s', (language, edtf, written) => {
    expect(writeDate(CATALOGUES[language].date, edtf, null, FULL)).toBe(written)
  })
})

describe('the language of a tag', () => {
  it.each([
    ['uk', 'uk'],
    ['uk-UA', 'uk'],
    ['ZH-TW', 'zh'],
    ['zh-Hans-CN', 'zh'],
    ['pt-BR', null],
    ['pl', null],
    ['e', null],
    ['', null],
  ])('%s is %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language)
  })
})
