import { kept } from '../../deadline/kept.ts'

/** Writes a list as a language does. */
export function listFormat(locale: string, type: Intl.ListFormatType): Intl.ListFormat {
  return kept(`${type} ${locale}`, () => new Intl.ListFormat(locale, { type }))
}
