/** Every catalogue at once: for what is built and tested, since the Worker loads one at a time. */
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en, type Words } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ru } from './ru.ts'
import { tr } from './tr.ts'
import { uk } from './uk.ts'
import type { Language } from './words.ts'
import { zh } from './zh.ts'

export const CATALOGUES: Record<Language, Words> = { en, uk, ru, de, fr, es, tr, ar, zh }
