/** Which of the catalogue's languages a reader gets. */
import { parseAccept } from 'hono/utils/accept'
import { type Language, languageOf } from '../page/words/words.ts'

/** What was asked for, else the most wanted of `Accept-Language` (RFC 9110, 12.5.4), else English. */
export function chooseLanguage(asked: string | null, accepted: string | undefined): Language {
  const wanted = parseAccept(accepted ?? '')
    .filter(({ q }) => q > 0)
    .map(({ type }) => type)
  for (const tag of [asked, ...wanted]) {
    if (tag === '*') break
    const language = tag && languageOf(tag)
    if (language) return language
  }
  return 'en'
}

/** Whether a text has the form of a BCP 47 tag, whatever it names. */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
