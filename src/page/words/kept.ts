/** Of `Intl`, by what they were made with: making one is what is slow, and a page needs few kinds. */
const formats: Record<string, unknown> = {}

/** What was made for the same key before; pure, and shared with the browser's script. */
export function kept<Format>(key: string, make: () => Format): Format {
  formats[key] ??= make()
  return formats[key] as Format
}

/** Writes a list as a language does. */
export function listFormat(locale: string, type: Intl.ListFormatType): Intl.ListFormat {
  return kept(`${type} ${locale}`, () => new Intl.ListFormat(locale, { type }))
}
