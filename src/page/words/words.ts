import { en, type Words } from './en.ts'

export type { Words }

/** What is known of every language before its words are there: what HTML has to say of a link to it. */
interface Known {
  lang: string
  dir: 'ltr' | 'rtl'
}

/** In the order in which readers are offered them; the keys are what `?lang=` takes. */
export const KNOWN = {
  en: { lang: 'en', dir: 'ltr' },
  uk: { lang: 'uk', dir: 'ltr' },
  ru: { lang: 'ru', dir: 'ltr' },
  de: { lang: 'de', dir: 'ltr' },
  fr: { lang: 'fr', dir: 'ltr' },
  es: { lang: 'es', dir: 'ltr' },
  tr: { lang: 'tr', dir: 'ltr' },
  ar: { lang: 'ar', dir: 'rtl' },
  zh: { lang: 'zh-Hans', dir: 'ltr' },
} satisfies Record<string, Known>

export type Language = keyof typeof KNOWN

export const LANGUAGES = Object.keys(KNOWN) as Language[]

/** Each catalogue but the English one is loaded when its language is first asked for. */
const LOAD: Record<Exclude<Language, 'en'>, () => Promise<Words>> = {
  uk: async () => (await import('./uk.ts')).uk,
  ru: async () => (await import('./ru.ts')).ru,
  de: async () => (await import('./de.ts')).de,
  fr: async () => (await import('./fr.ts')).fr,
  es: async () => (await import('./es.ts')).es,
  tr: async () => (await import('./tr.ts')).tr,
  ar: async () => (await import('./ar.ts')).ar,
  zh: async () => (await import('./zh.ts')).zh,
}

const loaded = new Map<Language, Words>([['en', en]])

/** To be waited for before anything is written in a language. */
export async function loadWords(lang: Language): Promise<Words> {
  const kept = loaded.get(lang)
  if (kept || lang === 'en') return kept ?? en
  const words = await LOAD[lang]()
  loaded.set(lang, words)
  return words
}

/** The catalogue that a page is written from, which has been loaded by then. */
export function wordsFor({ lang }: { lang: Language }): Words {
  const words = loaded.get(lang)
  if (words) return words
  throw new Error(`the words of ${lang} have not been loaded`)
}

/**
 * The catalogue's language for a BCP 47 tag: `uk-UA` and `zh-TW` have one, `pl` has none. A page
 * is in one language throughout: dates in Polish between English words would be neither.
 */
export function languageOf(tag: string): Language | null {
  const [primary] = tag.toLowerCase().split('-')
  return LANGUAGES.find((language) => language === primary) ?? null
}
