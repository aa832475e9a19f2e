import { kept } from '../../deadline/kept.ts'

/**
 * A sentence of the catalogue with named places, `brought forward: {from} {to}`: data and not a
 * function, so that a translator orders it freely and the browser's script can be handed it.
 */
export type Template = string

/** A sentence by the plural categories of a language; whichever it does not name is `other`. */
export type Plural = { other: Template } & { [category in Intl.LDMLPluralRule]?: Template }

/** The form that the language has for a number. */
export function formFor(locale: string, forms: Plural, number: number): Template {
  return forms[rulesOf(locale).select(number)] ?? forms.other
}

function rulesOf(locale: string): Intl.PluralRules {
  return kept(`rules ${locale}`, () => new Intl.PluralRules(locale))
}

/** Fills the places; one that is not given stays as it is, so that the lack is seen. */
export function fill(template: Template, places: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, place) => String(places[place] ?? whole))
}

export type Piece = { text: string } | { place: string }

export function piecesOf(template: Template): Piece[] {
  return template
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => (/^\{\w+\}$/.test(part) ? { place: part.slice(1, -1) } : { text: part }))
}
