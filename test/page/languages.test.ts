import { describe, expect, it } from 'vitest'
import { acrossOf } from '../../src/page/mirror.ts'
import { ProblemPage } from '../../src/page/problem.tsx'
import { LANGUAGES, type Language, wordsFor } from '../../src/page/words/words.ts'
import { boardOf, ledgerOf, pageOf, part, SHIPPED, textOf, viewAt } from './ledger.ts'

const AT = '2025-07-21T20:00:00Z'
const boardIn = (lang: Language) => boardOf(SHIPPED, viewAt(AT, { at: AT, lang }, lang))

/** The left edges of some marks, in per cent, in the order of the page. */
const edgesOf = (markup: string, mark: string) =>
  [...markup.matchAll(new RegExp(`class="${mark}[^"]*" x="([\\d.]+)%"`, 'g'))].map(([, x]) =>
    Number(x),
  )

describe.each(LANGUAGES)('the board in %s', (lang) => {
  const board = boardIn(lang)

  it('says which language it is in, and which way it runs', () => {
    const words = wordsFor({ lang })
    expect(board).toContain(`<html lang="${words.lang}" dir="${words.dir}">`)
  })

  it('leaves no place open and no English sentence in', () => {
    expect(textOf(board)).not.toMatch(/[{}]|undefined|NaN|\[object/)
    if (lang === 'en') return
    const own = textOf(board.replace(/<bdi>.*?<\/bdi>/g, ''))
    expect(own).not.toMatch(/\b(says|days?|issuer|party|Ended|Firm|known|held|until)\b/i)
  })

  it('keeps the language on the links to pages, and off those for programs', () => {
    expect(board).toContain(`href="/deadlines/russia-50-days?at=${AT}&amp;lang=${lang}"`)
    expect(board).toContain(`<a class="present" href="/?lang=${lang}">`)
    expect(board).toContain(`href="/feed.atom?at=${AT}"`)
    expect(board).toContain(`href="/status.json?at=${AT}"`)
    const deadline = pageOf(SHIPPED, 'russia-50-days', viewAt(AT, { at: AT, lang }, lang))
    expect(deadline).toContain(`href="/deadlines/russia-50-days.json?at=${AT}"`)
  })

  it('hands the script its words', () => {
    const { count, reader, phrase } = wordsFor({ lang })
    const [, data = ''] = /data-words="([^"]*)"/.exec(board) ?? []
    expect(JSON.parse(data.replaceAll('&quot;', '"').replaceAll('&#39;', "'"))).toEqual({
      count,
      reader,
      updated: phrase.updated,
    })
  })
})

describe('a page in several languages', () => {
  const board = boardIn('uk')

  it('names the others, for search engines and for people', () => {
    const present = boardOf(SHIPPED, viewAt(AT, { lang: 'uk' }, 'uk'))
    for (const lang of LANGUAGES) {
      const tag = wordsFor({ lang }).lang
      expect(present).toContain(
        `<link rel="alternate" hreflang="${tag}" href="https://eleventh-hour.example/?lang=${lang}"/>`,
      )
    }
    expect(present).toContain('hreflang="x-default" href="https://eleventh-hour.example/"')
    // No crawler is to keep the board of an instant, in whatever language.
    expect(board).not.toContain('<link rel="alternate" hreflang')
    expect(textOf(part(board, 'nav', 'languages'))).toBe(
      'English українська русский Deutsch français español Türkçe العربية 中文',
    )
  })

  it('marks its own among them', () => {
    const current = [...board.matchAll(/lang="(\w+)" dir="ltr" aria-current/g)]
    expect(current.map(([, lang]) => lang)).toEqual(['uk'])
  })

  it('has no language in its addresses where nobody asked for one', () => {
    const preferred = boardOf(SHIPPED, viewAt(AT, {}, 'uk'))
    expect(preferred).toContain('<link rel="canonical" href="https://eleventh-hour.example/"/>')
    expect(preferred).toContain('href="/deadlines/russia-50-days"')
  })

  it('says in the reader’s language what kind of problem there is, in English which', () => {
    const view = viewAt(AT, {}, 'ar')
    const page = String(ProblemPage({ view, status: 404, detail: 'There is none.', errors: [] }))
    expect(page).toContain('<h1>غير موجود</h1>')
    expect(page).toContain('<p class="who" lang="en" dir="ltr">There is none.</p>')
  })
})

describe('text from the ledger', () => {
  const quoted = ledgerOf(
    { kind: 'ultimatum', title: 'عنوان', issuer: 'A ministry', addressees: ['Another'] },
    { quote: 'Вже скоро', lang: 'uk', note: 'A note', when: '2025-09-02', zone: 'UTC' },
  )
  const page = pageOf(quoted, 'a-deadline', viewAt(AT, { at: AT }, 'ar'))

  it('stays in its own language and direction', () => {
    expect(page).toContain('<blockquote lang="uk" dir="auto">Вже скоро</blockquote>')
    expect(page).toContain('<p class="note" dir="auto">A note</p>')
    for (const text of ['عنوان', 'A ministry', 'Another']) {
      expect(page).toContain(`<bdi>${text}</bdi>`)
    }
  })

  it('stays so in a drawing, where there is no markup', () => {
    expect(part(page, 'section', 'drift')).toContain('>«\u2068Вже скоро\u2069»، 1 يوليو</text>')
    const contested = pageOf(SHIPPED, 'istanbul-round-3', viewAt(AT, { at: AT }, 'ar'))
    expect(part(contested, 'section', 'drift')).toContain('>\u2068Sergey Lavrov\u2069، 15 يوليو<')
  })
})

describe('a drawing, right to left', () => {
  const [forth, back] = [boardIn('en'), boardIn('ar')]

  it('has every bar where the mirror shows it', () => {
    const across = acrossOf({ dir: 'rtl' })
    expect([across.at(0), across.at(25), across.left(25, 10)]).toEqual(['100%', '75%', '65%'])
    for (const mark of ['bar filled', 'bar outlined']) {
      const [there, here] = [edgesOf(forth, mark), edgesOf(back, mark)]
      expect(here).toHaveLength(there.length)
      expect(there.length).toBeGreaterThan(0)
      // Edge to edge: the mirrored mark ends where the other begins.
      const widths = there.map((x, index) => 100 - x - here[index])
      for (const width of widths) expect(width).toBeGreaterThan(0)
      expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(5)
    }
  })

  it('has its strip filled from the right', () => {
    const spent = (board: string) => /<path class="ticks spent" d="(.*?)"/.exec(board)?.[1]
    expect(spent(forth)).toBe('M0 14H7')
    expect(spent(back)).toBe('M50 14H43')
  })

  it('has now at the right, and its words on the side of what comes', () => {
    expect(part(forth, 'g', 'now')).toMatch(/<line x1="2.92%".*<text x="2.92%" dx="5"/s)
    expect(part(back, 'g', 'now')).toMatch(/<line x1="97.08%".*<text x="97.08%" dx="-5"/s)
    expect(back).toContain('<path class="beyond" d="M-6 -4 L0 0 L-6 4" transform="scale(-1 1)">')
  })

  it('shifts an instant’s bar, whose width is not a share, to its other side', () => {
    const ledger = ledgerOf({}, { when: '2025-07-25T12:00:00Z', zone: 'UTC' })
    const bar = (lang: Language) =>
      /<rect class="bar filled"[^>]*width="4"[^>]*>/.exec(
        boardOf(ledger, viewAt(AT, { at: AT }, lang)),
      )?.[0]
    expect(bar('en')).not.toContain('transform')
    expect(bar('ar')).toContain('transform="translate(-4 0)"')
  })
})
