import { ar } from './ar.ts'
import { de } from './de.ts'
import { en, type Words } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ru } from './ru.ts'
import { tr } from './tr.ts'
import { uk } from './uk.ts'
import { zh } from './zh.ts'

export type { Words }

/** In the order in which readers are offered them; the keys are what `?lang=` takes. */
export const CATALOGUES = { en, uk, ru, de, fr, es, tr, ar, zh } satisfies Record<string, Words>

export type Language = keyof typeof CATALOGUES

export const LANGUAGES = Object.keys(CATALOGUES) as Language[]

/** The catalogue that a page is written from. */
export function wordsFor({ lang }: { lang: Language }): Words {
  return CATALOGUES[lang]
}

/**
 * The catalogue's language for a BCP 47 tag: `uk-UA` and `zh-TW` have one, `pl` has none. A page
 * is in one language throughout: dates in Polish between English words would be neither.
 */
export function languageOf(tag: string): Language | null {
  const [primary] = tag.toLowerCase().split('-')
  return LANGUAGES.find((language) => language === primary) ?? null
}
